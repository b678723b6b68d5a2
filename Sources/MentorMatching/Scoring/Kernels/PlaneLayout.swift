internal import CScoringKernels

/// The planes of a row as pointers; short lists and intersections are laid out in memory of its own first. Filled anew for
/// each row, and cleared after it.
@safe struct PlaneLayout {
  private(set) var pointers: [UnsafePointer<UInt64>?] = unsafe []
  private var sectorStart = 0
  private var single = Single()
  private var scratch = AlignedArray<UInt64>(repeating: 0, count: 0)
  /// Of each plane of the scratch memory the members, or nil when any bit may be set.
  private var usedScratch: [[Int32]?] = []
  private var wordCount = 0

  private struct Single {
    var inPerson: Int?
    var inPersonAntenna: Int?
    var online: Int?
    var onlineAntenna: Int?
    var wishes: Int?
  }

  mutating func fill(_ row: borrowing MenteeRow, _ planes: MentorPlanes) {
    wordCount = planes.wordCount
    unsafe pointers.removeAll(keepingCapacity: true)
    usedScratch.removeAll(keepingCapacity: true)
    var lists = 5
    for set in row.speakers where set.isList { lists += 1 }
    for set in row.sectorSets where set.isList { lists += 1 }
    if scratch.count < lists * wordCount { scratch = AlignedArray(repeating: 0, count: lists * wordCount) }

    for set in row.speakers { append(set, planes) }
    sectorStart = unsafe pointers.count
    for set in row.sectorSets { append(set, planes) }
    single = Single(
      inPerson: appendFirst(row.inPerson, 0, planes), inPersonAntenna: appendFirst(row.inPerson, 1, planes),
      online: appendFirst(row.online, 0, planes), onlineAntenna: appendFirst(row.online, 1, planes),
      wishes: appendIntersection(of: row.wishes, planes))
  }

  func assign(
    to mentee: inout cscoring_mentee, _ row: borrowing MenteeRow, planes: UnsafePointer<UnsafePointer<UInt64>?>?
  ) {
    unsafe mentee.language_planes = planes
    unsafe mentee.sector_planes = planes.map { unsafe $0 + sectorStart }
    unsafe withUnsafeMutableBytes(of: &mentee.language_end) { bytes in
      let ends = unsafe bytes.bindMemory(to: Int32.self)
      precondition(row.speakersEnd.count == ends.count, "an end for each level")
      for level in 0..<ends.count { unsafe ends[level] = Int32(row.speakersEnd[level]) }
    }
    func pointer(_ index: Int?) -> UnsafePointer<UInt64>? { unsafe index.flatMap { unsafe pointers[$0] } }
    unsafe mentee.in_person = pointer(single.inPerson)
    unsafe mentee.in_person_antenna = pointer(single.inPersonAntenna)
    unsafe mentee.online = pointer(single.online)
    unsafe mentee.online_antenna = pointer(single.onlineAntenna)
    unsafe mentee.wishes = pointer(single.wishes)
  }

  /// Leaves the scratch memory empty again.
  func clear() {
    for plane in usedScratch.indices {
      if let members = usedScratch[plane] {
        for position in members { scratch[plane * wordCount + Int(position) / 64] = 0 }
      } else {
        for word in 0..<wordCount { scratch[plane * wordCount + word] = 0 }
      }
    }
  }

  private mutating func append(_ set: MentorSet, _ planes: MentorPlanes) {
    switch set {
    case .plane(let number): unsafe pointers.append(UnsafePointer(planes.bits.address + number * wordCount))
    case .few(let members):
      let plane = usedScratch.count
      usedScratch.append(members)
      for position in members {
        scratch[plane * wordCount + Int(position) / 64] |= 1 << UInt64(position % 64)
      }
      unsafe pointers.append(UnsafePointer(scratch.address + plane * wordCount))
    }
  }

  /// - Returns: the index of the pointer; nil when there is no such set.
  private mutating func appendFirst(_ sets: [MentorSet], _ index: Int, _ planes: MentorPlanes) -> Int? {
    if index >= sets.count { return nil }
    append(sets[index], planes)
    return unsafe pointers.count - 1
  }

  private mutating func appendIntersection(of sets: [MentorSet], _ planes: MentorPlanes) -> Int? {
    if sets.count < 2 { return appendFirst(sets, 0, planes) }
    let plane = usedScratch.count
    usedScratch.append(nil)
    let start = plane * wordCount
    for word in 0..<wordCount { scratch[start + word] = ~0 }
    for set in sets {
      switch set {
      case .plane(let number):
        for word in 0..<wordCount { scratch[start + word] &= planes.bits[number * wordCount + word] }
      case .few(let members):
        var kept: [Int: UInt64] = [:]
        for position in members { kept[Int(position) / 64, default: 0] |= 1 << UInt64(position % 64) }
        for word in 0..<wordCount { scratch[start + word] &= kept[word] ?? 0 }
      }
    }
    unsafe pointers.append(UnsafePointer(scratch.address + start))
    return unsafe pointers.count - 1
  }
}
