/// The five things a pair is scored on.
public enum Criterion: String, CaseIterable, Sendable {
  case language, sector, availability, distance, digital
}

/// Points per criterion, each 0…10 000.
public struct CriterionPoints: Sendable, Equatable {
  public var language = 0
  public var sector = 0
  public var availability = 0
  public var distance = 0
  public var digital = 0

  public init() {}

  public subscript(criterion: Criterion) -> Int {
    switch criterion {
    case .language: language
    case .sector: sector
    case .availability: availability
    case .distance: distance
    case .digital: digital
    }
  }

  /// `Σ weight × points`, 0…1 000 000, without rounding.
  public func score(weights: Weights) -> Int {
    Criterion.allCases.reduce(0) { $0 + weights[$1] * self[$1] }
  }
}

/// Scores are integers from 0 to 1 000 000, higher is better: 783 500 reads "78.35 %".
public enum Score {
  public static let maximum = 1_000_000
}
