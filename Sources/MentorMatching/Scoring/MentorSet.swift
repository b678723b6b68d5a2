/// A set of mentors, by position: a whole bit plane, or a short list where a plane would be nearly empty.
///
/// Planes make a row's work independent of how many mentors are in a set; lists keep rare languages, antennas and
/// sectors from costing a plane each. The set itself is a number, so that rows are filled without counting references.
struct MentorSet: Sendable, Equatable {
  /// The number of a plane of ``MentorPlanes``, or the complement of the number of a list.
  private let code: Int32

  static let nobody = MentorSet(code: ~0)

  static func plane(_ number: Int) -> MentorSet { MentorSet(code: Int32(number)) }
  static func list(_ number: Int) -> MentorSet { MentorSet(code: ~Int32(number)) }

  var plane: Int? { code >= 0 ? Int(code) : nil }
  var list: Int? { code < 0 ? Int(~code) : nil }
}

/// Sets of mentors while they are collected, then frozen as planes.
///
/// A plane has one bit per position, `words(ofMentorCount:)` words; planes follow each other in one array, and so do lists.
struct MentorPlanes: Sendable {
  static let chunk = 512
  static let chunkWords = 8

  /// Padded to whole chunks.
  static func words(ofMentorCount count: Int) -> Int { (count + chunk - 1) / chunk * chunkWords }

  let wordCount: Int
  let bits: AlignedArray<UInt64>
  /// Positions, ascending within each list, whose last is repeated up to a multiple of ``listStep``.
  let members: [Int32]
  /// List *k* is `members[listStart[k]..<listStart[k + 1]]`. List 0 is empty.
  let listStart: [Int]

  /// Lists are so short that a loop's end would be foreseen less often than not: fewer ends.
  static let listStep = 8

  /// Calls back with each position of a list, and some more often; all are below `64 · wordCount`.
  @inline(__always)
  func forEachMember(ofList list: Int, _ body: (Int) -> Void) {
    let range = listStart[list]..<listStart[list + 1]
    unsafe members.withUnsafeBufferPointer { members in
      let listed = unsafe UnsafeBufferPointer(rebasing: members[range])
      precondition(listed.count % Self.listStep == 0, "whole steps")
      for step in 0..<listed.count / Self.listStep {
        for number in 0..<Self.listStep { unsafe body(Int(listed[Self.listStep * step + number])) }
      }
    }
  }

  /// Freezes collected sets: those large enough as planes, the rest as lists, in the order given.
  static func freeze(_ sets: [[Int32]], wordCount: Int) -> (planes: MentorPlanes, sets: [MentorSet]) {
    // Below one mentor in a dozen words, a list is both smaller and quicker to lay out.
    let isPlane = sets.map { $0.count * 12 >= wordCount }
    let bits = AlignedArray<UInt64>(repeating: 0, count: isPlane.count { $0 } * wordCount)
    var next = 0
    var listed: [Int32] = []
    var listStart = [0, 0]
    let frozen = zip(sets, isPlane).map { members, isPlane -> MentorSet in
      guard isPlane else {
        guard let last = members.last else { return .nobody }
        listed += members
        listed += Array(repeating: last, count: (listStep - members.count % listStep) % listStep)
        listStart.append(listed.count)
        return .list(listStart.count - 2)
      }
      for position in members { bits[next * wordCount + Int(position) / 64] |= 1 << UInt64(position % 64) }
      next += 1
      return .plane(next - 1)
    }
    return (MentorPlanes(wordCount: wordCount, bits: bits, members: listed, listStart: listStart), frozen)
  }
}

/// Collects members of keyed sets.
struct MentorSetCollector<Key: Hashable> {
  private(set) var number: [Key: Int] = [:]
  private(set) var members: [[Int32]] = []

  /// Adds a position; positions must come in ascending order. A position that is there already is not added again.
  mutating func insert(_ position: Int, into key: Key) {
    let index: Int
    if let known = number[key] {
      index = known
    } else {
      index = members.count
      number[key] = index
      members.append([])
    }
    if members[index].last != Int32(position) { members[index].append(Int32(position)) }
  }
}
