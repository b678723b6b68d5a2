import MentorMatching

/// A mentee of a replicate.
struct PooledMentee {
  enum State: UInt8 { case notYetHere, waiting, proposed, inDuo, gone }

  let antenna: Int32
  let arrivalDay: Int
  /// Bits by ``MenteeGroup``.
  let groups: UInt8
  let stream: CounterBasedRandom
  var state = State.notYetHere
  /// The day waiting began; before `arrivalDay` for real people who registered earlier.
  var waitingSince: Int
  var readyDay = 0
  /// How often waiting began.
  var waitCount = 0
  var givesUpDay = Int.max
  /// Whether the mentee is in the queue of the pool, waiting or not.
  var isQueued = false
  /// Whether the last round left this mentee over; see ``MatchingPool``.
  var isSettled = false
  /// Mentors of refused duos.
  var refused: [Int32] = []

  /// Waits, from now on or again.
  mutating func wait() {
    state = .waiting
    isSettled = false
  }
}

/// A mentor of a replicate.
struct PooledMentor {
  let antenna: Int32
  let arrivalDay: Int
  let capacity: Int32
  let stream: CounterBasedRandom
  /// Names the mentor in the streams of pairs.
  let key: UInt64
  var isHere = false
  var isLeaving = false
  var freePlaces: Int32 = 0
  /// Whether all free places were left over by the last round; see ``MatchingPool``.
  var isSettled = false
  var busyPlaces: Int32 = 0
  var restingPlaces: Int32 = 0
  var endedDuoCount = 0
  /// How often the mentor became idle.
  var idleCount = 0

  mutating func open(_ places: Int) {
    freePlaces += Int32(places)
    isSettled = false
  }

  var isIdle: Bool { isHere && !isLeaving && busyPlaces == 0 && restingPlaces == 0 }
}

/// A proposed or running duo.
struct PooledDuo {
  let mentee: Int32
  let mentor: Int32
  /// The day of the round.
  let roundDay: Int
  let figures: PreparedPairs.Figures
}

extension CounterBasedRandom {
  /// The labels under a person's stream, beyond the attributes of ``PersonDraws``. Part of what a seed means.
  enum LifeLabel: UInt64 {
    case patience = 100
    case idlePatience, duo, afterDuo, key
  }

  func child(_ label: LifeLabel) -> CounterBasedRandom { child(label.rawValue) }
}
