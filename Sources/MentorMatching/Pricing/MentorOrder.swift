/// Brings mentors near each other who are likely to be ruled out together: first those who can meet online, then those who
/// only meet near where they live; each group by antenna, then along a curve that fills the map. So most chunks of the second
/// group are too far away for most mentees.
///
/// Languages decide nothing. Mentors of one cell of the map, 5 m to 20 km wide, were put in order of the languages they
/// speak: at 50,000 × 30,000 there remained 28.06 to 30.06 million pairs to price one by one, instead of 28.06, and the time
/// was the same within 3 %. Most mentors speak the local language, so hardly any chunk lacks one.
///
/// Reference: G. M. Morton, *A computer oriented geodetic data base and a new technique in file sequencing*, IBM, 1966.
enum MentorOrder {
  /// Roster indices. Ties are broken by them, so the order is the same everywhere.
  static func byReach(_ mentors: [Mentor], policy: MatchingPolicy) -> [Int] {
    let rank = Dictionary(
      Set(mentors.map(\.person.antenna)).sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let keys = mentors.map { mentor in
      (
        group: mentor.person.isReadyForOnline(policy.digital) ? 0 : 1, antenna: rank[mentor.person.antenna] ?? 0,
        place: curvePosition(of: mentor.person.place.coordinate)
      )
    }
    return mentors.indices.sorted {
      (keys[$0].group, keys[$0].antenna, keys[$0].place, $0) < (keys[$1].group, keys[$1].antenna, keys[$1].place, $1)
    }
  }

  /// Interleaves the digits of latitude and longitude, 24 bits each.
  static func curvePosition(of coordinate: Coordinate) -> UInt64 {
    let latitude = UInt64((coordinate.latitude + 90) / 180 * 16_777_215)
    let longitude = UInt64((coordinate.longitude + 180) / 360 * 16_777_215)
    var position: UInt64 = 0
    for bit in 0..<24 {
      position |= (latitude >> UInt64(bit) & 1) << UInt64(2 * bit + 1)
      position |= (longitude >> UInt64(bit) & 1) << UInt64(2 * bit)
    }
    return position
  }
}
