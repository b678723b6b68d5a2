/// Everything wrong with the files of a round, found in one reading.
///
/// Ordered by file, line and column. At most ``shownLimit`` diagnostics are kept; ``omittedCount`` says how many more
/// there were.
public struct InputErrors: Error, Equatable, Sendable {
  public static let shownLimit = 100

  public let diagnostics: [Diagnostic]
  public let omittedCount: Int

  /// - Precondition: at least one diagnostic.
  public init(_ diagnostics: [Diagnostic], omittedCount: Int = 0) {
    precondition(!diagnostics.isEmpty, "an error has a diagnostic")
    let sorted = diagnostics.sorted(by: Diagnostic.precedes)
    self.diagnostics = Array(sorted.prefix(Self.shownLimit))
    self.omittedCount = omittedCount + max(0, sorted.count - Self.shownLimit)
  }

  /// The most telling exit code among the diagnostics: refusals and failures of the machine come before wrong data,
  /// wrong data before a wrong policy.
  public var exitCode: ExitCode {
    let order: [ExitCode] = [.refused, .inputOutput, .tryAgain, .noInput, .data, .configuration]
    let present = diagnostics.map(\.exitCode)
    return order.first(where: present.contains) ?? .data
  }

  /// One diagnostic after the other, a line `… n more` at the end when some were left out; no final newline.
  public var rendered: String {
    var lines = diagnostics.map(\.rendered)
    if omittedCount > 0 { lines.append("… \(omittedCount) more") }
    return lines.joined(separator: "\n")
  }
}
