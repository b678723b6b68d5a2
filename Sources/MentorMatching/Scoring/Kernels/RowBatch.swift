internal import CScoringKernels

/// Up to 64 rows laid out for the kernels at once, so that a chunk of mentors can be searched for all of them while it is in
/// the caches.
///
/// Filled by one thread and used by it; filled again for the next rows, keeping its memory.
@safe final class RowBatch {
  static let capacity = 64

  /// A mentor that a search found for a row.
  struct Found {
    let row: Int
    let position: Int
    let score: Int32
  }

  private let machine: ScoringMachine
  private let kernel: ScoringKernel
  private let mentees: UnsafeMutablePointer<cscoring_mentee>
  private let losses: UnsafeMutablePointer<cscoring_losses>
  private let found: UnsafeMutablePointer<cscoring_found>
  private let scores: AlignedArray<Int32>
  /// Rows and their short lists, laid out as planes.
  private let memories: UnsafeMutablePointer<ScoringMachine.Memory>
  /// What the mentees point into, rows one after the other; laid out anew by ``seal()``.
  private var planes = unsafe ContiguousArray<UnsafePointer<UInt64>?>()
  private var halfWords = ContiguousArray<Int16>()
  private var words = ContiguousArray<Int32>()
  private var starts: [Starts] = []
  private var sealedPlanes: UnsafeMutablePointer<UnsafePointer<UInt64>?>?
  private var sealedHalfWords: UnsafeMutablePointer<Int16>?
  private var sealedWords: UnsafeMutablePointer<Int32>?
  private(set) var count = 0

  /// Where a row's lists begin.
  private struct Starts {
    var planes: Int
    var stretches: Int
    var slots: Int
    var sectorEnds: Int
    var sectorDigits: Int
    var minutes: Int?
    var minuteScores: Int
  }

  init(_ machine: ScoringMachine, kernel: ScoringKernel) {
    self.machine = machine
    self.kernel = kernel
    unsafe memories = .allocate(capacity: Self.capacity)
    for row in 0..<Self.capacity { unsafe (memories + row).initialize(to: ScoringMachine.Memory()) }
    unsafe mentees = .allocate(capacity: Self.capacity)
    unsafe losses = .allocate(capacity: Self.capacity)
    unsafe found = .allocate(capacity: Self.capacity * MentorPlanes.chunk)
    scores = AlignedArray(repeating: 0, count: MentorPlanes.chunk)
  }

  deinit {
    unsafe memories.deinitialize(count: Self.capacity)
    unsafe memories.deallocate()
    unsafe mentees.deallocate()
    unsafe losses.deallocate()
    unsafe found.deallocate()
    freeSealed()
  }

  private func freeSealed() {
    unsafe sealedPlanes?.deallocate()
    unsafe sealedHalfWords?.deallocate()
    unsafe sealedWords?.deallocate()
    unsafe sealedPlanes = nil
    unsafe sealedHalfWords = nil
    unsafe sealedWords = nil
  }

  func removeAll() {
    for row in 0..<count { unsafe memories[row].layout.clear(machine.columns.planes) }
    unsafe planes.removeAll(keepingCapacity: true)
    halfWords.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    freeSealed()
    count = 0
  }

  /// Whether a mentee could be added as a row.
  enum Addition {
    case added
    /// No mentor can be a candidate.
    case hasNoCandidates
    /// Beyond what the kernels tell apart.
    case isBeyondKernels
  }

  /// Adds the row of a mentee of the scorer's roster, if it is one for the kernels. ``seal()`` must follow the last.
  ///
  /// - Precondition: there is room.
  func append(mentee: Int, of scorer: RowScorer) -> Addition {
    precondition(count < Self.capacity, "room for a row")
    return unsafe append(mentee: mentee, of: scorer, &memories[count])
  }

  private func append(mentee: Int, of scorer: RowScorer, _ memory: inout ScoringMachine.Memory) -> Addition {
    guard scorer.fill(&memory.row, mentee: mentee) else { return .hasNoCandidates }
    guard machine.canScore(memory.row) else { return .isBeyondKernels }
    guard memory.shape.fill(memory.row, tables: machine.tables) else { return .hasNoCandidates }
    memory.layout.fill(memory.row, machine.columns.planes)
    var start = Starts(
      planes: unsafe planes.count, stretches: halfWords.count, slots: halfWords.count + memory.shape.stretches.count,
      sectorEnds: words.count, sectorDigits: 0, minutes: nil, minuteScores: 0)
    unsafe planes.append(contentsOf: memory.layout.pointers.elements)
    unsafe halfWords.append(contentsOf: memory.shape.stretches.elements)
    unsafe halfWords.append(contentsOf: memory.shape.slots.elements)
    start.sectorDigits = halfWords.count
    unsafe halfWords.append(contentsOf: memory.row.sectorDigits.elements)
    unsafe words.append(contentsOf: memory.row.sectorEnd.elements)
    if !memory.row.zoneMinutes.isEmpty {
      start.minutes = words.count
      unsafe words.append(contentsOf: memory.row.zoneMinutes.elements)
      start.minuteScores = words.count
      unsafe words.append(contentsOf: memory.row.zoneScores.elements)
    }
    starts.append(start)
    unsafe machine.describe(memory.row, memory.shape, as: mentees + count)
    // The levels that occur; planes get their addresses when a search begins.
    unsafe memory.layout.assign(to: &mentees[count], memory.row, planes: nil)
    unsafe cscoring_find_losses(mentees + count, losses + count)
    count += 1
    return .added
  }

  /// Gives the rows' lists their places in memory. No row can be added afterwards.
  func seal() {
    let planeStart = unsafe UnsafeMutablePointer<UnsafePointer<UInt64>?>.allocate(capacity: max(1, planes.count))
    let halfWordStart = UnsafeMutablePointer<Int16>.allocate(capacity: max(1, halfWords.count))
    let wordStart = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, words.count))
    for index in unsafe planes.indices { unsafe planeStart[index] = planes[index] }
    for index in halfWords.indices { unsafe halfWordStart[index] = halfWords[index] }
    for index in words.indices { unsafe wordStart[index] = words[index] }
    freeSealed()
    unsafe sealedPlanes = planeStart
    unsafe sealedHalfWords = halfWordStart
    unsafe sealedWords = wordStart
    for row in 0..<count {
      let start = starts[row]
      unsafe memories[row].layout.assign(to: &mentees[row], memories[row].row, planes: planeStart + start.planes)
      unsafe mentees[row].stretches = UnsafePointer(halfWordStart + start.stretches)
      unsafe mentees[row].slots = UnsafePointer(halfWordStart + start.slots)
      unsafe mentees[row].sector_end = UnsafePointer(wordStart + start.sectorEnds)
      unsafe mentees[row].sector_digit = UnsafePointer(halfWordStart + start.sectorDigits)
      if let minutes = start.minutes {
        unsafe mentees[row].minutes_of_zone = UnsafePointer(wordStart + minutes)
        unsafe mentees[row].score_of_zone = UnsafePointer(wordStart + start.minuteScores)
      }
    }
  }

  /// Searches a chunk for the mentors with price − score ≤ limit, by row and position.
  ///
  /// - Parameters:
  ///   - limits: one for each row.
  ///   - body: called for each pair found.
  /// - Returns: how many pairs had to be scored one by one.
  func search(_ prices: ChunkPrices, limits: [Int64], body: (Found) -> Void) -> Int {
    precondition(limits.count == count && prices.chunk < machine.columns.chunkCount, "a limit for each row")
    if count == 0 { return 0 }
    if kernel == .portable { return searchPlainly(prices, limits: limits, body: body) }
    var scoredCount: Int64 = 0
    let foundCount = unsafe machine.withMentors { mentors in
      unsafe prices.withCPrices { prices, chunk in
        unsafe limits.withUnsafeBufferPointer { limits in
          unsafe cscoring_search_chunk(
            ScoringMachine.level(of: kernel), mentors, mentees, losses, Int32(count), chunk, prices, limits.baseAddress,
            found, &scoredCount)
        }
      }
    }
    withExtendedLifetime(self) {}
    for index in 0..<Int(foundCount) {
      let pair = unsafe found[index]
      body(Found(row: Int(pair.row), position: Int(pair.position), score: pair.score))
    }
    return Int(scoredCount)
  }

  /// The twin: scores every pair of the chunk.
  private func searchPlainly(_ prices: ChunkPrices, limits: [Int64], body: (Found) -> Void) -> Int {
    unsafe machine.withMentors { mentors in
      let start = prices.chunk * MentorPlanes.chunk
      for row in 0..<count {
        unsafe scorePlainly(row: row, chunk: prices.chunk, mentors)
        for index in 0..<MentorPlanes.chunk where scores[index] >= 0 {
          if prices.price(at: index) - Int64(scores[index]) <= limits[row] {
            body(Found(row: row, position: start + index, score: scores[index]))
          }
        }
      }
    }
    return count * MentorPlanes.chunk
  }

  /// How many candidates each row has in a chunk, added to what is there.
  func countCandidates(inChunk chunk: Int, counts: inout [Int32]) {
    precondition(counts.count == count && chunk < machine.columns.chunkCount, "a count for each row")
    unsafe machine.withMentors { mentors in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        guard kernel != .portable else {
          for row in 0..<count {
            unsafe scorePlainly(row: row, chunk: chunk, mentors)
            for index in 0..<MentorPlanes.chunk where scores[index] >= 0 { unsafe counts[row] += 1 }
          }
          return
        }
        unsafe cscoring_count_chunk(
          ScoringMachine.level(of: kernel), mentors, mentees, Int32(count), Int32(chunk), counts.baseAddress)
      }
    }
    withExtendedLifetime(self) {}
  }

  private func scorePlainly(row: Int, chunk: Int, _ mentors: UnsafePointer<cscoring_mentors>) {
    let start = chunk * MentorPlanes.chunk
    unsafe PortableKernel.score(
      mentors, mentees + row, chunks: Int32(chunk)..<Int32(chunk + 1),
      into: UnsafeMutableBufferPointer(start: scores.address - start, count: start + MentorPlanes.chunk))
  }
}
