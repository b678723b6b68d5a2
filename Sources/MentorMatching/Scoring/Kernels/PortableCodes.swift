/// The codes of a chunk's mentors, one by one: the bits of planes transposed.
struct PortableCodes {
  struct Value {
    var level: Int
    var blocks: Int
    var halfHours: Int
    var sector: Int
  }

  /// Eight mentors to a word, one byte each.
  private var levelsAndBlocks = [UInt64](repeating: 0, count: MentorPlanes.chunk / 8)
  private var halfHours = [UInt64](repeating: 0, count: MentorPlanes.chunk / 8)
  private var sectors = [UInt64](repeating: 0, count: MentorPlanes.chunk / 8)

  mutating func spread(_ bits: PortableChunk) {
    for word in 0..<MentorPlanes.chunkWords {
      for byte in 0..<8 {
        let shift = UInt64(8 * byte)
        func bits8(_ plane: Plane) -> UInt64 { plane[word] >> shift & 0xFF }
        let level = bits8(bits.level.0) | bits8(bits.level.1) << 8 | bits8(bits.level.2) << 16
        let blocks =
          bits8(bits.blocks.0) << 32 | bits8(bits.blocks.1) << 40 | bits8(bits.blocks.2) << 48
          | bits8(bits.blocks.3) << 56
        let low = bits8(bits.halfHours.0) | bits8(bits.halfHours.1) << 8 | bits8(bits.halfHours.2) << 16
        let high =
          bits8(bits.halfHours.3) << 24 | bits8(bits.halfHours.4) << 32 | bits8(bits.halfHours.5) << 40
        let sectorLow = bits8(bits.sector.0) | bits8(bits.sector.1) << 8 | bits8(bits.sector.2) << 16
        let sectorHigh = bits8(bits.sector.3) << 24 | bits8(bits.sector.4) << 32 | bits8(bits.sector.5) << 40
        levelsAndBlocks[word * 8 + byte] = Self.transposed(level | blocks)
        halfHours[word * 8 + byte] = Self.transposed(low | high)
        sectors[word * 8 + byte] = Self.transposed(sectorLow | sectorHigh)
      }
    }
  }

  @inline(__always)
  func value(at index: Int) -> Value {
    let word = index >> 3
    let shift = UInt64(8 * (index & 7))
    let packed = levelsAndBlocks[word] >> shift
    return Value(
      level: Int(packed & 0xF), blocks: Int(packed >> 4 & 0xF), halfHours: Int(halfHours[word] >> shift & 0x3F),
      sector: Int(sectors[word] >> shift & 0x3F))
  }

  /// Exchanges rows and columns of an 8 × 8 matrix of bits, one byte a row: blocks of 1, 2 and 4 bits change sides.
  ///
  /// Reference: H. S. Warren, *Hacker's Delight*, 2nd ed., Addison-Wesley 2013, section 7-3.
  private static func transposed(_ matrix: UInt64) -> UInt64 {
    var m = matrix
    var t = (m ^ (m >> 7)) & 0x00AA_00AA_00AA_00AA
    m ^= t ^ (t << 7)
    t = (m ^ (m >> 14)) & 0x0000_CCCC_0000_CCCC
    m ^= t ^ (t << 14)
    t = (m ^ (m >> 28)) & 0x0000_0000_F0F0_F0F0
    return m ^ t ^ (t << 28)
  }
}
