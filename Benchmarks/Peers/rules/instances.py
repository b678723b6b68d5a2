"""Matchings with rules over the whole of them, in the family that the figures in README.md are measured on.

People live in towns of very different size and have languages, a sector, free half days and a digital level; the score of a
pair is 0 ... 1 000 000. Rules: a budget of laptops (pairs that live far apart and whose mentee has no device), a floor and
a ceiling for each of six antennas, and for two groups a least share of the duos. Mentors take two.

    instances.py ROWS COLUMNS LIST SEED FILE     LIST is a number, or "dense"

Text format, read by solve-rules and peers.py, all numbers whole, "-" for none:

    rows columns pairs rules
    places of each column
    least load of each column
    row column score                                    for each pair, row by row
    name lower upper share price count pairs amounts    for each rule; share is "-", or "p q": at least p/q of all duos
                                                        are among the pairs
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


def rule(name, pairs, lower=None, upper=None, share=None, price=None, amounts=None):
    pairs = np.asarray(pairs, int)
    amounts = np.ones(len(pairs), int) if amounts is None else np.asarray(amounts, int)
    return name, lower, upper, share, price, pairs, amounts


def write(instance, path):
    with open(path, "w") as file:
        file.write(f"{instance.rows} {instance.columns} {len(instance.row)} {len(instance.rules)}\n")
        file.write(" ".join(map(str, instance.capacity)) + "\n" + " ".join(map(str, instance.minimum)) + "\n")
        np.savetxt(file, np.column_stack([instance.row, instance.column, instance.score]), fmt="%d")
        for name, lower, upper, share, price, pairs, amounts in instance.rules:
            bounds = " ".join("-" if bound is None else str(bound) for bound in (lower, upper))
            shares = "-" if share is None else f"{share[0]} {share[1]}"
            file.write(f"{name} {bounds} {shares} {'-' if price is None else price} {len(pairs)}\n")
            file.write(" ".join(map(str, pairs)) + "\n" + " ".join(map(str, amounts)) + "\n")


class RandomRules:
    """A small random round with random rules, contradictory ones included."""

    def __init__(self, seed):
        rng = np.random.default_rng(seed)
        rows, columns = int(rng.integers(30, 61)), int(rng.integers(18, 37))
        table = rng.random((rows, columns)) < rng.uniform(0.1, 1)
        self.rows, self.columns = rows, columns
        self.row, self.column = np.nonzero(table)
        self.score = rng.integers(0, 1_000_001, len(self.row))
        self.capacity = rng.integers(0, 4, columns)
        self.minimum = np.where((rng.random(columns) < 0.08) & (self.capacity > 0), 1, 0)
        group = rng.integers(0, 4, rows)[self.row]
        self.rules = []
        for number in range(4):
            pairs = np.flatnonzero(group == number)
            match rng.integers(0, 6):
                case 0: self.rules.append(rule(f"floor-{number}", pairs, lower=int(rng.integers(0, rows // 4 + 1))))
                case 1: self.rules.append(rule(f"ceiling-{number}", pairs, upper=int(rng.integers(0, rows // 5 + 1))))
                case 2: self.rules.append(rule(f"share-{number}", pairs, share=(int(rng.integers(50, 351)), 1000)))
                case 3:
                    count = int(rng.integers(0, rows // 6 + 1))
                    price = int(rng.integers(0, 400_001))
                    self.rules.append(rule(f"soft-{number}", pairs, lower=count, upper=count, price=price))
        if rng.random() < 0.5 and len(self.row) > 0:
            amounts = rng.integers(1, 10, len(self.row))
            pairs = np.arange(len(self.row))
            self.rules.append(rule("hours", pairs, upper=int(rng.integers(0, rows * 3)), amounts=amounts))


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
        self.capacity, self.minimum = np.full(columns, 2), np.zeros(columns, int)
        # (name, lower, upper, share, price, pairs, amounts)
        self.rules = [rule("laptops", np.flatnonzero(without_device[self.row] & far), upper=max(1, round(0.06 * rows)))]
        antenna = np.argmin(((mentees[0][:, None] - towns[None, :6]) ** 2).sum(-1), 1)
        for number, size in enumerate(np.bincount(antenna, minlength=6)):
            self.rules.append(
                rule(f"antenna-{number}", np.flatnonzero(antenna[self.row] == number),
                     lower=int(np.floor(0.3 * size)), upper=int(np.ceil(0.8 * size))))
        for name, member in (("beginners", mentees[4] == 0), ("one-language", mentees[1].sum(1) <= 1)):
            share = round(member.mean() * 0.95, 3)
            self.rules.append(rule(name, np.flatnonzero(member[self.row]), share=(round(share * 1000), 1000)))

if __name__ == "__main__":
    rows, columns, length, seed, path = sys.argv[1:]
    write(Instance(int(rows), int(columns), None if length == "dense" else int(length), int(seed)), path)
