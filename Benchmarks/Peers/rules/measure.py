"""Measures our engine and the peers on the instances of the table, one process at a time, and keeps every result.

    measure.py SOLVE_RULES [--quick] [--seed SEED]... [--peer NAME]... [--limit SECONDS] [--only COUNT] [--ours]

A result is a file in the cache folder, so a run that was ended goes on where it stopped. Ours is measured again beside
the peers of an instance, and everywhere by --ours. --only ends after so many measurements of peers. Exit code 3: something
is left to measure.
"""
import argparse
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
SIZES = [
    (rows, columns, length) for rows, columns in ((300, 200), (1000, 600)) for length in ("20", "50", "dense")]
SEEDS = (11, 12, 13)
CONTENDERS = [(solver, form) for solver in ("highs", "cpsat", "cbc", "glpk") for form in ("plain", "ours")]
REPEATS = 3


def folder():
    path = pathlib.Path(os.environ["MENTOR_MATCH_CACHE"]) / "rules"
    (path / "measured").mkdir(parents=True, exist_ok=True)
    return path


def name_of(size, seed):
    return "-".join(map(str, (*size, seed)))


def result_path(instance, contender):
    return folder() / "measured" / ("-".join((instance, *contender)) + ".json")


def load(instance, contender):
    path = result_path(instance, contender)
    return json.loads(path.read_text()) if path.exists() else None


def keep(instance, contender, result):
    path = result_path(instance, contender)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(result) + "\n")
    part.rename(path)


def line(*command, patience=None):
    words = [str(word) for word in command]
    text = subprocess.run(words, capture_output=True, text=True, check=True, timeout=patience).stdout
    return json.loads(text.splitlines()[-1])


def instance_file(size, seed):
    path = folder() / (name_of(size, seed) + ".txt")
    if not path.exists():
        part = path.with_suffix(".part")
        subprocess.run([sys.executable, HERE / "instances.py", *map(str, size), str(seed), part], check=True)
        part.rename(path)
    return path


def measure_ours(program, size, seed):
    """The median of three solves, each in a process of its own."""
    path = instance_file(size, seed)
    results = [line(program, path) for _ in range(REPEATS)]
    results.sort(key=lambda result: result["cpuSeconds"])
    result = results[REPEATS // 2]
    result["peakBytes"] = max(r["peakBytes"] for r in results)
    result["spread"] = [r["cpuSeconds"] for r in results]
    result["date"] = datetime.date.today().isoformat()
    keep(name_of(size, seed), ("engine", "ours"), result)
    return result


def measure_peer(program, size, seed, contender, limit):
    path = instance_file(size, seed)
    model = path.with_suffix(".mps")
    ours = measure_ours(program, size, seed)
    if contender[1] == "ours" and not model.exists():
        line(program, "--mps", model, path)
    try:
        # Some do not hear their own limit.
        result = line(sys.executable, HERE / "peers.py", *contender, path, limit, model, patience=2 * limit + 60)
    except subprocess.TimeoutExpired:
        result = {"status": "limit", "value": None, "gap": None, "seconds": 2 * limit + 60,
                  "cpuSeconds": limit, "peakBytes": 0}
    result["limit"] = limit
    result["date"] = datetime.date.today().isoformat()
    result["oursThen"] = statistics.median(ours["spread"])
    for better, worse in ((result, ours), (ours, result)):
        # An optimum that somebody beats is none.
        if better["status"] == "optimal" and worse.get("value") is not None:
            if worse["value"] > better["value"] + 0.5:
                sys.exit(f"{path.name}: {contender} {result['status']} {result['value']}, ours {ours['value']}")
    keep(name_of(size, seed), contender, result)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--peer", action="append")
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    sizes = SIZES[:3] if options.quick else SIZES
    seeds = options.seed or (SEEDS[:1] if options.quick else SEEDS)
    left = sys.maxsize if options.only is None else options.only
    if options.ours:
        for size in sizes:
            for seed in seeds:
                measure_ours(options.program, size, seed)
    # All instances of one seed before the next seed.
    for seed in seeds:
        for size in sizes:
            for contender in CONTENDERS:
                wanted = not options.peer or contender[0] in options.peer
                if not wanted or load(name_of(size, seed), contender):
                    continue
                if left == 0:
                    sys.exit(3)
                measure_peer(options.program, size, seed, contender, options.limit)
                left -= 1


if __name__ == "__main__":
    main()
