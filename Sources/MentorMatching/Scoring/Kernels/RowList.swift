/// A list of plain values that is filled anew for each row, in the same memory.
///
/// Nobody shares it, so that appending has to count no references: a row is some dozens of appends to a dozen lists, and is
/// scored against a hundred mentors in the time that an array's checks would take.
@safe struct RowList<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var start: UnsafeMutablePointer<Element>

  init() {
    capacity = 16
    unsafe start = .allocate(capacity: capacity)
  }

  deinit { unsafe start.deallocate() }

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { 0..<count }

  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "an index of the list")
      return unsafe start[index]
    }
    set {
      precondition(index >= 0 && index < count, "an index of the list")
      unsafe start[index] = newValue
    }
  }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(toHold: count + 1) }
    unsafe (start + count).initialize(to: element)
    count += 1
  }

  /// Appends so many elements, by their numbers from 0 on.
  @inline(__always)
  mutating func append(count more: Int, _ element: (Int) -> Element) {
    precondition(more >= 0, "a count is not negative")
    if count + more > capacity { grow(toHold: count + more) }
    for number in 0..<more { unsafe (start + count + number).initialize(to: element(number)) }
    count += more
  }

  @inline(never)
  private mutating func grow(toHold least: Int) {
    let wider = UnsafeMutablePointer<Element>.allocate(capacity: max(least, 2 * capacity))
    unsafe wider.initialize(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = wider
    capacity = max(least, 2 * capacity)
  }

  /// The first element. Valid until the list grows or ends: callers fill it first and keep it alive around the use.
  var address: UnsafeMutablePointer<Element> { unsafe start }
  /// All of it, as long.
  var elements: UnsafeBufferPointer<Element> { unsafe UnsafeBufferPointer(start: start, count: count) }
}

extension RowList<Int16> {
  /// Appends so many numbers, each by `step` greater than the one before, written eight at a time: runs are short, and their lengths no pattern that
  /// a processor could foresee.
  mutating func append(run first: Int16, step: Int16, count more: Int) {
    precondition(more >= 0, "a count is not negative")
    if count + more + 8 > capacity { grow(toHold: count + more + 8) }
    var number = 0
    var numbers = SIMD8<Int16>(0, 1, 2, 3, 4, 5, 6, 7) &* step &+ first
    repeat {
      unsafe UnsafeMutableRawPointer(start + count + number).storeBytes(of: numbers, as: SIMD8<Int16>.self)
      numbers &+= 8 &* step
      number += 8
    } while number < more
    count += more
  }
}
