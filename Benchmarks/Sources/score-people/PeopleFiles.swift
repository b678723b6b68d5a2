import Foundation
import MentorMatching

/// People as plain arrays in files of their own, for scorers in other languages: one value after the other, in the byte order
/// of the machine.
struct PeopleFiles {
  let folder: URL
  private static let languages = ["fr", "nl", "en", "ar", "de"]
  private static let sectorLimit = 3

  func write(_ roster: Roster, scores: [Int32]) throws {
    try write(roster.mentees.map(\.person), prefix: "mentee")
    try write(roster.mentors.map(\.person), prefix: "mentor")
    try write(
      roster.mentees.flatMap { mentee in padded(mentee.targetSectors.map { symbols($0) }) }, "mentee_sectors")
    try write(roster.mentors.flatMap { mentor in padded(mentor.sectors.map { symbols($0.sector) }) }, "mentor_sectors")
    try write(
      roster.mentors.flatMap { mentor in
        mentor.sectors.map { Int32($0.years) }
          + [Int32](repeating: 0, count: Self.sectorLimit - mentor.sectors.count)
      }, "mentor_years")
    try write(roster.mentors.map { Int32($0.isGeneralist ? 1 : 0) }, "mentor_generalist")
    try write(scores, "scores")
  }

  private func write(_ people: [Person], prefix: String) throws {
    try write(
      people.flatMap { person in
        Self.languages.map { code in
          Int32(person.languages.first { $0.language.description == code }?.level.rawValue ?? 0)
        }
      }, prefix + "_levels")
    try write(people.flatMap { person in (0..<7).map { person.availability.days[$0] } }, prefix + "_days")
    try write(people.flatMap { unitVector($0.place.coordinate) }, prefix + "_place")
    try write(people.map { Int32($0.meeting.acceptsInPerson ? 1 : 0) }, prefix + "_in_person")
    try write(people.map { Int32($0.meeting.acceptsOnline ? 1 : 0) }, prefix + "_online")
    try write(people.map { Int32($0.digitalSkill) }, prefix + "_skill")
    try write(people.map { Int32($0.hasComputer ? 1 : 0) }, prefix + "_computer")
    try write(people.map { Int32($0.travelLimit.kilometres ?? 25) }, prefix + "_limit")
  }

  /// The symbols of a code as one number, a byte each.
  private func symbols(_ code: SectorCode) -> Int32 {
    code.symbols.reduce(0) { $0 << 8 | Int32($1) }
  }

  private func padded(_ values: [Int32]) -> [Int32] {
    values + [Int32](repeating: 0, count: Self.sectorLimit - values.count)
  }

  private func unitVector(_ coordinate: Coordinate) -> [Double] {
    let phi = coordinate.latitude * .pi / 180
    let lambda = coordinate.longitude * .pi / 180
    return [cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi)]
  }

  private func write<Value: BitwiseCopyable>(_ values: [Value], _ name: String) throws {
    let data = unsafe values.withUnsafeBytes { unsafe Data($0) }
    try data.write(to: folder.appending(path: name + ".bin"))
  }
}
