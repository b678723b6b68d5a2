import AssignmentSolvers

/// Reads a table of numbers separated by commas or tabs: one line a row, all lines of the same length, no header.
enum DelimitedTableReader {
  static func content(
    of reader: CSVReader, _ costs: inout CostCollector, log: inout FileLog
  ) -> AssignmentContent? {
    var reader = reader
    var rowCount = 0
    var columnCount = 0
    while reader.readRow(log: &log) {
      if reader.isRowFaulty { continue }
      if rowCount == 0 {
        columnCount = reader.fields.count
        if let other = otherDelimiter(reader) {
          log.report(
            .otherDelimiter, at: other, "the values are separated by something else",
            remedy: "Separate them by commas, or give --input-format.")
          return nil
        }
      }
      guard reader.fields.count == columnCount else {
        log.report(
          .fieldCount, at: reader.fields.first?.position, "\(reader.fields.count) values",
          expected: "\(columnCount), as the first line has")
        continue
      }
      for field in reader.fields {
        costs.append(ASCII.trimmed(reader.text(of: field)), at: field.position, log: &log)
      }
      rowCount += 1
    }
    if rowCount == 0 && log.errorCount == 0 {
      log.report(.emptyFile, at: .start, "nothing but blank lines", expected: "rows of numbers")
    }
    return AssignmentFileReader.table(rowCount: rowCount, columnCount: columnCount, costs, log: &log)
  }

  /// Where a first line of a single field shows that something else separates the values.
  private static func otherDelimiter(_ reader: CSVReader) -> TextPosition? {
    guard reader.fields.count == 1, let only = reader.fields.first else { return nil }
    let text = ASCII.trimmed(reader.text(of: only))
    guard let found = text.firstIndex(where: { [0x3B, 0x09, 0x7C, 0x20, 0x2C].contains($0) }) else { return nil }
    return TextPosition(line: only.position.line, column: only.position.column + found - only.content.lowerBound)
  }
}
