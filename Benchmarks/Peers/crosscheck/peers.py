"""The least cost of a problem by other codes; None when it is infeasible."""

import highspy
import numpy as np
from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from scipy.optimize import linear_sum_assignment

from crosscheck.problem import Problem


def scipy(problem: Problem) -> int | None:
    """Of plain problems; a forbidden pair is infinite."""
    try:
        rows, columns = linear_sum_assignment(np.where(problem.allowed, problem.cost.astype(float), np.inf))
    except ValueError as error:
        assert "infeasible" in str(error)
        return None
    return int(problem.cost[rows, columns].sum())


def ortools_lsa(problem: Problem) -> int | None:
    """Of square plain problems."""
    graph = SimpleLinearSumAssignment()
    rows, columns = np.nonzero(problem.allowed)
    if len(set(rows)) < problem.shape[0] or len(set(columns)) < problem.shape[1]:
        # It does not know of nodes without arcs.
        return None
    graph.add_arcs_with_cost(rows, columns, problem.cost[rows, columns])
    status = graph.solve()
    assert status in (graph.OPTIMAL, graph.INFEASIBLE)
    return graph.optimal_cost() if status == graph.OPTIMAL else None


def ortools_flow(problem: Problem) -> int | None:
    """A circulation: source, rows, columns, sink, and back. A lower bound is flow that is sent ahead."""
    rows, columns = problem.shape
    source, sink = rows + columns, rows + columns + 1
    flow = SimpleMinCostFlow()
    supply = np.zeros(rows + columns + 2, np.int64)

    def arc(tail: int, head: int, lower: int, capacity: int, cost: int) -> None:
        flow.add_arc_with_capacity_and_unit_cost(tail, head, capacity - lower, cost)
        supply[head] += lower
        supply[tail] -= lower

    for row in range(rows):
        arc(source, row, int(problem.row_lower[row]), int(problem.row_capacity[row]), 0)
    for column in range(columns):
        arc(rows + column, sink, int(problem.column_lower[column]), int(problem.column_capacity[column]), 0)
    for row, column in zip(*np.nonzero(problem.allowed), strict=True):
        arc(int(row), rows + int(column), 0, 1, int(problem.cost[row, column]))
    arc(sink, source, 0, int(problem.row_capacity.sum()), 0)
    for node, amount in enumerate(supply):
        flow.set_node_supply(node, int(amount))
    status = flow.solve()
    assert status in (flow.OPTIMAL, flow.INFEASIBLE), status
    return flow.optimal_cost() if status == flow.OPTIMAL else None


def highs(problem: Problem) -> int | None:
    """The linear program; its vertices are integral."""
    rows, columns = np.nonzero(problem.allowed)
    count = len(rows)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = count, sum(problem.shape)
    program.col_cost_ = problem.cost[rows, columns].astype(float)
    program.col_lower_, program.col_upper_ = np.zeros(count), np.ones(count)
    program.row_lower_ = np.concatenate([problem.row_lower, problem.column_lower]).astype(float)
    program.row_upper_ = np.concatenate([problem.row_capacity, problem.column_capacity]).astype(float)
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = np.arange(0, 2 * count + 1, 2, dtype=np.int32)
    program.a_matrix_.index_ = np.column_stack([rows, columns + problem.shape[0]]).ravel().astype(np.int32)
    program.a_matrix_.value_ = np.ones(2 * count)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(program)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status == highspy.HighsModelStatus.kModelEmpty:
        return None if problem.row_lower.any() or problem.column_lower.any() else 0
    assert status == highspy.HighsModelStatus.kOptimal, status
    return round(solver.getInfo().objective_function_value)


def answers(problem: Problem) -> dict[str, int | None]:
    """By name, from every code that solves this kind of problem."""
    found = {"OR-tools flow": ortools_flow(problem), "HiGHS": highs(problem)}
    if problem.is_plain:
        found["SciPy"] = scipy(problem)
        if problem.shape[0] == problem.shape[1]:
            found["OR-tools LSA"] = ortools_lsa(problem)
    return found
