"""Published instances: generalised assignment (every job to one agent, agents with hours) and mixed-integer programs.

    published.py SOLVE_RULES DATA [LIMIT] [PATTERN]

Kept for the table of `table.py`. DATA has the folders gap (OR-Library format, bounds.csv) and mip_mps (MPS files, optimal.csv). Where a solve ends at the
limit, the answer must be a solution with a bound that encloses the optimum, within the limit and a tenth.
"""
import csv
import fnmatch
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from instances import rule, write
from measure import folder

program, data = sys.argv[1:3]
limit = float(sys.argv[3]) if len(sys.argv) > 3 else 20.0
pattern = sys.argv[4] if len(sys.argv) > 4 else "?05*"


class Generalised:
    """Jobs are rows, agents are columns; the gain of a pair is `offset` less its cost."""

    offset = 1000

    def __init__(self, path):
        numbers = np.array(open(path).read().split(), int)
        agents, jobs = numbers[:2]
        cost = numbers[2:2 + agents * jobs].reshape(agents, jobs)
        use = numbers[2 + agents * jobs:2 + 2 * agents * jobs].reshape(agents, jobs)
        hours = numbers[2 + 2 * agents * jobs:][:agents]
        self.rows, self.columns = jobs, agents
        self.row, self.column = np.repeat(np.arange(jobs), agents), np.tile(np.arange(agents), jobs)
        self.score = self.offset - cost[self.column, self.row]
        self.capacity, self.minimum = np.full(agents, jobs), np.zeros(agents, int)
        self.rules = [rule("everybody", np.arange(len(self.row)), lower=jobs)]
        for agent in range(agents):
            pairs = np.flatnonzero(self.column == agent)
            self.rules.append(rule(f"hours-{agent}", pairs, upper=hours[agent], amounts=use[agent, self.row[pairs]]))


def solve(path, *options):
    text = subprocess.run([program, "--limit", str(limit), *options, path], check=True, capture_output=True, text=True).stdout
    return json.loads(text.splitlines()[-1])


failures, kept = 0, []
for known in csv.DictReader(open(os.path.join(data, "gap", "bounds.csv"))):
    if not fnmatch.fnmatch(known["instance"], pattern) and not fnmatch.fnmatch(known["instance"], "c05*"):
        continue
    instance = Generalised(os.path.join(data, "gap", known["instance"] + ".txt"))
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        write(instance, file.name)
        answer = solve(file.name)
    total = int(instance.rows) * Generalised.offset
    cost = total - answer["value"] if "value" in answer else None
    least = total - answer["bound"] if "bound" in answer else None
    optimum = int(float(known["min_lb"]))
    right = answer["status"] == "optimal" and cost == optimum or (
        answer["status"] == "feasible" and least <= optimum <= cost and answer["seconds"] <= 1.1 * limit)
    failures += not right
    kept.append({"instance": known["instance"], "status": answer["status"], "found": cost, "published": optimum,
                 "bound": least, "seconds": answer["cpuSeconds"], "limit": limit})
    print(f"{known['instance']}: {answer['status']}, cost {cost} (published {optimum}, proved at least {least}), "
          f"{answer['seconds']:.2f} s{'' if right else '  WRONG'}", flush=True)
for known in csv.DictReader(open(os.path.join(data, "mip_mps", "optimal.csv"))):
    answer = solve(os.path.join(data, "mip_mps", known["instance"] + ".mps"))
    optimum = float(known["highs_optimum"])
    right = answer["status"] == "optimal" and abs(answer["value"] - optimum) <= 1e-6 * max(1, abs(optimum)) or (
        answer["status"] == "feasible" and answer["bound"] <= optimum + 1e-6 and answer["value"] >= optimum - 1e-6)
    failures += not right
    kept.append({"instance": known["instance"], "status": answer["status"], "found": round(answer["value"], 6),
                 "published": round(optimum, 6), "bound": round(answer["bound"], 6), "seconds": answer["seconds"],
                 "limit": limit})
    print(f"{known['instance']}: {answer['status']}, {answer['value']} (published {optimum}), {answer['seconds']:.2f} s"
          f"{'' if right else '  WRONG'}", flush=True)
(folder() / "published.json").write_text(json.dumps(kept))
sys.exit(f"{failures} wrong" if failures else 0)
