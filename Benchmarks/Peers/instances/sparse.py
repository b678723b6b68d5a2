"""Lists of candidates: a few dozen pairs a row instead of all.

An instance is a folder: `offsets.npy` (int64, rows + 1), `columns.npy` and `costs.npy` (int32, one entry a pair, the
columns of a row ascending), and `problem.json`:

- `rows`, `columns`;
- `everyRow`: whether every row must be matched; otherwise a row may stay unmatched at value 0;
- `rowValue`: what matching a row is worth when it may stay unmatched (the gain of a pair is this minus its cost).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from instances.people import TOWN_COUNT, People, cost, sector_likeness

ROW_VALUE = 1_000_000


@dataclass(frozen=True)
class Lists:
    """Rows of candidates, compressed."""

    rows: int
    columns: int
    offsets: NDArray[np.int64]
    column: NDArray[np.int32]
    cost: NDArray[np.int32]


def random(rows: int, columns: int, length: int, every_row: bool, rng: np.random.Generator) -> Lists:
    """Uniform costs 1…10⁶ at random columns (up to `length` of them: repeated draws count once).

    When every row must be matched, each row also lists its column of a hidden perfect matching.
    """
    drawn = rng.integers(0, columns, (rows, length), dtype=np.int32)
    if every_row:
        drawn[:, 0] = rng.permutation(columns)[:rows]
    drawn.sort(axis=1)
    is_new = np.ones(drawn.shape, bool)
    is_new[:, 1:] = drawn[:, 1:] != drawn[:, :-1]
    offsets = np.concatenate([[0], np.cumsum(is_new.sum(axis=1))])
    column = drawn[is_new]
    return Lists(rows, columns, offsets, column, rng.integers(1, 1_000_001, len(column), dtype=np.int32))


def knn(rows: int, columns: int, length: int, every_row: bool, rng: np.random.Generator) -> Lists:
    """The nearest people of towns, with mentoring-like costs."""
    towns = rng.random((TOWN_COUNT, 2))
    seekers = People.draw(rows, towns, True, rng)
    helpers = People.draw(columns, towns, True, rng)
    likeness = sector_likeness(rng)
    distance, column = nearest(seekers.place, helpers.place, length)
    row = np.repeat(np.arange(rows), length)
    pair = column.ravel()
    costs = cost(
        np.einsum("ij,ij->i", seekers.languages[row], helpers.languages[pair]),
        likeness[seekers.sector[row], helpers.sector[pair]],
        np.einsum("ij,ij->i", seekers.half_days[row], helpers.half_days[pair]),
        distance.ravel(),
        np.abs(seekers.digital_skill[row] - helpers.digital_skill[pair]))
    return full(rows, columns, column, costs)


def knnu(rows: int, columns: int, length: int, every_row: bool, rng: np.random.Generator) -> Lists:
    """The nearest of points in a square; costs are distances, the largest listed one 10⁶."""
    distance, column = nearest(rng.random((rows, 2)), rng.random((columns, 2)), length)
    return full(rows, columns, column, np.round(1e6 * distance.ravel() / distance.max()).astype(np.int32))


def nearest(
    seekers: NDArray[np.float64], helpers: NDArray[np.float64], length: int
) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    """Distances and columns of the nearest helpers, each row by ascending column."""
    distance, column = cKDTree(helpers).query(seekers, k=length)
    order = np.argsort(column, axis=1)
    return (np.take_along_axis(distance, order, axis=1),
            np.take_along_axis(column, order, axis=1).astype(np.int32))


def full(rows: int, columns: int, column: NDArray[np.int32], costs: NDArray[np.int32]) -> Lists:
    length = column.shape[1]
    return Lists(rows, columns, np.arange(rows + 1, dtype=np.int64) * length, column.ravel(), costs)


FAMILIES: dict[str, Callable[[int, int, int, bool, np.random.Generator], Lists]] = {
    "random": random, "knn": knn, "knnu": knnu,
}
