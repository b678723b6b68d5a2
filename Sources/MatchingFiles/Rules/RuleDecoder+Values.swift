import MentorMatching

extension RuleDecoder {
  static let amountExpected =
    "\"duos\", \"laptops\", \"kilometres\", \"minutes\" or {\"menteeColumn\": a column of mentee-groups.csv}"
  static let boundExpected =
    "a whole number, {\"percent\": 0 to 100 with at most one decimal} or, with \"eachMentor\", {\"mentorColumn\": a column "
    + "of mentor-groups.csv}"

  func amount(_ value: JSONValue) -> DuoAmount? {
    switch value.string {
    case "duos": return .one
    case "laptops": return .laptop
    case "kilometres": return .kilometres
    case "minutes": return .minutes
    case .some: return nil
    case nil: break
    }
    guard let column = onlyMember("menteeColumn", of: value)?.string, menteeColumns.contains(column) else { return nil }
    return .menteeColumn(column)
  }

  func bound(_ value: JSONValue, isEachMentor: Bool) -> RuleBound? {
    if let number = value.integer { return (0...1_000_000_000).contains(number) ? .number(number) : nil }
    if let percent = onlyMember("percent", of: value)?.number {
      let permille = (percent * 10).rounded()
      guard (0...1000).contains(permille), (percent * 10 - permille).magnitude < 1e-6 else { return nil }
      return .permille(Int(permille))
    }
    guard isEachMentor, let column = onlyMember("mentorColumn", of: value)?.string, mentorColumns.contains(column)
    else {
      return nil
    }
    return .mentorColumn(column)
  }

  func person(_ decoder: inout ObjectDecoder, into selector: inout PersonSelector, columns: [String]) {
    decoder.read("id", "a list of identifiers", into: &selector.ids) {
      ObjectDecoder.list($0) { $0.string.flatMap(PersonID.init) }
    }
    decoder.read("antenna", "a list of antennas", into: &selector.antennas) {
      ObjectDecoder.list($0) { $0.string.flatMap(AntennaID.init) }
    }
    decoder.read("language", "a list of languages", into: &selector.languages, Self.languages)
    decoder.read("sector", "a list of sector codes", into: &selector.sectors) {
      ObjectDecoder.list($0) { $0.string.flatMap(SectorCode.init) }
    }
    let names = columns.isEmpty ? "of which there are none" : columns.joined(separator: ", ")
    decoder.read(
      "group", "an object from columns of groups (\(names)) to lists of values", into: &selector.groups
    ) { value in
      guard let members = value.members else { return nil }
      var groups: [PersonSelector.Group] = []
      for member in members {
        guard columns.contains(member.name), let values = ObjectDecoder.list(member.value, \.string) else { return nil }
        groups.append(PersonSelector.Group(column: member.name, values: values))
      }
      return groups
    }
  }

  static func languages(_ value: JSONValue) -> [LanguageCode]? {
    ObjectDecoder.list(value) { element in
      element.string.flatMap { try? LanguageParser.code(Array($0.utf8)[...]) }
    }
  }

  /// The value of an object's member when it has no other.
  private func onlyMember(_ name: String, of value: JSONValue) -> JSONValue? {
    guard let members = value.members, members.count == 1 else { return nil }
    return value[name]
  }
}
