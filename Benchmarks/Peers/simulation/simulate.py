"""A year of several antennas in Python: NumPy scores the pairs, SciPy solves each round.

The same world as `mentor-match simulate` plays, written as somebody who knows NumPy would: people are drawn one by one
from the cohort profiles (they are correlated, so there is little to vectorise), all pairs of an antenna are scored at once
by broadcasting, and each round calls scipy.optimize.linear_sum_assignment on the people present. Random numbers are
Python's own, so figures agree with those of the engine in distribution only.

    for name in antwerp brussels ghent lille lyon marseille paris rotterdam; do
      mentor-match profile $name >profiles/$name.json
    done
    python simulate.py SCENARIO profiles REPLICATES [--score-every-round]

With --score-every-round the people present are scored anew at each round, as a first version would do it.
"""

import heapq
import json
import math
import os
import random
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment

LEVELS = {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6, "native": 7}
LEVEL_POINTS = np.array([0, 500, 2000, 5000, 7500, 9000, 10000, 10000])
BLOCK_POINTS = np.array([0, 5000, 7000, 8000])
MAXIMUM = 1_000_000
INTAKE, FIRST_MEETING, DUO_DAYS, PROMPT = 10, 7, 182, 30
PATIENCE, MENTOR_PATIENCE = 400, 700
SCORE_EVERY_ROUND = "--score-every-round" in sys.argv
RESTARTS = {"no-fit", "mentor-stopped"}
DROP_OUTS = (["found-work", "moved-away", "lost-contact", "health", "no-fit", "mentor-stopped"], [35, 15, 20, 10, 12, 8])


def pick(weights, rng):
    return rng.choices(list(weights), list(weights.values()))[0]


def pick_entry(entries, rng):
    return rng.choices(entries, [entry["weight"] for entry in entries])[0]


def holds(share, rng):
    return rng.randrange(share[1]) < share[0]


def draw_week(patterns, rng):
    windows = pick_entry(patterns, rng)["windows"]
    week = [0] * 7

    def fill(window, day):
        trim = window["trim"]
        start = window["halfHours"][0] + rng.randint(0, trim)
        end = window["halfHours"][1] - rng.randint(0, trim)
        week[day] |= ((1 << (end - start)) - 1) << start

    for window in windows:
        for day in range(window["days"][0], window["days"][1] + 1):
            if holds(window["share"], rng):
                fill(window, day)
    if not any(week):
        window = rng.choice(windows)
        fill(window, rng.randint(*window["days"]))
    return week


def draw_place(districts, weights, rng):
    district = rng.choices(districts, weights)[0]
    radius = district["radius"]

    def offset():
        return rng.randint(0, radius) + rng.randint(0, radius) - radius

    latitude = district["latitude"] + offset() / 111_195
    longitude = district["longitude"] + offset() / (111_195 * math.cos(math.radians(latitude)))
    return latitude, longitude


def add(languages, language, level):
    languages[language] = max(level, languages.get(language, 0))


def add_further(languages, further, rng):
    for entry in further:
        if holds(entry["share"], rng):
            add(languages, entry["language"], LEVELS[pick(entry["levels"], rng)])


def distinct(weights, count, rng):
    names, values = list(weights), list(weights.values())
    drawn = []
    for _ in range(4 * count):
        if len(drawn) == count:
            break
        option = rng.choices(names, values)[0]
        if option not in drawn:
            drawn.append(option)
    return drawn


class Person:
    pass


def draw_mentee(profile, rng):
    side = profile["mentees"]
    person = Person()
    band = pick_entry(side["schooling"], rng)
    is_woman = holds(side["women"], rng)
    is_national = holds(side["nationals"], rng)
    person.place = draw_place(profile["districts"], profile["menteeWeights"], rng)
    person.digital = int(pick(band["digitalSkill"], rng))
    person.computer = holds(band["hasComputer"], rng)
    person.week = draw_week(side["availability"], rng)
    person.meeting = pick(band["meeting"], rng)
    limit = pick(side["travelLimits"], rng)
    person.limit = 25 if limit == "policy" else int(limit)
    languages = {}
    local = pick(profile["localLanguages"], rng)
    level = "native" if is_national else pick(pick_entry(side["residence"], rng)["localLevels"], rng)
    add(languages, local, LEVELS[level])
    if not is_national or holds(side["bilingualNationals"], rng):
        background = pick_entry(side["backgrounds"], rng)
        add(languages, background["native"], 7)
        add_further(languages, background["further"], rng)
    english = pick(band["english"], rng)
    if english != "none":
        add(languages, "en", LEVELS[english])
    person.languages = languages
    person.targets = []
    if not holds(side["undecided"], rng):
        person.targets = distinct(band["targets"], int(pick(side["targetCount"], rng)), rng)
    asks = side["womenAskingForAWoman"] if is_woman else side["menAskingForAMan"]
    person.wish = ("woman" if is_woman else "man") if holds(asks, rng) else None
    return person


def draw_mentor(profile, rng):
    side = profile["mentors"]
    person = Person()
    person.gender = "woman" if holds(side["women"], rng) else "man"
    person.place = draw_place(profile["districts"], profile["mentorWeights"], rng)
    person.digital = int(pick(side["digitalSkill"], rng))
    person.computer = holds(side["hasComputer"], rng)
    person.week = draw_week(side["availability"], rng)
    person.meeting = pick(side["meeting"], rng)
    limit = pick(side["travelLimits"], rng)
    person.limit = 25 if limit == "policy" else int(limit)
    person.generalist = holds(side["generalists"], rng)
    sectors = distinct(side["sectors"], int(pick(side["sectorCount"], rng)), rng)
    years = rng.randint(*pick_entry(side["careerYears"], rng)["years"])
    person.sectors = []
    for sector in sectors[1:]:
        part = rng.randint(0, years // 2)
        person.sectors.append((sector, part))
        years -= part
    person.sectors.insert(0, (sectors[0], years))
    person.capacity = int(pick(side["capacity"], rng))
    languages = {}
    local = pick(profile["localLanguages"], rng)
    add(languages, local, LEVELS[pick(side["localLevels"], rng)])
    add_further(languages, side["further"], rng)
    person.languages = languages
    return person


def likeness(target, experience):
    a, b = target.replace(".", ""), experience.replace(".", "")
    if b.startswith(a):
        return 10_000
    shared = len(os.path.commonprefix([a, b]))
    return [0, 1000, 5000, 7500, 9000][min(shared, 4)]


def score_pairs(mentees, mentors):
    """The scores of all pairs, -1 where a hard rule forbids one; and the metres between them."""
    n, m = len(mentees), len(mentors)
    level = np.zeros((n, m), dtype=np.int64)
    for language in {code for person in mentees + mentors for code in person.languages}:
        mine = np.array([person.languages.get(language, 0) for person in mentees])
        theirs = np.array([person.languages.get(language, 0) for person in mentors])
        if mine.any() and theirs.any():
            level = np.maximum(level, np.minimum(mine[:, None], theirs[None, :]))
    allowed = level >= 3

    week_a = np.array([person.week for person in mentees], dtype=np.uint64)
    week_b = np.array([person.week for person in mentors], dtype=np.uint64)
    half_hours = np.zeros((n, m), dtype=np.int64)
    blocks = np.zeros((n, m), dtype=np.int64)
    for day in range(7):
        common = week_a[:, None, day] & week_b[None, :, day]
        some = np.nonzero(common)
        words = common[some]
        half_hours[some] += np.bitwise_count(words).astype(np.int64)
        found = np.zeros(len(words), dtype=np.int64)
        run = np.zeros(len(words), dtype=np.int64)
        for half_hour in range(12, 48):
            free = (words >> np.uint64(half_hour)) & np.uint64(1) == 1
            run = np.where(free, run + 1, 0)
            done = run == 4
            found += done
            run[done] = 0
        blocks[some] += found
    allowed &= blocks >= 1
    time_points = BLOCK_POINTS[np.minimum(blocks, 3)] + 2000 * np.minimum(half_hours, 24) // 24

    latitude_a, longitude_a = np.radians(np.array([person.place for person in mentees])).T
    latitude_b, longitude_b = np.radians(np.array([person.place for person in mentors])).T
    half = (
        np.sin((latitude_a[:, None] - latitude_b) / 2) ** 2
        + np.cos(latitude_a)[:, None] * np.cos(latitude_b) * np.sin((longitude_a[:, None] - longitude_b) / 2) ** 2
    )
    metres = np.round(2 * 6_371_008.8 * np.arcsin(np.sqrt(half)))
    limit = np.minimum.outer([p.limit for p in mentees], [p.limit for p in mentors]) * 1000
    meets_a, meets_b = [p.meeting for p in mentees], [p.meeting for p in mentors]
    in_person = np.outer([x != "online" for x in meets_a], [x != "online" for x in meets_b]) & (metres <= limit)
    digital_a = np.array([p.digital for p in mentees])
    digital_b = np.array([p.digital for p in mentors])
    computer_a = np.array([p.computer for p in mentees])
    computer_b = np.array([p.computer for p in mentors])
    online = np.outer([x != "in-person" for x in meets_a], [x != "in-person" for x in meets_b])
    online &= np.outer(digital_a >= 3, digital_b >= 3) & computer_b[None, :]
    allowed &= in_person | online
    distance_points = np.where(
        in_person, np.floor(np.interp(metres, [2000, 10000, 20000, 50000], [10000, 8000, 4000, 0])), 10000
    ).astype(np.int64)
    gap = np.maximum(0, 5 - digital_a)[:, None]
    covered = np.minimum(gap, np.maximum(0, digital_b[None, :] - digital_a[:, None]))
    digital_points = np.where(gap == 0, 10000, 4000 + 6000 * covered // np.maximum(gap, 1))
    lends = ~in_person & ~computer_a[:, None]
    digital_points = np.where(lends, np.maximum(0, digital_points - 1500), digital_points)

    codes = sorted({code for p in mentors for code, _ in p.sectors})
    number = {code: index for index, code in enumerate(codes)}
    percent = np.zeros((len(codes), m), dtype=np.int64)
    for index, person in enumerate(mentors):
        for code, years in person.sectors:
            percent[number[code], index] = 100 if years >= 8 else 85 if years >= 3 else 70
    by_target = {}
    for target in {code for p in mentees for code in p.targets}:
        base = np.array([likeness(target, code) for code in codes])
        by_target[target] = (base[:, None] * percent).max(axis=0)
    generalist = np.array([p.generalist for p in mentors])
    sector_points = np.zeros((n, m), dtype=np.int64)
    for index, person in enumerate(mentees):
        if not person.targets:
            sector_points[index] = np.where(generalist, 10000, 4000)
            continue
        for rank, target in enumerate(person.targets):
            sector_points[index] = np.maximum(sector_points[index], by_target[target] * [100, 85, 70, 60][min(rank, 3)] // 10000)
        sector_points[index] = np.maximum(sector_points[index], np.where(generalist, 3000, 0))

    gender = np.array([p.gender for p in mentors])
    for index, person in enumerate(mentees):
        if person.wish:
            allowed[index] &= gender == person.wish

    score = 25 * LEVEL_POINTS[level] + 30 * sector_points + 20 * time_points + 15 * distance_points + 10 * digital_points
    return np.where(allowed, score, -1)


def arrival_days(plan, open_day, day_count, rng):
    days = [open_day] * plan.get("initial", 0)
    per_year, ramp, start = plan.get("perYear", 0), plan.get("rampDays", 0), plan.get("startPercent", 0) / 100
    if per_year == 0:
        return days
    accumulated, following = 0.0, rng.expovariate(1)
    for day in range(day_count - open_day):
        full = per_year / 365
        accumulated += full if day >= ramp else full * (start + (1 - start) * (day + 0.5) / ramp)
        while following <= accumulated:
            days.append(open_day + day)
            following += rng.expovariate(1)
    return days


def play_antenna(antenna, profile, world, rng):
    """One antenna of one replicate: a small event queue around the rounds."""
    day_count = world["days"]
    open_day = antenna.get("openDay", 0)
    mentee_days = arrival_days(antenna["mentees"], open_day, day_count, rng)
    mentor_days = arrival_days(antenna["mentors"], open_day, day_count, rng)
    mentees = [draw_mentee(profile, rng) for _ in mentee_days]
    mentors = [draw_mentor(profile, rng) for _ in mentor_days]
    if not mentees or not mentors:
        return {"mentees": len(mentees), "mentors": len(mentors), "duos": 0, "wait": 0, "prompt": 0, "followed": 0}
    scores = None if SCORE_EVERY_ROUND else score_pairs(mentees, mentors)
    refused = set()
    interval = {"weekly": 7, "two-weeks": 14, "monthly": 28}[world["rounds"]["every"]]
    first = world["rounds"].get("firstDay", 0)

    events, order = [], 0

    def enter(day, kind, subject, stamp=0):
        nonlocal order
        if day < day_count:
            heapq.heappush(events, (day, order, kind, subject, stamp))
            order += 1

    n, m = len(mentees), len(mentors)
    waiting, since, ready, entries, gives_up = set(), list(mentee_days), [0] * n, [0] * n, [0] * n
    free, busy, resting, here = [0] * m, [0] * m, [0] * m, [False] * m
    leaving, idle = [False] * m, [0] * m
    result = {"mentees": n, "mentors": m, "duos": 0, "wait": 0, "prompt": 0, "followed": 0}
    for index, day in enumerate(mentee_days):
        enter(day, "mentee", index)
        result["followed"] += day <= day_count - 1 - PROMPT
    for index, day in enumerate(mentor_days):
        enter(day, "mentor", index)

    def wait(index, day):
        entries[index] += 1
        gives_up[index] = day + max(1, round(rng.expovariate(1 / PATIENCE)))
        enter(gives_up[index], "give up", index, entries[index])
        waiting.add(index)

    def open_place(index, day, places=1):
        free[index] += places
        if busy[index] == 0 and resting[index] == 0:
            idle[index] += 1
            enter(day + max(1, round(rng.expovariate(1 / MENTOR_PATIENCE))), "idle", index, idle[index])

    def refuse(mentee, mentor):
        refused.add((mentee, mentor))
        if scores is not None:
            scores[mentee, mentor] = -1

    def leave(index):
        leaving[index], free[index], resting[index] = True, 0, 0

    for day in range(day_count):
        while events and events[0][0] == day:
            _, _, kind, subject, stamp = heapq.heappop(events)
            if kind == "mentee":
                ready[subject] = day + INTAKE
                wait(subject, day)
            elif kind == "mentor":
                here[subject] = True
                open_place(subject, day, mentors[subject].capacity)
            elif kind == "give up":
                if subject in waiting and entries[subject] == stamp:
                    waiting.discard(subject)
            elif kind == "idle":
                if not leaving[subject] and busy[subject] == resting[subject] == 0 and idle[subject] == stamp:
                    leave(subject)
            elif kind == "meeting":
                mentee, mentor, round_day = subject
                if rng.random() < 0.05:
                    refuse(mentee, mentor)
                    busy[mentor] -= 1
                    if not leaving[mentor]:
                        open_place(mentor, day)
                    if gives_up[mentee] > day:
                        waiting.add(mentee)
                    continue
                result["duos"] += 1
                waited = round_day - since[mentee]
                result["wait"] += waited
                if entries[mentee] == 1 and waited <= PROMPT and mentee_days[mentee] <= day_count - 1 - PROMPT:
                    result["prompt"] += 1
                if rng.random() < 0.89:
                    enter(day + DUO_DAYS, "end", (mentee, mentor, None))
                else:
                    reason = rng.choices(*DROP_OUTS)[0]
                    enter(day + max(1, int(DUO_DAYS * rng.random())), "end", (mentee, mentor, reason))
            elif kind == "end":
                mentee, mentor, reason = subject
                if reason in RESTARTS:
                    refuse(mentee, mentor)
                    since[mentee] = ready[mentee] = day
                    wait(mentee, day)
                busy[mentor] -= 1
                if leaving[mentor]:
                    continue
                if reason == "mentor-stopped" or rng.random() >= 0.8:
                    leave(mentor)
                else:
                    resting[mentor] += 1
                    enter(day + rng.randint(14, 60), "rested", mentor)
            elif kind == "rested" and not leaving[subject]:
                resting[subject] -= 1
                open_place(subject, day)

        if day < first or (day - first) % interval or not waiting:
            continue
        rows = [index for index in sorted(waiting) if ready[index] <= day]
        columns = [index for index in range(m) if here[index] for _ in range(free[index])]
        if not rows or not columns:
            continue
        if scores is not None:
            table = scores[np.ix_(rows, columns)]
        else:
            table = score_pairs([mentees[index] for index in rows], [mentors[index] for index in columns])
            for row, mentee in enumerate(rows):
                for column, mentor in enumerate(columns):
                    if (mentee, mentor) in refused:
                        table[row, column] = -1
        weeks = np.minimum(26, (day - np.array([since[index] for index in rows])) // 7)
        priority = 5000 * weeks
        value = (MAXIMUM + priority.max()) * min(len(rows), len(columns)) + 1 + priority
        gain = np.where(table < 0, 0, table + value[:, None])
        for row, column in zip(*linear_sum_assignment(gain, maximize=True)):
            if table[row, column] < 0:
                continue
            mentee, mentor = rows[row], columns[column]
            waiting.discard(mentee)
            free[mentor] -= 1
            busy[mentor] += 1
            enter(day + FIRST_MEETING, "meeting", (mentee, mentor, day))
    return result


def load(path):
    with open(path) as file:
        scenario = json.load(file)
    if "extends" in scenario:
        world = load(os.path.join(os.path.dirname(path), scenario["extends"]))
    else:
        world = {"days": scenario["days"], "rounds": scenario["rounds"], "antennas": scenario["antennas"]}
    for change in scenario.get("changes", []):
        if change["change"] != "open-antenna":
            raise SystemExit("this peer only opens antennas")
        world["antennas"].append(change["antenna"])
    return world


def load_profile(folder, name):
    with open(os.path.join(folder, name + ".json")) as file:
        profile = json.load(file)
    profile["menteeWeights"] = [district["mentees"] for district in profile["districts"]]
    profile["mentorWeights"] = [district["mentors"] for district in profile["districts"]]
    return profile


def replicate(world, profiles, seed):
    rng = random.Random(seed)
    parts = [play_antenna(antenna, profiles[antenna["profile"]], world, rng) for antenna in world["antennas"]]
    return {key: sum(part[key] for part in parts) for key in parts[0]}


def main():
    path, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    world = load(path)
    profiles = {a["profile"]: load_profile(folder, a["profile"]) for a in world["antennas"]}
    start, cpu = time.perf_counter(), time.process_time()
    results = [replicate(world, profiles, seed) for seed in range(count)]
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    means = {key: sum(r[key] for r in results) / count for key in results[0]}
    sd = {key: (sum((r[key] - means[key]) ** 2 for r in results) / max(1, count - 1)) ** 0.5 for key in means}
    print(
        json.dumps(
            {
                "replicates": count,
                "secondsPerReplicate": round(wall / count, 4),
                "processorSecondsPerReplicate": round(cpu / count, 4),
                "mentees": round(means["mentees"], 1),
                "mentors": round(means["mentors"], 1),
                "duos": round(means["duos"], 1),
                "duosStandardError": round(sd["duos"] / count**0.5, 2),
                "waitMean": round(means["wait"] / means["duos"], 2),
                "matchedWithin30Days": round(100 * means["prompt"] / means["followed"], 2),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
