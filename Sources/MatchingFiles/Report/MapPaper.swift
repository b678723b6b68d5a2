import MentorMatching

/// What lies under every map: graticule, scale bar, names of districts.
package struct MapPaper {
  let frame: MapFrame
  let words: Wording

  init(frame: MapFrame, words: Wording) {
    self.frame = frame
    self.words = words
  }

  /// Paper with names in English.
  package init(frame: MapFrame) { self.init(frame: frame, words: Wording(language: .english)) }

  /// Opens the drawing; whoever calls closes it with `</svg>`.
  package func open(_ page: inout MarkupBuffer, label: String) {
    page.markup("<svg class=\"map\" role=\"img\" viewBox=\"0 0 ")
    page.number(Int(frame.width))
    page.markup(" ")
    page.number(Int(frame.height))
    page.markup("\" aria-label=\"")
    page.text(label)
    page.markup("\"><rect class=\"sea\" width=\"")
    page.number(Int(frame.width))
    page.markup("\" height=\"")
    page.number(Int(frame.height))
    page.markup("\" rx=\"6\"/>")
  }

  package func graticule(_ page: inout MarkupBuffer) {
    let lines = frame.graticule(gap: 90)
    page.markup("<path class=\"grid\" d=\"")
    for latitude in lines.latitudes {
      page.markup("M0 ")
      page.tenths(Int((frame.y(Double(latitude) / 1_000) * 10).rounded()))
      page.markup("h")
      page.number(Int(frame.width))
    }
    for longitude in lines.longitudes {
      page.markup("M")
      page.tenths(Int((frame.x(Double(longitude) / 1_000) * 10).rounded()))
      page.markup(" 0v")
      page.number(Int(frame.height))
    }
    page.markup("\"/><g class=\"deg\">")
    for latitude in lines.latitudes {
      let y = frame.y(Double(latitude) / 1_000)
      guard (14...frame.height - 30).contains(y) else { continue }
      let text = degrees(latitude, positive: "N", negative: words.say("S", "S", "Z"))
      page.label(text, at: MapPoint(x: 50, y: Int((y * 10).rounded()) - 30))
    }
    for longitude in lines.longitudes {
      let x = frame.x(Double(longitude) / 1_000)
      guard (50...frame.width - 44).contains(x) else { continue }
      let text = degrees(longitude, positive: words.say("E", "E", "O"), negative: words.say("W", "O", "W"))
      page.label(text, at: MapPoint(x: Int((x * 10).rounded()) + 30, y: 120))
    }
    page.markup("</g>")
  }

  package func scaleBar(_ page: inout MarkupBuffer) {
    let metres = frame.scaleBarMetres(part: 0.22)
    let length = Int((Double(metres) / 1_000 * frame.unitsPerKilometre * 10).rounded())
    let x = Int(frame.width * 10) - length - 140
    let y = Int(frame.height * 10) - 130
    page.markup("<path class=\"bar\" d=\"M")
    page.tenths(x)
    page.markup(" ")
    page.tenths(y - 40)
    page.markup("v4h")
    page.tenths(length)
    page.markup("v-4\"/><text class=\"km\" text-anchor=\"end\" x=\"")
    page.tenths(x + length)
    page.markup("\" y=\"")
    page.tenths(y - 70)
    page.markup("\">")
    page.text(metres < 1_000 ? "\(metres)\u{A0}m" : words.whole(metres / 1_000) + "\u{A0}km")
    page.markup("</text>")
  }

  private func degrees(_ thousandths: Int, positive: String, negative: String) -> String {
    var digits = String(thousandths.magnitude % 1_000)
    digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    let number = String(thousandths.magnitude / 1_000) + (digits.isEmpty ? "" : words.say(".", ",", ",") + digits)
    return number + "°" + (thousandths == 0 ? "" : "\u{A0}" + (thousandths > 0 ? positive : negative))
  }
}

/// Finds room for labels: the first of several boxes that crosses nothing placed before.
package struct LabelPlacer {
  private struct Box {
    let left: Int, top: Int, right: Int, bottom: Int

    func crosses(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private var taken: [Box] = []
  /// The drawing, in tenths.
  let width: Int
  let height: Int

  package init(frame: MapFrame) {
    width = Int(frame.width * 10)
    height = Int(frame.height * 10)
  }

  package mutating func block(centre: MapPoint, radius: Int) {
    taken.append(
      Box(left: centre.x - radius, top: centre.y - radius, right: centre.x + radius, bottom: centre.y + radius))
  }

  /// - Parameters:
  ///   - starts: where the text could start (left end of the base line).
  ///   - textWidth: its width; `textHeight`: above the base line.
  /// - Returns: the first start with room, which is taken from now on.
  package mutating func place(_ starts: [MapPoint], textWidth: Int, textHeight: Int) -> MapPoint? {
    for start in starts {
      let box = Box(
        left: start.x, top: start.y - textHeight, right: start.x + textWidth, bottom: start.y + textHeight / 4)
      guard box.left >= 0, box.top >= 0, box.right <= width, box.bottom <= height else { continue }
      if !taken.contains(where: box.crosses) {
        taken.append(box)
        return start
      }
    }
    return nil
  }
}
