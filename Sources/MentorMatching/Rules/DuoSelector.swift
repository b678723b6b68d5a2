/// Which duos a rule counts. All conditions must hold; an empty list is no condition.
public struct DuoSelector: Sendable, Equatable {
  public var mentee = PersonSelector()
  public var mentor = PersonSelector()
  /// How the duo would meet.
  public var modes: [MeetingMode] = []
  /// The shared language that counts for the score.
  public var languages: [LanguageCode] = []

  public init() {}

  /// Whether the rule must look at the duo, not at its two people alone.
  public var needsCandidate: Bool { !modes.isEmpty || !languages.isEmpty }

  public func contains(_ candidate: Candidate) -> Bool {
    (modes.isEmpty || modes.contains(candidate.mode))
      && (languages.isEmpty || languages.contains(candidate.language.language))
  }
}

/// Which people a rule is about. All conditions must hold, each by any of its values; an empty list is no condition.
public struct PersonSelector: Sendable, Equatable {
  /// Values of a column of groups.
  public struct Group: Sendable, Equatable {
    public var column: String
    public var values: [String]

    public init(column: String, values: [String]) {
      self.column = column
      self.values = values
    }
  }

  public var ids: [PersonID] = []
  public var antennas: [AntennaID] = []
  /// Spoken at whatever level.
  public var languages: [LanguageCode] = []
  /// Somebody who aims at, or has experience in, one of these sectors or a sector inside it.
  public var sectors: [SectorCode] = []
  public var groups: [Group] = []

  public init() {}

  public func contains(_ mentee: Mentee, groups table: GroupTable) -> Bool {
    contains(mentee.person, sectors: mentee.targetSectors, groups: table)
  }

  public func contains(_ mentor: Mentor, groups table: GroupTable) -> Bool {
    contains(mentor.person, sectors: mentor.sectors.map(\.sector), groups: table)
  }

  private func contains(_ person: Person, sectors known: [SectorCode], groups table: GroupTable) -> Bool {
    (ids.isEmpty || ids.contains(person.id))
      && (antennas.isEmpty || antennas.contains(person.antenna))
      && (languages.isEmpty || person.languages.contains { languages.contains($0.language) })
      && (sectors.isEmpty || known.contains { code in sectors.contains { $0.contains(code) } })
      && groups.allSatisfy { group in
        table.value(of: person.id, in: group.column).map(group.values.contains) ?? false
      }
  }
}
