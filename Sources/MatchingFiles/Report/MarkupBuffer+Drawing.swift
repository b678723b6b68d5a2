/// Shapes that several maps draw. Lengths are in tenths of a unit.
extension MarkupBuffer {
  /// `x y`
  package mutating func point(_ point: MapPoint) {
    tenths(point.x)
    markup(" ")
    tenths(point.y)
  }

  /// A circle for mentees: filled for those with a duo, hollow around it for all. Nothing when the radius is 0.
  mutating func menteeCircle(_ centre: MapPoint, radius: Int, isFilled: Bool) {
    guard radius > 0 else { return }
    if isFilled { markup("<circle class=\"tee\" cx=\"") } else { markup("<circle class=\"tee free\" cx=\"") }
    tenths(centre.x)
    markup("\" cy=\"")
    tenths(centre.y)
    markup("\" r=\"")
    tenths(radius)
    markup("\"/>")
  }

  /// A line of a given width.
  mutating func line(from: MapPoint, to: MapPoint, width: Int) {
    markup("<path stroke-width=\"")
    tenths(width)
    markup("\" d=\"M")
    point(from)
    markup("L")
    point(to)
    markup("\"/>")
  }

  package mutating func label(_ text: String, at point: MapPoint) {
    markup("<text x=\"")
    tenths(point.x)
    markup("\" y=\"")
    tenths(point.y)
    markup("\">")
    self.text(text)
    markup("</text>")
  }
}
