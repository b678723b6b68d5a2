/// Which value of a file marks a pair that is not allowed.
public struct ForbiddenMark: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Nothing between two separators.
    case blank
    /// Infinity or NaN, in text or in floating-point arrays.
    case notFinite
    /// A number, in whatever way it is written.
    case number(DecimalNumber)
  }

  let kind: Kind

  /// - Parameter text: `blank`, `nan` or `inf` (the two mean the same), or a number.
  public init?(_ text: String) {
    switch text {
    case "blank": kind = .blank
    case "nan", "inf": kind = .notFinite
    default:
      let bytes = Array(text.utf8)
      guard let number = try? DecimalNumber(bytes[...]) else { return nil }
      kind = .number(number)
    }
  }
}
