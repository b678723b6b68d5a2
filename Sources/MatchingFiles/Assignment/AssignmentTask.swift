public import AssignmentSolvers

/// An assignment file together with what is wanted of it: the goal, and how many pairs each row and column may and must
/// have.
///
/// **What must be matched.** When neither the file nor the caller gives lower bounds, the scarce side is matched in full:
/// if the rows have no more places in all than the columns, every row gets exactly as many pairs as its capacity;
/// otherwise every column does. As soon as one lower bound is given, the other side's is 0. So row lower bounds of 0 let
/// everybody stay unmatched, at value 0.
public struct AssignmentTask: Sendable {
  public enum Goal: Sendable { case minimise, maximise }

  /// One number for all rows (or columns), or one for each.
  public struct Bounds: Sendable, Equatable {
    let values: [Int]

    /// - Parameter text: `3`, or `2,3,3`; whole numbers from 0 to 1 000 000 000.
    public init?(_ text: String) {
      var values: [Int] = []
      for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        let digits = Array(part)
        guard let value = try? NumberParser.integer(digits[...], in: 0...1_000_000_000) else { return nil }
        values.append(value)
      }
      self.values = values
    }

    func expanded(to count: Int) -> [Int]? {
      values.count == 1 ? Array(repeating: values[0], count: count) : values.count == count ? values : nil
    }
  }

  public struct Options: Sendable {
    public var goal: Goal
    public var rowCapacity: Bounds?
    public var columnCapacity: Bounds?
    public var rowLowerBound: Bounds?
    public var columnLowerBound: Bounds?

    public init(
      goal: Goal = .minimise, rowCapacity: Bounds? = nil, columnCapacity: Bounds? = nil, rowLowerBound: Bounds? = nil,
      columnLowerBound: Bounds? = nil
    ) {
      self.goal = goal
      self.rowCapacity = rowCapacity
      self.columnCapacity = columnCapacity
      self.rowLowerBound = rowLowerBound
      self.columnLowerBound = columnLowerBound
    }
  }

  /// Why options and file do not go together.
  public enum Mismatch: Error, Equatable, Sendable {
    case rowCount(given: Int, expected: Int)
    case columnCount(given: Int, expected: Int)
    /// A lower bound above the capacity; the name of the row or column in the file.
    case rowBounds(row: Int)
    case columnBounds(column: Int)
    /// The file says itself how many pairs rows and columns have.
    case boundsInFile

    /// What is wrong, in words.
    public var text: String {
      switch self {
      case .rowCount(let given, let expected): "\(given) bounds were given for \(expected) rows"
      case .columnCount(let given, let expected): "\(given) bounds were given for \(expected) columns"
      case .rowBounds(let row): "the lower bound of row \(row) is above its capacity"
      case .columnBounds(let column): "the lower bound of column \(column) is above its capacity"
      case .boundsInFile: "the file gives the capacities itself; leave the options for them out"
      }
    }
  }

  public let file: AssignmentFile
  public let goal: Goal
  /// In units of the file; gains are costs with the sign changed.
  public let problem: AssignmentProblem

  public init(file: AssignmentFile, options: Options = .init()) throws(Mismatch) {
    let isBounded = [options.rowCapacity, options.columnCapacity, options.rowLowerBound, options.columnLowerBound]
      .contains { $0 != nil }
    if file.rowSupply != nil && isBounded { throw .boundsInFile }
    let rowCapacity = try Self.rows(file.rowSupply, options.rowCapacity, file) ?? file.ones(file.rowCount)
    let columnCapacity =
      try Self.columns(file.columnDemand, options.columnCapacity, file) ?? file.ones(file.columnCount)
    var rowLowerBound = try Self.rows(file.rowSupply, options.rowLowerBound, file)
    var columnLowerBound = try Self.columns(file.columnDemand, options.columnLowerBound, file)
    if rowLowerBound == nil && columnLowerBound == nil {
      if Self.total(rowCapacity) <= Self.total(columnCapacity) {
        rowLowerBound = rowCapacity
      } else {
        columnLowerBound = columnCapacity
      }
    }
    if let row = zip(rowLowerBound ?? [], rowCapacity).enumerated().first(where: { $1.0 > $1.1 })?.offset {
      throw .rowBounds(row: file.name(ofRow: row))
    }
    if let column = zip(columnLowerBound ?? [], columnCapacity).enumerated().first(where: { $1.0 > $1.1 })?.offset {
      throw .columnBounds(column: file.name(ofColumn: column))
    }
    self.file = file
    goal = options.goal
    problem = AssignmentProblem(
      costs: options.goal == .minimise ? file.values : file.values.negated(), rowCapacity: rowCapacity,
      columnCapacity: columnCapacity, rowLowerBound: rowLowerBound, columnLowerBound: columnLowerBound)
  }

  /// The total of a solution in units of the file.
  public func total(of solution: AssignmentSolution) -> Int64 {
    goal == .minimise ? -solution.objective : solution.objective
  }

  /// What the file says, or else the option.
  private static func rows(
    _ supply: [Int]?, _ bounds: Bounds?, _ file: AssignmentFile
  ) throws(Mismatch) -> [Int]? {
    guard let bounds else { return supply }
    guard let values = bounds.expanded(to: file.rowCount) else {
      throw .rowCount(given: bounds.values.count, expected: file.rowCount)
    }
    return values
  }

  private static func columns(
    _ demand: [Int]?, _ bounds: Bounds?, _ file: AssignmentFile
  ) throws(Mismatch) -> [Int]? {
    guard let bounds else { return demand }
    guard let values = bounds.expanded(to: file.columnCount) else {
      throw .columnCount(given: bounds.values.count, expected: file.columnCount)
    }
    return values
  }

  /// At most 10⁹ each and 10⁷ of them: no overflow.
  private static func total(_ capacities: [Int]) -> Int { capacities.reduce(0, +) }
}

extension AssignmentFile {
  fileprivate func ones(_ count: Int) -> [Int] { Array(repeating: 1, count: count) }
}

extension PairCosts {
  /// The same pairs with all signs changed.
  /// - Precondition: no cost is `Int32.min` (`Int16.min` in narrow tables).
  fileprivate func negated() -> PairCosts {
    switch self {
    case .dense(let costs):
      .dense(
        DenseCosts(
          rowCount: costs.rowCount, columnCount: costs.columnCount,
          values: costs.values.map { $0 == DenseCosts.forbidden ? $0 : -$0 }))
    case .narrow(let costs):
      .narrow(
        NarrowDenseCosts(
          rowCount: costs.rowCount, columnCount: costs.columnCount,
          values: costs.values.map { $0 == NarrowDenseCosts.forbidden ? $0 : -$0 }))
    case .sparse(let costs):
      .sparse(
        SparseCosts(
          columnCount: costs.columnCount, rowStart: costs.rowStart, columns: costs.columns,
          values: costs.values.map { $0 == DenseCosts.forbidden ? $0 : -$0 }))
    }
  }
}
