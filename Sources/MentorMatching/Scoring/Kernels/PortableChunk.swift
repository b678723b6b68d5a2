internal import CScoringKernels

/// One bit for each of a chunk's 512 mentors.
typealias Plane = SIMD8<UInt64>

/// The bitwise part of scoring a chunk: who can be a candidate at all, and the small codes from which scores are looked
/// up. The twin of `chunk.h`.
///
/// Counting is done across planes: a number below 2^k for each of 512 mentors is k planes, and one full adder adds a bit
/// of all of them at once.
struct PortableChunk {
  private(set) var candidates = Plane()
  private(set) var inPerson = Plane()
  private(set) var online = Plane()
  /// Binary, lowest digit first.
  private(set) var level = (Plane(), Plane(), Plane())
  private(set) var blocks = (Plane(), Plane(), Plane(), Plane())
  private(set) var halfHours = (Plane(), Plane(), Plane(), Plane(), Plane(), Plane())
  private(set) var sector = (Plane(), Plane(), Plane(), Plane(), Plane(), Plane())

  /// - Returns: false when the chunk holds no candidate; then the codes are not filled in.
  mutating func findCandidates(
    _ mentors: UnsafePointer<cscoring_mentors>, _ mentee: UnsafePointer<cscoring_mentee>, chunk: Int
  ) -> Bool {
    guard unsafe findPossible(mentee, chunk: chunk) else { return false }
    let slots = unsafe UnsafeRawPointer(mentors.pointee.availability).assumingMemoryBound(to: Plane.self)
    let chunkSlots = unsafe slots + chunk * FeatureColumns.slotCount
    guard unsafe findBlocks(mentee, chunkSlots) else { return false }
    unsafe countHalfHours(mentee, chunkSlots)
    unsafe findSectorValues(mentee, chunk: chunk)
    return true
  }

  private func plane(_ planes: UnsafePointer<UInt64>?, _ chunk: Int, otherwise missing: Plane) -> Plane {
    guard let planes = unsafe planes else { return missing }
    return unsafe UnsafeRawPointer(planes).assumingMemoryBound(to: Plane.self)[chunk]
  }

  private func isEmpty(_ plane: Plane) -> Bool { plane == Plane() }

  private mutating func findPossible(_ mentee: UnsafePointer<cscoring_mentee>, chunk: Int) -> Bool {
    let everybody = Plane(repeating: ~0)
    if unsafe mentee.pointee.may_meet_in_person {
      unsafe inPerson =
        plane(mentee.pointee.in_person, chunk, otherwise: everybody)
        & plane(mentee.pointee.in_person_antenna, chunk, otherwise: everybody)
    }
    if unsafe mentee.pointee.may_meet_online {
      unsafe online =
        plane(mentee.pointee.online, chunk, otherwise: everybody)
        & plane(mentee.pointee.online_antenna, chunk, otherwise: everybody)
    }
    unsafe candidates = (inPerson | online) & plane(mentee.pointee.wishes, chunk, otherwise: everybody)
    if isEmpty(candidates) { return false }

    let ends = unsafe mentee.pointee.language_end
    let end = [ends.0, ends.1, ends.2, ends.3, ends.4, ends.5, ends.6, ends.7]
    let lowest = unsafe Int(mentee.pointee.lowest_level)
    var eligible = Plane()
    for level in stride(from: 7, through: lowest, by: -1) {
      var spoken = Plane()
      for index in end[level - 1]..<end[level] {
        unsafe spoken |= plane(mentee.pointee.language_planes[Int(index)], chunk, otherwise: Plane())
      }
      eligible = spoken
      addLevel(level, spoken)
    }
    for level in 1..<max(lowest, 1) { addLevel(level, eligible) }
    candidates &= eligible
    return !isEmpty(candidates)
  }

  /// Mentors at a level are among those at the level below: their number is the level, and its digits are parities.
  private mutating func addLevel(_ level: Int, _ spoken: Plane) {
    self.level.0 ^= spoken
    if level % 2 == 0 { self.level.1 ^= spoken }
    if level % 4 == 0 { self.level.2 ^= spoken }
  }

  /// Along each stretch, `run[k]` says whether the last *k* half hours are common and belong to no block yet.
  private mutating func findBlocks(
    _ mentee: UnsafePointer<cscoring_mentee>, _ slots: UnsafePointer<Plane>
  ) -> Bool {
    let length = unsafe Int(mentee.pointee.meeting_length)
    let limit = unsafe Int(mentee.pointee.block_limit)
    return unsafe withUnsafeTemporaryAllocation(of: Plane.self, capacity: length + limit + 2) { memory in
      unsafe memory.initialize(repeating: Plane())
      let run = unsafe UnsafeMutableBufferPointer(rebasing: memory[..<(length + 1)])
      /// reached[k]: at least k blocks.
      let reached = unsafe UnsafeMutableBufferPointer(rebasing: memory[(length + 1)...])
      for index in unsafe 0..<Int(mentee.pointee.stretch_count) {
        let start = unsafe Int(mentee.pointee.stretches[2 * index])
        let stretchLength = unsafe Int(mentee.pointee.stretches[2 * index + 1])
        if stretchLength < length { continue }
        for k in 1...length { unsafe run[k] = Plane() }
        for slot in 0..<stretchLength {
          let common = unsafe slots[start + slot]
          var rest = common
          if slot >= length - 1 {
            let block = unsafe length > 1 ? run[length - 1] & common : common
            var k = limit
            while k > 1 {
              unsafe reached[k] |= reached[k - 1] & block
              k -= 1
            }
            unsafe reached[1] |= block
            rest = common & ~block
          }
          var k = length - 1
          while k > 1 {
            unsafe run[k] = run[k - 1] & rest
            k -= 1
          }
          unsafe run[1] = rest
        }
      }
      let minimum = unsafe Int(mentee.pointee.minimum_blocks)
      if minimum > 0 {
        unsafe candidates &= reached[minimum]
        if isEmpty(candidates) { return false }
      }
      for k in 1...limit {
        unsafe blocks.0 ^= reached[k]
        if k % 2 == 0 { unsafe blocks.1 ^= reached[k] }
        if k % 4 == 0 { unsafe blocks.2 ^= reached[k] }
        if k % 8 == 0 { unsafe blocks.3 ^= reached[k] }
      }
      return true
    }
  }

  /// Adds up three bits.
  @inline(__always)
  private func fullAdd(_ a: Plane, _ b: Plane, _ c: Plane) -> (sum: Plane, carry: Plane) {
    let either = a ^ b
    return (either ^ c, (a & b) | (c & either))
  }

  private mutating func countHalfHours(_ mentee: UnsafePointer<cscoring_mentee>, _ slots: UnsafePointer<Plane>) {
    var count = (Plane(), Plane(), Plane(), Plane(), Plane(), Plane())
    var beyond = Plane()
    let slotNumbers = unsafe mentee.pointee.slots
    guard let slotNumbers = unsafe slotNumbers else { return }
    let slotCount = unsafe Int(mentee.pointee.slot_count)
    for index in stride(from: 0, to: slotCount, by: 7) {
      func common(_ k: Int) -> Plane {
        unsafe index + k < slotCount ? slots[Int(slotNumbers[index + k] / RowShape.slotStep)] : Plane()
      }
      let first = fullAdd(common(0), common(1), common(2))
      let second = fullAdd(first.sum, common(3), common(4))
      let third = fullAdd(second.sum, common(5), common(6))
      let twos = fullAdd(first.carry, second.carry, third.carry)
      var carry = count.0 & third.sum
      count.0 ^= third.sum
      let two = fullAdd(count.1, twos.sum, carry)
      count.1 = two.sum
      let four = fullAdd(count.2, twos.carry, two.carry)
      count.2 = four.sum
      carry = count.3 & four.carry
      count.3 ^= four.carry
      let next = count.4 & carry
      count.4 ^= carry
      carry = count.5 & next
      count.5 ^= next
      beyond |= carry
    }
    // 64 and more count as 63: the machine has seen to it that they are worth the same.
    halfHours = (
      count.0 | beyond, count.1 | beyond, count.2 | beyond, count.3 | beyond, count.4 | beyond, count.5 | beyond
    )
  }

  /// The sector value of each mentor as its number, 1 for the least; 0 where there is none.
  private mutating func findSectorValues(_ mentee: UnsafePointer<cscoring_mentee>, chunk: Int) {
    let count = unsafe Int(mentee.pointee.sector_value_count)
    guard count > 0, let ends = unsafe mentee.pointee.sector_end, let planes = unsafe mentee.pointee.sector_planes
    else {
      return
    }
    var worth = Plane()
    var index = 0
    for value in 0..<count {
      while unsafe index < Int(ends[value]) {
        unsafe worth |= plane(planes[index], chunk, otherwise: Plane())
        index += 1
      }
      let number = count - value
      sector.0 ^= worth
      if number % 2 == 0 { sector.1 ^= worth }
      if number % 4 == 0 { sector.2 ^= worth }
      if number % 8 == 0 { sector.3 ^= worth }
      if number % 16 == 0 { sector.4 ^= worth }
      if number % 32 == 0 { sector.5 ^= worth }
    }
  }
}
