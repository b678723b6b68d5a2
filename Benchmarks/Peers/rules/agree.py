"""Route 1, route 2 and HiGHS (on the exported MPS) on random rules, contradictory ones included.

    agree.py SOLVE_RULES [COUNT]

Prints what was compared; fails at the first disagreement.
"""
import json
import os
import subprocess
import sys
import tempfile

import highspy

from instances import RandomRules, write
import measure

program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000
with tempfile.TemporaryDirectory() as folder:
    paths = []
    for seed in range(count):
        paths.append(os.path.join(folder, f"{seed}.txt"))
        write(RandomRules(seed), paths[-1])

    def run(*options):
        text = subprocess.run([program, *options, *paths], check=True, capture_output=True, text=True).stdout
        return [json.loads(line) for line in text.splitlines()]

    large, whole = run("--mps", folder), run("--whole")
    infeasible = 0
    for path, ours, glpk in zip(paths, large, whole):
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 0.1)
        highs.readModel(path + ".mps")
        highs.run()
        status = highs.modelStatusToString(highs.getModelStatus()).lower()
        found = status == "optimal" or highs.getLp().num_col_ == 0
        value = round(-highs.getInfo().objective_function_value) if found else None
        infeasible += not found
        answers = {
            "route 2": (ours["status"], ours.get("value")), "route 1": (glpk["status"], glpk.get("value")),
            "HiGHS": ("optimal" if found else "infeasible" if "infeasible" in status else status, value),
        }
        if len(set(answers.values())) != 1:
            sys.exit(f"{os.path.basename(path)}: {answers}")
    (measure.folder() / "agree.json").write_text(json.dumps({"count": count, "infeasible": infeasible}))
    print(f"{count} random rule sets: route 1, route 2 and HiGHS agree; {infeasible} of them contradictory")
