#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why an instance cannot be used.
struct InstanceError: Error, CustomStringConvertible {
  let description: String
}

/// A NumPy array file of integers (format 1.0 to 3.0, little-endian, C order), read straight into one Swift array so that the
/// costs are in memory once.
struct NumPyFile {
  let path: String
  let shape: [Int]
  private let type: String
  private let dataStart: Int

  init(_ path: String) throws {
    self.path = path
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw InstanceError(description: "\(path): cannot be opened") }
    defer { close(descriptor) }
    let head: [UInt8] = try Self.read(4_096, from: descriptor, at: 0, path, isPartAllowed: true)
    guard head.count > 12, head.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw InstanceError(description: "\(path): no NumPy file")
    }
    let isShort = head[6] == 1
    let length = isShort ? Int(head[8]) + Int(head[9]) << 8 : (0..<4).reduce(0) { $0 + Int(head[8 + $1]) << (8 * $1) }
    dataStart = (isShort ? 10 : 12) + length
    guard dataStart <= head.count else { throw InstanceError(description: "\(path): the header is too long") }
    let header = String(decoding: head[(isShort ? 10 : 12)..<dataStart], as: UTF8.self)
    guard header.contains("'fortran_order': False"), let type = Self.text(after: "'descr': '", until: "'", in: header),
      let shape = Self.text(after: "'shape': (", until: ")", in: header)
    else { throw InstanceError(description: "\(path): an array of this kind is not read here") }
    self.type = type
    self.shape = shape.split(separator: ",").compactMap { Int($0.drop { $0 == " " }) }
  }

  /// The entries, in the order of the file.
  func values<Value: FixedWidthInteger & BitwiseCopyable>(as _: Value.Type = Value.self) throws -> [Value] {
    guard type == "<i\(MemoryLayout<Value>.size)" else {
      throw InstanceError(description: "\(path): the type is \(type)")
    }
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw InstanceError(description: "\(path): cannot be opened") }
    defer { close(descriptor) }
    return try Self.read(shape.reduce(1, *), from: descriptor, at: dataStart, path, isPartAllowed: false)
  }

  private static func read<Value: BitwiseCopyable>(
    _ count: Int, from descriptor: Int32, at start: Int, _ path: String, isPartAllowed: Bool
  ) throws -> [Value] {
    unsafe try [Value](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var filled = 0
      while filled < bytes.count {
        let part = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
        let got = unsafe pread(descriptor, part.baseAddress, part.count, off_t(start + filled))
        if got <= 0 { break }
        filled += got
      }
      guard filled == bytes.count || isPartAllowed else {
        throw InstanceError(description: "\(path): the file is cut off")
      }
      initializedCount = filled / MemoryLayout<Value>.stride
    }
  }

  private static func text(after start: String, until end: Character, in header: String) -> String? {
    for index in header.indices where header[index...].hasPrefix(start) {
      return String(header[index...].dropFirst(start.count).prefix { $0 != end })
    }
    return nil
  }
}
