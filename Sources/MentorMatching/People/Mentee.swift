/// A young job-seeker looking for a mentor.
public struct Mentee: Sendable, Equatable {
  public var person: Person
  /// Sectors the mentee aims at, first choice first; empty for an undecided mentee.
  public var targetSectors: [SectorCode]
  /// When the mentee registered; nil counts as no waiting time.
  public var registered: CalendarDate?
  /// What the mentee asked of a mentor; the mentor must answer to every wish.
  public var wishes: [Wish]

  public init(
    _ person: Person, targetSectors: [SectorCode] = [], registered: CalendarDate? = nil, wishes: [Wish] = []
  ) {
    self.person = person
    self.targetSectors = targetSectors
    self.registered = registered
    self.wishes = wishes
  }

  public var id: PersonID { person.id }
}
