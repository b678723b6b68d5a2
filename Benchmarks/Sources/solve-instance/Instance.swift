import AssignmentSolvers

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An instance as `Peers` generates it: a full table (`NAME.npy`, 32-bit, two dimensions) or lists of candidates (a
/// folder with `offsets.npy`, `columns.npy`, `costs.npy` and `problem.json`).
struct Instance {
  let problem: AssignmentProblem
  /// Whether the answer is told as a cost (the scarce side must be matched) or as a gain (rows may stay unmatched).
  let isCostTotal: Bool

  init(_ path: String) throws {
    if path.hasSuffix(".npy") {
      try self.init(tableAt: path)
    } else {
      try self.init(listsAt: path)
    }
  }

  /// All of the scarce side must be matched. In a full table that is a row value above every cost: while a row and a
  /// column are free, adding their pair gains.
  private init(tableAt path: String) throws {
    let file = try NumPyFile(path)
    guard file.shape.count == 2 else { throw InstanceError(description: "\(path): no table") }
    let costs = DenseCosts(rowCount: file.shape[0], columnCount: file.shape[1], values: try file.values())
    let greatest = costs.values.max() ?? 0
    problem = AssignmentProblem(
      costs: costs, rowValue: Array(repeating: Int64(greatest) + 1, count: costs.rowCount))
    isCostTotal = true
  }

  private struct Facts: Decodable {
    let rows: Int
    let columns: Int
    let everyRow: Bool
    let rowValue: Int64
  }

  /// Where every row must be matched, a row is worth more than all costs together: as many rows as possible come first,
  /// then the cost.
  private init(listsAt path: String) throws {
    let facts = try JSONDecoder().decode(
      Facts.self, from: Data(contentsOf: URL(filePath: path + "/problem.json")))
    let offsets: [Int64] = try NumPyFile(path + "/offsets.npy").values()
    let costs = SparseCosts(
      columnCount: facts.columns, rowStart: offsets.map(Int.init),
      columns: try NumPyFile(path + "/columns.npy").values(),
      values: try NumPyFile(path + "/costs.npy").values())
    let greatest = Int64(costs.values.max() ?? 0)
    let value = facts.everyRow ? (greatest + 1) * Int64(facts.rows + 1) : facts.rowValue
    problem = AssignmentProblem(costs: costs, rowValue: Array(repeating: value, count: facts.rows))
    isCostTotal = facts.everyRow
  }

  /// The answer in the words of the instance.
  func value(of solution: AssignmentSolution) throws -> Int64 {
    guard isCostTotal else { return solution.objective }
    guard solution.assignment.pairCount == min(problem.rowCount, problem.columnCount) else {
      throw InstanceError(description: "the scarce side is not matched in full")
    }
    return Int64(solution.assignment.pairCount) * (problem.rowValue.first ?? 0) - solution.objective
  }
}
