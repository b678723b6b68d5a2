internal import CScoringKernels

/// The prices of the mentors of one chunk, as the kernels want them: see `cscoring_prices`.
///
/// Set by one thread before others read; hence it is sendable.
@safe final class ChunkPrices: @unchecked Sendable {
  let chunk: Int
  private let prices: AlignedArray<Int64>
  private let steps: AlignedArray<UInt8>
  private let members: AlignedArray<UInt64>
  private var bases: [Int64] = []

  private static let levelLimit = Int(CSCORING_PRICE_LEVELS)

  init(chunk: Int) {
    self.chunk = chunk
    prices = AlignedArray(repeating: 0, count: MentorPlanes.chunk)
    steps = AlignedArray(repeating: 0, count: MentorPlanes.chunk)
    members = AlignedArray(repeating: 0, count: MentorPlanes.chunkWords * Self.levelLimit)
  }

  /// The price of a position where nobody is.
  static let nobody = Int64.max / 4

  func price(at index: Int) -> Int64 { prices[index] }

  /// Sets the prices of the chunk's 512 positions.
  func set(_ price: (_ index: Int) -> Int64) {
    var least = Self.nobody
    var greatest = Int64.min
    for index in 0..<MentorPlanes.chunk {
      let value = price(index)
      prices[index] = value
      least = min(least, value)
      if value < Self.nobody { greatest = max(greatest, value) }
    }
    bases = [least]
    // Levels begin after gaps that no score can bridge; seldom is there more than one.
    let gap = Int64(Score.maximum)
    if greatest > least, greatest - least > gap {
      var last = least
      for value in (0..<MentorPlanes.chunk).map({ prices[$0] }).sorted() where value < Self.nobody {
        if value - last > gap, bases.count < Self.levelLimit { bases.append(value) }
        last = value
      }
    }
    for word in 0..<members.count { members[word] = 0 }
    for index in 0..<MentorPlanes.chunk where prices[index] < Self.nobody {
      let level = bases.lastIndex { $0 <= prices[index] } ?? 0
      steps[index] = UInt8(clamping: (prices[index] - bases[level]) >> Int64(CSCORING_STEP_SHIFT))
      members[level * MentorPlanes.chunkWords + index / 64] |= 1 << UInt64(index % 64)
    }
  }

  func withCPrices<Result>(_ body: (UnsafePointer<cscoring_prices>, Int32) -> Result) -> Result {
    var view = unsafe cscoring_prices()
    unsafe view.price = UnsafePointer(prices.address)
    unsafe view.steps = UnsafePointer(steps.address)
    unsafe view.level_count = Int32(bases.count)
    unsafe withUnsafeMutableBytes(of: &view.base) { bytes in
      let base = unsafe bytes.bindMemory(to: Int64.self)
      for (level, value) in bases.enumerated() { unsafe base[level] = value }
    }
    unsafe withUnsafeMutableBytes(of: &view.members) { bytes in
      let plane = unsafe bytes.bindMemory(to: UnsafePointer<UInt64>?.self)
      for level in bases.indices {
        unsafe plane[level] = UnsafePointer(members.address + level * MentorPlanes.chunkWords)
      }
    }
    let result = unsafe withUnsafePointer(to: view) { unsafe body($0, Int32(chunk)) }
    withExtendedLifetime((prices, steps, members)) {}
    return result
  }
}
