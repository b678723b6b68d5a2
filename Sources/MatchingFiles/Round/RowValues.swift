/// The values of one row, with every fault logged at its cell.
///
/// `nil` stands for a value that is missing or faulty; a row that ``isFaulty`` is not used.
struct RowValues {
  let table: TableReader
  private(set) var isFaulty = false

  init(_ table: TableReader) { self.table = table }

  /// A value that a blank cell gives a default.
  mutating func value<T>(
    _ column: Int, default fallback: T, log: inout FileLog, parse: (ArraySlice<UInt8>) throws(ValueFault) -> T
  ) -> T {
    optional(column, log: &log, parse: parse) ?? fallback
  }

  /// A value that may be left blank.
  mutating func optional<T>(
    _ column: Int, log: inout FileLog, parse: (ArraySlice<UInt8>) throws(ValueFault) -> T
  ) -> T? {
    guard let text = table.text(of: column) else { return nil }
    do {
      return try parse(text)
    } catch {
      refuse(error, at: column, log: &log)
      return nil
    }
  }

  /// A value that must be there.
  mutating func required<T>(
    _ column: Int, missing: DiagnosticCode = .missingValue, log: inout FileLog,
    parse: (ArraySlice<UInt8>) throws(ValueFault) -> T
  ) -> T? {
    guard let text = table.text(of: column) else {
      refuse(ValueFault(code: missing, message: "nothing where a value is required"), at: column, log: &log)
      return nil
    }
    do {
      return try parse(text)
    } catch {
      refuse(error, at: column, log: &log)
      return nil
    }
  }

  mutating func refuse(_ fault: ValueFault, at column: Int, log: inout FileLog) {
    isFaulty = true
    report(fault.code, at: column, fault.message, expected: fault.expected, remedy: fault.remedy, log: &log)
  }

  /// Logs something about a cell.
  func report(
    _ code: DiagnosticCode, at column: Int, _ message: String, expected: String? = nil, remedy: String? = nil,
    log: inout FileLog
  ) {
    log.report(
      code, at: table.position(of: column), field: table.columnName(column), message, expected: expected, remedy: remedy
    )
  }
}
