internal import CScoringKernels

/// The bridge to the kernels: columns and tables as they want them, and the memory of a row.
///
/// Every size is checked here; the kernels trust it.
@safe final class ScoringMachine: @unchecked Sendable {
  private let columns: FeatureColumns
  private let tables: ScoreTables
  private let mentors: cscoring_mentors
  /// Never written to after `init`.
  private let curve: UnsafeMutablePointer<cscoring_curve>
  private let exactAt: AlignedArray<Int32>
  private let exactPoints: AlignedArray<Int32>
  private let minimumScore: Int32

  init(columns: FeatureColumns, tables: ScoreTables, minimumScore: Int) {
    self.columns = columns
    self.tables = tables
    self.minimumScore = Int32(minimumScore)
    let places = columns.places
    let paddedCount = columns.chunkCount * MentorPlanes.chunk
    precondition(
      [places.x.count, places.y.count, places.z.count, places.unitX.count, places.unitY.count, places.unitZ.count]
        .allSatisfy { $0 == paddedCount } && columns.limit.count == paddedCount && columns.skill.count == paddedCount
        && [0, paddedCount].contains(columns.zone.count) && places.box.count == columns.chunkCount * 6
        && columns.availability.count == columns.chunkCount * MentorPlanes.chunkWords * FeatureColumns.slotCount,
      "columns of one length")
    unsafe mentors = cscoring_mentors(
      availability: columns.availability.address, box: places.box.address, x: places.x.address, y: places.y.address,
      z: places.z.address, unit_x: places.unitX.address, unit_y: places.unitY.address, unit_z: places.unitZ.address,
      limit: columns.limit.address, zone: columns.zone.count == 0 ? nil : UnsafePointer(columns.zone.address),
      skill: columns.skill.address)

    exactAt = AlignedArray(copying: tables.curve.exactAt)
    exactPoints = AlignedArray(copying: tables.curve.exactPoints)
    var values = unsafe cscoring_curve()
    let metresPerUnit = places.scale.metresPerUnit
    unsafe values.square_metres_per_unit = Float(metresPerUnit * metresPerUnit)
    unsafe values.absolute_error = Float(places.scale.absoluteError)
    unsafe values.weight = tables.curve.weight
    unsafe values.is_delicate = tables.curve.isDelicate
    unsafe values.cells_per_metre = 1 / Float(tables.curve.cellMetres)
    unsafe values.cell_count = Int32(tables.curve.slope.count)
    unsafe Self.fill(&values.slope, tables.curve.slope, padding: 0)
    unsafe Self.fill(&values.intercept, tables.curve.intercept, padding: 0)
    unsafe values.exact_knot_count = Int32(exactAt.count)
    unsafe values.exact_at = UnsafePointer(exactAt.address)
    unsafe values.exact_points = UnsafePointer(exactPoints.address)
    unsafe curve = .allocate(capacity: 1)
    unsafe curve.initialize(to: values)
  }

  deinit { unsafe curve.deallocate() }

  static func runs(_ kernel: ScoringKernel) -> Bool { level(of: kernel).rawValue <= cscoring_best_kernel().rawValue }

  private static func level(of kernel: ScoringKernel) -> cscoring_kernel {
    switch kernel {
    case .portable: .CSCORING_KERNEL_NONE
    case .avx2: .CSCORING_KERNEL_AVX2
    case .avx512: .CSCORING_KERNEL_AVX512
    case .avx512VBMI: .CSCORING_KERNEL_AVX512_VBMI
    }
  }

  /// Whether the row's values fit the codes that kernels compute with.
  func canScore(_ row: MenteeRow) -> Bool {
    row.sectors.count <= ScoreTables.codeLimit
      && (row.halfHourCount <= ScoreTables.codeLimit || tables.isSaturated)
  }

  /// Memory of a row, kept from one to the next.
  @safe final class Memory {
    fileprivate var scratch = AlignedArray<UInt64>(repeating: 0, count: 0)

  }

  /// Scores a row over all chunks.
  func score(_ row: MenteeRow, with kernel: ScoringKernel, memory: Memory, into scores: inout [Int32]) {
    precondition(canScore(row) && kernel.isAvailable, "a row within the limits, a kernel of this machine")
    precondition(scores.count == columns.chunkCount * MentorPlanes.chunk, "one score for each position")
    guard let shape = RowShape(row, tables: tables) else {
      for index in scores.indices { scores[index] = CandidateScores.notCandidate }
      return
    }
    let layout = PlaneLayout(columns.planes, memory: memory, sets: row)
    let planes = unsafe layout.pointers
    unsafe planes.withUnsafeBufferPointer { planes in
      unsafe shape.stretches.withUnsafeBufferPointer { stretches in
        unsafe shape.slots.withUnsafeBufferPointer { slots in
          unsafe layout.sectorEnd.withUnsafeBufferPointer { sectorEnd in
            unsafe Self.withOptional(row.travel?.minutes) { minutes in
              unsafe Self.withOptional(row.travel?.scores) { zoneScores in
                unsafe scores.withUnsafeMutableBufferPointer { scores in
                  var mentee = unsafe mentee(row, shape)
                  unsafe layout.assign(to: &mentee, planes: planes.baseAddress)
                  unsafe mentee.stretches = stretches.baseAddress
                  unsafe mentee.slots = slots.baseAddress
                  unsafe mentee.sector_end = sectorEnd.baseAddress
                  unsafe mentee.minutes_of_zone = minutes
                  unsafe mentee.score_of_zone = zoneScores
                  unsafe withUnsafePointer(to: mentors) { mentors in
                    unsafe withUnsafePointer(to: mentee) { mentee in
                      let chunks = 0..<Int32(columns.chunkCount)
                      if kernel == .portable {
                        unsafe PortableKernel.score(mentors, mentee, chunks: chunks, into: scores)
                      } else {
                        unsafe cscoring_score(
                          Self.level(of: kernel), mentors, mentee, chunks.lowerBound, chunks.upperBound,
                          scores.baseAddress)
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    layout.clear()
    withExtendedLifetime((columns, memory)) {}
  }

  private static func withOptional(_ values: [Int32]?, _ body: (UnsafePointer<Int32>?) -> Void) {
    guard let values else { return body(nil) }
    unsafe values.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
  }

  /// Everything about a row but its planes and lists.
  private func mentee(_ row: MenteeRow, _ shape: RowShape) -> cscoring_mentee {
    var mentee = unsafe cscoring_mentee()
    unsafe mentee.may_meet_in_person = row.inPerson != nil
    unsafe mentee.may_meet_online = row.online != nil
    unsafe mentee.lowest_level = Int32(shape.lowestLevel)
    unsafe mentee.sector_value_count = Int32(row.sectors.count)
    unsafe mentee.stretch_count = Int32(row.stretches.count)
    unsafe mentee.slot_count = Int32(shape.slots.count)
    unsafe mentee.meeting_length = Int32(tables.meetingHalfHours)
    unsafe mentee.block_limit = Int32(shape.blockLimit)
    unsafe mentee.minimum_blocks = Int32(tables.minimumBlocks)
    unsafe Self.fill(&mentee.level_score, tables.level, padding: 0)
    unsafe Self.fill(&mentee.block_score, tables.blocks, padding: 0)
    unsafe Self.fill(&mentee.half_hour_score, tables.halfHours, padding: 0)
    unsafe Self.fill(
      &mentee.sector_score, [row.sectorBase] + row.sectors.reversed().map(\.score), padding: row.sectorBase)
    unsafe Self.fill(&mentee.in_person_score, tables.inPerson[row.skill - 1], padding: 0)
    unsafe Self.fill(
      &mentee.online_score, (row.needsLaptop ? tables.onlineWithLaptop : tables.online)[row.skill - 1], padding: 0)
    unsafe mentee.minimum_score = minimumScore
    unsafe mentee.x = row.place.x
    unsafe mentee.y = row.place.y
    unsafe mentee.z = row.place.z
    unsafe mentee.unit_x = row.unit.x
    unsafe mentee.unit_y = row.unit.y
    unsafe mentee.unit_z = row.unit.z
    unsafe mentee.limit = row.limit
    unsafe mentee.curve = UnsafePointer(curve)
    return unsafe mentee
  }

  /// Fills a C array, which Swift sees as a tuple.
  private static func fill<Tuple, Value: BitwiseCopyable>(_ tuple: inout Tuple, _ values: [Value], padding: Value) {
    unsafe withUnsafeMutableBytes(of: &tuple) { bytes in
      let entries = unsafe bytes.bindMemory(to: Value.self)
      precondition(values.count <= entries.count, "the values fit")
      for index in 0..<entries.count { unsafe entries[index] = index < values.count ? values[index] : padding }
    }
  }
}

/// A row's times and levels, checked.
struct RowShape {
  /// (first slot, length), one after the other.
  var stretches: [Int16] = []
  /// Padded with the empty slot to a multiple of seven.
  var slots: [Int16] = []
  let lowestLevel: Int
  let blockLimit: Int

  /// - Returns: nil when no mentor can be a candidate.
  init?(_ row: MenteeRow, tables: ScoreTables) {
    guard let lowest = row.speakers.firstIndex(where: { !$0.isEmpty }) else { return nil }
    lowestLevel = lowest
    let possibleBlocks = row.stretches.reduce(0) { $0 + $1.length / tables.meetingHalfHours }
    if possibleBlocks < tables.minimumBlocks { return nil }
    blockLimit = max(1, min(possibleBlocks, tables.blockLimit))
    for stretch in row.stretches {
      precondition(
        stretch.start >= 0 && stretch.length > 0 && stretch.length <= WeeklyAvailability.halfHoursPerDay
          && stretch.start + stretch.length < FeatureColumns.slotCount, "stretches within the week")
      stretches += [Int16(stretch.start), Int16(stretch.length)]
      slots += (stretch.start..<stretch.start + stretch.length).map(Int16.init)
    }
    while slots.count % 7 != 0 { slots.append(Int16(FeatureColumns.slotCount - 1)) }
  }
}

/// The planes of a row as pointers; short lists and intersections are laid out in the row's own memory first.
@safe private struct PlaneLayout {
  private(set) var pointers: [UnsafePointer<UInt64>?] = unsafe []
  private(set) var sectorEnd: [Int32] = []
  private var languageEnd: [Int32] = [0]
  private var sectorStart = 0
  /// Indices of `pointers`: in person and its antenna, online and its antenna, wishes.
  private var single: [Int] = []
  private let wordCount: Int
  private let memory: ScoringMachine.Memory
  private var usedScratch: [(plane: Int, members: [Int32]?)] = []

  init(_ planes: MentorPlanes, memory: ScoringMachine.Memory, sets row: MenteeRow) {
    wordCount = planes.wordCount
    self.memory = memory
    let inPerson = row.inPerson ?? []
    let online = row.online ?? []
    let lists =
      row.speakers.joined().count { $0.isList } + row.sectors.reduce(0) { $0 + $1.mentors.count { $0.isList } }
    let needed = (lists + 5) * wordCount
    if memory.scratch.count < needed { memory.scratch = AlignedArray(repeating: 0, count: needed) }

    for level in 1..<row.speakers.count {
      for set in row.speakers[level] { unsafe pointers.append(pointer(to: set, planes)) }
      languageEnd.append(Int32(unsafe pointers.count))
    }
    sectorStart = unsafe pointers.count
    for value in row.sectors {
      for set in value.mentors { unsafe pointers.append(pointer(to: set, planes)) }
      sectorEnd.append(Int32(unsafe pointers.count - sectorStart))
    }
    for sets in [
      Array(inPerson.prefix(1)), Array(inPerson.dropFirst()), Array(online.prefix(1)),
      Array(online.dropFirst()), row.wishes,
    ] {
      single.append(unsafe pointers.count)
      unsafe pointers.append(sets.isEmpty ? nil : intersection(of: sets, planes))
    }
  }

  func assign(to mentee: inout cscoring_mentee, planes: UnsafePointer<UnsafePointer<UInt64>?>?) {
    unsafe mentee.language_planes = planes
    unsafe mentee.sector_planes = planes.map { unsafe $0 + sectorStart }
    unsafe withUnsafeMutableBytes(of: &mentee.language_end) { bytes in
      let ends = unsafe bytes.bindMemory(to: Int32.self)
      for (level, end) in languageEnd.enumerated() { unsafe ends[level] = end }
    }
    unsafe mentee.in_person = pointers[single[0]]
    unsafe mentee.in_person_antenna = pointers[single[1]]
    unsafe mentee.online = pointers[single[2]]
    unsafe mentee.online_antenna = pointers[single[3]]
    unsafe mentee.wishes = pointers[single[4]]
  }

  /// Leaves the row's memory empty again.
  func clear() {
    for (plane, members) in usedScratch {
      if let members {
        for position in members { memory.scratch[plane * wordCount + Int(position) / 64] = 0 }
      } else {
        for word in 0..<wordCount { memory.scratch[plane * wordCount + word] = 0 }
      }
    }
  }

  private mutating func pointer(to set: MentorSet, _ planes: MentorPlanes) -> UnsafePointer<UInt64> {
    switch set {
    case .plane(let number): return unsafe UnsafePointer(planes.bits.address + number * wordCount)
    case .few(let members):
      let plane = usedScratch.count
      usedScratch.append((plane, members))
      for position in members {
        memory.scratch[plane * wordCount + Int(position) / 64] |= 1 << UInt64(position % 64)
      }
      return unsafe UnsafePointer(memory.scratch.address + plane * wordCount)
    }
  }

  private mutating func intersection(of sets: [MentorSet], _ planes: MentorPlanes) -> UnsafePointer<UInt64> {
    if sets.count == 1 { return unsafe pointer(to: sets[0], planes) }
    let plane = usedScratch.count
    usedScratch.append((plane, nil))
    let start = plane * wordCount
    for word in 0..<wordCount { memory.scratch[start + word] = ~0 }
    for set in sets {
      switch set {
      case .plane(let number):
        for word in 0..<wordCount { memory.scratch[start + word] &= planes.bits[number * wordCount + word] }
      case .few(let members):
        var kept: [Int: UInt64] = [:]
        for position in members { kept[Int(position) / 64, default: 0] |= 1 << UInt64(position % 64) }
        for word in 0..<wordCount { memory.scratch[start + word] &= kept[word] ?? 0 }
      }
    }
    return unsafe UnsafePointer(memory.scratch.address + start)
  }
}
