"""What the figures were measured on."""

import datetime
import importlib.metadata
import os
import platform
import subprocess
from pathlib import Path

PACKAGES = ["numpy", "scipy", "lapjv", "lapx", "ortools", "highspy"]


def processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def output(*command: str) -> str:
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return result.stdout.strip()


def description() -> dict[str, str]:
    """Facts for the head of a section, in the order they are shown."""
    packages = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    swift = next((line for line in output("swift", "--version").splitlines() if "Swift version" in line), "Swift")
    commit = output("git", "rev-parse", "--short", "HEAD")
    changed = " with changes" if output("git", "status", "--porcelain", "--", ":/Sources", ":/Benchmarks") else ""
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d"),
        "machine": f"{processor()}, {len(os.sched_getaffinity(0))} cores used, {memory_gib():.0f} GiB, "
                   f"{platform.system()}",
        "compiler": swift.split(" (")[0],
        "peers": f"{packages}, Python {platform.python_version()}",
        "commit": commit + changed,
    }
