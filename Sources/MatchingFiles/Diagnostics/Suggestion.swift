/// Finds what somebody meant to write.
enum Suggestion {
  /// The candidate at the smallest edit distance from a misspelt name, at most two edits (one for short names); nil when
  /// none is that near. Ties go to the first.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    let written = Array(name.utf8.prefix(65).map(ASCII.lowercased))
    let limit = written.count < 5 ? 1 : 2
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let distance = editDistance(written, candidate.utf8.map(ASCII.lowercased))
      if distance <= limit && distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Insertions, deletions, replacements and swaps of neighbours, each at 1 (optimal string alignment).
  static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      for j in 0..<b.count {
        var distance = min(last[j + 1], current[j]) + 1
        distance = min(distance, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
        current.append(distance)
      }
      (beforeLast, last) = (last, current)
    }
    return last[b.count]
  }
}
