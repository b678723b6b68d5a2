import AssignmentSolvers

/// Reads files that are nothing but numbers, wherever their lines break.
enum NumberListReader {
  /// `n`, then n × n values.
  static func square(
    _ tokens: NumberTokens, _ costs: inout CostCollector, log: inout FileLog
  ) -> AssignmentContent? {
    var tokens = tokens
    guard let size = count(&tokens, "the number of rows and columns", log: &log) else { return nil }
    return values(rowCount: size, columnCount: size, &tokens, &costs, log: &log)
  }

  /// `rows columns`, then rows × columns values.
  static func rectangle(
    _ tokens: NumberTokens, _ costs: inout CostCollector, log: inout FileLog
  ) -> AssignmentContent? {
    var tokens = tokens
    guard let rowCount = count(&tokens, "the number of rows", log: &log),
      let columnCount = count(&tokens, "the number of columns", log: &log)
    else { return nil }
    return values(rowCount: rowCount, columnCount: columnCount, &tokens, &costs, log: &log)
  }

  /// `n`, then `row column value` of each allowed pair, rows and columns counted from 1.
  static func pairs(
    _ tokens: NumberTokens, _ costs: inout CostCollector, log: inout FileLog
  ) -> AssignmentContent? {
    var tokens = tokens
    guard let size = count(&tokens, "the number of rows and columns", log: &log) else { return nil }
    var pairs = PairList(rowCount: size, columnCount: size)
    while let first = tokens.next() {
      guard let second = tokens.next(), let third = tokens.next() else {
        log.report(
          .entryCount, at: first.position, "the last pair is not complete", expected: "row, column and value")
        return nil
      }
      guard let row = first.integer(in: 1...max(1, size), "a row", log: &log),
        let column = second.integer(in: 1...max(1, size), "a column", log: &log)
      else { continue }
      pairs.append(row: row - 1, column: column - 1, value: third, at: first.position, &costs, log: &log)
    }
    return pairs.content(costs, log: &log)
  }

  private static let largestSide = 10_000_000

  private static func count(_ tokens: inout NumberTokens, _ what: String, log: inout FileLog) -> Int? {
    guard let token = tokens.next() else {
      log.report(.emptyFile, at: tokens.position, "nothing but blank lines", expected: what)
      return nil
    }
    return token.integer(in: 0...largestSide, what, log: &log)
  }

  private static func values(
    rowCount: Int, columnCount: Int, _ tokens: inout NumberTokens, _ costs: inout CostCollector, log: inout FileLog
  ) -> AssignmentContent? {
    let expected = rowCount * columnCount
    while let token = tokens.next() {
      guard costs.count < expected else {
        log.report(
          .entryCount, at: token.position, "more numbers than the table has",
          expected: "\(rowCount) × \(columnCount) = \(expected) values")
        return nil
      }
      costs.append(token.text, at: token.position, log: &log)
    }
    guard costs.count == expected else {
      log.report(
        .entryCount, at: tokens.position, "the file ends after \(costs.count) values",
        expected: "\(rowCount) × \(columnCount) = \(expected)",
        remedy: "If it lists pairs, say --input-format orlib-pairs.")
      return nil
    }
    return AssignmentFileReader.table(rowCount: rowCount, columnCount: columnCount, costs, log: &log)
  }
}

/// The allowed pairs of a file that lists them, each once.
struct PairList {
  let rowCount: Int
  let columnCount: Int
  private var pairs: [(row: Int, column: Int)] = []
  private var known: Set<Pair> = []

  private struct Pair: Hashable {
    let row: Int
    let column: Int
  }

  init(rowCount: Int, columnCount: Int) {
    self.rowCount = rowCount
    self.columnCount = columnCount
  }

  var count: Int { pairs.count }

  mutating func append(
    row: Int, column: Int, value: NumberTokens.Token, at position: TextPosition, _ costs: inout CostCollector,
    log: inout FileLog
  ) {
    guard known.insert(Pair(row: row, column: column)).inserted else {
      log.report(.repeatedPair, at: position, "a pair that is listed before", remedy: "Keep one of the two lines.")
      return
    }
    pairs.append((row, column))
    costs.append(value.text, at: value.position, log: &log)
  }

  func content(_ costs: CostCollector, log: inout FileLog) -> AssignmentContent? {
    guard log.errorCount == 0, let (values, decimals) = costs.integers(log: &log) else { return nil }
    let listed = zip(pairs, values).map { (row: $0.row, column: $0.column, cost: $1) }
    return AssignmentContent(
      values: .sparse(SparseCosts(rowCount: rowCount, columnCount: columnCount, pairs: listed)), decimals: decimals)
  }
}
