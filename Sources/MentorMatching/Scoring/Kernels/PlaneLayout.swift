internal import CScoringKernels

/// The planes of a row as pointers; short lists and intersections are laid out in memory of its own first. Filled anew for
/// each row, and cleared after it.
@safe struct PlaneLayout: ~Copyable {
  private(set) var pointers = unsafe RowList<UnsafePointer<UInt64>?>()
  private var sectorStart = 0
  private var single = Single()
  private var scratch = AlignedArray<UInt64>(repeating: 0, count: 0)
  /// Of each plane of the scratch memory the list in it, or nil when any bit may be set.
  private var usedScratch = RowList<MentorSet?>()
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
    unsafe pointers.removeAll()
    usedScratch.removeAll()
    var lists = 5
    for index in row.speakers.indices where row.speakers[index].plane == nil { lists += 1 }
    for index in row.sectorSets.indices where row.sectorSets[index].plane == nil { lists += 1 }
    if scratch.count < lists * wordCount { scratch = AlignedArray(repeating: 0, count: lists * wordCount) }

    for index in row.speakers.indices { append(row.speakers[index], planes) }
    sectorStart = unsafe pointers.count
    for index in row.sectorSets.indices { append(row.sectorSets[index], planes) }
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
      for level in 0..<ends.count { unsafe ends[level] = row.speakersEnd[level] }
    }
    func pointer(_ index: Int?) -> UnsafePointer<UInt64>? { unsafe index.flatMap { unsafe pointers[$0] } }
    unsafe mentee.in_person = pointer(single.inPerson)
    unsafe mentee.in_person_antenna = pointer(single.inPersonAntenna)
    unsafe mentee.online = pointer(single.online)
    unsafe mentee.online_antenna = pointer(single.onlineAntenna)
    unsafe mentee.wishes = pointer(single.wishes)
  }

  /// Leaves the scratch memory empty again.
  func clear(_ planes: MentorPlanes) {
    for plane in usedScratch.indices {
      let words = unsafe scratchPlane(plane)
      if let list = usedScratch[plane]?.list {
        planes.forEachMember(ofList: list) { position in unsafe words[position >> 6] = 0 }
      } else {
        unsafe words.update(repeating: 0, count: wordCount)
      }
    }
  }

  /// The words of a plane of the scratch memory; positions of mentors lie within it.
  private func scratchPlane(_ plane: Int) -> UnsafeMutablePointer<UInt64> {
    precondition((plane + 1) * wordCount <= scratch.count, "a plane of the scratch memory")
    return unsafe scratch.address + plane * wordCount
  }

  private mutating func append(_ set: MentorSet, _ planes: MentorPlanes) {
    if let number = set.plane {
      unsafe pointers.append(UnsafePointer(planes.bits.address + number * wordCount))
    } else if let list = set.list {
      let words = unsafe scratchPlane(usedScratch.count)
      usedScratch.append(set)
      planes.forEachMember(ofList: list) { position in
        unsafe words[position >> 6] |= 1 &<< UInt64(truncatingIfNeeded: position)
      }
      unsafe pointers.append(UnsafePointer(words))
    }
  }

  /// - Returns: the index of the pointer; nil when there is no such set.
  private mutating func appendFirst(
    _ sets: borrowing RowList<MentorSet>, _ index: Int, _ planes: MentorPlanes
  ) -> Int? {
    if index >= sets.count { return nil }
    append(sets[index], planes)
    return unsafe pointers.count - 1
  }

  private mutating func appendIntersection(of sets: borrowing RowList<MentorSet>, _ planes: MentorPlanes) -> Int? {
    if sets.count < 2 { return appendFirst(sets, 0, planes) }
    let plane = usedScratch.count
    usedScratch.append(nil)
    let start = plane * wordCount
    for word in 0..<wordCount { scratch[start + word] = ~0 }
    for index in sets.indices {
      let set = sets[index]
      if let number = set.plane {
        for word in 0..<wordCount { scratch[start + word] &= planes.bits[number * wordCount + word] }
      } else if let list = set.list {
        var kept: [Int: UInt64] = [:]
        planes.forEachMember(ofList: list) { position in
          kept[position >> 6, default: 0] |= 1 &<< UInt64(truncatingIfNeeded: position)
        }
        for word in 0..<wordCount { scratch[start + word] &= kept[word] ?? 0 }
      }
    }
    unsafe pointers.append(UnsafePointer(scratch.address + start))
    return unsafe pointers.count - 1
  }
}
