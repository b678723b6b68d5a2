internal import CMemoryHints

/// A run of plain numbers on the heap, indexed without bounds checks in release builds.
///
/// The inner loops of the engines read and write through this type alone. Indices come from the problem (validated when
/// its costs were made) or from the engine itself; debug builds check every one of them, and the tests run in both.
/// The memory belongs to the ``BlockStore`` that made the block and lives as long as the store.
@safe
struct Block<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  fileprivate init(base: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index within the block")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "index within the block")
      unsafe base[index] = newValue
    }
  }

  /// The same with the narrow indices that the engines store.
  @inline(__always)
  subscript(index: Int32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
  }

  var indices: Range<Int> { 0..<count }

  /// Asks for the memory of an element ahead of its use. Any index will do.
  @inline(__always)
  func prefetch(_ index: Int) { unsafe cmemory_prefetch(UnsafeRawPointer(base + index)) }

  func fill(with value: Element) {
    unsafe base.update(repeating: value, count: count)
  }

  fileprivate var address: UnsafeMutableRawPointer { unsafe UnsafeMutableRawPointer(base) }

  fileprivate func copyElements(of shorter: Block) {
    precondition(shorter.count <= count, "room for all")
    unsafe base.update(from: shorter.base, count: shorter.count)
  }

  /// The elements as an array.
  var array: [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// Owns the memory of blocks.
@safe
final class BlockStore {
  private var pieces: [UnsafeMutableRawPointer] = unsafe []

  func makeBlock<Element: BitwiseCopyable>(count: Int, of value: Element) -> Block<Element> {
    let base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    unsafe base.initialize(repeating: value, count: count)
    unsafe pieces.append(UnsafeMutableRawPointer(base))
    return unsafe Block(base: base, count: count)
  }

  /// A longer block with the same elements in front; the old one must not be used any more.
  func grow<Element: BitwiseCopyable>(
    _ block: Block<Element>, to count: Int, filling value: Element
  ) -> Block<Element> {
    let longer = makeBlock(count: count, of: value)
    longer.copyElements(of: block)
    if let index = unsafe pieces.firstIndex(of: block.address) {
      unsafe pieces.remove(at: index).deallocate()
    }
    return longer
  }

  deinit {
    unsafe pieces.forEach { unsafe $0.deallocate() }
  }
}
