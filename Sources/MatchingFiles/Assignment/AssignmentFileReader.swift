import AssignmentSolvers

/// How the values of an assignment file are to be taken.
public struct AssignmentReading: Sendable {
  /// nil: told by the file's name.
  public var format: AssignmentFileFormat?
  /// Which value marks a pair that is not allowed; nil when none does.
  public var forbiddenMark: ForbiddenMark?
  /// The decimal place to round values to, 0…9; nil keeps every value exact.
  public var decimals: Int?

  public init(format: AssignmentFileFormat? = nil, forbiddenMark: ForbiddenMark? = nil, decimals: Int? = nil) {
    self.format = format
    self.forbiddenMark = forbiddenMark
    self.decimals = decimals
  }
}

/// Reads an assignment problem from a file of any ``AssignmentFileFormat``.
///
/// Values become integers of one unit, so that totals are exact: the finest decimal place that occurs in the file, or
/// ``AssignmentReading/decimals``. A floating-point number of an array counts as the shortest decimal that reads back as
/// it. What does not fit into 32 bits in that unit is refused, never rounded unasked.
public enum AssignmentFileReader {
  /// The limits of tables of people do not fit tables of numbers.
  private static var limits: InputLimits {
    var limits = InputLimits()
    limits.fileByteCount = 4 << 30
    limits.columnCount = 1_000_000
    limits.rowCount = 1_000_000
    return limits
  }

  /// - Precondition: `reading.decimals` is nil or 0…9.
  /// - Throws: ``InputErrors`` with everything wrong with the file.
  public static func read(_ path: String, reading: AssignmentReading = .init()) throws(InputErrors) -> AssignmentFile {
    precondition((0...CostCollector.largestDecimals).contains(reading.decimals ?? 0), "0 to 9 decimals")
    var log = FileLog(path: path)
    if let file = InputLoader(limits: limits).load(path, isRequired: true, log: &log),
      let content = content(of: file, reading: reading, log: &log), log.errorCount == 0
    {
      return AssignmentFile(
        values: content.values, decimals: content.decimals, rowNames: content.rowNames,
        columnNames: content.columnNames, rowSupply: content.rowSupply, columnDemand: content.columnDemand,
        input: InputFile(
          name: path.split(separator: "/").last.map(String.init) ?? path, byteCount: file.bytes.count,
          sha256: SHA256.hexadecimalDigest(of: file.bytes), identity: file.identity),
        warnings: log.warnings)
    }
    throw InputErrors([log]) ?? InputErrors([Diagnostic(.readFailure, file: path, message: "the file cannot be used")])
  }

  private static func content(
    of file: LoadedFile, reading: AssignmentReading, log: inout FileLog
  ) -> AssignmentContent? {
    if file.bytes.isEmpty {
      log.report(.emptyFile, at: .start, "the file is empty", expected: "an assignment problem")
      return nil
    }
    guard let format = reading.format ?? AssignmentFileFormat.guess(path: log.path, bytes: file.bytes) else {
      log.report(
        .unknownFormat, at: nil, "the name does not tell the format",
        remedy: "Give --input-format: \(AssignmentFileFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
      return nil
    }
    var costs = CostCollector(mark: reading.forbiddenMark, decimals: reading.decimals)
    if format == .npy { return NumPyReader.content(of: file.bytes, &costs, log: &log) }
    guard let start = TextScreen.start(of: file.bytes, log: &log) else { return nil }
    switch format {
    case .csv, .tsv:
      let reader = CSVReader(
        file.bytes, start: start, limits: limits, delimiter: UInt8(ascii: format == .csv ? "," : "\t"))
      return DelimitedTableReader.content(of: reader, &costs, log: &log)
    case .orLibrary: return NumberListReader.square(NumberTokens(file.bytes, start: start), &costs, log: &log)
    case .similarity: return NumberListReader.rectangle(NumberTokens(file.bytes, start: start), &costs, log: &log)
    case .orLibraryPairs: return NumberListReader.pairs(NumberTokens(file.bytes, start: start), &costs, log: &log)
    case .dimacsAssignment: return DIMACSReader.assignment(NumberTokens(file.bytes, start: start), &costs, log: &log)
    case .dimacsFlow: return DIMACSReader.flow(NumberTokens(file.bytes, start: start), &costs, log: &log)
    case .npy: return nil
    }
  }

  /// A full table from collected values.
  static func table(
    rowCount: Int, columnCount: Int, _ costs: CostCollector, log: inout FileLog
  ) -> AssignmentContent? {
    guard log.errorCount == 0, let (values, decimals) = costs.integers(log: &log) else { return nil }
    return AssignmentContent(
      values: .dense(DenseCosts(rowCount: rowCount, columnCount: columnCount, values: values)), decimals: decimals)
  }
}
