"""Keeps what was measured (`Benchmarks/Results/SUITE.json`) and writes it for people: `Benchmarks/RESULTS.md` and one
growth plot a group."""

import dataclasses
import json
import re
from dataclasses import dataclass
from pathlib import Path

from harness import chart
from harness.suite import CaseResult, Measurement, Suite

HEAD = """# Results

Written by `Benchmarks/Peers/run`; not edited by hand. Every contender solved the same files, in turns, each run in a
process of its own; a time is the median of the solve call alone, in milliseconds. `*` is a single run.
The optimum of every case was compared between all contenders, and ours was proven by its certificate.
The *ratio* is the time of the fastest exact peer (or of the peer named) divided by ours: 5 is five times faster.
*Memory* is the most that our process held, less what it held before it read the file, divided by the size of the
costs.
"""


@dataclass(frozen=True)
class SuiteResult:
    name: str
    tier: str
    machine: dict[str, str]
    cases: tuple[CaseResult, ...]


def save(folder: Path, result: SuiteResult) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{result.name}.json").write_text(json.dumps(dataclasses.asdict(result), indent=1) + "\n")


def load(path: Path) -> SuiteResult:
    record = json.loads(path.read_text())
    cases = tuple(
        CaseResult(**{**case, "measurements": tuple(Measurement(**entry) for entry in case["measurements"])})
        for case in record["cases"])
    return SuiteResult(record["name"], record["tier"], record["machine"], cases)


def merged(kept: SuiteResult, new: SuiteResult, suite: Suite) -> SuiteResult:
    """The kept figures with new ones of single cases, in the order of the suite. The commit of each part is told."""
    cases = {case.name: case for case in kept.cases} | {case.name: case for case in new.cases}
    names = [case.name for tier in ("quick", "full") for case in suite.cases(tier)]
    order = {name: index for index, name in reversed(list(enumerate(names)))}
    tier = kept.tier if new.tier in kept.tier else f"{kept.tier}, and cases of the {new.tier} one"
    commits = [commit.strip() for part in (kept, new) for commit in part.machine["commit"].split(",")]
    return SuiteResult(
        kept.name, tier, new.machine | {"commit": ", ".join(dict.fromkeys(commits))},
        tuple(sorted(cases.values(), key=lambda case: order.get(case.name, len(order)))))


def write(benchmarks: Path, suites: list[Suite]) -> None:
    """Writes the document from the newest figures of every suite that has any."""
    parts = [HEAD]
    for suite in suites:
        path = benchmarks / "Results" / f"{suite.name}.json"
        if path.exists():
            parts.append(section(suite, load(path), benchmarks))
    (benchmarks / "RESULTS.md").write_text("\n".join(parts))


def section(suite: Suite, result: SuiteResult, benchmarks: Path) -> str:
    lines = [f"## {suite.title}", "", suite.text, ""]
    lines += [f"- {name}: {value}" for name, value in result.machine.items()]
    lines += [f"- tier: {result.tier}", ""]
    names = list(dict.fromkeys(m.contender for case in result.cases for m in case.measurements))
    lines.append("| case | " + " | ".join(names) + " | fastest peer | ratio | aim | memory |")
    lines.append("|---|" + "--:|" * len(names) + "---|--:|---|--:|")
    lines += [row(case, names) for case in result.cases]
    lines.append("")
    lines += [f"- {sentence}" for sentence in summary(result) + suite.conclusions(list(result.cases))]
    lines.append("")
    for group in dict.fromkeys(case.group for case in result.cases):
        name = plot(suite, group, result, benchmarks)
        if name:
            lines.append(f"![{suite.title}, {group}: seconds over size](Results/{name})")
    return "\n".join(lines) + "\n"


def row(case: CaseResult, names: list[str]) -> str:
    by_name = {m.contender: m for m in case.measurements}
    ours, peer, ratio = case.ours(), case.fastest_peer(), case.ratio()
    aim = "" if case.aim is None else f"≥ {case.aim:g}" + ("" if ratio is None else " ✓" if ratio >= case.aim else " ✗")
    memory = ""
    if ours and ours.peak_bytes and case.input_bytes:
        memory = f"{(ours.peak_bytes - ours.base_bytes) / case.input_bytes:.2f}"
    cells = [case.name, *(cell(by_name.get(name)) for name in names), peer.contender if peer else "",
             f"{ratio:.2f}" if ratio is not None else "", aim, memory]
    return "| " + " | ".join(cells) + " |"


def cell(measurement: Measurement | None) -> str:
    if measurement is None:
        return "–"
    if measurement.seconds is None:
        return measurement.remark or "–"
    mark = ("*" if measurement.runs == 1 else "") + (f" ({measurement.remark})" if measurement.remark else "")
    return f"{milliseconds(measurement.seconds)}{mark}"


def milliseconds(seconds: float) -> str:
    value = 1000 * seconds
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def summary(result: SuiteResult) -> list[str]:
    """How many aims were met, and every miss by name."""
    aimed = [case for case in result.cases if case.aim is not None and case.ratio() is not None]
    missed = [case for case in aimed if (case.ratio() or 0) < (case.aim or 0)]
    if not aimed:
        return []
    sentences = [f"Aims met: {len(aimed) - len(missed)} of {len(aimed)}."]
    if missed:
        sentences.append("Missed: " + "; ".join(
            f"{case.name} ({case.ratio():.2f} instead of {case.aim:g})" for case in missed) + ".")
    return sentences


def plot(suite: Suite, group: str, result: SuiteResult, benchmarks: Path) -> str | None:
    """Writes the plot of a group of at least two sizes."""
    cases = [case for case in result.cases if case.group == group]
    if len({case.size for case in cases}) < 2:
        return None
    points: dict[str, list[tuple[float, float]]] = {}
    ours: set[str] = set()
    for case in cases:
        for measurement in case.measurements:
            if measurement.seconds is not None:
                points.setdefault(measurement.contender, []).append((case.size, measurement.seconds))
                if measurement.is_ours:
                    ours.add(measurement.contender)
    lines = [chart.Line(name, tuple(values), name in ours) for name, values in points.items()]
    name = re.sub(r"[^A-Za-z0-9]+", "-", f"{suite.name} {group}") + ".svg"
    (benchmarks / "Results" / name).write_text(chart.svg(f"{suite.title}: {group}", "rows", lines))
    return name
