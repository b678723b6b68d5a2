"""The table of rules/run: our engine and the peers, one process at a time, in turn."""
import json
import os
import statistics
import subprocess
import sys

program, *options = sys.argv[1:]
quick = "--quick" in options
limit = 120
cache = os.path.join(os.environ["MENTOR_MATCH_CACHE"], "rules")
os.makedirs(cache, exist_ok=True)
here = os.path.dirname(os.path.abspath(__file__))
sizes = [(300, 200, "20"), (300, 200, "50"), (300, 200, "dense")]
if not quick:
    sizes += [(1000, 600, "20"), (1000, 600, "50"), (1000, 600, "dense")]
seeds = [11] if quick else [11, 12, 13]
contenders = [(s, f) for s in ("highs", "cpsat", "cbc", "glpk") for f in ("plain", "ours")]


def line(*command):
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads(text.splitlines()[-1])


def told(results):
    """Median seconds when all were solved, otherwise the widest gap at the limit; and the most memory."""
    memory = max(r["peakBytes"] for r in results) / 2 ** 20
    if all(r["status"] == "optimal" for r in results):
        return f"{statistics.median(r['cpuSeconds'] for r in results):.2f} ({memory:.0f} MB)"
    gaps = [r["gap"] for r in results]
    gap = "no gap known" if None in gaps else f"gap {max(gaps):.2%}"
    return f"> {limit}, {gap} ({memory:.0f} MB)"


print("| instance | this engine | " + " | ".join(f"{s} {f}" for s, f in contenders) + " |")
print("|---" * (len(contenders) + 2) + "|")
for rows, columns, length in sizes:
    ours, theirs = [], {c: [] for c in contenders}
    for seed in seeds:
        path = os.path.join(cache, f"{rows}-{columns}-{length}-{seed}.txt")
        model = path + ".mps"
        if not os.path.exists(path):
            subprocess.run([sys.executable, os.path.join(here, "instances.py"), str(rows), str(columns), length, str(seed), path],
                           check=True)
        ours.append(line(program, "--mps", model, path))
        for contender in contenders:
            result = line(sys.executable, os.path.join(here, "peers.py"), *contender, path, str(limit), model)
            if result["status"] == "optimal" and abs(result["value"] - ours[-1]["value"]) > 0.5:
                sys.exit(f"{path}: {contender} found {result['value']}, we {ours[-1]['value']}")
            theirs[contender].append(result)
    cells = [told(ours)] + [told(theirs[c]) for c in contenders]
    print(f"| {rows} × {columns}, {length} | " + " | ".join(cells) + " |", flush=True)
