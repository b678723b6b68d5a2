/// Reads a table row by row against its schema.
struct TableReader {
  private let schema: TableSchema
  private var reader: CSVReader
  private let header: TableHeader

  /// Reads up to the header.
  /// - Returns: nil when the file is no such table; the reason is in the log.
  init?(_ file: LoadedFile, schema: TableSchema, limits: InputLimits, log: inout FileLog) {
    self.schema = schema
    if file.bytes.isEmpty {
      log.report(.emptyFile, at: .start, "the file is empty", expected: "a header and rows")
      return nil
    }
    guard let start = TextScreen.start(of: file.bytes, log: &log) else { return nil }
    reader = CSVReader(file.bytes, start: start, limits: limits)
    let errorCount = log.errorCount
    guard reader.readRow(log: &log) else {
      if log.errorCount == errorCount {
        log.report(.emptyFile, at: .start, "nothing but blank lines", expected: "a header and rows")
      }
      return nil
    }
    guard !reader.isRowFaulty, let header = TableHeader(reader, schema: schema, log: &log) else { return nil }
    self.header = header
  }

  /// Goes to the next row that has the right number of fields.
  /// - Returns: false at the end.
  mutating func next(log: inout FileLog) -> Bool {
    while reader.readRow(log: &log) {
      guard !reader.isRowFaulty, isRow(log: &log) else { continue }
      warnOfSpaces(log: &log)
      return true
    }
    return false
  }

  /// Where the current row starts.
  var position: TextPosition { reader.fields.first?.position ?? .start }

  /// The value of a column in the current row, without spaces at its ends; nil when it is blank or the file has no such
  /// column.
  func text(of column: Int) -> ArraySlice<UInt8>? {
    guard let index = header.fieldOfColumn[column] else { return nil }
    let text = ASCII.trimmed(reader.text(of: reader.fields[index]))
    return text.isEmpty ? nil : text
  }

  func columnName(_ column: Int) -> String { schema.columns[column] }

  /// Where a column of the current row starts; the start of the row when the file has no such column.
  func position(of column: Int) -> TextPosition {
    header.fieldOfColumn[column].map { reader.fields[$0].position } ?? position
  }

  private func isRow(log: inout FileLog) -> Bool {
    let fields = reader.fields
    guard fields.count == header.fieldCount else {
      let isTrailingComma = fields.count == header.fieldCount + 1 && fields.last?.content.isEmpty == true
      let surplus = fields.count > header.fieldCount ? fields[header.fieldCount].position : position
      log.report(
        .fieldCount, at: surplus, "\(fields.count) fields", expected: "\(header.fieldCount), as the header has",
        remedy: isTrailingComma
          ? "Remove the comma at the end of the line."
          : "A field that contains a comma must be between quotation marks.")
      return false
    }
    guard !isRepeatedHeader else {
      log.report(.repeatedHeader, at: position, "the header again, among the rows", remedy: "Remove the line.")
      return false
    }
    return true
  }

  private var isRepeatedHeader: Bool {
    for (field, column) in zip(reader.fields, header.columnOfField) {
      guard let column else { continue }
      let text = reader.text(of: field)
      guard text.count == schema.columns[column].utf8.count, ASCII.lowercased(text) == schema.columns[column] else {
        return false
      }
    }
    return true
  }

  private func warnOfSpaces(log: inout FileLog) {
    for (field, column) in zip(reader.fields, header.columnOfField) {
      let text = reader.text(of: field)
      guard let first = text.first, let last = text.last, ASCII.isSpace(first) || ASCII.isSpace(last) else { continue }
      log.report(
        .surroundingSpace, at: field.position, field: column.map(columnName), "spaces around a value, left out")
    }
  }
}
