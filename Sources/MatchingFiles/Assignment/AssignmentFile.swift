public import AssignmentSolvers

/// An assignment problem as a file gives it: the values of the pairs, and what else the format can say.
public struct AssignmentFile: Sendable, Equatable {
  /// In units of `10^-decimals`; whether they are costs or gains is for the caller to say.
  public let values: PairCosts
  /// How many decimals the unit has.
  public let decimals: Int
  /// What the file calls its rows, by index; nil when they are only counted, from 1.
  public let rowNames: [Int]?
  public let columnNames: [Int]?
  /// How many pairs each row must have exactly, when the file says so.
  public let rowSupply: [Int]?
  public let columnDemand: [Int]?
  public let input: InputFile
  public let warnings: [Diagnostic]

  public var rowCount: Int { values.rowCount }
  public var columnCount: Int { values.columnCount }

  /// The number a row goes by in the file.
  public func name(ofRow row: Int) -> Int { rowNames?[row] ?? row + 1 }

  public func name(ofColumn column: Int) -> Int { columnNames?[column] ?? column + 1 }
}

/// The content of an assignment file, before it is known as a file.
struct AssignmentContent {
  let values: PairCosts
  let decimals: Int
  var rowNames: [Int]?
  var columnNames: [Int]?
  var rowSupply: [Int]?
  var columnDemand: [Int]?
}
