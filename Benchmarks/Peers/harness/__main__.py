"""The command line of the comparison; `Benchmarks/Peers/run` calls it."""

import argparse
import importlib.util
import sys
import time
from pathlib import Path

from harness import machine, measure, results
from harness.suite import Case, Suite, Tier

PEERS = Path(__file__).resolve().parent.parent
BENCHMARKS = PEERS.parent


def discover() -> list[Suite]:
    """All suites, by the name of their folder."""
    suites = []
    for path in sorted(PEERS.glob("suites/*/suite.py")):
        spec = importlib.util.spec_from_file_location(f"suites.{path.parent.name}", path)
        if spec is None or spec.loader is None:
            raise ImportError(path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        suites.append(module.suite())
    return suites


def main() -> int:
    suites = discover()
    parser = argparse.ArgumentParser(prog="Benchmarks/Peers/run", description="Compares with other codes.")
    parser.add_argument("--quick", action="store_true", help="the small tier, at most five minutes")
    parser.add_argument("--suite", action="append", choices=[suite.name for suite in suites],
                        help="only this suite; may be repeated")
    parser.add_argument("--case", action="append", default=[], metavar="TEXT",
                        help="only cases whose name contains TEXT; figures are shown, not kept")
    parser.add_argument("--keep", action="store_true",
                        help="with --case: put the figures in the place of those kept of the same cases, or beside them")
    parser.add_argument("--repeats", type=int, help="runs of each contender (2 in the quick tier, 3 in the full one)")
    parser.add_argument("--results-only", action="store_true", help="write RESULTS.md from the figures kept")
    options = parser.parse_args()
    tier: Tier = "quick" if options.quick else "full"
    repeats = options.repeats or (2 if options.quick else 3)

    start = time.monotonic()
    wrong = 0
    for suite in suites:
        if options.results_only or (options.suite and suite.name not in options.suite):
            continue
        cases = [case for case in suite.cases(tier) if is_wanted(case, options.case)]
        measured = tuple(measure.run(case, repeats) for case in cases)
        wrong += sum(m.remark == "WRONG" for case in measured for m in case.measurements)
        result = results.SuiteResult(suite.name, tier, machine.description(), measured)
        if measured and (options.keep or not options.case):
            kept = BENCHMARKS / "Results" / f"{suite.name}.json"
            if options.case and kept.exists():
                result = results.merged(results.load(kept), result, suite)
            results.save(BENCHMARKS / "Results", result)
    if options.keep or not options.case:
        results.write(BENCHMARKS, suites)
    print(f"{time.monotonic() - start:.0f} s; {wrong} wrong answers", file=sys.stderr)
    return 1 if wrong else 0


def is_wanted(case: Case, texts: list[str]) -> bool:
    return not texts or any(text in case.name for text in texts)


if __name__ == "__main__":
    sys.exit(main())
