/// The people of one intake round, in canonical order.
///
/// Mentees and mentors are sorted by the bytes of their identifiers, so that the order of a file can never show in a
/// result. From here on people are known by their dense indices.
public struct Roster: Sendable, Equatable {
  public private(set) var mentees: [Mentee]
  public private(set) var mentors: [Mentor]
  /// Travel minutes by zone; nil when distances are measured in kilometres.
  public let travelTimes: TravelTimeTable?

  /// - Throws: ``RosterError`` when an identifier occurs twice on the same side. (The same identifier on both sides is
  ///   allowed: mentees and mentors are told apart everywhere.)
  public init(mentees: [Mentee], mentors: [Mentor], travelTimes: TravelTimeTable? = nil) throws(RosterError) {
    self.mentees = mentees.sorted { $0.id < $1.id }
    self.mentors = mentors.sorted { $0.id < $1.id }
    self.travelTimes = travelTimes
    for (a, b) in zip(self.mentees, self.mentees.dropFirst()) where a.id == b.id { throw .duplicateMentee(a.id) }
    for (a, b) in zip(self.mentors, self.mentors.dropFirst()) where a.id == b.id { throw .duplicateMentor(a.id) }
  }

  /// Some of the people.
  ///
  /// - Parameters: indices, ascending; nil for all.
  func restricted(toMentees mentees: [Int]?, mentors: [Int]?) -> Roster {
    var part = self
    if let mentees { part.mentees = mentees.map { self.mentees[$0] } }
    if let mentors { part.mentors = mentors.map { self.mentors[$0] } }
    return part
  }

  static let nobody = Roster()

  private init() {
    mentees = []
    mentors = []
    travelTimes = nil
  }

  /// The antennas named by anybody, sorted.
  public var antennas: [AntennaID] {
    Set(mentees.map(\.person.antenna) + mentors.map(\.person.antenna)).sorted()
  }

  public var placeCount: Int { mentors.reduce(0) { $0 + $1.capacity } }
}

public enum RosterError: Error, Equatable, Sendable {
  case duplicateMentee(PersonID)
  case duplicateMentor(PersonID)
}
