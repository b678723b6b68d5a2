"""Assignment as a minimum-cost flow, by OR-tools."""

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow


class Flow:
    """Rows and columns are nodes of one unit each; a pair is an arc of one unit.

    `required` is how many pairs there must be; None lets a row stay unmatched, through an arc of cost 0 that goes past
    the columns (the costs of pairs are then negative gains).
    """

    def __init__(self, rows: int, columns: int, row: NDArray[np.int32], column: NDArray[np.int32],
                 costs: NDArray[np.integer], required: int | None):
        source, sink = rows + columns, rows + columns + 1
        row_nodes = np.arange(rows, dtype=np.int32)
        column_nodes = np.arange(rows, rows + columns, dtype=np.int32)
        self._pair_count = len(row)
        self._flow = SimpleMinCostFlow()
        self._add(row, (column + np.int32(rows)), costs)
        self._add(np.full(rows, source, np.int32), row_nodes, np.zeros(rows, np.int64))
        self._add(column_nodes, np.full(columns, sink, np.int32), np.zeros(columns, np.int64))
        if required is None:
            self._add(row_nodes, np.full(rows, sink, np.int32), np.zeros(rows, np.int64))
        supply = rows if required is None else required
        self._flow.set_node_supply(source, supply)
        self._flow.set_node_supply(sink, -supply)

    def _add(self, tails: NDArray[np.int32], heads: NDArray[np.int32], costs: NDArray[np.integer]) -> None:
        self._flow.add_arcs_with_capacity_and_unit_cost(
            tails.astype(np.int32), heads.astype(np.int32), np.ones(len(tails), np.int64), costs.astype(np.int64))

    def solve(self) -> None:
        status = self._flow.solve()
        assert status == self._flow.OPTIMAL, status

    def chosen(self) -> NDArray[np.integer]:
        """The indices of the pairs in use."""
        flows = self._flow.flows(np.arange(self._pair_count, dtype=np.int32))
        return np.flatnonzero(flows)
