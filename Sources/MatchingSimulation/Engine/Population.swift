import MentorMatching

/// Everybody who comes to some antennas in the course of a replicate, drawn before it is played.
///
/// Who comes when does not depend on any matching, so the people of a replicate are the same under every policy, calendar
/// and behaviour. The stream of a person is *seed → replicate → antenna → side → cohort → number*.
struct Population {
  struct Arrival {
    let antenna: Int
    let day: Int
    let waitingSince: Int
    let stream: CounterBasedRandom
  }

  /// Mentees or mentors, in order of their arrivals' cohorts.
  struct Side<Participant> {
    private(set) var people: [Participant] = []
    /// One for each person.
    private(set) var arrivals: [Arrival] = []

    mutating func reserve(_ count: Int) {
      people.reserveCapacity(people.count + count)
      arrivals.reserveCapacity(arrivals.count + count)
    }

    mutating func add(_ person: Participant, _ arrival: Arrival) {
      people.append(person)
      arrivals.append(arrival)
    }
  }

  private(set) var mentees = Side<Mentee>()
  private(set) var mentors = Side<Mentor>()

  /// - Parameter antennas: indices of those whose people are drawn.
  init(world: SimulatedWorld, antennas: Range<Int>, replicate: CounterBasedRandom) {
    for index in antennas {
      let antenna = world.antennas[index]
      let stream = replicate.child(Self.label(antenna.id.text))
      addMentees(of: antenna, index, world, stream.child(0))
      addMentors(of: antenna, index, world, stream.child(1))
    }
  }

  private mutating func addMentees(
    of antenna: SimulatedAntenna, _ index: Int, _ world: SimulatedWorld, _ side: CounterBasedRandom
  ) {
    let known = side.child(Self.knownLabel)
    for mentee in antenna.knownMentees where antenna.openDay < world.dayCount {
      var mentee = mentee
      mentee.person.antenna = antenna.id
      let since = mentee.registered.map { $0.dayNumber - world.startDate.dayNumber } ?? antenna.openDay
      mentees.add(
        mentee,
        Arrival(
          antenna: index, day: antenna.openDay, waitingSince: min(since, antenna.openDay),
          stream: known.child(Self.label(mentee.id.text))))
    }
    for cohort in antenna.menteeCohorts {
      let stream = side.child(Self.label(cohort.name))
      var profile = cohort.profile
      profile.id = antenna.id
      let homes = CohortHomes(profile.districts, weight: \.menteeWeight)
      let days = Self.days(cohort.arrivals, antenna, world, stream)
      mentees.reserve(days.count)
      for (number, day) in days.enumerated() {
        let draws = PersonDraws(stream, number: number + 1)
        let mentee = profile.mentee(
          id: Self.placeholder, place: homes.draw(draws), roundDate: world.startDate, draws: draws)
        mentees.add(mentee, Arrival(antenna: index, day: day, waitingSince: day, stream: draws.root))
      }
    }
  }

  private mutating func addMentors(
    of antenna: SimulatedAntenna, _ index: Int, _ world: SimulatedWorld, _ side: CounterBasedRandom
  ) {
    let known = side.child(Self.knownLabel)
    for mentor in antenna.knownMentors where antenna.openDay < world.dayCount {
      var mentor = mentor
      mentor.person.antenna = antenna.id
      mentors.add(
        mentor,
        Arrival(
          antenna: index, day: antenna.openDay, waitingSince: 0, stream: known.child(Self.label(mentor.id.text))))
    }
    for cohort in antenna.mentorCohorts {
      let stream = side.child(Self.label(cohort.name))
      var profile = cohort.profile
      profile.id = antenna.id
      let homes = CohortHomes(profile.districts, weight: \.mentorWeight)
      let days = Self.days(cohort.arrivals, antenna, world, stream)
      mentors.reserve(days.count)
      for (number, day) in days.enumerated() {
        let draws = PersonDraws(stream, number: number + 1)
        let mentor = profile.mentor(id: Self.placeholder, place: homes.draw(draws), draws: draws)
        mentors.add(mentor, Arrival(antenna: index, day: day, waitingSince: 0, stream: draws.root))
      }
    }
  }

  /// Days of arrival, those of opening first. The number of a person is the rank in this list: with a larger initial
  /// stock, or a higher rate, the same people come earlier.
  private static func days(
    _ plan: ArrivalPlan, _ antenna: SimulatedAntenna, _ world: SimulatedWorld, _ stream: CounterBasedRandom
  ) -> [Int] {
    let end = min(world.dayCount, antenna.closeDay ?? .max)
    guard antenna.openDay < end else { return [] }
    var times = stream.child(arrivalTimesLabel)
    let later = plan.arrivalDays(within: end - antenna.openDay, &times)
    return Array(repeating: antenna.openDay, count: plan.initialCount) + later.map { antenna.openDay + $0 }
  }

  private static let knownLabel = label("known people")
  /// Numbers of people are small; this is none of them.
  private static let arrivalTimesLabel = UInt64.max
  private static let placeholder = wellFormed(PersonID("p"))

  /// The 64-bit FNV-1a hash of a name (Fowler, Noll, Vo), so that a stream depends on a name and on no position.
  static func label(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}

/// Where the people of a cohort live.
private struct CohortHomes {
  private let districts: WeightedChoice<District>

  init(_ districts: [District], weight: (District) -> Int) {
    self.districts = WeightedChoice(districts.map { ($0, weight($0)) })
  }

  func draw(_ draws: PersonDraws) -> Place {
    var random = draws.stream(for: .place)
    return districts.draw(&random).place(&random)
  }
}
