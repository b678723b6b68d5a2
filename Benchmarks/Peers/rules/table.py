"""Writes what measure.py has kept: `Benchmarks/RULES.md` for people and `Benchmarks/Results/rules.json`.

    table.py

What was not measured is left out of the figures and named below the table.
"""
import json
import pathlib
import platform
import statistics

from measure import CONTENDERS, SEEDS, SIZES, folder, load, name_of

BENCHMARKS = pathlib.Path(__file__).parents[2]
NAMES = {"highs": "HiGHS", "cpsat": "CP-SAT", "cbc": "CBC", "glpk": "GLPK"}
HEAD = """# Rules over the whole matching: results

Written by `Benchmarks/Peers/rules/run`; not edited by hand. Laptop budget, six antenna quotas, two share rules, capacities
of 2; candidate lists of 20, of 50, and all pairs; three seeds. Every contender ran in a process of its own, one at a time,
on one thread; times are processor seconds of the solve call alone, so that other work on the machine counts as little as
possible. *plain* states the rules as bounds on sums, as one would first write them; *ours* is the formulation that this
engine exports. A cell is the median over the seeds that were proved optimal; otherwise "> s" is the least processor time
that the solver had used when its limit of 120 seconds by the clock ended it, with the widest gap it then knew. The values
of all that were proved optimal were compared: none differs.
"""


def measured(size, contender):
    found = {seed: load(name_of(size, seed), contender) for seed in SEEDS}
    return {seed: result for seed, result in found.items() if result}


def solved(results):
    return bool(results) and all(r["status"] == "optimal" for r in results.values())


def seconds(results):
    return statistics.median(r["cpuSeconds"] for r in results.values())


def told(results):
    if not results:
        return "–"
    memory = max(r["peakBytes"] for r in results.values()) / 2 ** 20
    room = f", {memory:.0f} MB" if memory else ""
    marks = "" if len(results) == len(SEEDS) else " " + "".join("*" for _ in range(len(SEEDS) - len(results)))
    if solved(results):
        return f"{seconds(results):.2f} s{room}{marks}"
    failed = [r for r in results.values() if r["status"] != "optimal"]
    gaps = [r["gap"] for r in failed]
    gap = "gap unknown" if None in gaps else f"gap {max(gaps):.3%}"
    some = f" ({len(results) - len(failed)} of {len(results)} proved)" if len(failed) < len(results) else ""
    return f"> {min(r['cpuSeconds'] for r in failed):.0f} s, {gap}{some}{room}{marks}"


def best(size, form):
    """The fastest peer that proved every seed it was given, by the seeds that ours shares; None when none did."""
    ours = measured(size, ("engine", "ours"))
    ratios = {}
    for contender in CONTENDERS:
        results = measured(size, contender)
        if contender[1] == form and solved(results):
            ratios[contender[0]] = statistics.median(
                results[seed]["cpuSeconds"] / ours[seed]["cpuSeconds"] for seed in results if seed in ours)
    if not ratios:
        return None
    name = min(ratios, key=ratios.get)
    return name, ratios[name]


def extra():
    """What published.py and agree.py have kept."""
    lines = []
    path = folder() / "large.json"
    if path.exists():
        lines += ["", "## 20,000 × 12,000, lists of 50", "",
                  "A million pairs under the same rules, to a proved gap of 0.01 % and to the optimum, at most 60 seconds by the "
                  "clock (`rules/run --large`). The gap is the one proved at the end; memory includes reading the instance.",
                  "", "| seed | asked | status | gap proved | seconds | processor | memory | pairs excluded |",
                  "|---|---|---|--:|--:|--:|--:|--:|"]
        for r in json.loads(path.read_text()):
            asked = f"gap ≤ {r['gapAsked']:.2%}" if r["gapAsked"] else "optimum"
            lines.append(
                f"| {r['seed']} | {asked} | {r['status']} | {r.get('gap', float('nan')):.6%} | {r['seconds']:.1f} s | "
                f"{r['cpuSeconds']:.1f} s | {r['peakBytes'] / 2 ** 20:.0f} MB | {r.get('excludedPairs', 0):,} of {r['pairs']:,} |")
    path = folder() / "agree.json"
    if path.exists():
        agreed = json.loads(path.read_text())
        lines += ["", "## Both routes and HiGHS", "",
                  f"{agreed['count']} random rule sets of 30 to 60 people, {agreed['infeasible']} of them contradictory: the whole "
                  "model to GLPK, the Lagrangian route, and HiGHS on the exported MPS file agree on every value and on every "
                  "contradiction (`rules/run --agree`)."]
    path = folder() / "published.json"
    if path.exists():
        lines += ["", "## Published instances", "",
                  "Generalised assignment with five agents (OR-Library and Yagiura's sets), and four MIPLIB programs "
                  "(`rules/run --published`). *proved* is the bound, the same as *found* where the optimum is proved. "
                  "Seconds are of the processor, the limit is by the clock: on a busy machine a solve may end at the limit "
                  "long before it has used it.", "",
                  "| instance | status | found | proved | published | seconds (limit) |", "|---|---|--:|--:|--:|--:|"]
        lines += [f"| {r['instance']} | {r['status']} | {r['found']} | {r['bound']} | {r['published']} | "
                  f"{r['seconds']:.2f} ({r['limit']:g}) |" for r in json.loads(path.read_text())]
    return lines


def main():
    lines = [HEAD]
    records, missing = [], []
    lines.append("| instance | this engine | best on the plain model | best on our formulation |")
    lines.append("|---|--:|---|---|")
    details = ["| instance | " + " | ".join(f"{NAMES[s]} {f}" for s, f in CONTENDERS) + " |",
               "|---" + "|--:" * len(CONTENDERS) + "|"]
    for size in SIZES:
        title = f"{size[0]} × {size[1]}, " + ("all pairs" if size[2] == "dense" else f"lists of {size[2]}")
        ours = measured(size, ("engine", "ours"))
        cells = [told(ours)]
        for form, aim in (("plain", 5), ("ours", 1)):
            found = best(size, form)
            if found is None:
                cells.append("none of those measured proved it" if any(measured(size, c) for c in CONTENDERS if c[1] == form) else "–")
            else:
                mark = "✓" if found[1] >= aim else "✗"
                cells.append(f"{NAMES[found[0]]}, {found[1]:.1f} times our time (aim ≥ {aim}) {mark}")
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
        details.append(f"| {title} | " + " | ".join(told(measured(size, c)) for c in CONTENDERS) + " |")
        for contender in [("engine", "ours"), *CONTENDERS]:
            results = measured(size, contender)
            records += [
                {"rows": size[0], "columns": size[1], "list": size[2], "seed": seed, "contender": "-".join(contender),
                 **{key: result.get(key) for key in ("status", "value", "gap", "cpuSeconds", "seconds", "peakBytes", "date")}}
                for seed, result in results.items()]
            left = [str(seed) for seed in SEEDS if seed not in results]
            if left:
                missing.append(f"{title}, {'-'.join(contender)}: seed{'s' if len(left) > 1 else ''} {', '.join(left)}")
    lines += ["", "## Every contender", ""] + details
    lines += ["", "Each `*` is a seed that was not measured for that cell."] if missing else []
    lines += extra()
    lines += ["", f"- machine: {platform.machine()}, Linux, 2 cores, one used",
              f"- dates: {', '.join(sorted({r['date'] for r in records if r['date']}))}"]
    if missing:
        lines.append(f"- not measured: {len(missing)} cells in part or whole (see `Results/rules.json` for what was)")
    (BENCHMARKS / "RULES.md").write_text("\n".join(lines) + "\n")
    (BENCHMARKS / "Results" / "rules.json").write_text(json.dumps(records, indent=1) + "\n")


if __name__ == "__main__":
    main()
