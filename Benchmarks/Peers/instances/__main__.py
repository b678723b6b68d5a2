"""Writes one instance. Run in a process of its own: `python -m instances PATH dense FAMILY ROWS COLUMNS SEED` or
`python -m instances PATH sparse FAMILY ROWS COLUMNS SEED LENGTH EVERY_ROW`."""

import json
import os
import shutil
import sys
from pathlib import Path

import numpy as np

from instances import dense, sparse


def main(path: Path, kind: str, family: str, rows: int, columns: int, seed: int, rest: list[str]) -> None:
    rng = np.random.default_rng(seed)
    # Written under another name first: an interrupted run must not leave half an instance behind.
    partial = path.with_name("partial-" + path.name)
    if kind == "dense":
        with partial.open("wb") as file:
            np.save(file, dense.FAMILIES[family](rows, columns, rng))
    else:
        every_row = rest[1] == "true"
        lists = sparse.FAMILIES[family](rows, columns, int(rest[0]), every_row, rng)
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir()
        np.save(partial / "offsets.npy", lists.offsets)
        np.save(partial / "columns.npy", lists.column)
        np.save(partial / "costs.npy", lists.cost)
        problem = {"rows": rows, "columns": columns, "everyRow": every_row, "rowValue": sparse.ROW_VALUE}
        (partial / "problem.json").write_text(json.dumps(problem) + "\n")
    os.replace(partial, path)


if __name__ == "__main__":
    _, target, kind, family, rows, columns, seed, *rest = sys.argv
    main(Path(target), kind, family, int(rows), int(columns), int(seed), rest)
