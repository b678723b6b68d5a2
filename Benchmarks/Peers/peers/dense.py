"""Peers on full tables; the scarce side must be matched, at least cost."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from peers.answer import Answer, Solve


def prepare(peer: str, path: Path) -> Solve:
    costs: NDArray[np.int32] = np.load(path)
    return PEERS[peer](costs)


def total(costs: NDArray[np.int32], rows: NDArray[np.integer], columns: NDArray[np.integer]) -> Answer:
    """The exact total of the chosen pairs, each row and column at most once."""
    assert len(np.unique(rows)) == len(rows) and len(np.unique(columns)) == len(columns)
    return Answer(int(costs[rows, columns].astype(np.int64).sum()), len(rows))


def of_rows(costs: NDArray[np.int32], column_of_row: NDArray[np.integer]) -> Answer:
    rows = np.flatnonzero(column_of_row >= 0)
    return total(costs, rows, column_of_row[rows])


def scipy(costs: NDArray[np.int32]) -> Solve:
    from scipy.optimize import linear_sum_assignment

    doubles = costs.astype(np.float64)

    def solve():
        rows, columns = linear_sum_assignment(doubles)
        return lambda: total(costs, rows, columns)
    return solve


def lapjv(costs: NDArray[np.int32]) -> Solve:
    from lapjv import lapjv as call

    floats = costs.astype(np.float32)

    def solve():
        column_of_row, _, _ = call(floats)
        return lambda: of_rows(costs, np.asarray(column_of_row))
    return solve


def lapx(costs: NDArray[np.int32]) -> Solve:
    from lap import lapjv as call

    doubles = costs.astype(np.float64)
    extend = costs.shape[0] != costs.shape[1]

    def solve():
        column_of_row, _ = call(doubles, extend_cost=extend, return_cost=False)
        return lambda: of_rows(costs, np.asarray(column_of_row))
    return solve


def lapx_single(costs: NDArray[np.int32]) -> Solve:
    from lap import lapjvs as call

    floats = costs.astype(np.float32)

    def solve():
        rows, columns = call(floats, return_cost=False, prefer_float32=True)
        return lambda: total(costs, np.asarray(rows), np.asarray(columns))
    return solve


def ortools_lsa(costs: NDArray[np.int32]) -> Solve:
    from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

    rows, columns = costs.shape
    graph = SimpleLinearSumAssignment()
    graph.add_arcs_with_cost(
        np.repeat(np.arange(rows, dtype=np.int32), columns), np.tile(np.arange(columns, dtype=np.int32), rows),
        costs.ravel().astype(np.int64))

    def solve():
        status = graph.solve()
        assert status == graph.OPTIMAL
        return lambda: of_rows(costs, np.array([graph.right_mate(row) for row in range(rows)]))
    return solve


def ortools_flow(costs: NDArray[np.int32]) -> Solve:
    from peers.flow import Flow

    rows, columns = costs.shape
    flow = Flow(
        rows, columns, np.repeat(np.arange(rows, dtype=np.int32), columns),
        np.tile(np.arange(columns, dtype=np.int32), rows), costs.ravel(), required=min(rows, columns))

    def solve():
        flow.solve()

        def finish() -> Answer:
            chosen = flow.chosen()
            return total(costs, *np.divmod(chosen, columns))
        return finish
    return solve


def highs(costs: NDArray[np.int32]) -> Solve:
    from peers.linear import AssignmentLP

    rows, columns = costs.shape
    program = AssignmentLP(
        rows, columns, np.repeat(np.arange(rows, dtype=np.int32), columns),
        np.tile(np.arange(columns, dtype=np.int32), rows), costs.ravel())

    def solve():
        program.solve()
        return lambda: total(costs, *np.divmod(program.chosen(), columns))
    return solve


PEERS = {
    "scipy": scipy, "lapjv": lapjv, "lapx": lapx, "lapx-single": lapx_single, "ortools-lsa": ortools_lsa,
    "ortools-flow": ortools_flow, "highs": highs,
}
