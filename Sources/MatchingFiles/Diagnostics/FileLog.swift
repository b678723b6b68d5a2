/// Collects what is wrong with one file while it is read.
///
/// A file that is wrong on every line must not fill the memory: only the first ``InputErrors/shownLimit`` diagnostics of
/// each kind are kept, the others are counted. Readers report in the order of the file, so the first are the right ones.
struct FileLog {
  let path: String
  let exitCode: ExitCode
  private(set) var errors: [Diagnostic] = []
  private(set) var warnings: [Diagnostic] = []
  private(set) var errorCount = 0

  /// - Parameter exitCode: of the errors whose kind does not decide it, `data` or `configuration`.
  init(path: String, exitCode: ExitCode = .data) {
    self.path = path
    self.exitCode = exitCode
  }

  mutating func report(
    _ code: DiagnosticCode, at position: TextPosition?, field: String? = nil, pointer: String? = nil,
    _ message: String, expected: String? = nil, remedy: String? = nil, exitCode: ExitCode? = nil
  ) {
    if code.severity == .error { errorCount += 1 }
    let room = InputErrors.shownLimit - (code.severity == .error ? errors.count : warnings.count)
    guard room > 0 else { return }
    let diagnostic = Diagnostic(
      code, file: path, position: position, field: field, pointer: pointer, message: message, expected: expected,
      remedy: remedy, exitCode: exitCode ?? self.exitCode)
    if code.severity == .error { errors.append(diagnostic) } else { warnings.append(diagnostic) }
  }
}

extension InputErrors {
  /// The errors of several files; nil when there are none.
  init?(_ logs: [FileLog]) {
    let kept = logs.flatMap(\.errors)
    guard !kept.isEmpty else { return nil }
    self.init(kept, omittedCount: logs.reduce(0) { $0 + $1.errorCount - $1.errors.count })
  }
}
