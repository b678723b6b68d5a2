"""Matchings with rules over the whole of them, in the family that the figures in README.md are measured on.

People live in towns of very different size and have languages, a sector, free half days and a digital level; the score of a
pair is 0 ... 1 000 000. Rules: a budget of laptops (pairs that live far apart and whose mentee has no device), a floor and
a ceiling for each of six antennas, and for two groups a least share of the duos. Mentors take two.

    instances.py ROWS COLUMNS LIST SEED FILE     LIST is a number, or "dense"

Text format, read by the engine's benchmark and by peers.py, all numbers whole:

    rows columns pairs rules
    capacities
    row column score            for each pair, row by row
    name lower upper shares terms     for each rule; "-" for no bound; shares is "-" or "numerator denominator", which
    pair ...                          reads: the pairs listed are at least numerator/denominator of all duos
"""
import sys

import numpy as np


def people(count, rng, towns):
    town = rng.zipf(1.5, count) % len(towns)
    place = towns[town] + rng.normal(0, 0.01, (count, 2))
    language = (rng.random((count, 8)) < np.array([0.85, 0.35, 0.2, 0.1, 0.05, 0.05, 0.03, 0.02])).astype(np.uint8)
    language[language.sum(1) == 0, 0] = 1
    sector = (rng.zipf(1.3, count) % 20).astype(np.int64)
    free = rng.random((count, 21)) < 0.25
    return place, language, sector, free, rng.integers(0, 5, count)


class Instance:
    def __init__(self, rows, columns, length, seed):
        rng = np.random.default_rng(seed)
        towns = rng.random((30, 2))
        rng_town = rng.zipf(1.5, rows) % 30  # drawn and unused: keeps the stream of the family
        del rng_town
        mentees, mentors = people(rows, rng, towns), people(columns, rng, towns)
        near = rng.choice([0, 0.25, 0.5, 0.75], (20, 20))
        near = np.maximum(near, near.T)
        np.fill_diagonal(near, 1)
        self.rows, self.columns = rows, columns
        keep = columns if length is None else length
        pair_column, pair_score, pair_far = [], [], []
        for start in range(0, rows, 500):
            block = slice(start, start + 500)
            place, language, sector, free, digital = (part[block] for part in mentees)
            common = language.astype(int) @ mentors[1].astype(int).T
            time = free.astype(np.float32) @ mentors[3].astype(np.float32).T
            distance = np.sqrt(((place[:, None] - mentors[0][None]) ** 2).sum(-1))
            score = np.round(
                300000 * (np.minimum(common, 2) / 2)
                + 250000 * near[sector][:, mentors[2]]
                + 200000 * (np.minimum(time.astype(int), 4) / 4)
                + 150000 * np.exp2(-distance / 0.2)
                + 100000 * (1 - np.abs(digital[:, None] - mentors[4][None]) / 4)
            ).astype(np.int64)
            if length is None:
                best = np.tile(np.arange(columns), (len(place), 1))
            else:
                best = np.argsort(-score, axis=1, kind="stable")[:, :keep]
            pair_column.append(best.ravel())
            pair_score.append(np.take_along_axis(score, best, 1).ravel())
            pair_far.append((np.take_along_axis(distance, best, 1) > 0.15).ravel())
        self.row = np.repeat(np.arange(rows), keep)
        self.column = np.concatenate(pair_column)
        self.score = np.concatenate(pair_score)
        far = np.concatenate(pair_far)
        rng = np.random.default_rng(seed + 1)
        without_device = rng.random(rows) < 0.4
        self.capacity = np.full(columns, 2)
        # (name, lower, upper, share, pairs)
        self.rules = [("laptops", None, max(1, round(0.06 * rows)), None, np.flatnonzero(without_device[self.row] & far))]
        antenna = np.argmin(((mentees[0][:, None] - towns[None, :6]) ** 2).sum(-1), 1)
        for number, size in enumerate(np.bincount(antenna, minlength=6)):
            self.rules.append(
                (f"antenna-{number}", int(np.floor(0.3 * size)), int(np.ceil(0.8 * size)), None,
                 np.flatnonzero(antenna[self.row] == number)))
        for name, member in (("beginners", mentees[4] == 0), ("one-language", mentees[1].sum(1) <= 1)):
            share = round(member.mean() * 0.95, 3)
            self.rules.append((name, None, None, (round(share * 1000), 1000), np.flatnonzero(member[self.row])))

    def write(self, path):
        with open(path, "w") as file:
            file.write(f"{self.rows} {self.columns} {len(self.row)} {len(self.rules)}\n")
            file.write(" ".join(map(str, self.capacity)) + "\n")
            np.savetxt(file, np.column_stack([self.row, self.column, self.score]), fmt="%d")
            for name, lower, upper, share, pairs in self.rules:
                bounds = " ".join("-" if bound is None else str(bound) for bound in (lower, upper))
                shares = "-" if share is None else f"{share[0]} {share[1]}"
                file.write(f"{name} {bounds} {shares} {len(pairs)}\n" + " ".join(map(str, pairs)) + "\n")


if __name__ == "__main__":
    rows, columns, length, seed, path = sys.argv[1:]
    Instance(int(rows), int(columns), None if length == "dense" else int(length), int(seed)).write(path)
