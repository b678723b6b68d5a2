import MentorMatching

/// How the proposed duos compare with all candidates, for the score and each criterion: a histogram that grows upwards
/// for the duos and downwards for the candidates, each side in shares of its own total, with a tick at its median.
struct ScoreDistributions {
  let context: ReportContext

  private static let classCount = 20
  /// Of the drawing, in units.
  private static let width = 300
  private static let sideHeight = 46
  private static let barWidth = width / classCount

  func write(_ page: inout MarkupBuffer) {
    let words = context.words
    page.markup("<section id=\"fit\"><h2>")
    page.text(words.fitHeading)
    page.markup("</h2><p>")
    page.text(words.fitIntroduction(duoCount: context.matching.duos.count, survey: context.survey))
    page.markup("</p><div class=\"dists\">")
    // Scores are percentages of 1 000 000, points of 10 000: both become hundredths of a percent.
    panel(
      &page, .score, weight: nil, duos: context.matching.duos.map { $0.candidate.score / 100 },
      candidates: context.survey.sample.map { $0.score / 100 })
    for criterion in Criterion.allCases {
      panel(
        &page, CriterionName(criterion), weight: context.matching.policy.weights[criterion],
        duos: context.matching.duos.map { $0.candidate.points[criterion] },
        candidates: context.survey.sample.map { $0.points[criterion] })
    }
    page.markup("</div></section>")
  }

  private func panel(
    _ page: inout MarkupBuffer, _ name: CriterionName, weight: Int?, duos: [Int], candidates: [Int]
  ) {
    let words = context.words
    let above = Self.counts(duos)
    let below = Self.counts(candidates)
    let most = max(Self.largestShare(above, duos.count), Self.largestShare(below, candidates.count), 1)
    let medians = (Self.median(duos), Self.median(candidates))
    page.markup("<figure class=\"dist ")
    page.markup(name.styleClass)
    page.markup("\"><h3>")
    page.text(words.name(of: name))
    if let weight {
      page.markup(" <small>")
      page.text(words.weight(weight))
      page.markup("</small>")
    }
    page.markup("</h3><svg role=\"img\" viewBox=\"0 0 300 118\" aria-label=\"")
    page.text(words.medians(of: words.name(of: name), duos: medians.0, candidates: medians.1))
    page.markup("\"><path class=\"up\" d=\"")
    bars(&page, above, total: duos.count, most: most, isUp: true)
    page.markup("\"/><path class=\"down\" d=\"")
    bars(&page, below, total: candidates.count, most: most, isUp: false)
    page.markup("\"/><path class=\"axis\" d=\"M0 52h300\"/>")
    median(&page, medians.0, isUp: true)
    median(&page, medians.1, isUp: false)
    page.markup("<text x=\"0\" y=\"116\">0</text><text x=\"150\" y=\"116\" text-anchor=\"middle\">50</text>")
    page.markup("<text x=\"300\" y=\"116\" text-anchor=\"end\">100\u{A0}%</text></svg><figcaption>")
    page.text(words.medianCaption(duos: medians.0, candidates: medians.1))
    page.markup("</figcaption></figure>")
  }

  private func bars(_ page: inout MarkupBuffer, _ counts: [Int], total: Int, most: Int, isUp: Bool) {
    for (number, count) in counts.enumerated() where count > 0 {
      let share = 1_000_000 * count / total
      // Whoever is there is seen: no bar is lower than half a unit. Tenths of a unit.
      let length = max(5, 10 * Self.sideHeight * share / most)
      page.markup("M")
      page.number(number * Self.barWidth + 1)
      page.markup(" ")
      page.tenths(isUp ? 520 - length : 520)
      page.markup("h13v")
      page.tenths(length)
      page.markup("h-13z")
    }
  }

  private func median(_ page: inout MarkupBuffer, _ value: Int?, isUp: Bool) {
    guard let value else { return }
    page.markup("<path class=\"mid\" d=\"M")
    page.tenths(min(value * Self.width / 1_000, 10 * Self.width - 8))
    if isUp { page.markup(" 2v49\"/>") } else { page.markup(" 53v49\"/>") }
  }

  /// How many values (0…10 000) lie in each of 20 classes; 10 000 belongs to the last.
  private static func counts(_ values: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: classCount)
    for value in values { counts[min(classCount - 1, value * classCount / 10_000)] += 1 }
    return counts
  }

  /// Of 1 000 000.
  private static func largestShare(_ counts: [Int], _ total: Int) -> Int {
    total == 0 ? 0 : 1_000_000 * (counts.max() ?? 0) / total
  }

  /// The lower median.
  static func median(_ values: [Int]) -> Int? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}

extension CriterionName {
  init(_ criterion: Criterion) {
    switch criterion {
    case .language: self = .language
    case .sector: self = .sector
    case .availability: self = .availability
    case .distance: self = .distance
    case .digital: self = .digital
    }
  }

  /// What the style sheet calls it.
  var styleClass: Markup {
    switch self {
    case .language: "k1"
    case .sector: "k2"
    case .availability: "k3"
    case .distance: "k4"
    case .digital: "k5"
    case .score: "k0"
    }
  }
}
