/// The rules of a round, with the groups they speak of.
public struct RuleSet: Sendable, Equatable {
  public var rules: [MatchingRule]
  public var menteeGroups: GroupTable
  public var mentorGroups: GroupTable

  public init(
    rules: [MatchingRule] = [], menteeGroups: GroupTable = GroupTable(), mentorGroups: GroupTable = GroupTable()
  ) {
    self.rules = rules
    self.menteeGroups = menteeGroups
    self.mentorGroups = mentorGroups
  }
}

/// Attributes of people that rules may speak of and no score ever reads, by identifier and column.
public struct GroupTable: Sendable, Equatable {
  public let columns: [String]
  private let values: [PersonID: [String]]
  private let indexOfColumn: [String: Int]

  /// - Parameter values: one per column for each person; an empty one is missing.
  /// - Precondition: columns are distinct; one value for each.
  public init(columns: [String] = [], values: [PersonID: [String]] = [:]) {
    precondition(Set(columns).count == columns.count, "columns are distinct")
    precondition(values.values.allSatisfy { $0.count == columns.count }, "one value for each column")
    self.columns = columns
    self.values = values
    indexOfColumn = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// nil when the person or the value is missing.
  public func value(of person: PersonID, in column: String) -> String? {
    guard let index = indexOfColumn[column], let value = values[person]?[index], !value.isEmpty else { return nil }
    return value
  }

  /// A whole number 0…1 000 000; nil when there is none.
  public func number(of person: PersonID, in column: String) -> Int? {
    guard let value = value(of: person, in: column), let number = Int(value), (0...1_000_000).contains(number),
      value.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return number
  }
}
