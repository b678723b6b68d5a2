/// The points of a frontier, joined by steps: between two of them nothing lies on it.
struct FrontierPlot {
  let frontier: FrontierFiles
  let words: Wording

  /// Of the drawing, in units.
  private static let width = 640
  private static let height = 420
  private static let left = 84
  private static let right = 28
  private static let top = 34
  private static let bottom = 58

  func write(_ page: inout MarkupBuffer) {
    let xs = frontier.points.map { frontier.showsWorst ? $0.worstScore : $0.duoCount }
    let ys = frontier.points.map(\.totalScore)
    guard let across = Axis(xs), let up = Axis(ys) else { return }
    page.markup("<svg role=\"img\" viewBox=\"0 0 640 420\" aria-label=\"")
    page.text(words.plotLabel(frontier))
    page.markup("\">")
    for value in up.ticks {
      let height = y(value, up)
      page.markup("<path class=\"tick\" d=\"M84 ")
      page.tenths(height)
      page.markup("H612\"/>")
      label(&page, words.total(value), x: 10 * (Self.left - 8), y: height + 40, anchor: "end")
    }
    for value in across.ticks {
      let place = x(value, across)
      page.markup("<path class=\"tick\" d=\"M")
      page.tenths(place)
      page.markup(" 362v5\"/>")
      let text = frontier.showsWorst ? words.percent(score: value) : words.whole(value)
      label(&page, text, x: place, y: 3_820, anchor: "middle")
    }
    page.markup("<path class=\"step\" d=\"")
    for (index, (goal, total)) in zip(xs, ys).enumerated() {
      // Down at the goal of the point before, then across to this one.
      if index == 0 {
        page.markup("M")
        page.point(MapPoint(x: x(goal, across), y: y(total, up)))
      } else {
        page.markup("V")
        page.tenths(y(total, up))
        page.markup("H")
        page.tenths(x(goal, across))
      }
    }
    page.markup("\"/>")
    for (point, (goal, total)) in zip(frontier.points, zip(xs, ys)) {
      if point.isExact {
        page.markup("<circle class=\"dot\" r=\"5\" cx=\"")
      } else {
        page.markup("<circle class=\"dot guess\" r=\"5\" cx=\"")
      }
      page.tenths(x(goal, across))
      page.markup("\" cy=\"")
      page.tenths(y(total, up))
      page.markup("\"><title>")
      page.text(words.pointTitle(point))
      page.markup("</title></circle>")
    }
    page.markup("<g class=\"axes\">")
    label(&page, words.totalAxis, x: 0, y: 160, anchor: "start")
    label(
      &page, words.goalAxis(showsWorst: frontier.showsWorst), x: 10 * (Self.left + Self.width - Self.right) / 2,
      y: 4_080, anchor: "middle")
    page.markup("</g></svg>")
  }

  private func x(_ value: Int, _ axis: Axis) -> Int {
    10 * Self.left + axis.place(value, of: 10 * (Self.width - Self.left - Self.right))
  }

  private func y(_ value: Int, _ axis: Axis) -> Int {
    10 * (Self.height - Self.bottom) - axis.place(value, of: 10 * (Self.height - Self.top - Self.bottom))
  }

  private func label(_ page: inout MarkupBuffer, _ text: String, x: Int, y: Int, anchor: Markup) {
    page.markup("<text text-anchor=\"")
    page.markup(anchor)
    page.markup("\" x=\"")
    page.tenths(x)
    page.markup("\" y=\"")
    page.tenths(y)
    page.markup("\">")
    page.text(text)
    page.markup("</text>")
  }

  /// An axis whose ends are round numbers around the values.
  struct Axis {
    let low: Int
    let high: Int
    let ticks: [Int]

    /// nil without values.
    init?(_ values: [Int]) {
      guard let least = values.min(), let most = values.max() else { return nil }
      let span = max(1, most - least)
      var step = 1
      // At most six steps of 1, 2 or 5 times a power of ten.
      search: while true {
        for factor in [1, 2, 5] where span / (factor * step) < 5 {
          step *= factor
          break search
        }
        step *= 10
      }
      low = (least / step - (least % step == 0 && least > 0 ? 1 : 0)) * step
      high = (most / step + 1) * step
      ticks = Array(stride(from: low, through: high, by: step))
    }

    /// Where a value lies on a length.
    func place(_ value: Int, of length: Int) -> Int {
      Int((Double(value - low) / Double(high - low) * Double(length)).rounded())
    }
  }
}
