import MatchingFiles
import MatchingSimulation

/// The axes of a plot: values to tenths of a unit of the drawing.
struct PlotFrame {
  let width: Int
  let height: Int
  private let left = 44
  private let right = 10
  private let top = 8
  private let bottom = 22
  private let xRange: ClosedRange<Double>
  private let yRange: ClosedRange<Double>

  init(width: Int = 340, height: Int = 170, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.width = width
    self.height = height
    xRange = x.lowerBound < x.upperBound ? x : x.lowerBound...x.lowerBound + 1
    yRange = y.lowerBound < y.upperBound ? y : y.lowerBound...y.lowerBound + 1
  }

  func x(_ value: Double) -> Int {
    let part = (value - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
    return 10 * left + Int((part * Double(10 * (width - left - right))).rounded())
  }

  func y(_ value: Double) -> Int {
    let part =
      (min(yRange.upperBound, max(yRange.lowerBound, value)) - yRange.lowerBound)
      / (yRange.upperBound - yRange.lowerBound)
    return 10 * (height - bottom) - Int((part * Double(10 * (height - top - bottom))).rounded())
  }

  func open(_ page: inout MarkupBuffer, label: String) {
    page.markup("<svg role=\"img\" viewBox=\"0 0 ")
    page.number(width)
    page.markup(" ")
    page.number(height)
    page.markup("\" aria-label=\"")
    page.text(label)
    page.markup("\">")
  }

  /// Lines and numbers at round values of the vertical axis.
  func verticalAxis(_ page: inout MarkupBuffer, unit: String = "") {
    for value in Self.roundValues(in: yRange, count: 4) {
      let height = y(value)
      page.markup("<path class=\"tick\" d=\"M")
      page.tenths(10 * left)
      page.markup(" ")
      page.tenths(height)
      page.markup("H")
      page.number(width - right)
      page.markup("\"/><text text-anchor=\"end\" x=\"")
      page.number(left - 6)
      page.markup("\" y=\"")
      page.tenths(height + 40)
      page.markup("\">")
      page.text(ReportNumbers.whole(value) + unit)
      page.markup("</text>")
    }
  }

  /// Numbers at given places of the horizontal axis.
  func horizontalAxis(_ page: inout MarkupBuffer, _ labels: [(value: Double, text: String)]) {
    for (index, label) in labels.enumerated() {
      page.markup("<text text-anchor=\"")
      if index == labels.count - 1 && labels.count > 1 { page.markup("end") } else { page.markup("middle") }
      page.markup("\" x=\"")
      page.tenths(x(label.value))
      page.markup("\" y=\"")
      page.number(height - 6)
      page.markup("\">")
      page.text(label.text)
      page.markup("</text>")
    }
  }

  func line(_ page: inout MarkupBuffer, _ style: Markup, _ points: [(x: Double, y: Double)]) {
    guard !points.isEmpty else { return }
    page.markup("<path class=\"")
    page.markup(style)
    page.markup("\" d=\"")
    path(&page, points, isFirst: true)
    page.markup("\"/>")
  }

  func band(
    _ page: inout MarkupBuffer, _ style: Markup, _ xs: [Double], lower: [Double], upper: [Double]
  ) {
    guard xs.count > 1 else { return }
    page.markup("<path class=\"")
    page.markup(style)
    page.markup("\" d=\"")
    path(&page, Array(zip(xs, upper)), isFirst: true)
    path(&page, Array(zip(xs, lower).reversed()), isFirst: false)
    page.markup("z\"/>")
  }

  func bar(_ page: inout MarkupBuffer, _ style: Markup, from: Double, to: Double, height: Double) {
    page.markup("<path class=\"")
    page.markup(style)
    page.markup("\" d=\"M")
    page.tenths(x(from) + 5)
    page.markup(" ")
    page.tenths(y(yRange.lowerBound))
    page.markup("V")
    page.tenths(y(height))
    page.markup("H")
    page.tenths(max(x(from) + 10, x(to) - 5))
    page.markup("V")
    page.tenths(y(yRange.lowerBound))
    page.markup("z\"/>")
  }

  private func path(_ page: inout MarkupBuffer, _ points: [(x: Double, y: Double)], isFirst: Bool) {
    for (index, point) in points.enumerated() {
      if index == 0 && isFirst { page.markup("M") } else { page.markup("L") }
      page.tenths(x(point.x))
      page.markup(" ")
      page.tenths(y(point.y))
    }
  }

  /// Multiples of 1, 2 or 5 times a power of ten: at least two, about `count`.
  static func roundValues(in range: ClosedRange<Double>, count: Int) -> [Double] {
    let span = range.upperBound - range.lowerBound
    var step = 1e-3
    search: while true {
      for factor in [1.0, 2, 5] where span / (step * factor) <= Double(count) {
        step *= factor
        break search
      }
      step *= 10
    }
    var value = (range.lowerBound / step).rounded(.up) * step
    var values: [Double] = []
    while value <= range.upperBound + step * 1e-9 {
      values.append(value)
      value += step
    }
    return values
  }
}

/// Numbers as the report writes them.
enum ReportNumbers {
  /// A whole number with separators, one decimal below 10 where it has one.
  static func whole(_ value: Double) -> String {
    if abs(value) < 10 && abs(value - value.rounded()) > 0.049 { return decimal(value) }
    let rounded = Int(value.rounded())
    var digits = Array(String(rounded.magnitude).utf8)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(UInt8(ascii: ","), at: position)
      position -= 3
    }
    return (rounded < 0 ? "−" : "") + String(decoding: digits, as: UTF8.self)
  }

  static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let text = "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    return (tenths < 0 ? "−" : "") + text
  }

  static func measure(_ value: Double, _ measure: Measure) -> String {
    switch measure.unit {
    case .kilometres, .percentagePoints: decimal(value)
    case .percent, .people, .duos, .days, .laptops, .hours: abs(value) < 100 ? decimal(value) : whole(value)
    }
  }

  static func signed(_ value: Double, _ measure: Measure) -> String {
    (value > 0 ? "+" : "") + self.measure(value, measure)
  }

  static func unit(_ measure: Measure) -> String {
    switch measure.unit {
    case .percent: "%"
    case .percentagePoints: "points"
    default: measure.unit.rawValue
    }
  }
}
