public import AssignmentSolvers

/// What is written of a solved assignment task.
///
/// Rows and columns go by the numbers of the file: counted from 1, or the node numbers of DIMACS files. Values are exact
/// decimals.
public struct AssignmentAnswerFiles: Sendable {
  public enum Format: String, CaseIterable, Sendable { case csv, json }

  public static let schemaVersion = 1

  public let task: AssignmentTask
  public let solution: AssignmentSolution

  public init(task: AssignmentTask, solution: AssignmentSolution) {
    self.task = task
    self.solution = solution
  }

  /// The total as an exact decimal.
  public var totalText: String {
    DecimalNumber.text(task.total(of: solution), decimals: task.file.decimals)
  }

  /// `total`, and how much of each side is matched; one line each.
  public var summary: String {
    let assignment = solution.assignment
    let matchedRowCount = (0..<assignment.rowCount).count { !assignment.columns(ofRow: $0).isEmpty }
    let matchedColumnCount = assignment.rowsOfColumn(columnCount: task.file.columnCount).count { !$0.isEmpty }
    return """
      total \(totalText)
      pairs \(assignment.pairCount)
      rows \(task.file.rowCount), \(matchedRowCount) matched
      columns \(task.file.columnCount), \(matchedColumnCount) matched
      """
  }

  /// The chosen pairs: `row,column,value` in order of rows, then columns.
  public func assignment(as format: Format) -> [UInt8] {
    switch format {
    case .csv:
      var writer = CSVWriter(columns: ["row", "column", "value"])
      forEachPair { row, column, value in writer.append([.integer(row), .integer(column), .exact(value)]) }
      return writer.bytes
    case .json:
      var pairs: [JSONValue] = []
      forEachPair { row, column, value in
        pairs.append(["row": .integer(row), "column": .integer(column), "value": .string(value)])
      }
      return JSONWriter.bytes(of: [
        "schemaVersion": .integer(Self.schemaVersion), "total": .string(totalText),
        "pairs": .array(pairs),
      ])
    }
  }

  /// The assignment and the duals that prove it, with everything a checker needs beside the file: the goal, the bounds
  /// and the unit. Duals are integers in units of `10^-decimals`.
  public func certificate() -> [UInt8] {
    let problem = task.problem
    var pairs: [JSONValue] = []
    for row in 0..<problem.rowCount {
      for column in solution.assignment.columns(ofRow: row) { pairs.append([.integer(row), .integer(column)]) }
    }
    return JSONWriter.bytes(of: [
      "schemaVersion": .integer(Self.schemaVersion),
      "claim": .string("no other choice of pairs within the bounds has a better total"),
      "goal": .string(task.goal == .minimise ? "minimise" : "maximise"),
      "file": ["name": .string(task.file.input.name), "sha256": .string(task.file.input.sha256)],
      "decimals": .integer(task.file.decimals),
      "total": .string(totalText),
      "rowCapacity": integers(problem.rowCapacity),
      "columnCapacity": integers(problem.columnCapacity),
      "rowLowerBound": integers(problem.rowLowerBound),
      "columnLowerBound": integers(problem.columnLowerBound),
      "pairs": .array(pairs),
      "rowDuals": integers(solution.duals.row.map(Int.init)),
      "columnDuals": integers(solution.duals.column.map(Int.init)),
    ])
  }

  private func integers(_ values: [Int]) -> JSONValue { .array(values.map(JSONValue.integer)) }

  private func forEachPair(_ write: (_ row: Int, _ column: Int, _ value: String) -> Void) {
    for row in 0..<solution.assignment.rowCount {
      for column in solution.assignment.columns(ofRow: row) {
        guard let value = task.file.values[row, column] else { preconditionFailure("a forbidden pair was chosen") }
        write(
          task.file.name(ofRow: row), task.file.name(ofColumn: column),
          DecimalNumber.text(Int64(value), decimals: task.file.decimals))
      }
    }
  }
}

extension AssignmentTask {
  /// Why there is no assignment, in the file's numbers: who must take more than they can.
  public func text(of set: DeficientSet) -> String {
    let isRows = set.side == .rows
    let members = set.members.map { isRows ? file.name(ofRow: $0) : file.name(ofColumn: $0) }
    let exhausted = set.exhausted.map { isRows ? file.name(ofColumn: $0) : file.name(ofRow: $0) }
    return """
      infeasible
      \(isRows ? "rows" : "columns") \(Self.list(members)) must have \(set.requiredCount) pairs
      \(isRows ? "columns" : "rows") \(exhausted.isEmpty ? "none" : Self.list(exhausted)), and pairs with others, \
      leave \(set.availableCount)
      """
  }

  private static func list(_ names: [Int]) -> String {
    let shown = names.prefix(20).map { String($0) }.joined(separator: ", ")
    return names.count > 20 ? "\(shown) … (\(names.count))" : shown
  }
}
