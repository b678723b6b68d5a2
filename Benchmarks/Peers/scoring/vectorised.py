"""The five criteria of the default policy in NumPy, a mentee against all mentors at a time."""

import time
from pathlib import Path

import numpy as np


def read(folder: Path, side: str, count: int) -> dict[str, np.ndarray]:
    def array(name: str, kind: type, width: int = 1) -> np.ndarray:
        values = np.fromfile(folder / f"{side}_{name}.bin", dtype=kind)
        return values.reshape(count, width) if width > 1 else values

    people = {name: array(name, np.int32) for name in ("in_person", "online", "skill", "computer", "limit")}
    people["levels"] = array("levels", np.int32, 5).astype(np.int8)
    people["sectors"] = array("sectors", np.int32, 3)
    people["days"] = array("days", np.uint64, 7)
    people["place"] = array("place", np.float64, 3)
    if side == "mentor":
        people["years"] = array("years", np.int32, 3)
        people["generalist"] = array("generalist", np.int32)
    return people


def columns(mentors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What does not depend on the mentee, one contiguous array for each part."""
    made = dict(mentors)
    for name in ("levels", "sectors", "days", "place"):
        made[name] = np.ascontiguousarray(mentors[name].T)
    years = mentors["years"].T
    made["percent"] = np.where(years >= 8, 100, np.where(years >= 3, 85, 70)).astype(np.int32)
    made["generalist"] = mentors["generalist"] == 1
    made["can_online"] = (mentors["online"] == 1) & (mentors["skill"] >= 3) & (mentors["computer"] == 1)
    made["can_in_person"] = mentors["in_person"] == 1
    return made


BY_LEVEL = np.array([0, 500, 2000, 5000, 7500, 9000, 10000, 10000], dtype=np.int32)
BY_BLOCKS = np.array([0, 5000, 7000, 8000], dtype=np.int32)
BY_HALF_HOURS = np.array([2000 * h // 24 for h in range(25)], dtype=np.int32)
AT = np.array([2000, 10000, 20000, 50000], dtype=np.int64)
POINTS = np.array([10000, 8000, 4000, 0], dtype=np.int64)


def sector_points(targets: np.ndarray, m: dict[str, np.ndarray]) -> np.ndarray:
    if targets[0] == 0:
        return np.where(m["generalist"], 10000, 4000)
    best = np.where(m["generalist"], 3000, 0)
    for rank, target in enumerate(targets):
        if target == 0:
            break
        by_rank = (100, 85, 70)[rank]
        for codes, percent in zip(m["sectors"], m["percent"], strict=True):
            differing = codes ^ target
            likeness = np.where(
                differing == 0, 10000,
                np.where(differing < 1 << 8, 7500, np.where(differing < 1 << 16, 5000, np.where(differing < 1 << 24, 1000, 0))))
            best = np.maximum(best, np.where(codes != 0, likeness * by_rank * percent // 10000, 0))
    return best


def common_time(days: np.ndarray, m: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    count = m["days"].shape[1]
    half_hours = np.zeros(count, dtype=np.int64)
    blocks = np.zeros(count, dtype=np.int64)
    one = np.uint64(1)
    for day in range(7):
        if days[day] == 0:
            continue
        common = m["days"][day] & days[day]
        half_hours += np.bitwise_count(common)
        starts = common & (common >> one)
        starts &= starts >> np.uint64(2)
        # Three blocks and more are worth the same.
        for _ in range(3):
            first = starts & (~starts + one)
            if not first.any():
                break
            blocks += first != 0
            starts &= ~(first * np.uint64(15))
    return np.minimum(half_hours, 24), np.minimum(blocks, 3)


def score_row(e: dict[str, np.ndarray], i: int, m: dict[str, np.ndarray]) -> np.ndarray:
    level = np.minimum(m["levels"], e["levels"][i][:, None]).max(axis=0)
    half_hours, blocks = common_time(e["days"][i], m)

    difference = m["place"] - e["place"][i][:, None]
    half = np.sqrt((difference * difference).sum(axis=0)) / 2
    metres = np.floor(2 * 6371008.8 * np.arcsin(np.minimum(half, 1)) + 0.5).astype(np.int64)
    near = m["can_in_person"] & (e["in_person"][i] == 1) & (metres <= np.minimum(m["limit"], e["limit"][i]) * 1000)
    after = np.minimum(np.searchsorted(AT, metres), 3)
    before = np.maximum(after - 1, 0)
    width = np.maximum(AT[after] - AT[before], 1)
    points = POINTS[after] + (POINTS[before] - POINTS[after]) * (AT[after] - metres) // width
    points = np.where(metres <= AT[0], POINTS[0], np.where(metres > AT[3], POINTS[3], points))
    can_online = m["can_online"] & bool(e["online"][i] == 1 and e["skill"][i] >= 3)
    distance = np.where(near, points, 10000)

    skill = int(e["skill"][i])
    gap = max(0, 5 - skill)
    covered = np.clip(m["skill"] - skill, 0, gap)
    digital = 4000 + 6000 * covered // gap if gap else np.full(len(covered), 10000)
    if e["computer"][i] == 0:
        digital = np.where(near, digital, np.maximum(digital - 1500, 0))

    total = (25 * BY_LEVEL[level] + 30 * sector_points(e["sectors"][i], m)
             + 20 * (BY_BLOCKS[blocks] + BY_HALF_HOURS[half_hours]) + 15 * distance + 10 * digital)
    return np.where((level >= 3) & (blocks >= 1) & (near | can_online), total, -1)


def rate(folder: Path, mentee_count: int, mentor_count: int) -> float:
    """Million pairs a second; raises when a score differs from those of the file."""
    e = read(folder, "mentee", mentee_count)
    m = columns(read(folder, "mentor", mentor_count))
    expected = np.fromfile(folder / "scores.bin", dtype=np.int32).reshape(mentee_count, mentor_count)
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        rows = [score_row(e, i, m) for i in range(mentee_count)]
        best = min(best, time.perf_counter() - start)
    for i, row in enumerate(rows):
        if not np.array_equal(row, expected[i]):
            j = int(np.flatnonzero(row != expected[i])[0])
            raise AssertionError(f"mentee {i}, mentor {j}: {row[j]} for {expected[i][j]}")
    return mentee_count * mentor_count / best / 1e6
