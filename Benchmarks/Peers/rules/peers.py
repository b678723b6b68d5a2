"""Other solvers on matchings with rules: HiGHS, CP-SAT, CBC and GLPK, one thread each.

    peers.py SOLVER plain|ours INSTANCE [LIMIT] [MODEL.mps]

"plain" states the rules as bounds on sums, as one would first write them; "ours" reads the formulation that solve-rules
exports (--mps). Prints one JSON line: status, value, gap, seconds of the solve call alone (steady clock and processor of this
process and its children), peak memory.
"""
import json
import os
import re
import resource
import subprocess
import sys
import time

import numpy as np
import scipy.sparse as sp


def read(path):
    words = open(path).read().split()
    at = 0

    def numbers(count):
        nonlocal at
        at += count
        return np.array(words[at - count:at], dtype=np.int64)

    rows, columns, pairs, rules = numbers(4)
    capacity, minimum = numbers(columns), numbers(columns)
    table = numbers(3 * pairs).reshape(-1, 3)
    parsed = []
    for _ in range(rules):
        name, lower, upper, share = words[at:at + 4]
        at += 4
        if share != "-":
            share = (int(share), int(words[at]))
            at += 1
        else:
            share = None
        price, count = words[at:at + 2]
        at += 2
        optional = [None if word == "-" else int(word) for word in (lower, upper, price)]
        parsed.append((name, optional[0], optional[1], share, optional[2], numbers(int(count)), numbers(int(count))))
    return rows, columns, capacity, minimum, table, parsed


def plain(path):
    """maximise c x, low <= A x <= high, x in {0, 1} (then continuous violations of soft rules)."""
    rows, columns, capacity, minimum, table, rules = read(path)
    count = len(table)
    index = np.arange(count)
    blocks = [
        sp.csr_matrix((np.ones(count), (table[:, 0], index)), (rows, count)),
        sp.csr_matrix((np.ones(count), (table[:, 1], index)), (columns, count)),
    ]
    low, high = [np.full(rows, -np.inf), minimum.astype(float)], [np.ones(rows), capacity.astype(float)]
    costs, soft = [], []
    for number, (_, lower, upper, share, price, pairs, amounts) in enumerate(rules):
        dense = np.zeros(count)
        dense[pairs] = amounts
        if share is not None:
            dense = dense * share[1] - share[0]
            lower, upper = 0, None
        blocks.append(sp.csr_matrix(dense[None, :]))
        low.append([-np.inf if lower is None else lower])
        high.append([np.inf if upper is None else upper])
        if price is not None:
            soft += [(rows + columns + number, 1.0), (rows + columns + number, -1.0)]
            costs += [-price, -price]
    matrix = sp.vstack(blocks)
    if soft:
        extra = sp.csr_matrix(([s for _, s in soft], ([r for r, _ in soft], range(len(soft)))), (matrix.shape[0], len(soft)))
        matrix = sp.hstack([matrix, extra])
    objective = np.concatenate([table[:, 2].astype(float), costs])
    upper = np.concatenate([np.ones(count), np.full(len(soft), 1e6)])
    return objective, matrix.tocsc(), np.concatenate(low), np.concatenate(high), upper


def mps(path):
    """Writes the plain model beside the instance, to be minimised, once."""
    target = path + ".plain.mps"
    if os.path.exists(target):
        return target
    objective, matrix, low, high, upper = plain(path)
    with open(target + ".part", "w") as file:
        file.write("NAME plain FREE\nROWS\n N obj\n")
        kinds = ["E" if l == h else "L" if np.isfinite(h) else "G" if np.isfinite(l) else "N" for l, h in zip(low, high)]
        file.writelines(f" {kind} r{i}\n" for i, kind in enumerate(kinds))
        file.write("COLUMNS\n M 'MARKER' 'INTORG'\n")
        for j in range(matrix.shape[1]):
            file.write(f" x{j} obj {-objective[j]:.17g}\n")
            for k in range(matrix.indptr[j], matrix.indptr[j + 1]):
                file.write(f" x{j} r{matrix.indices[k]} {matrix.data[k]:.17g}\n")
        file.write(" M 'MARKER' 'INTEND'\nRHS\n")
        for i, (l, h) in enumerate(zip(low, high)):
            side = h if np.isfinite(h) else l
            if np.isfinite(side) and side != 0:
                file.write(f" R r{i} {side:.17g}\n")
        file.write("RANGES\n")
        for i, (l, h) in enumerate(zip(low, high)):
            if np.isfinite(l) and np.isfinite(h) and l != h:
                file.write(f" R r{i} {h - l:.17g}\n")
        file.write("BOUNDS\n" + "".join(f" UP BND x{j} {upper[j]:.17g}\n" for j in range(matrix.shape[1])) + "ENDATA\n")
    os.rename(target + ".part", target)
    return target


def highs_model(path, model):
    import highspy

    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.readModel(model or mps(path))
    if model:
        # Implied by mentee[i], and left out for GLPK's sake; it helps these two to be told.
        names = solver.getLp().col_names_
        for column in (j for j, name in enumerate(names) if name.startswith("x[")):
            solver.changeColBounds(column, 0.0, 1.0)
    return solver


def highs(path, model, limit):
    solver = highs_model(path, model)
    for name, value in (("threads", 1), ("time_limit", limit), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5)):
        solver.setOptionValue(name, value)
    yield
    solver.run()
    status = solver.modelStatusToString(solver.getModelStatus()).lower()
    info = solver.getInfo()
    found = info.primal_solution_status == 2
    yield status, -info.objective_function_value if found else None, -info.mip_dual_bound


def cpsat(path, model, limit):
    from ortools.sat.python import cp_model

    lp = highs_model(path, model).getLp()
    matrix = lp.a_matrix_
    start, index, value = (np.asarray(part) for part in (matrix.start_, matrix.index_, matrix.value_))
    # Column-wise in either case of readModel.
    columns = sp.csc_matrix((value, index, start), (lp.num_row_, lp.num_col_)).tocsr()
    program = cp_model.CpModel()
    large = 2 ** 24
    bound = lambda x: int(max(-large, min(large, x)))
    variables = [program.NewIntVar(bound(l), bound(u), "") for l, u in zip(lp.col_lower_, lp.col_upper_)]
    for i in range(lp.num_row_):
        part = slice(columns.indptr[i], columns.indptr[i + 1])
        terms = cp_model.LinearExpr.WeightedSum(
            [variables[j] for j in columns.indices[part]], [int(v) for v in columns.data[part]])
        program.AddLinearConstraint(terms, bound(lp.row_lower_[i]), bound(lp.row_upper_[i]))
    program.Minimize(cp_model.LinearExpr.WeightedSum(variables, [int(c) for c in lp.col_cost_]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = limit
    yield
    status = solver.StatusName(solver.Solve(program)).lower()
    found = status in ("optimal", "feasible")
    yield status, -solver.ObjectiveValue() if found else None, -solver.BestObjectiveBound() if found else None


def command(arguments, objective, bound, optimal, infeasible):
    yield
    text = subprocess.run(arguments, capture_output=True, text=True).stdout
    value = re.search(objective, text)
    best = re.search(bound, text) if bound else None
    status = "optimal" if re.search(optimal, text) else "infeasible" if re.search(infeasible, text) else "limit"
    yield status, -float(value[1]) if value else None, -float(best[1]) if best else None


def cbc(path, model, limit):
    model = model or mps(path)
    arguments = ["cbc", model, "-seconds", str(limit), "-ratio", "0", "-allow", "0.5", "-threads", "0", "-solve"]
    yield from command(
        arguments, r"Objective value:\s+(\S+)", r"(?:Lower bound|best possible):?\s+(-?[\d.e+]+)",
        r"Result - Optimal solution found", r"infeasible")


def glpk(path, model, limit):
    model = model or mps(path)
    yield
    arguments = ["glpsol", "--freemps", model, "--tmlim", str(int(limit))]
    text = subprocess.run(arguments, capture_output=True, text=True).stdout
    number = r"(-?\d[\d.]*(?:e[+-]\d+)?)"
    found = re.findall(rf"(?:mip =|found by heuristic:)\s+{number}", text)
    bounds = re.findall(rf"mip = .* >=\s+{number}", text)
    status = "infeasible" if re.search("NO (?:PRIMAL|INTEGER) FEASIBLE", text) else "limit"
    value = -min(map(float, found)) if found else None
    if "INTEGER OPTIMAL SOLUTION FOUND" in text:
        status, bounds = "optimal", found and [-value]
    yield status, value, -float(bounds[-1]) if bounds else None


def used():
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def main():
    name, formulation, path, *rest = sys.argv[1:]
    limit = float(rest[0]) if rest else 120.0
    model = rest[1] if formulation == "ours" else None
    run = {"highs": highs, "cpsat": cpsat, "cbc": cbc, "glpk": glpk}[name](path, model, limit)
    next(run)
    processor, clock = used(), time.monotonic()
    status, value, bound = next(run)
    gap = None if value is None or bound is None else abs(bound - value) / max(1.0, abs(value))
    children = max(map(lambda who: resource.getrusage(who).ru_maxrss, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
    print(json.dumps({
        "solver": name, "formulation": formulation, "instance": os.path.basename(path), "status": status, "value": value,
        "gap": gap, "seconds": time.monotonic() - clock, "cpuSeconds": used() - processor, "peakBytes": children * 1024,
    }))


if __name__ == "__main__":
    main()
