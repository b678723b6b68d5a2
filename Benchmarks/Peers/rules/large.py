"""Solves 20,000 x 12,000 people with candidate lists of 50 under the rules of the table, and keeps what was proved. A later
run replaces the seeds it measures.

    large.py SOLVE_RULES [SEED]...

Each seed twice, in a process of its own: to a proved gap of at most 0.01 %, and to the optimum; both end after 60 seconds.
Memory is the most the process held, reading the instance included.
"""
import datetime
import json
import sys

from measure import SEEDS, folder, instance_file, line

SIZE = (20_000, 12_000, "50")
SECONDS = 60
GAP = 0.0001


def main():
    program, *seeds = sys.argv[1:]
    kept = folder() / "large.json"
    seeds = [int(seed) for seed in seeds] or SEEDS
    results = [r for r in (json.loads(kept.read_text()) if kept.exists() else []) if r["seed"] not in seeds]
    for seed in seeds:
        path = instance_file(SIZE, seed)
        for gap in (GAP, 0):
            result = line(program, "--limit", SECONDS, "--gap", gap, path)
            del result["instance"]
            results.append({"seed": seed, "gapAsked": gap, **result, "date": datetime.date.today().isoformat()})
            print(json.dumps(results[-1]), flush=True)
            kept.write_text(json.dumps(sorted(results, key=lambda r: (r["seed"], -r["gapAsked"])), indent=1) + "\n")


if __name__ == "__main__":
    main()
