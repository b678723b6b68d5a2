internal import CScoringKernels

/// The planes of a row as pointers; short lists and intersections are laid out in the row's own memory first.
@safe struct PlaneLayout {
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
