"""Full cost tables of six families."""

import sys

from harness import cache, ours
from harness.suite import Case, CaseResult, Contender, Suite, Tier

SEED = 7
FAMILIES = ["unif", "u100", "low", "lowt", "geo", "mw"]
SQUARE = {"quick": [600, 1_000, 2_000], "full": [600, 1_000, 2_000, 5_000, 10_000]}
WIDE = {"quick": [(1_000, 600)], "full": [(1_000, 600), (10_000, 6_000)]}
# Beyond these sizes a peer needs minutes or more memory than the machine has.
LARGEST = {"highs": 600, "ortools-flow": 1_000, "ortools-lsa": 10_000, "scipy": 10_000}


def suite() -> Suite:
    return Suite(
        "dense", "Full tables",
        "n × n (or rows × columns), all pairs allowed; everybody of the scarce side is matched at least cost. "
        "unif: uniform 1…10⁶; u100: uniform 1…100; low: mentoring-like costs; lowt: the same with everybody exactly "
        "in a town; geo: Euclidean distances; mw: i · j (Machol–Wien). Ours reads tables of more than two million pairs "
        "on two threads; the other codes use one.",
        cases, conclusions)


def cases(tier: Tier) -> list[Case]:
    shapes = [(size, size) for size in SQUARE[tier]]
    square = [case(family, *shape, tier) for family in FAMILIES for shape in shapes]
    wide = [case("low", *shape, tier) for shape in WIDE[tier]]
    large = [case("unif", 5_000, 5_000, tier)] if tier == "quick" else []
    return square + wide + large


def case(family: str, rows: int, columns: int, tier: Tier) -> Case:
    path = cache.dense(family, rows, columns, SEED)
    return Case(
        name=f"{family} {rows} × {columns}", group=family if rows == columns else f"{family} wide", size=rows,
        prepare=lambda: cache.make(path, "dense", family, rows, columns, SEED),
        contenders=tuple(
            ours.contenders("dense", path, only_default=tier == "quick" or rows > 2_000)
            + peers(str(path), family, rows, columns, tier)),
        input_bytes=4 * rows * columns, aim=aim(family, rows), limit=10 if tier == "quick" else 60)


def peers(path: str, family: str, rows: int, columns: int, tier: Tier) -> list[Contender]:
    names = ["scipy", "lapx", "lapx-single"]
    if rows == columns:
        names += ["lapjv", "ortools-lsa"]
    if rows <= LARGEST["ortools-flow"] and tier == "full":
        names.append("ortools-flow")
    # On the product family the simplex method needs half a minute at 300 rows.
    if rows <= LARGEST["highs"] and tier == "full" and family != "mw":
        names.append("highs")
    return [
        Contender(name, (sys.executable, "-m", "peers", name, path), is_rounded=name in ("lapjv", "lapx-single"))
        for name in names
    ]


def aim(family: str, rows: int) -> float | None:
    if rows <= 1_000:
        return 1.5
    if rows < 5_000:
        return None
    return 2 if family == "u100" else 5


def conclusions(results: list[CaseResult]) -> list[str]:
    """No family may take much longer than the uniform one of the same size."""
    unif = {case.name.removeprefix("unif "): case.ours() for case in results if case.group == "unif"}
    worst: tuple[float, str] | None = None
    for case in results:
        base = unif.get(case.name.split(" ", 1)[1])
        mine = case.ours()
        if base and mine and base.seconds and mine.seconds:
            share = mine.seconds / base.seconds
            worst = max(worst or (0.0, ""), (share, case.name))
    return [] if worst is None else [
        f"Our slowest family beside unif of the same size: {worst[1]}, {worst[0]:.1f} times (aim: at most 10)."]
