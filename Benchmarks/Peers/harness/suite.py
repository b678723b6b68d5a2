"""What a suite is: cases, and who takes part in each.

A suite is a folder `suites/NAME` whose `suite.py` has a function `suite() -> Suite`. Nothing else names it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Tier = Literal["quick", "full"]


@dataclass(frozen=True)
class Contender:
    """A program that solves a case: it prints one JSON line with `seconds`, `value` and `peakBytes`, and optionally
    `cpuSeconds` and `baseBytes` (what it held before it read anything)."""

    name: str
    command: tuple[str, ...]
    is_ours: bool = False
    # Ours of which the ratios speak; others of ours are shown beside it.
    is_default: bool = False
    # Works in single precision: a value that is slightly off is marked, not an error.
    is_rounded: bool = False


@dataclass(frozen=True)
class Case:
    """One instance and its contenders."""

    name: str
    # Cases of one group are a line of the growth plot.
    group: str
    # Where the case stands in the growth plot, for example the number of rows.
    size: int
    # Makes the input files if they are not there yet.
    prepare: Callable[[], None]
    contenders: tuple[Contender, ...]
    # The bytes of the costs, for the memory ratio; 0 when that says nothing.
    input_bytes: int = 0
    # How many times faster than the fastest peer (or than `aim_peer`) we mean to be.
    aim: float | None = None
    aim_peer: str | None = None
    # Seconds a solve may take before it is stopped and shown as "more than".
    limit: float = 60


@dataclass(frozen=True)
class Suite:
    name: str
    title: str
    # What the instances are, for the head of its section.
    text: str
    cases: Callable[[Tier], list[Case]]
    # Sentences drawn from the whole suite's figures, written under its table.
    conclusions: Callable[[list["CaseResult"]], list[str]] = field(default=lambda results: [])


@dataclass(frozen=True)
class Measurement:
    """What one contender did on one case. Times are medians of its runs, in seconds."""

    contender: str
    is_ours: bool
    is_default: bool
    runs: int
    seconds: float | None
    cpu_seconds: float | None
    peak_bytes: int | None
    # What the process held before it read the instance; 0 when it does not tell.
    base_bytes: int
    value: int | None
    # Why there is no time, or what is wrong with the answer.
    remark: str | None


@dataclass(frozen=True)
class CaseResult:
    name: str
    group: str
    size: int
    input_bytes: int
    aim: float | None
    aim_peer: str | None
    measurements: tuple[Measurement, ...]

    def ours(self) -> Measurement | None:
        """Our default solver, when it answered."""
        return next((m for m in self.measurements if m.is_default and m.seconds is not None), None)

    def fastest_peer(self) -> Measurement | None:
        """The fastest of the peers with the optimum, or the one the aim names."""
        peers = [m for m in self.measurements
                 if not m.is_ours and m.seconds is not None and m.remark is None
                 and self.aim_peer in (None, m.contender)]
        return min(peers, key=lambda m: m.seconds or 0, default=None)

    def ratio(self) -> float | None:
        """How many times faster than that peer we are."""
        ours, peer = self.ours(), self.fastest_peer()
        if ours is None or peer is None or not ours.seconds or not peer.seconds:
            return None
        return peer.seconds / ours.seconds
