/// A fixed number of plain values in memory aligned to cache lines, which Swift's arrays do not promise and wide loads
/// need to be fast.
///
/// Filled while it is built, read by many threads afterwards; nothing writes to it then. Hence it is sendable.
@safe final class AlignedArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  static var alignment: Int { 64 }

  let count: Int
  private let storage: UnsafeMutableRawPointer
  private let start: UnsafeMutablePointer<Element>

  init(repeating value: Element, count: Int) {
    precondition(count >= 0, "a count is not negative")
    self.count = count
    unsafe storage = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: Self.alignment)
    unsafe start = storage.bindMemory(to: Element.self, capacity: max(count, 1))
    unsafe start.initialize(repeating: value, count: count)
  }

  convenience init(copying values: [Element]) where Element: ExpressibleByIntegerLiteral {
    self.init(repeating: 0, count: values.count)
    for (index, value) in values.enumerated() { self[index] = value }
  }

  deinit { unsafe storage.deallocate() }

  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "an index of the array")
      return unsafe start[index]
    }
    set {
      precondition(index >= 0 && index < count, "an index of the array")
      unsafe start[index] = newValue
    }
  }

  /// The first element. Valid while the array lives: callers keep it alive around the use.
  var address: UnsafeMutablePointer<Element> { unsafe start }
}
