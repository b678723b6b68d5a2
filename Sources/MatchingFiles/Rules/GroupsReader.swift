import MentorMatching

/// Reads a table of groups: a column `id` and any others, each a group to which rules may refer. The scorer never sees it.
struct GroupsReader {
  let limits: InputLimits

  /// - Parameter people: who may be named; others are an error.
  func table(_ file: LoadedFile, people: [PersonID], log: inout FileLog) -> GroupTable {
    guard !file.bytes.isEmpty else {
      log.report(.emptyFile, at: .start, "the file is empty", expected: "a header and rows")
      return GroupTable()
    }
    guard let start = TextScreen.start(of: file.bytes, log: &log) else { return GroupTable() }
    var reader = CSVReader(file.bytes, start: start, limits: limits)
    guard reader.readRow(log: &log), !reader.isRowFaulty, let header = header(reader, log: &log) else {
      return GroupTable()
    }
    let known = Set(people)
    var values: [PersonID: [String]] = [:]
    while reader.readRow(log: &log) {
      guard !reader.isRowFaulty else { continue }
      let position = reader.fields.first?.position ?? .start
      guard reader.fields.count == header.count else {
        log.report(
          .fieldCount, at: position, "\(reader.fields.count) fields", expected: "\(header.count), as the header has")
        continue
      }
      let cells = reader.fields.map { String(decoding: ASCII.trimmed(reader.text(of: $0)), as: UTF8.self) }
      guard let id = PersonID(cells[0]), known.contains(id) else {
        log.report(
          .unknownPerson, at: position, field: "id", "nobody of the round has this identifier",
          remedy: "Remove the row, or correct the identifier.")
        continue
      }
      for (field, cell) in zip(reader.fields, cells).dropFirst() where cell.utf8.count > 64 {
        log.report(.fieldTooLong, at: field.position, "a group of more than 64 bytes", expected: "a short code")
      }
      if values.updateValue(Array(cells.dropFirst()), forKey: id) != nil {
        log.report(.repeatedIdentifier, at: position, field: "id", "an identifier that occurs twice")
      }
    }
    return GroupTable(columns: Array(header.dropFirst()), values: values)
  }

  /// The names of the columns, `id` first.
  private func header(_ row: CSVReader, log: inout FileLog) -> [String]? {
    let names = row.fields.map { ASCII.lowercased(ASCII.trimmed(row.text(of: $0))) }
    guard names.first == "id" else {
      log.report(
        .missingColumn, at: .start, "the first column is not \"id\"",
        remedy: "Put the identifiers into the first column and name it id.")
      return nil
    }
    let errorCount = log.errorCount
    for (index, name) in names.enumerated().dropFirst() {
      let position = row.fields[index].position
      if RuleName(name) == nil {
        log.report(
          .unnamedColumn, at: position, "a column without a usable name",
          expected: "1 to 64 characters out of A-Z a-z 0-9 . _ -")
      } else if ProtectedAttributes.contains(name) {
        log.report(
          .protectedColumn, at: position, "this column is not allowed by data policy",
          remedy: "Remove the column: matching must not know it.")
      } else if names[..<index].contains(name) {
        log.report(
          .repeatedColumn, at: position, field: name, "a column that occurs twice", remedy: "Remove one of them.")
      }
    }
    return log.errorCount == errorCount ? names : nil
  }
}
