"""Our solvers, as `solve-instance` lists them."""

import functools
import json
import os
import subprocess
from pathlib import Path

from harness.suite import Contender


@functools.cache
def solvers() -> list[dict[str, object]]:
    listed = subprocess.run(
        [os.environ["MENTOR_MATCH_SOLVE"], "--list"], check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in listed.stdout.splitlines()]


def contenders(layout: str, path: Path, only_default: bool) -> list[Contender]:
    """Ours for a layout, `dense` or `sparse`."""
    return [
        Contender(
            f"ours: {solver['name']}", (os.environ["MENTOR_MATCH_SOLVE"], str(solver["name"]), str(path)),
            is_ours=True, is_default=bool(solver["isDefault"]))
        for solver in solvers()
        if layout in str(solver["layouts"]).split() and (solver["isDefault"] or not only_default)
    ]
