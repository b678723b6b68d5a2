"""Peers on lists of candidates."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from peers.answer import Answer, Solve


@dataclass(frozen=True)
class Instance:
    rows: int
    columns: int
    every_row: bool
    row_value: int
    offsets: NDArray[np.int64]
    row: NDArray[np.int32]
    column: NDArray[np.int32]
    cost: NDArray[np.int32]

    @staticmethod
    def load(path: Path) -> "Instance":
        problem = json.loads((path / "problem.json").read_text())
        offsets = np.load(path / "offsets.npy")
        return Instance(
            problem["rows"], problem["columns"], problem["everyRow"], problem["rowValue"], offsets,
            np.repeat(np.arange(problem["rows"], dtype=np.int32), np.diff(offsets)),
            np.load(path / "columns.npy"), np.load(path / "costs.npy"))

    def answer(self, chosen: NDArray[np.integer]) -> Answer:
        """The value of the chosen pairs, each row and column at most once."""
        for side in (self.row[chosen], self.column[chosen]):
            assert len(np.unique(side)) == len(side)
        total = int(self.cost[chosen].astype(np.int64).sum())
        if self.every_row:
            assert len(chosen) == self.rows
            return Answer(total, len(chosen))
        return Answer(self.row_value * len(chosen) - total, len(chosen))

    def pair_indices(self, column_of_row: NDArray[np.integer]) -> NDArray[np.integer]:
        """The index of each row's chosen pair; rows with a negative column, or one it does not list, are left out."""
        return np.flatnonzero(self.column == column_of_row[self.row])


def prepare(peer: str, path: Path) -> Solve:
    return PEERS[peer](Instance.load(path))


def ortools_lsa(instance: Instance) -> Solve:
    from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

    assert instance.every_row and instance.rows == instance.columns
    graph = SimpleLinearSumAssignment()
    graph.add_arcs_with_cost(instance.row, instance.column, instance.cost.astype(np.int64))

    def solve():
        status = graph.solve()
        assert status == graph.OPTIMAL
        return lambda: instance.answer(
            instance.pair_indices(np.array([graph.right_mate(row) for row in range(instance.rows)])))
    return solve


def ortools_flow(instance: Instance) -> Solve:
    from peers.flow import Flow

    costs = instance.cost.astype(np.int64) - (0 if instance.every_row else instance.row_value)
    flow = Flow(
        instance.rows, instance.columns, instance.row, instance.column, costs,
        required=instance.rows if instance.every_row else None)

    def solve():
        flow.solve()
        return lambda: instance.answer(flow.chosen())
    return solve


def lapmod(instance: Instance) -> Solve:
    from lap import lapmod as call

    assert instance.every_row and instance.rows == instance.columns
    # It takes costs below 10⁶ only; all costs one lower is the same problem.
    costs = instance.cost.astype(np.float64) - 1
    offsets, column = instance.offsets.astype(np.int32), instance.column

    def solve():
        column_of_row, _ = call(instance.rows, costs, offsets, column, return_cost=False)
        return lambda: instance.answer(instance.pair_indices(np.asarray(column_of_row)))
    return solve


def scipy(instance: Instance) -> Solve:
    """A row that may stay unmatched gets a column of its own at cost `row_value`; zero costs are not allowed, so all
    costs are one higher."""
    from scipy.sparse import csr_array, hstack, identity
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    weights = instance.cost.astype(np.float64) + 1
    graph = csr_array((weights, instance.column, instance.offsets), (instance.rows, instance.columns))
    if not instance.every_row:
        graph = hstack([graph, (instance.row_value + 1.0) * identity(instance.rows)]).tocsr()

    def solve():
        rows, columns = min_weight_full_bipartite_matching(graph)

        def finish() -> Answer:
            column_of_row = np.full(instance.rows, -1)
            column_of_row[rows] = columns
            return instance.answer(instance.pair_indices(column_of_row))
        return finish
    return solve


PEERS = {"ortools-lsa": ortools_lsa, "ortools-flow": ortools_flow, "lapmod": lapmod, "scipy": scipy}
