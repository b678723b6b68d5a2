public import MentorMatching

/// Writes a roster as `mentees.csv` and `mentors.csv`, which ``RoundReader`` reads back to an equal roster as long as no
/// coordinate has more than six decimals.
public enum RosterWriter {
  public static func mentees(_ roster: Roster) -> OutputFile {
    file("mentees.csv", PersonColumn.ofMentees, roster.mentees, person: \.person, ownCell)
  }

  public static func mentors(_ roster: Roster) -> OutputFile {
    file("mentors.csv", PersonColumn.ofMentors, roster.mentors, person: \.person, ownCell)
  }

  private static func file<T>(
    _ name: String, _ columns: [PersonColumn], _ people: [T], person: (T) -> Person,
    _ ownCell: (PersonColumn, T) -> CSVWriter.Cell
  ) -> OutputFile {
    var writer = CSVWriter(columns: columns.map(\.rawValue))
    for somebody in people {
      let common = person(somebody)
      writer.append(columns.map { cell($0, common) ?? ownCell($0, somebody) })
    }
    return OutputFile(name: name, bytes: writer.bytes)
  }

  /// - Returns: nil for the columns that only one of the two tables has.
  private static func cell(_ column: PersonColumn, _ person: Person) -> CSVWriter.Cell? {
    switch column {
    case .id: .exact(person.id.text)
    case .antenna: .exact(person.antenna.text)
    case .languages:
      .exact(person.languages.map { "\($0.language):\($0.level.name)" }.joined(separator: ";"))
    case .availability: .exact(week(person.availability))
    case .latitude: .exact(degrees(person.place.coordinate.latitude))
    case .longitude: .exact(degrees(person.place.coordinate.longitude))
    case .postcode: person.place.zone.map(CSVWriter.Cell.exact) ?? .blank
    case .meeting: .exact(person.meeting.rawValue)
    case .digitalSkill: .integer(person.digitalSkill)
    case .hasComputer: .exact(String(person.hasComputer))
    case .maximumKilometres: person.travelLimit.kilometres.map(CSVWriter.Cell.integer) ?? .blank
    case .maximumMinutes: person.travelLimit.minutes.map(CSVWriter.Cell.integer) ?? .blank
    default: nil
    }
  }

  private static func ownCell(_ column: PersonColumn, _ mentee: Mentee) -> CSVWriter.Cell {
    switch column {
    case .targetSectors: list(mentee.targetSectors.map(\.text))
    case .registered: mentee.registered.map { .exact($0.description) } ?? .blank
    case .wishes: list(mentee.wishes.map(\.text))
    default: .blank
    }
  }

  private static func ownCell(_ column: PersonColumn, _ mentor: Mentor) -> CSVWriter.Cell {
    switch column {
    case .sectors: list(mentor.sectors.map { "\($0.sector.text):\($0.years)" })
    case .generalist: .exact(String(mentor.isGeneralist))
    case .capacity: .integer(mentor.capacity)
    case .answersTo: list(mentor.answersTo.map(\.text))
    default: .blank
    }
  }

  private static func list(_ items: [String]) -> CSVWriter.Cell { .exact(items.joined(separator: ";")) }

  private static func week(_ week: WeeklyAvailability) -> String {
    func time(_ halfHour: Int) -> String {
      (halfHour < 20 ? "0" : "") + "\(halfHour / 2):" + (halfHour % 2 == 0 ? "00" : "30")
    }
    return week.stretches.map { stretch in
      let hours = "\(time(stretch.halfHours.lowerBound))-\(time(stretch.halfHours.upperBound))"
      return "\(AvailabilityParser.weekdays[stretch.day]) \(hours)"
    }.joined(separator: ";")
  }

  /// Degrees with up to six decimals (11 cm), without trailing zeros.
  static func degrees(_ value: Double) -> String {
    let millionths = Int((value * 1_000_000).rounded())
    var digits = String(millionths.magnitude)
    digits = String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
    var fraction = String(digits.suffix(6))
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = millionths < 0 ? "-" : ""
    return sign + digits.dropLast(6) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
