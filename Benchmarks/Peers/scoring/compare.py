"""Pairs scored per second: our kernels, plain C and NumPy on the same people in one run, every score compared."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent))

from harness.machine import description  # noqa: E402

import vectorised  # noqa: E402

MENTEES, MENTORS = 200, 16384
ROSTERS = {"a few evenings (3 to 5 stretches)": (3, 5), "most of the week (8 to 11 stretches)": (8, 11)}
AIMS = {"avx512-vbmi": 1000, "avx512": 1000, "avx2": 500, "portable-c": 150}
KERNELS = ["avx512-vbmi", "avx512", "avx2", "portable-c", "portable"]


def last_json(command: list[str]) -> dict[str, float]:
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(result.stdout.splitlines()[-1])


def measure(tool: str, compiler: str, stretches: tuple[int, int]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rates = last_json([tool, name, str(MENTEES), str(MENTORS), str(stretches[0]), str(stretches[1]), "1"])
        for level in ("-O2", "-O3"):
            program = folder / "reference"
            subprocess.run(
                [compiler, level, "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-ffp-contract=off", "-o", str(program),
                 str(here / "reference.c"), "-lm"], check=True)
            rates[f"C {level}"] = last_json([str(program), name, str(MENTEES), str(MENTORS)])["rate"]
        rates["NumPy"] = vectorised.rate(folder, MENTEES, MENTORS)
        return rates


def page(facts: dict[str, str], measured: dict[str, dict[str, float]]) -> str:
    lines = [
        "# Scoring rates", "",
        "Written by `Benchmarks/Peers/scoring/run`; not edited by hand. Million pairs a second on one core, all five criteria of",
        f"the default policy, {MENTEES} mentees against {MENTORS} mentors of one city: 336 half hours, 520 sector codes of four",
        "symbols. Our time includes preparing each mentee's row. Every score was compared, of all contenders.", "",
    ]
    lines += [f"- {name}: {value}" for name, value in facts.items()]
    names = [kernel for kernel in KERNELS if any(kernel in rates for rates in measured.values())]
    names += ["C -O2", "C -O3", "NumPy"]
    lines += ["", "| people are free | pairs that are candidates | " + " | ".join(names) + " | two threads |",
              "|---|--:|" + "--:|" * (len(names) + 1)]
    for roster, rates in measured.items():
        cells = []
        for name in names:
            aim = AIMS.get(name)
            mark = "" if aim is None else f" (aim {aim} {'✓' if rates[name] >= aim else '✗'})"
            cells.append(f"{rates[name]:,.0f}{mark}" if rates[name] >= 10 else f"{rates[name]:.1f}{mark}")
        scaling = rates["two threads"] / rates["one thread"]
        lines.append(f"| {roster} | {100 * rates['candidates']:.0f} % | " + " | ".join(cells) + f" | {scaling:.2f} × |")
    return "\n".join(lines) + "\n"


def main() -> None:
    tool, compiler = sys.argv[1:3]
    measured = {name: measure(tool, compiler, stretches) for name, stretches in ROSTERS.items()}
    results = here.parent.parent
    text = page(description(), measured)
    (results / "SCORING.md").write_text(text)
    (results / "Results" / "scoring.json").write_text(json.dumps(measured, indent=2) + "\n")
    print(text)


main()
