"""Where instances lie: outside the checkout, made once, each in a process of its own so that the harness stays small
(a child's peak memory as the system counts it is never below its parent's at the start)."""

import os
import subprocess
import sys
from pathlib import Path


def folder() -> Path:
    path = Path(os.environ["MENTOR_MATCH_CACHE"]) / "instances"
    path.mkdir(parents=True, exist_ok=True)
    return path


def dense(family: str, rows: int, columns: int, seed: int) -> Path:
    return folder() / f"{family}-{rows}x{columns}-seed{seed}.npy"


def sparse(family: str, rows: int, columns: int, length: int, every_row: bool, seed: int) -> Path:
    kind = "every-row" if every_row else "opt-out"
    return folder() / f"{family}-{rows}x{columns}-k{length}-{kind}-seed{seed}"


def make(path: Path, *arguments: object) -> None:
    """Writes an instance unless it is there; see `instances/__main__.py` for the arguments."""
    if not path.exists():
        subprocess.run(
            [sys.executable, "-m", "instances", str(path), *(str(argument) for argument in arguments)], check=True)
