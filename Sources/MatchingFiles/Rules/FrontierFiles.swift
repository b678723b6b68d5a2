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

  public let points: [Point]
  /// Whether the horizontal axis is the worst score rather than the number of duos.
  public let showsWorst: Bool
  public let isComplete: Bool

  public init(points: [Point], showsWorst: Bool, isComplete: Bool) {
    self.points = points
    self.showsWorst = showsWorst
    self.isComplete = isComplete
  }

  /// `frontier.csv` and `frontier.html`.
  public var files: [OutputFile] {
    [
      OutputFile(name: "frontier.csv", bytes: table),
      OutputFile(name: "frontier.html", bytes: Array(page.utf8)),
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

  private var page: String {
    let across = showsWorst ? "worst score" : "duos"
    let note =
      isComplete
      ? "Every trade-off that no other matching beats in both goals is shown; each was proved."
      : "Not every trade-off is shown, or not each was proved: the solve ended at a limit."
    let rows = points.map { point in
      "<tr><td>\(point.duoCount)</td><td>\(point.totalScore)</td><td>\(point.worstScore)</td></tr>"
    }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Frontier: \(across) against total score</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; color: #1a1a1a; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      td, th { padding: 0.2rem 0.8rem; text-align: right; border-bottom: 1px solid #ccc; }
      svg { width: 100%; height: auto; }
      </style></head><body>
      <h1>\(across.prefix(1).uppercased() + across.dropFirst()) against total score</h1>
      <p>\(note)</p>
      \(plot(across))
      <table><thead><tr><th>duos</th><th>total score</th><th>worst score</th></tr></thead><tbody>
      \(rows)
      </tbody></table>
      </body></html>

      """
  }

  /// A scatter plot with integer coordinates, drawn as steps: between two points nothing lies on the frontier.
  private func plot(_ across: String) -> String {
    let xs = points.map { showsWorst ? $0.worstScore : $0.duoCount }
    let ys = points.map(\.totalScore)
    guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max() else { return "" }
    func x(_ value: Int) -> Int { 90 + (right == left ? 250 : (value - left) * 500 / (right - left)) }
    func y(_ value: Int) -> Int { 290 - (high == low ? 130 : (value - low) * 260 / (high - low)) }
    let path = zip(xs, ys).enumerated().map { index, point in
      index == 0 ? "M\(x(point.0)) \(y(point.1))" : "V\(y(point.1)) H\(x(point.0))"
    }.joined(separator: " ")
    let dots = zip(xs, ys).map { "<circle cx=\"\(x($0))\" cy=\"\(y($1))\" r=\"4\"/>" }.joined()
    return """
      <svg viewBox="0 0 640 350" role="img" aria-label="Total score against \(across), \(points.count) points">
      <path d="M90 20 V300 H600" fill="none" stroke="#767676"/>
      <path d="\(path)" fill="none" stroke="#0b5cad" stroke-dasharray="4 3"/>
      <g fill="#0b5cad">\(dots)</g>
      <g font-size="13" fill="#1a1a1a">
      <text x="90" y="318" text-anchor="middle">\(left)</text><text x="590" y="318" text-anchor="middle">\(right)</text>
      <text x="84" y="\(y(low) + 4)" text-anchor="end">\(low)</text><text x="84" y="\(y(high) + 4)" text-anchor="end">\(high)</text>
      <text x="340" y="340" text-anchor="middle">\(across)</text><text x="90" y="14">total score</text>
      </g></svg>
      """
  }
}
