/// A volunteer who accompanies mentees.
public struct Mentor: Sendable, Equatable {
  /// A sector the mentor knows, and for how many years.
  public struct Experience: Hashable, Sendable {
    public let sector: SectorCode
    /// 0…60
    public let years: Int

    public init(_ sector: SectorCode, years: Int) {
      self.sector = sector
      self.years = years
    }
  }

  public var person: Person
  public var sectors: [Experience]
  /// Ready to accompany somebody without a precise plan, in any sector.
  public var isGeneralist: Bool
  /// How many mentees at a time, 0 or more.
  public var capacity: Int
  /// The wishes this mentor answers to.
  public var answersTo: [Wish]

  public init(
    _ person: Person, sectors: [Experience] = [], isGeneralist: Bool = false, capacity: Int = 1, answersTo: [Wish] = []
  ) {
    precondition(capacity >= 0, "a capacity is not negative")
    self.person = person
    self.sectors = sectors
    self.isGeneralist = isGeneralist
    self.capacity = capacity
    self.answersTo = answersTo
  }

  public var id: PersonID { person.id }
}
