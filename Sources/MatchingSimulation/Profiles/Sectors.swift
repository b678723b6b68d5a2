import MentorMatching

/// Sectors by NACE Rev. 2 (Eurostat; in force in 2021), mostly classes, some groups and divisions.
///
/// All weights are assumptions. Those of mentees lean on what is published of refugees in Brussels: security, cleaning
/// and catering the most represented (2016), then the public sector, trade, catering and health care (2015–2016).
enum Sectors {
  /// What mentees without a diploma aim at.
  static let ofTrades = choice([
    ("56.10", 12), ("81.21", 8), ("80.10", 8), ("52.10", 9), ("49.41", 7), ("47.11", 9), ("43.21", 6), ("43.22", 4),
    ("43.34", 4), ("41.20", 6), ("45.20", 5), ("88.10", 6), ("88.91", 5), ("10.71", 4), ("96.02", 4), ("55.10", 5),
    ("25.6", 3),
  ])

  /// What mentees with upper secondary schooling aim at.
  static let ofServices = choice([
    ("47.71", 8), ("47.11", 7), ("56.10", 7), ("55.10", 5), ("86.90", 8), ("87.10", 7), ("88.91", 6), ("84.11", 7),
    ("82.20", 4), ("53.20", 4), ("49.3", 4), ("52.10", 5), ("64.19", 5), ("62.0", 7), ("43.21", 5), ("78.20", 4),
    ("85.59", 4), ("80.10", 3),
  ])

  /// What mentees with a degree aim at.
  static let ofGraduates = choice([
    ("62.01", 12), ("62.02", 7), ("71.12", 9), ("71.11", 3), ("86.10", 7), ("86.21", 4), ("86.90", 3), ("69.20", 9),
    ("69.10", 5), ("70.22", 7), ("64.19", 7), ("84.11", 7), ("85.31", 4), ("85.59", 4), ("88.99", 6), ("78.10", 4),
    ("73.11", 6), ("72", 4), ("94.99", 4), ("46", 3),
  ])

  /// What mentors, people over 50 with a career behind them, know.
  static let ofMentors = choice([
    ("84.11", 8), ("85.31", 6), ("85.59", 4), ("86.10", 6), ("86.90", 4), ("87.10", 2), ("88.99", 5), ("88.91", 2),
    ("62.02", 5), ("62.01", 4), ("64.19", 6), ("65.1", 4), ("69.10", 3), ("69.20", 5), ("70.22", 7), ("71.12", 6),
    ("78.10", 5), ("73.11", 4), ("47.11", 4), ("47.7", 4), ("46", 3), ("56.10", 3), ("55.10", 2), ("49", 3),
    ("52.10", 4), ("41.20", 3), ("43.2", 2), ("28", 2), ("20", 1), ("10", 2), ("81.2", 2), ("80.10", 1), ("94.99", 3),
    ("74.10", 1), ("35.1", 2),
  ])

  private static func choice(_ weights: [(code: String, weight: Int)]) -> WeightedChoice<SectorCode> {
    WeightedChoice(weights.map { (wellFormed(SectorCode($0.code)), $0.weight) })
  }
}
