"""Solves one instance with one peer and prints one JSON line: `python -m peers PEER INSTANCE`.

Only the call that solves is timed. Whatever the code needs first (its own number type, its own graph) is made before.
Short solves are repeated within the process and their median is told, as `solve-instance` does it.
"""

import json
import resource
import statistics
import sys
import time
from pathlib import Path

from peers import dense, sparse
from peers.answer import Solve

# Repetitions end when either is reached.
REPEAT_SECONDS = 0.2
REPEAT_COUNT = 9


def main(peer: str, path: Path) -> None:
    base = peak_bytes()
    solve: Solve = (dense.prepare if path.suffix == ".npy" else sparse.prepare)(peer, path)
    seconds: list[float] = []
    cpu_seconds: list[float] = []
    peak = base
    while True:
        cpu_start, start = time.process_time(), time.monotonic()
        finish = solve()
        seconds.append(time.monotonic() - start)
        cpu_seconds.append(time.process_time() - cpu_start)
        peak = peak_bytes() if len(seconds) == 1 else peak
        if sum(seconds) >= REPEAT_SECONDS or len(seconds) >= REPEAT_COUNT:
            break
    answer = finish()
    print(json.dumps({
        "seconds": statistics.median(seconds), "cpuSeconds": statistics.median(cpu_seconds), "value": answer.value,
        "pairs": answer.pairs, "peakBytes": peak, "baseBytes": base,
    }))


def peak_bytes() -> int:
    """The most memory this process ever held (Linux counts in KiB, Darwin in bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
