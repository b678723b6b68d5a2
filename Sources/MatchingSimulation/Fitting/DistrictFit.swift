import MentorMatching

/// Districts of real people: postcodes where they are known, else cells of a twentieth of a degree.
struct DistrictFit {
  let counts: SafeCounts

  private struct Group {
    var mentees: [Coordinate] = []
    var mentors: [Coordinate] = []
    var all: [Coordinate] { mentees + mentors }
  }

  /// Groups in which one side has too few people count that side elsewhere; "elsewhere" is one wide district.
  func districts(_ mentees: [Person], _ mentors: [Person]) -> [District] {
    var groups: [String: Group] = [:]
    for person in mentees { groups[Self.name(person.place), default: Group()].mentees.append(person.place.coordinate) }
    for person in mentors { groups[Self.name(person.place), default: Group()].mentors.append(person.place.coordinate) }

    var districts: [District] = []
    var elsewhere = Group()
    for name in groups.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      var group = groups[name] ?? Group()
      if group.mentees.count < counts.minimum {
        elsewhere.mentees += group.mentees
        group.mentees = []
      }
      if group.mentors.count < counts.minimum {
        elsewhere.mentors += group.mentors
        group.mentors = []
      }
      if !group.all.isEmpty { districts.append(district(name, group)) }
    }
    let hasMentees = districts.contains { $0.menteeWeight > 0 }
    let hasMentors = districts.contains { $0.mentorWeight > 0 }
    // Whoever is elsewhere is shown only in sufficient number, or where the side would otherwise live nowhere.
    if elsewhere.mentees.count < counts.minimum && hasMentees { elsewhere.mentees = [] }
    if elsewhere.mentors.count < counts.minimum && hasMentors { elsewhere.mentors = [] }
    if !elsewhere.all.isEmpty { districts.append(district("elsewhere", elsewhere)) }
    return districts
  }

  private static func name(_ place: Place) -> String {
    if let zone = place.zone { return zone }
    func cell(_ degrees: Double) -> Int { Int((degrees * 20).rounded(.down)) }
    return "cell \(cell(place.coordinate.latitude)) \(cell(place.coordinate.longitude))"
  }

  /// The centre to a hundredth of a degree, about a kilometre; the radius in steps of 500 m.
  private func district(_ name: String, _ group: Group) -> District {
    let places = group.all
    let latitude = (places.reduce(0) { $0 + $1.latitude } / Double(places.count) * 100).rounded() / 100
    let longitude = (places.reduce(0) { $0 + $1.longitude } / Double(places.count) * 100).rounded() / 100
    let centre = Coordinate(latitude: latitude, longitude: longitude) ?? places[0]
    let spread = places.reduce(0) { $0 + GreatCircle.metres(from: centre, to: $1) } / places.count
    return District(
      name, name, centre.latitude, centre.longitude, radius: min(50_000, max(500, (spread * 2 + 499) / 500 * 500)),
      mentees: group.mentees.isEmpty ? 0 : counts.rounded(group.mentees.count),
      mentors: group.mentors.isEmpty ? 0 : counts.rounded(group.mentors.count))
  }
}
