import MentorMatching

/// The people of an antenna who live in the same postcode or, where none is known, in the same square of 0.02°.
struct District {
  /// The postcode, nil for a square.
  let name: String?
  /// The mean of everybody's place.
  let centre: Coordinate
  private(set) var menteeCount = 0
  private(set) var mentorCount = 0
  /// Mentees with a proposed duo.
  var matchedCount = 0

  enum Key: Hashable {
    case zone(String)
    case square(Int, Int)

    init(_ place: Place) {
      if let zone = place.zone {
        self = .zone(zone)
      } else {
        self = .square(
          Int((place.coordinate.latitude * 50).rounded()), Int((place.coordinate.longitude * 50).rounded()))
      }
    }
  }

  /// The districts of an antenna, those with the most people first, ties by name and place.
  static func all(of antenna: AntennaSummary, in roster: Roster) -> [District] {
    grouped(antenna, in: roster).districts.sorted(by: precedes)
  }

  /// The districts in order of first appearance, and which one each place belongs to.
  static func grouped(_ antenna: AntennaSummary, in roster: Roster) -> (districts: [District], index: [Key: Int]) {
    struct Sums {
      var name: String?
      var latitude = 0.0
      var longitude = 0.0
      var menteeCount = 0
      var mentorCount = 0
    }
    var index: [Key: Int] = [:]
    var sums: [Sums] = []
    func add(_ place: Place, mentees: Int, mentors: Int) {
      let key = Key(place)
      let number = index[key] ?? sums.count
      if number == sums.count {
        index[key] = number
        sums.append(Sums(name: place.zone))
      }
      sums[number].latitude += place.coordinate.latitude
      sums[number].longitude += place.coordinate.longitude
      sums[number].menteeCount += mentees
      sums[number].mentorCount += mentors
    }
    for mentee in antenna.mentees { add(roster.mentees[mentee].person.place, mentees: 1, mentors: 0) }
    for mentor in antenna.mentors { add(roster.mentors[mentor].person.place, mentees: 0, mentors: 1) }
    let districts = sums.compactMap { sum -> District? in
      let count = Double(sum.menteeCount + sum.mentorCount)
      guard let centre = Coordinate(latitude: sum.latitude / count, longitude: sum.longitude / count) else {
        return nil
      }
      return District(
        name: sum.name, centre: centre.coarse, menteeCount: sum.menteeCount, mentorCount: sum.mentorCount)
    }
    return (districts, index)
  }

  private init(name: String?, centre: Coordinate, menteeCount: Int, mentorCount: Int) {
    self.name = name
    self.centre = centre
    self.menteeCount = menteeCount
    self.mentorCount = mentorCount
  }

  private static func precedes(_ a: District, _ b: District) -> Bool {
    let counts = (a.menteeCount + a.mentorCount, b.menteeCount + b.mentorCount)
    if counts.0 != counts.1 { return counts.0 > counts.1 }
    let names = (a.name ?? "", b.name ?? "")
    if names.0 != names.1 { return names.0.utf8.lexicographicallyPrecedes(names.1.utf8) }
    return (a.centre.latitude, a.centre.longitude) < (b.centre.latitude, b.centre.longitude)
  }
}
