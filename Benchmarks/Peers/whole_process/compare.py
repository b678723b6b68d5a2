"""Runs mentor-match and match_round.py on one round in turn and prints medians, ratios and peak memory.

usage: compare.py TOOL ROUND [REPEATS]

Every run is a process of its own, files in, files out. Times and memory come from the system (wait4).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCRIPT = Path(__file__).with_name("match_round.py")


def measured(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    tool, round_folder = sys.argv[1:3]
    repeats = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    with tempfile.TemporaryDirectory() as folder:
        ours = [tool, "match", round_folder, "--out", f"{folder}/ours", "--force"]
        theirs = [sys.executable, str(SCRIPT), round_folder, f"{folder}/theirs"]
        measured(ours)
        subprocess.run([*theirs, "--check", f"{folder}/ours/proposal.json"], check=True)
        runs = {"mentor-match": [], "pandas + SciPy": []}
        for _ in range(repeats):
            runs["mentor-match"].append(measured(ours))
            runs["pandas + SciPy"].append(measured(theirs))
    print(f"{'':16}{'wall s':>10}{'CPU s':>10}{'peak MiB':>10}   medians of {repeats}")
    median = {name: [statistics.median(run[k] for run in all_runs) for k in range(3)] for name, all_runs in runs.items()}
    for name, (wall, cpu, memory) in median.items():
        print(f"{name:16}{wall:10.3f}{cpu:10.3f}{memory:10.1f}")
    ratio = [theirs / ours for ours, theirs in zip(median["mentor-match"], median["pandas + SciPy"])]
    print(f"{'ratio':16}{ratio[0]:10.1f}{ratio[1]:10.1f}{ratio[2]:10.1f}")


main()
