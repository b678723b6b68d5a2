/// The columns a table may have.
struct TableSchema {
  /// The name of the file, for messages.
  let file: String
  /// All columns; a column is known to the readers by its index here.
  let columns: [String]
  /// Indices of columns.
  let required: [Int]
  /// Other spellings of columns, by the column they stand for.
  var aliases: [String: Int] = [:]
  /// A table easily taken for this one.
  var sibling: (file: String, columns: [String])?

  func index(of name: String) -> Int? { columns.firstIndex(of: name) ?? aliases[name] }
}

/// Which column of a file holds which column of the schema.
struct TableHeader {
  /// Indexed by column of the schema; nil where the file has none.
  let fieldOfColumn: [Int?]
  let fieldCount: Int
  /// Indexed by field; nil for a field that was refused.
  let columnOfField: [Int?]

  /// Reads the header row.
  /// - Returns: nil when the rows below make no sense; otherwise refused columns are left out (and logged).
  init?(_ row: CSVReader, schema: TableSchema, log: inout FileLog) {
    if let delimiter = Self.otherDelimiter(row) {
      log.report(
        .otherDelimiter, at: delimiter, "the columns are not separated by commas",
        remedy: "Save the file with commas between the columns, and without a line \"sep=\".")
      return nil
    }
    let names = row.fields.map { row.text(of: $0) }
    if let swapped = Self.firstSiblingColumn(names, schema), let sibling = schema.sibling {
      log.report(
        .swappedFiles, at: row.fields[swapped].position, "this looks like \(sibling.file)",
        expected: "the columns of \(schema.file)", remedy: "Swap the two files.")
      return nil
    }

    var fieldOfColumn = [Int?](repeating: nil, count: schema.columns.count)
    var columnOfField: [Int?] = []
    for (field, name) in names.enumerated() {
      let position = row.fields[field].position
      guard let column = Self.column(of: name, at: position, schema: schema, log: &log) else {
        columnOfField.append(nil)
        continue
      }
      if fieldOfColumn[column] == nil {
        fieldOfColumn[column] = field
      } else {
        log.report(
          .repeatedColumn, at: position, field: schema.columns[column], "a column that occurs twice",
          remedy: "Remove one of them.")
      }
      columnOfField.append(column)
    }
    let missing = schema.required.filter { fieldOfColumn[$0] == nil }.map { schema.columns[$0] }
    if !missing.isEmpty {
      log.report(
        .missingColumn, at: .start, "missing columns: \(missing.joined(separator: ", "))",
        remedy: "Add them to the first line of the file.")
      return nil
    }
    self.fieldOfColumn = fieldOfColumn
    self.columnOfField = columnOfField
    fieldCount = names.count
  }

  /// Where a header of a single field shows that something else separates the columns.
  private static func otherDelimiter(_ row: CSVReader) -> TextPosition? {
    guard let only = row.fields.first else { return nil }
    let text = row.text(of: only)
    if ASCII.lowercased(text.prefix(4)) == "sep=" { return only.position }
    guard row.fields.count == 1, let found = text.firstIndex(where: { [0x3B, 0x09, 0x7C].contains($0) }) else {
      return nil
    }
    return TextPosition(line: only.position.line, column: only.position.column + found - text.startIndex)
  }

  /// The first column that only the sibling has, if no column is there that only this table has.
  private static func firstSiblingColumn(_ names: [ArraySlice<UInt8>], _ schema: TableSchema) -> Int? {
    guard let sibling = schema.sibling else { return nil }
    let folded = names.map { ASCII.lowercased(ASCII.trimmed($0)) }
    let hasOwn = folded.contains { schema.index(of: $0) != nil && !sibling.columns.contains($0) }
    return hasOwn ? nil : folded.firstIndex { sibling.columns.contains($0) && schema.index(of: $0) == nil }
  }

  /// The message never shows the name: in a file without a header it would be somebody's data.
  private static func column(
    of name: ArraySlice<UInt8>, at position: TextPosition, schema: TableSchema, log: inout FileLog
  ) -> Int? {
    let folded = ASCII.lowercased(ASCII.trimmed(name))
    if folded.isEmpty {
      log.report(.unnamedColumn, at: position, "a column without a name", remedy: "Name the column or remove it.")
      return nil
    }
    if let column = schema.index(of: folded) {
      if !name.elementsEqual(folded.utf8) {
        log.report(
          .respelledColumn, at: position, field: schema.columns[column],
          "a column name with capital letters or spaces, taken as \(schema.columns[column])")
      }
      return column
    }
    if ProtectedAttributes.contains(folded) {
      log.report(
        .protectedColumn, at: position, "this column is not allowed by data policy",
        remedy: "Remove the column: matching must not know it.")
    } else if schema.sibling?.columns.contains(folded) == true {
      log.report(
        .unknownColumn, at: position, "a column that belongs into \(schema.sibling?.file ?? "")",
        remedy: "Remove the column.")
    } else {
      let guess = Suggestion.nearest(to: folded, among: schema.columns)
      log.report(
        .unknownColumn, at: position, "unknown column", expected: guess == nil ? "a known one" : nil,
        remedy: guess.map { "Did you mean \"\($0)\"?" } ?? "Known columns: \(schema.columns.joined(separator: ", ")).")
    }
    return nil
  }
}
