/// Lists within a cell, their items separated by semicolons: `nl:B1;ar:native`.
enum ListParser {
  static let maximumItemCount = 64

  /// The items without spaces at their ends. Empty items (a semicolon too many) are faults.
  static func items(
    _ text: ArraySlice<UInt8>, limit: Int = maximumItemCount, code: DiagnosticCode, expected: String
  ) throws(ValueFault) -> [ArraySlice<UInt8>] {
    let items = text.split(separator: UInt8(ascii: ";"), maxSplits: limit, omittingEmptySubsequences: false)
      .map(ASCII.trimmed)
    guard items.count <= limit else {
      throw ValueFault(code: .tooManyItems, message: "a list too long", expected: "at most \(limit) items")
    }
    guard !items.contains(where: \.isEmpty) else {
      throw ValueFault(
        code: code, message: "an empty item in a list", expected: expected, remedy: "Remove the semicolon too many.")
    }
    return items
  }

  /// The two sides of `key:value`; no value when there is no colon.
  static func pair(_ item: ArraySlice<UInt8>) -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>?) {
    guard let colon = item.firstIndex(of: UInt8(ascii: ":")) else { return (item, nil) }
    return (ASCII.trimmed(item[..<colon]), ASCII.trimmed(item[item.index(after: colon)...]))
  }
}
