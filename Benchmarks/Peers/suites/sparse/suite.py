"""Lists of candidates."""

import sys

from harness import cache, ours
from harness.suite import Case, Contender, Suite, Tier

SEED = 7


def suite() -> Suite:
    return Suite(
        "sparse", "Lists of candidates",
        "k candidates a row. random: random columns, costs 1…10⁶; knn: the k nearest people of 30 towns, "
        "mentoring-like costs; knnu: the k nearest of points in a square, costs are distances. *every row*: all rows "
        "must be matched (a hidden perfect matching makes it possible), at least cost; *opt-out*: a pair gains 10⁶ "
        "minus its cost, a row may stay unmatched at 0.",
        cases)


def cases(tier: Tier) -> list[Case]:
    if tier == "quick":
        every_row = [(20_000, 20)]
        opt_out = [(family, size, size, 20) for family in ("random", "knn", "knnu") for size in (5_000, 20_000)]
        opt_out.append(("random", 20_000, 12_000, 50))
    else:
        every_row = [(20_000, 20), (100_000, 20), (100_000, 50)]
        opt_out = [
            (family, 100_000, 100_000, length) for family in ("random", "knn", "knnu") for length in (10, 20, 50)]
        opt_out += [(family, 20_000, 20_000, 20) for family in ("random", "knn", "knnu")]
        opt_out += [(family, 200_000, 120_000, 50) for family in ("random", "knn")]
    return ([case("random", size, size, length, True, tier) for size, length in every_row]
            + [case(family, rows, columns, length, False, tier) for family, rows, columns, length in opt_out])


def case(family: str, rows: int, columns: int, length: int, every_row: bool, tier: Tier) -> Case:
    path = cache.sparse(family, rows, columns, length, every_row, SEED)
    kind = "every row" if every_row else "opt-out"
    aim_peer = "ortools-lsa" if every_row else "ortools-flow"
    full_size = rows >= 100_000
    aim = (2.0 if every_row else 50.0 if rows > columns else 5.0) if full_size else None
    return Case(
        name=f"{family} {rows} × {columns}, k = {length}, {kind}", group=f"{family} k = {length} {kind}", size=rows,
        prepare=lambda: cache.make(
            path, "sparse", family, rows, columns, SEED, length, "true" if every_row else "false"),
        contenders=tuple(
            ours.contenders("sparse", path, only_default=tier == "quick") + peers(str(path), every_row, rows, tier)),
        input_bytes=8 * rows * length, aim=aim, aim_peer=aim_peer, limit=20 if tier == "quick" else 120)


def peers(path: str, every_row: bool, rows: int, tier: Tier) -> list[Contender]:
    if every_row:
        names = ["ortools-lsa", "ortools-flow"] + (["lapmod", "scipy"] if tier == "full" else [])
    else:
        # SciPy's sparse matching needs minutes where many rows stay unmatched.
        names = ["ortools-flow"] + (["scipy"] if rows <= 5_000 or (tier == "full" and rows <= 20_000) else [])
    return [Contender(name, (sys.executable, "-m", "peers", name, path)) for name in names]
