/// One thing wrong, or suspicious, in an input file.
///
/// A diagnostic never holds the content of a cell: that is personal data. It names the place, the field, what was
/// expected and what to do.
public struct Diagnostic: Error, Equatable, Sendable {
  public let code: DiagnosticCode
  /// The path as the caller gave it.
  public let file: String
  /// Where the faulty field (or byte) starts; nil when the file as a whole is meant.
  public let position: TextPosition?
  /// The name of the column; never its content.
  public let field: String?
  /// In JSON files: the JSON Pointer (RFC 6901) of the value.
  public let pointer: String?
  public let message: String
  /// What would have been right.
  public let expected: String?
  /// What to do about it.
  public let remedy: String?
  /// How a process that stops because of this should end.
  public let exitCode: ExitCode

  public init(
    _ code: DiagnosticCode, file: String, position: TextPosition? = nil, field: String? = nil, pointer: String? = nil,
    message: String, expected: String? = nil, remedy: String? = nil, exitCode: ExitCode = .data
  ) {
    self.code = code
    self.file = file
    self.position = position
    self.field = field
    self.pointer = pointer
    self.message = message
    self.expected = expected
    self.remedy = remedy
    self.exitCode = exitCode
  }

  /// `PATH:LINE:COL: error[E1107]: text (field NAME)`, and the remedy on a second, indented line.
  public var rendered: String {
    var text = VisibleText.escaped(file)
    if let position { text += ":\(position.line):\(position.column)" }
    text += ": \(code.severity.rawValue)[\(code)]: \(VisibleText.escaped(message))"
    if let expected { text += ", expected \(VisibleText.escaped(expected))" }
    if let field { text += " (field \(VisibleText.escaped(field)))" }
    if let pointer { text += " (at \(VisibleText.escaped(pointer.isEmpty ? "/" : pointer, limit: 200)))" }
    if let remedy { text += "\n    \(VisibleText.escaped(remedy))" }
    return text
  }

  /// The order in which diagnostics are shown: by file, line, column and code.
  static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    let start = TextPosition(line: 0, column: 0)
    if a.position != b.position { return (a.position ?? start) < (b.position ?? start) }
    return a.code.number < b.code.number
  }
}
