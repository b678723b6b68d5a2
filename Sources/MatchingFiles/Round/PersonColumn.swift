/// The columns of `mentees.csv` and `mentors.csv`, in the order in which they are written.
enum PersonColumn: String, CaseIterable {
  case id
  case antenna
  case languages
  case availability
  case latitude
  case longitude
  case postcode
  case meeting
  case digitalSkill = "digital_skill"
  case hasComputer = "has_computer"
  case maximumKilometres = "max_km"
  case maximumMinutes = "max_minutes"
  case targetSectors = "target_sectors"
  case registered
  case wishes
  case sectors
  case generalist
  case capacity
  case answersTo = "answers_to"

  private static let menteeOnly: [PersonColumn] = [.targetSectors, .registered, .wishes]
  private static let mentorOnly: [PersonColumn] = [.sectors, .generalist, .capacity, .answersTo]

  static let ofMentees = allCases.filter { !mentorOnly.contains($0) }
  static let ofMentors = allCases.filter { !menteeOnly.contains($0) }
}

/// A table of people: its schema, and where its columns are.
struct PersonTable {
  let schema: TableSchema
  /// Indexed by column; nil for the columns of the other table.
  private let indices: [PersonColumn: Int]

  static let mentees = PersonTable("mentees.csv", .ofMentees, sibling: "mentors.csv", .ofMentors)
  static let mentors = PersonTable("mentors.csv", .ofMentors, sibling: "mentees.csv", .ofMentees)

  private enum Side {
    case ofMentees, ofMentors
    var columns: [PersonColumn] { self == .ofMentees ? PersonColumn.ofMentees : PersonColumn.ofMentors }
  }

  private init(_ file: String, _ side: Side, sibling: String, _ other: Side) {
    indices = Dictionary(side.columns.enumerated().map { ($1, $0) }) { first, _ in first }
    schema = TableSchema(
      file: file, columns: side.columns.map(\.rawValue),
      required: [.id, .languages, .availability].compactMap { side.columns.firstIndex(of: $0) },
      sibling: (sibling, other.columns.map(\.rawValue)))
  }

  /// - Precondition: the table has the column.
  subscript(column: PersonColumn) -> Int {
    guard let index = indices[column] else { preconditionFailure("a column of the other table") }
    return index
  }
}
