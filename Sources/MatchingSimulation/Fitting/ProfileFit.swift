public import MentorMatching

/// Fits a cohort profile to real people, so that synthetic cohorts resemble one's own and show none of them.
///
/// Kept: where people live (by postcode or by cells of about 5 km), languages with levels, target sectors and experience,
/// free hours by kind of week, ways of meeting, digital skill, equipment, travel limits, capacity; and what goes with
/// digital skill (equipment, way of meeting, English, targets). Not kept: any combination of fewer people than the
/// minimum, and exact places.
///
/// Gender is in no roster; wishes are kept as shares of all, under the assumption that half of the mentees are women.
public struct ProfileFit: Sendable {
  public enum Failure: Error, Equatable, Sendable {
    /// Fewer people on one side than the minimum.
    case tooFewPeople(minimum: Int)
  }

  private let counts: SafeCounts

  /// - Parameter minimumCount: the least number of people any shown number rests on, 1 or more.
  public init(minimumCount: Int = 10) {
    precondition(minimumCount >= 1, "at least one")
    counts = SafeCounts(minimum: minimumCount)
  }

  /// The profile of the people of an antenna. Complexity: O(people · languages).
  public func profile(
    of roster: Roster, antenna: AntennaID, roundDate: CalendarDate? = nil
  ) throws(Failure) -> AntennaProfile {
    let mentees = roster.mentees.filter { $0.person.antenna == antenna }
    let mentors = roster.mentors.filter { $0.person.antenna == antenna }
    guard mentees.count >= counts.minimum, mentors.count >= counts.minimum else {
      throw .tooFewPeople(minimum: counts.minimum)
    }
    let natives = mentors.flatMap { mentor in
      mentor.person.languages.filter { $0.level == .native }.map(\.language)
    }
    let locals = counts.cells(natives, order: <)
    let local = locals.first?.option ?? mentors.flatMap(\.person.languages).first?.language ?? .english
    return AntennaProfile(
      antenna, menteeWeight: 1, mentorWeight: 1, localLanguages: .always(local),
      districts: DistrictFit(counts: counts).districts(mentees.map(\.person), mentors.map(\.person)),
      mentees: MenteeFit(counts: counts, local: local).profile(of: mentees, roundDate: roundDate),
      mentors: MentorFit(counts: counts, local: local).profile(of: mentors))
  }
}

extension SafeCounts {
  /// Stands for sectors of which nothing may be shown: a code that fits none of the usual taxonomies.
  static let unknownSector = wellFormed(SectorCode("Z"))

  /// A choice over the safe cells, or the one option given when there is none.
  func choice<Cell: Hashable & Sendable>(
    _ values: [Cell], else only: Cell, order: (Cell, Cell) -> Bool
  ) -> WeightedChoice<Cell> {
    let cells = cells(values, order: order)
    return cells.isEmpty ? .always(only) : WeightedChoice(cells)
  }

  /// Sectors, each at the finest of three levels of the taxonomy (as written, three symbols, two) that enough people share.
  /// Codes that too few share at every level are left out; nil when that leaves none.
  func sectors(_ codes: [SectorCode]) -> WeightedChoice<SectorCode>? {
    var open = codes
    var found: [(option: SectorCode, weight: Int)] = []
    for length in [16, 3, 2, 1] {
      let level = open.compactMap { SectorCode(String(decoding: $0.symbols.prefix(length), as: UTF8.self)) }
      let cells = cells(level, order: <)
      found += cells
      let shown = Set(cells.map(\.option))
      open = zip(open, level).filter { !shown.contains($1) }.map(\.0)
    }
    return found.isEmpty ? nil : WeightedChoice(found)
  }

  /// Languages beside those excluded, with their levels among their speakers.
  func further(_ people: [Person], without excluded: Set<LanguageCode>) -> [FurtherLanguage] {
    let spoken = people.flatMap { $0.languages.map(\.language) }.filter { !excluded.contains($0) }
    return cells(spoken, order: <).map { cell in
      let levels = people.compactMap { $0.languages.first { $0.language == cell.option }?.level }
      return FurtherLanguage(
        cell.option, share(levels.count, of: people.count), choice(levels, else: .b1, order: <))
    }
  }
}
