"""Full cost tables: `int32`, row-major, saved as one `.npy` file each."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from instances.people import TOWN_COUNT, People, cost, sector_likeness

Table = NDArray[np.int32]

# Rows worked on together, so that no intermediate table of floats is as large as the result.
BLOCK = 500


def unif(rows: int, columns: int, rng: np.random.Generator) -> Table:
    """Uniform on 1…10⁶: the family most codes are shown on."""
    return rng.integers(1, 1_000_001, (rows, columns), dtype=np.int32)


def u100(rows: int, columns: int, rng: np.random.Generator) -> Table:
    """Uniform on 1…100: ties everywhere."""
    return rng.integers(1, 101, (rows, columns), dtype=np.int32)


def geo(rows: int, columns: int, rng: np.random.Generator) -> Table:
    """Euclidean distances of points in a square, in millionths of its side."""
    from_points, to_points = rng.random((rows, 2)), rng.random((columns, 2))
    table = np.empty((rows, columns), np.int32)
    for start in range(0, rows, BLOCK):
        table[start:start + BLOCK] = np.round(1e6 * distances(from_points[start:start + BLOCK], to_points))
    return table


def mw(rows: int, columns: int, rng: np.random.Generator) -> Table:
    """Machol–Wien, c = i · j: shortest-path codes search nearly everything. The same for every seed."""
    return np.multiply.outer(np.arange(1, rows + 1, dtype=np.int32), np.arange(1, columns + 1, dtype=np.int32))


def low(rows: int, columns: int, rng: np.random.Generator) -> Table:
    """Mentoring-like costs of people scattered around 30 towns."""
    return mentoring(rows, columns, True, rng)


def lowt(rows: int, columns: int, rng: np.random.Generator) -> Table:
    """The same, everybody exactly in a town: ties everywhere."""
    return mentoring(rows, columns, False, rng)


def mentoring(rows: int, columns: int, scattered: bool, rng: np.random.Generator) -> Table:
    towns = rng.random((TOWN_COUNT, 2))
    seekers = People.draw(rows, towns, scattered, rng)
    helpers = People.draw(columns, towns, scattered, rng)
    likeness = sector_likeness(rng)
    table = np.empty((rows, columns), np.int32)
    for start in range(0, rows, BLOCK):
        part = slice(start, min(start + BLOCK, rows))
        table[part] = cost(
            seekers.languages[part] @ helpers.languages.T,
            likeness[seekers.sector[part]][:, helpers.sector],
            seekers.half_days[part] @ helpers.half_days.T,
            distances(seekers.place[part], helpers.place),
            np.abs(seekers.digital_skill[part, None] - helpers.digital_skill[None, :]))
    return table


def distances(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.hypot(a[:, None, 0] - b[None, :, 0], a[:, None, 1] - b[None, :, 1])


FAMILIES: dict[str, Callable[[int, int, np.random.Generator], Table]] = {
    "unif": unif, "u100": u100, "low": low, "lowt": lowt, "geo": geo, "mw": mw,
}
