"""Invented people, drawn so that languages, sectors and places are as unevenly spread as in real rounds."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TOWN_COUNT = 30
SECTOR_COUNT = 20
HALF_DAY_COUNT = 21
LANGUAGE_SHARE = np.array([0.85, 0.35, 0.2, 0.1, 0.05, 0.05, 0.03, 0.02])

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class People:
    """One group; every array is indexed by person first."""

    place: NDArray[np.float64]
    languages: Floats
    sector: NDArray[np.int64]
    half_days: Floats
    digital_skill: NDArray[np.int64]

    @staticmethod
    def draw(count: int, towns: NDArray[np.float64], scattered: bool, rng: np.random.Generator) -> "People":
        """Draws a group; `scattered` people live around their town, others exactly in it."""
        place = towns[rng.zipf(1.5, count) % len(towns)]
        if scattered:
            place = place + rng.normal(0, 0.01, (count, 2))
        languages = rng.random((count, len(LANGUAGE_SHARE))) < LANGUAGE_SHARE
        languages[~languages.any(axis=1), 0] = True
        sector = rng.zipf(1.3, count) % SECTOR_COUNT
        half_days = rng.random((count, HALF_DAY_COUNT)) < 0.25
        digital_skill = rng.integers(0, 5, count)
        return People(
            place, languages.astype(np.float32), sector, half_days.astype(np.float32), digital_skill)


def sector_likeness(rng: np.random.Generator) -> Floats:
    """How near two sectors are: a symmetric table of quarters, 1 within a sector."""
    drawn = rng.choice([0, 0.25, 0.5, 0.75], (SECTOR_COUNT, SECTOR_COUNT))
    likeness = np.maximum(drawn, drawn.T)
    np.fill_diagonal(likeness, 1)
    return likeness.astype(np.float32)


def cost(language: Floats, sector: Floats, time: Floats, distance: NDArray[np.float64],
         skill_gap: NDArray[np.int64]) -> NDArray[np.int32]:
    """One million minus the score of pairs.

    `language` and `time` count what both have; `sector` is a likeness; `distance` is in sides of the square.
    """
    nearness = np.exp2(-distance / 0.2).astype(np.float32)
    score = (
        300_000 * (np.minimum(language, 2) / 2)
        + 250_000 * sector
        + 200_000 * (np.minimum(time, 4) / 4)
        + 150_000 * nearness
        + 100_000 * (1 - skill_gap.astype(np.float32) / 4)
    )
    return (1_000_000 - np.round(score)).astype(np.int32)
