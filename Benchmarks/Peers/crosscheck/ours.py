"""The answer of `mentor-match assign`, through its files, with its certificate checked anew."""

import json
import subprocess
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from crosscheck.problem import Problem

INFEASIBLE = 11


def solve(tool: str, problem: Problem, work: Path, divisor: int, maximise: bool) -> int | None:
    """The least cost, None when infeasible.

    Costs are written divided by `divisor`, a power of ten, so that decimals are read too, and with the sign changed
    where the program is to maximise.
    """
    sign = -1 if maximise else 1
    path, certificate = work / "costs.csv", work / "certificate.json"
    path.write_text("".join(
        ",".join(
            str(Decimal(sign * int(cost)) / divisor) if is_allowed else ""
            for cost, is_allowed in zip(*row, strict=True)) + "\n"
        for row in zip(problem.cost, problem.allowed, strict=True)))
    options = ["--forbid-value", "blank", "--certificate", str(certificate), "--force"]
    if maximise:
        options.append("--maximise")
    if not problem.is_plain:
        for name, bounds in [
            ("--row-capacity", problem.row_capacity), ("--column-capacity", problem.column_capacity),
            ("--row-lower", problem.row_lower), ("--column-lower", problem.column_lower),
        ]:
            options += [name, ",".join(map(str, bounds))]
    # A line of one blank cell would be a blank line.
    if problem.shape[1] == 1:
        path.write_text("".join(line if line != "\n" else '""\n' for line in path.read_text().splitlines(True)))
    run = subprocess.run([tool, "assign", str(path), *options], capture_output=True, text=True)
    if run.returncode == INFEASIBLE:
        return None
    assert run.returncode == 0, run.stderr
    total = Fraction(run.stdout.splitlines()[0].removeprefix("total ")) * divisor * sign
    assert total.denominator == 1
    claim = json.loads(certificate.read_text())
    check(problem, claim, int(total), divisor)
    return int(total)


def check(problem: Problem, claim: dict[str, Any], total: int, divisor: int) -> None:
    """The pairs keep every bound and cost `total`; the duals prove that nothing costs less.

    With the costs as gains `-c`: prices cover every pair, or exceed it by a z that only a chosen pair has; prices are
    negative only where a lower bound binds; both objectives are equal.
    """
    chosen = np.zeros(problem.shape, bool)
    for row, column in claim["pairs"]:
        assert not chosen[row, column]
        chosen[row, column] = True
    assert not np.any(chosen & ~problem.allowed)
    for lower, used, capacity in [
        (problem.row_lower, chosen.sum(axis=1), problem.row_capacity),
        (problem.column_lower, chosen.sum(axis=0), problem.column_capacity),
    ]:
        assert np.all(lower <= used) and np.all(used <= capacity)
    assert problem.cost[chosen].sum() == total

    # The file may have needed fewer decimals than it was written with.
    unit = Fraction(divisor, 10 ** claim["decimals"])
    u = [value * unit for value in claim["rowDuals"]]
    v = [value * unit for value in claim["columnDuals"]]
    bound = Fraction(0)
    for prices, lower, capacity in [(u, problem.row_lower, problem.row_capacity),
                                    (v, problem.column_lower, problem.column_capacity)]:
        for price, least, most in zip(prices, lower, capacity, strict=True):
            bound += price * int(most if price >= 0 else least)
    for row, column in zip(*np.nonzero(problem.allowed), strict=True):
        excess = -int(problem.cost[row, column]) - u[row] - v[column]
        if excess > 0:
            bound += excess
    assert bound == -total, "the duals do not prove the total"
