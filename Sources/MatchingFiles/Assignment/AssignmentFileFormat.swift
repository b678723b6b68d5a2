/// The formats an assignment problem may come in.
public enum AssignmentFileFormat: String, CaseIterable, Sendable {
  /// One line a row, values separated by commas; no header.
  case csv
  /// The same with tabs.
  case tsv
  /// A two-dimensional NumPy array of integers or floating-point numbers.
  case npy
  /// OR-Library `assignN`: the number of rows and columns, then all values row by row, wherever the lines break.
  case orLibrary = "orlib"
  /// OR-Library `assignpN`: the number of rows and columns, then `row column value` of each allowed pair, counted from 1.
  case orLibraryPairs = "orlib-pairs"
  /// DIMACS assignment: `p asn`, a line `n` for each node that is a row, a line `a` for each allowed pair.
  case dimacsAssignment = "asn"
  /// DIMACS minimum-cost flow, when the network is an assignment problem.
  case dimacsFlow = "min"
  /// The numbers of rows and columns, then all values row by row.
  case similarity

  /// The format of a file by its name and, for plain text, its first numbers; nil when neither tells.
  static func guess(path: String, bytes: [UInt8]) -> AssignmentFileFormat? {
    if bytes.starts(with: NumPyReader.magic) { return .npy }
    let name = path.split(separator: "/").last.map { Array($0.utf8) } ?? []
    let suffix = name.lastIndex(of: UInt8(ascii: ".")).map { ASCII.lowercased(name[($0 + 1)...]) } ?? ""
    switch suffix {
    case "csv": return .csv
    case "tsv", "tab": return .tsv
    case "npy": return .npy
    case "asn": return .dimacsAssignment
    case "min": return .dimacsFlow
    case "in": return .similarity
    default: break
    }
    let prefix = ASCII.lowercased(name.prefix(7))
    if prefix == "assignp" { return .orLibraryPairs }
    if prefix.hasPrefix("assign") { return .orLibrary }
    return nil
  }
}
