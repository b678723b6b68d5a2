/// Codes of files that hold an assignment problem; group 40. Numbers in them use the codes of values (group 21).
extension DiagnosticCode {
  /// A file whose format cannot be told from its name or content.
  public static let unknownFormat = DiagnosticCode(severity: .error, number: 4001)
  /// Bytes that are no NumPy array.
  public static let notNumPy = DiagnosticCode(severity: .error, number: 4002)
  /// A NumPy array of a type or shape that is no table of numbers.
  public static let unsupportedArray = DiagnosticCode(severity: .error, number: 4003)
  /// More or fewer numbers than the file says it has.
  public static let entryCount = DiagnosticCode(severity: .error, number: 4004)
  /// A row, column or node that does not exist.
  public static let unknownIndex = DiagnosticCode(severity: .error, number: 4005)
  /// A pair that is listed twice.
  public static let repeatedPair = DiagnosticCode(severity: .error, number: 4006)
  /// A line that the DIMACS format does not have, or with other fields than it must have.
  public static let badLine = DiagnosticCode(severity: .error, number: 4007)
  /// A network that is no assignment problem.
  public static let notBipartite = DiagnosticCode(severity: .error, number: 4008)
  /// Values that do not fit into 32 bits once all have the same number of decimals.
  public static let tooManyDecimals = DiagnosticCode(severity: .error, number: 4009)
}
