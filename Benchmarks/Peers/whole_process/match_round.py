"""The main job as a good Python developer would write it: pandas reads, NumPy scores, SciPy assigns.

usage: match_round.py ROUND OUT [--check PROPOSAL]

Scores are those of the default policy (see the article "Scoring model"), whole numbers throughout. Places are repeated
columns; a pair that is no candidate is worth 0 and dropped afterwards; one more duo outweighs everything else. With
--check, every duo of a proposal.json must have the score computed here, and the totals must be equal.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

LEVELS = {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6, "native": 7}
DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
EARTH_RADIUS = 6_371_008.8


def items(cell):
    return [item.strip() for item in cell.split(";") if item.strip()]


def read(path):
    people = pd.read_csv(path, dtype=str, keep_default_na=False)
    return people.sort_values("id", ignore_index=True)


def number(column, missing):
    return pd.to_numeric(column.replace("", np.nan)).fillna(missing).to_numpy(np.int64)


def boolean(column, missing):
    return column.replace("", missing).str.lower().isin(["true", "yes", "1"]).to_numpy()


def week(cell):
    days = np.zeros(7, np.uint64)
    for item in items(cell):
        day, hours = item.split(" ", 1)
        start, end = ((int(h) * 60 + int(m)) // 30 for h, m in (time.split(":") for time in hours.split("-")))
        days[DAYS[day.lower()]] |= np.uint64(((1 << (end - start)) - 1) << start)
    return days


def language_level(mentees, mentors):
    spoken = [[dict(item.split(":") for item in items(cell)) for cell in side["languages"]] for side in (mentees, mentors)]
    best = np.zeros((len(mentees), len(mentors)), np.int8)
    for language in sorted(set().union(*spoken[0])):
        a, b = (np.array([LEVELS.get(skills.get(language), 0) for skills in side], np.int8) for side in spoken)
        np.maximum(best, np.minimum.outer(a, b), out=best)
    return best


def common_time(mentees, mentors):
    a, b = (np.stack([week(cell) for cell in side["availability"]]) for side in (mentees, mentors))
    half_hours = np.zeros((len(mentees), len(mentors)), np.int64)
    blocks = np.zeros_like(half_hours)
    one, two, four = np.uint64(1), np.uint64(2), np.uint64(4)
    for day in range(7):
        common = a[:, None, day] & b[None, :, day]
        half_hours += np.bitwise_count(common)
        fits = common & (common >> one)
        fits &= fits >> two
        starts = fits & ~(common << one)
        while True:
            more = starts | ((starts << four) & fits)
            if (more == starts).all():
                break
            starts = more
        blocks += np.bitwise_count(starts)
    return half_hours, blocks


def sector_points(mentees, mentors):
    targets = [[code.replace(".", "").upper() for code in items(cell)] for cell in mentees["target_sectors"]]
    known = [
        [(code.replace(".", "").upper(), int(years)) for code, years in (item.split(":") for item in items(cell))]
        for cell in mentors["sectors"]
    ]
    generalist = boolean(mentors["generalist"], "false")
    target_codes = sorted({code for codes in targets for code in codes})
    mentor_codes = sorted({code for experience in known for code, _ in experience})

    def likeness(target, code):
        shared = 0
        while shared < min(len(target), len(code)) and target[shared] == code[shared]:
            shared += 1
        return 10_000 if shared == len(target) else [0, 1_000, 5_000, 7_500, 9_000][min(shared, 4)]

    # One row and one column of zeros for those who have fewer targets or sectors than others.
    table = np.zeros((len(target_codes) + 1, len(mentor_codes) + 1), np.int64)
    for i, target in enumerate(target_codes):
        for j, code in enumerate(mentor_codes):
            table[i, j] = likeness(target, code)
    ranks = max(map(len, targets), default=0)
    slots = max(map(len, known), default=0)
    target_index = {code: i for i, code in enumerate(target_codes)}
    mentor_index = {code: j for j, code in enumerate(mentor_codes)}
    rank_percent = [100, 85, 70, 60]
    points = np.zeros((len(mentees), len(mentors)), np.int64)
    for rank in range(ranks):
        rows = [target_index[codes[rank]] if rank < len(codes) else -1 for codes in targets]
        for slot in range(slots):
            columns = [mentor_index[known_[slot][0]] if slot < len(known_) else -1 for known_ in known]
            years = np.array([known_[slot][1] if slot < len(known_) else 0 for known_ in known])
            percent = np.where(years >= 8, 100, np.where(years >= 3, 85, 70))
            found = table[np.ix_(rows, columns)] * rank_percent[min(rank, 3)] * percent // 10_000
            np.maximum(points, found, out=points)
    np.maximum(points, np.where(generalist, 3_000, 0), out=points)
    undecided = np.array([not codes for codes in targets])
    points[undecided] = np.where(generalist, 10_000, 4_000)
    return points


def metres(mentees, mentors):
    def unit(people):
        phi = people["latitude"].astype(float).to_numpy() * np.pi / 180
        lam = people["longitude"].astype(float).to_numpy() * np.pi / 180
        return np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)

    square = sum(np.subtract.outer(a, b) ** 2 for a, b in zip(unit(mentees), unit(mentors)))
    return np.rint(2 * EARTH_RADIUS * np.arcsin(np.minimum(1, np.sqrt(square) / 2))).astype(np.int64)


def distance_points(distance):
    at, value = [2_000, 10_000, 20_000, 50_000], [10_000, 8_000, 4_000, 0]
    points = np.where(distance <= at[0], value[0], value[-1])
    for k in range(1, len(at)):
        between = (distance > at[k - 1]) & (distance <= at[k])
        line = value[k] + (value[k - 1] - value[k]) * (at[k] - distance) // (at[k] - at[k - 1])
        points = np.where(between, line, points)
    return points


def scores(mentees, mentors):
    """Scores of all pairs, -1 where a pair is no candidate."""
    level = language_level(mentees, mentors)
    half_hours, blocks = common_time(mentees, mentors)
    distance = metres(mentees, mentors)
    limit = np.minimum.outer(*(number(side["max_km"], 25) * 1_000 for side in (mentees, mentors)))
    meeting = [side["meeting"].replace("", "either") for side in (mentees, mentors)]
    in_person = np.logical_and.outer(*((side != "online").to_numpy() for side in meeting))
    online = np.logical_and.outer(*((side != "in-person").to_numpy() for side in meeting))
    skill = [number(side["digital_skill"], 4) for side in (mentees, mentors)]
    computer = [boolean(side["has_computer"], "true") for side in (mentees, mentors)]
    same_antenna = np.equal.outer(mentees["antenna"].to_numpy(), mentors["antenna"].to_numpy())
    near = in_person & same_antenna & (distance <= limit)
    online &= np.logical_and.outer(skill[0] >= 3, (skill[1] >= 3) & computer[1])

    gap = np.maximum(0, 5 - skill[0])[:, None]
    covered = np.minimum(gap, np.maximum(0, np.subtract.outer(-skill[0], -skill[1])))
    digital = np.where(gap == 0, 10_000, 4_000 + 6_000 * covered // np.maximum(gap, 1))
    digital = np.where(near | computer[0][:, None], digital, np.maximum(0, digital - 1_500))

    wishes = [[set(items(cell)) for cell in column] for column in (mentees["wishes"], mentors["answers_to"])]
    answered = np.ones(level.shape, bool)
    for row, asked in enumerate(wishes[0]):
        if asked:
            answered[row] = [asked <= answers for answers in wishes[1]]

    level_points = np.array([0, 500, 2_000, 5_000, 7_500, 9_000, 10_000, 10_000])[level]
    time_points = np.array([0, 5_000, 7_000, 8_000])[np.minimum(blocks, 3)] + 2_000 * np.minimum(half_hours, 24) // 24
    way_points = np.where(near, distance_points(distance), 10_000)
    total = (
        25 * level_points + 30 * sector_points(mentees, mentors) + 20 * time_points + 15 * way_points + 10 * digital
    )
    return np.where((level >= 3) & (blocks >= 1) & (near | online) & answered, total, -1)


def priorities(mentees):
    registered = pd.to_datetime(mentees["registered"].replace("", None))
    weeks = ((registered.max() - registered).dt.days // 7).fillna(0).clip(0, 26)
    return (weeks * 5_000).to_numpy(np.int64)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("round", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--check", type=Path)
    arguments = parser.parse_args()
    mentees, mentors = (read(arguments.round / name) for name in ("mentees.csv", "mentors.csv"))
    score = scores(mentees, mentors)
    capacity = number(mentors["capacity"], 1)
    priority = priorities(mentees)

    duo_limit = min(len(mentees), int(capacity.sum()))
    coverage = duo_limit * (1_000_000 + int(priority.max())) + 1
    value = np.where(score >= 0, score + priority[:, None] + coverage, 0)
    mentor_of_place = np.repeat(np.arange(len(mentors)), capacity)
    rows, places = linear_sum_assignment(value[:, mentor_of_place], maximize=True)
    duos = [(i, j) for i, j in zip(rows, mentor_of_place[places]) if score[i, j] >= 0]

    arguments.out.mkdir(parents=True, exist_ok=True)
    pd.DataFrame(
        {
            "mentee": [mentees["id"][i] for i, _ in duos],
            "mentor": [mentors["id"][j] for _, j in duos],
            "score": [score[i, j] for i, j in duos],
        }
    ).to_csv(arguments.out / "duos.csv", index=False)
    matched = {i for i, _ in duos}
    unmatched = [i for i in range(len(mentees)) if i not in matched]
    counts = (score >= 0).sum(axis=1)
    pd.DataFrame(
        {"mentee": [mentees["id"][i] for i in unmatched], "candidates": [counts[i] for i in unmatched]}
    ).to_csv(arguments.out / "unmatched.csv", index=False)

    if arguments.check:
        check(json.loads(arguments.check.read_text()), mentees, mentors, score, priority, duos)


def check(proposal, mentees, mentors, score, priority, duos):
    row, column = ({id: i for i, id in enumerate(side["id"])} for side in (mentees, mentors))
    theirs = [(row[duo["mentee"]], column[duo["mentor"]]) for duo in proposal["duos"]]
    for duo, (i, j) in zip(proposal["duos"], theirs):
        assert score[i, j] == duo["score"], f"{duo['mentee']} and {duo['mentor']}: {score[i, j]} for {duo['score']}"
    assert int((score >= 0).sum()) == proposal["round"]["candidates"], "as many candidates"
    assert len(duos) == len(theirs), "as many duos"
    totals = [sum(int(score[i, j] + priority[i]) for i, j in side) for side in (duos, theirs)]
    assert totals[0] == totals[1], f"totals {totals[0]} and {totals[1]}"
    print(f"equal: {len(duos)} duos, {proposal['round']['candidates']} candidates, total {totals[0]}")


main()
