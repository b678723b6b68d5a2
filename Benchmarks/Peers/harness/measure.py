"""Runs the contenders of a case, interleaved, each run in a process of its own."""

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass, field

from harness.suite import Case, CaseResult, Contender, Measurement

# A solve longer than this is run once only.
LONG_SECONDS = 8.0
# What a process may take beside the solve: starting, reading the instance, making the peer's own form of it.
OVERHEAD_SECONDS = 60.0


@dataclass
class Runs:
    """The runs of one contender on one case."""

    contender: Contender
    seconds: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    peak_bytes: list[int] = field(default_factory=list)
    base_bytes: int = 0
    value: int | None = None
    remark: str | None = None

    @property
    def is_finished(self) -> bool:
        return self.remark is not None or (bool(self.seconds) and self.seconds[-1] > LONG_SECONDS)

    def add(self, case: Case) -> None:
        limit = case.limit + OVERHEAD_SECONDS * max(1.0, case.input_bytes / 4e8)
        try:
            process = subprocess.run(
                self.contender.command, capture_output=True, timeout=limit, text=True)
        except subprocess.TimeoutExpired:
            self.remark = f"> {case.limit:.0f} s"
            return
        if process.returncode != 0:
            last = (process.stderr.strip().splitlines() or ["no message"])[-1]
            self.remark = f"failed: {last[:120]}"
            return
        record = json.loads(process.stdout.strip().splitlines()[-1])
        self.seconds.append(record["seconds"])
        self.cpu_seconds.append(record.get("cpuSeconds", record["seconds"]))
        self.peak_bytes.append(record["peakBytes"])
        self.base_bytes = record.get("baseBytes", 0)
        if self.value is not None and record["value"] != self.value:
            self.remark = "answers differ between runs"
        self.value = record["value"]

    def measurement(self, right: int | None) -> Measurement:
        remark = self.remark
        if remark is None and self.value is not None and right is not None and self.value != right:
            off = abs(self.value - right) / max(1, abs(right))
            remark = f"not optimal (off by {off:.1e})" if self.contender.is_rounded else "WRONG"
        has_time = bool(self.seconds) and (remark is None or remark.startswith("not optimal"))
        return Measurement(
            self.contender.name, self.contender.is_ours, self.contender.is_default, len(self.seconds),
            statistics.median(self.seconds) if has_time else None,
            statistics.median(self.cpu_seconds) if has_time else None,
            max(self.peak_bytes) if self.peak_bytes else None, self.base_bytes, self.value, remark)


def run(case: Case, repeats: int) -> CaseResult:
    """All contenders take turns, so that a disturbance of the machine meets all of them."""
    case.prepare()
    runs = [Runs(contender) for contender in case.contenders]
    for _ in range(repeats):
        for entry in runs:
            if not entry.is_finished:
                entry.add(case)
    right = agreed_value(runs)
    result = CaseResult(
        case.name, case.group, case.size, case.input_bytes, case.aim, case.aim_peer,
        tuple(entry.measurement(right) for entry in runs))
    print(line(result), file=sys.stderr, flush=True)
    return result


def agreed_value(runs: list[Runs]) -> int | None:
    """The optimum. Codes that compute exactly must agree; the value of the majority is held against the rest, and a
    peer in single precision has no say."""
    values = [entry.value for entry in runs if entry.value is not None and not entry.contender.is_rounded]
    return statistics.mode(values) if values else None


def line(result: CaseResult) -> str:
    parts = [f"{m.contender} {m.seconds:.4g}" if m.seconds is not None else f"{m.contender} {m.remark}"
             for m in result.measurements]
    ratio = result.ratio()
    return f"{result.name}: {', '.join(parts)}" + (f"; ratio {ratio:.2f}" if ratio is not None else "")
