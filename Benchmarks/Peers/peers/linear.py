"""Assignment as a linear program, by the simplex method of HiGHS (its vertices are integral)."""

import highspy
import numpy as np
from numpy.typing import NDArray


class AssignmentLP:
    """Minimises the cost; the scarce side is matched in full, the other at most once."""

    def __init__(self, rows: int, columns: int, row: NDArray[np.int32], column: NDArray[np.int32],
                 costs: NDArray[np.integer]):
        program = highspy.HighsLp()
        count = len(row)
        program.num_col_ = count
        program.num_row_ = rows + columns
        program.col_cost_ = costs.astype(np.float64)
        program.col_lower_ = np.zeros(count)
        program.col_upper_ = np.full(count, highspy.kHighsInf)
        program.row_lower_ = np.concatenate([
            np.full(rows, 1.0 if rows <= columns else 0.0), np.full(columns, 1.0 if columns <= rows else 0.0)])
        program.row_upper_ = np.ones(rows + columns)
        program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        program.a_matrix_.start_ = np.arange(0, 2 * count + 1, 2, dtype=np.int32)
        program.a_matrix_.index_ = np.column_stack([row, column + np.int32(rows)]).ravel()
        program.a_matrix_.value_ = np.ones(2 * count)
        self._solver = highspy.Highs()
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        self._solver.setOptionValue("solver", "simplex")
        self._solver.passModel(program)

    def solve(self) -> None:
        # From the start again, when the solve is repeated.
        self._solver.clearSolver()
        self._solver.run()
        assert self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal

    def chosen(self) -> NDArray[np.integer]:
        """The indices of the pairs in use."""
        values = np.array(self._solver.getSolution().col_value)
        assert np.all(np.abs(values - np.round(values)) < 1e-6)
        return np.flatnonzero(values > 0.5)
