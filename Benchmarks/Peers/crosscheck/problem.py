"""Small random problems: rectangular, with forbidden pairs, capacities and lower bounds, many of them infeasible."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Problem:
    """Minimise the cost over pairs that are allowed, each once at most, within the bounds of rows and columns."""

    kind: str
    cost: Ints
    allowed: NDArray[np.bool_]
    row_lower: Ints
    row_capacity: Ints
    column_lower: Ints
    column_capacity: Ints

    @property
    def shape(self) -> tuple[int, int]:
        return self.cost.shape

    @property
    def is_plain(self) -> bool:
        """The scarce side matched in full, everybody once: what most codes solve."""
        return self.kind == "plain"


def draw(rng: np.random.Generator, kind: str) -> Problem:
    """One problem of a kind:

    - `plain`: the scarce side is matched in full, everybody at most once;
    - `opt-out`: nobody must be matched; costs of both signs;
    - `reviewers`: every row has exactly its capacity, columns at most theirs;
    - `bounds`: lower bounds on both sides.
    """
    largest = 30 if rng.random() < 0.2 else 8
    rows, columns = (int(count) for count in rng.integers(1, largest + 1, 2))
    spread = int(rng.choice([1, 3, 100, 1_000_000]))
    cost = rng.integers(0 if kind == "plain" else -spread, spread, (rows, columns), endpoint=True)
    allowed = rng.random((rows, columns)) < rng.choice([0.2, 0.5, 0.8, 1.0])
    if kind == "plain":
        row_capacity, column_capacity = np.ones(rows, np.int64), np.ones(columns, np.int64)
        row_lower = row_capacity if rows <= columns else np.zeros_like(row_capacity)
        column_lower = np.zeros_like(column_capacity) if rows <= columns else column_capacity
    else:
        row_capacity = rng.integers(1, 4, rows)
        column_capacity = rng.integers(0, 5, columns)
        row_lower, column_lower = np.zeros_like(row_capacity), np.zeros_like(column_capacity)
        if kind == "reviewers":
            row_lower = row_capacity
        elif kind == "bounds":
            row_lower = np.minimum(rng.integers(0, 3, rows), row_capacity)
            column_lower = np.minimum(rng.integers(0, 3, columns), column_capacity)
    return Problem(kind, cost, allowed, row_lower, row_capacity, column_lower, column_capacity)
