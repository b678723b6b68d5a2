/// The frontier between two goals as a table and as a page with a plot.
public struct FrontierFiles {
  public struct Point: Sendable, Equatable {
    public let duoCount: Int
    public let totalScore: Int
    public let worstScore: Int
    public let isExact: Bool

    public init(duoCount: Int, totalScore: Int, worstScore: Int, isExact: Bool) {
      self.duoCount = duoCount
      self.totalScore = totalScore
      self.worstScore = worstScore
      self.isExact = isExact
    }
  }

  /// From the highest total score on; the other goal rises.
  public let points: [Point]
  /// Whether the horizontal axis is the worst score rather than the number of duos.
  public let showsWorst: Bool
  public let isComplete: Bool
  /// Of the page.
  public let language: ReportLanguage

  public init(points: [Point], showsWorst: Bool, isComplete: Bool, language: ReportLanguage = .english) {
    self.points = points
    self.showsWorst = showsWorst
    self.isComplete = isComplete
    self.language = language
  }

  /// `frontier.csv` and `frontier.html`.
  public var files: [OutputFile] {
    [
      OutputFile(name: "frontier.csv", bytes: table),
      OutputFile(name: "frontier.html", bytes: FrontierPage(frontier: self).bytes),
    ]
  }

  private var table: [UInt8] {
    var writer = CSVWriter(columns: ["duos", "total_score", "worst_score", "proved"])
    for point in points {
      writer.append(
        [String(point.duoCount), String(point.totalScore), String(point.worstScore), String(point.isExact)]
          .map(CSVWriter.Cell.exact))
    }
    return writer.bytes
  }
}
