"""`python -m crosscheck TOOL [--count N] [--seed S]`."""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from crosscheck import ours, peers, problem

KINDS = ["plain", "opt-out", "reviewers", "bounds"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="Benchmarks/Peers/cross-check")
    parser.add_argument("tool")
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", choices=KINDS, help="only problems of this kind")
    options = parser.parse_args()

    kinds = options.kind or KINDS
    counts: Counter[str] = Counter()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for index in range(options.count):
            rng = np.random.default_rng([options.seed, index])
            drawn = problem.draw(rng, kinds[index % len(kinds)])
            theirs = peers.answers(drawn)
            try:
                mine: int | str | None = ours.solve(
                    options.tool, drawn, Path(folder), divisor=10 ** int(rng.integers(0, 3)),
                    maximise=bool(rng.random() < 0.5))
            except AssertionError as error:
                mine = f"failed: {error}"
            counts[drawn.kind] += 1
            counts["infeasible"] += mine is None
            for name in theirs:
                counts[name] += 1
            if any(answer != mine for answer in theirs.values()):
                failed += 1
                print(f"problem {index} ({drawn.kind}, seed {options.seed}): ours {mine}, {theirs}", file=sys.stderr)
    print(", ".join(f"{name} {count}" for name, count in counts.items()))
    print(f"{options.count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
