import MentorMatching

/// An antenna's share of a round. Mentees and duos count where the mentee belongs, places where the mentor does.
struct AntennaSummary: Sendable {
  let antenna: AntennaID
  /// Indices into the roster's mentees.
  private(set) var mentees: [Int] = []
  /// Indices into the roster's mentors.
  private(set) var mentors: [Int] = []
  /// Indices into the matching's duos.
  private(set) var duos: [Int] = []
  /// Indices into the matching's unmatched mentees.
  private(set) var waiting: [Int] = []
  private(set) var freePlaceCount = 0
  private(set) var onlineCount = 0
  private(set) var totalScore = 0
  /// The ways of the duos that travel, ascending.
  private(set) var metres: [Int] = []
  /// Duos whose mentor belongs to another antenna.
  private(set) var duosAcross: [Int] = []

  private init(_ antenna: AntennaID) { self.antenna = antenna }

  var meanScore: Int? { duos.isEmpty ? nil : totalScore / duos.count }
  /// Half of the duos that travel have a way no longer than this.
  var medianMetres: Int? { metres.isEmpty ? nil : metres[(metres.count - 1) / 2] }

  static func all(of matching: Matching) -> [AntennaSummary] {
    let roster = matching.roster
    let antennas = roster.antennas
    let indexOfAntenna = Dictionary(antennas.enumerated().map { ($1, $0) }) { first, _ in first }
    var summaries = antennas.map(AntennaSummary.init)
    func index(_ person: Person) -> Int { indexOfAntenna[person.antenna, default: 0] }

    for (mentee, somebody) in roster.mentees.enumerated() { summaries[index(somebody.person)].mentees.append(mentee) }
    for load in matching.mentors {
      let home = index(roster.mentors[load.mentor].person)
      summaries[home].mentors.append(load.mentor)
      summaries[home].freePlaceCount += load.capacity - load.duoCount
    }
    for (number, duo) in matching.duos.enumerated() {
      let home = index(roster.mentees[duo.mentee].person)
      summaries[home].duos.append(number)
      summaries[home].totalScore += duo.candidate.score
      if duo.candidate.mode == .online { summaries[home].onlineCount += 1 }
      if let travel = duo.candidate.travel { summaries[home].metres.append(travel.metres) }
      if index(roster.mentors[duo.mentor].person) != home { summaries[home].duosAcross.append(number) }
    }
    for (number, unmatched) in matching.unmatchedMentees.enumerated() {
      summaries[index(roster.mentees[unmatched.mentee].person)].waiting.append(number)
    }
    for summary in summaries.indices { summaries[summary].metres.sort() }
    return summaries
  }
}
