#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls of the C library this module makes, with `EINTR` retried and `errno` returned.
enum PlatformLibrary {
  /// An error number of the C library.
  struct Failure: Error, Equatable {
    let number: Int32

    static var last: Failure { Failure(number: errno) }

    /// The C library's words, for example "No space left on device".
    var text: String {
      guard let words = unsafe strerror(number) else { return "error \(number)" }
      return unsafe String(cString: words)
    }
  }

  /// What `fstat` tells.
  struct Status: Equatable {
    enum Kind { case regular, directory, other }

    let kind: Kind
    let identity: FileIdentity
    let byteCount: Int
    let owner: UInt32
    let permissions: UInt32
    let changeTime: [Int]

    init(_ info: stat) {
      kind =
        switch info.st_mode & S_IFMT {
        case S_IFREG: .regular
        case S_IFDIR: .directory
        default: .other
        }
      identity = FileIdentity(device: UInt64(truncatingIfNeeded: info.st_dev), inode: UInt64(info.st_ino))
      byteCount = Int(info.st_size)
      owner = info.st_uid
      permissions = UInt32(info.st_mode & 0o7777)
      #if canImport(Darwin)
        changeTime = [info.st_mtimespec, info.st_ctimespec].flatMap { [Int($0.tv_sec), Int($0.tv_nsec)] }
      #else
        changeTime = [info.st_mtim, info.st_ctim].flatMap { [Int($0.tv_sec), Int($0.tv_nsec)] }
      #endif
    }
  }

  /// Repeats a call that a signal interrupted.
  @discardableResult
  static func retrying(_ call: () -> Int) throws(Failure) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw .last }
    }
  }

  static func status(of descriptor: Int32) throws(Failure) -> Status {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw .last }
    return Status(info)
  }

  /// The status of an entry of a folder, of a symbolic link itself and not of its target; nil when there is none.
  static func status(of name: String, in folder: Int32) throws(Failure) -> Status? {
    var info = stat()
    if unsafe fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 { return Status(info) }
    if errno == ENOENT { return nil }
    throw .last
  }

  /// Reads up to `byteCount` bytes, fewer only when the file ends before.
  static func readAll(byteCount: Int, from descriptor: Int32) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: byteCount)
    var filled = 0
    while filled < byteCount {
      let count = try retrying {
        unsafe bytes.withUnsafeMutableBytes { buffer in
          unsafe read(
            descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).baseAddress, byteCount - filled)
        }
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(byteCount - filled)
    return bytes
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var start = 0
    while start < bytes.count {
      start += try retrying {
        unsafe bytes.withUnsafeBytes { buffer in
          unsafe write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]).baseAddress, buffer.count - start)
        }
      }
    }
  }

  /// The names in a folder, in no particular order.
  static func names(in folder: Int32) throws(Failure) -> [String] {
    let copy = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .last }
    guard let stream = unsafe fdopendir(copy) else {
      let failure = Failure.last
      close(copy)
      throw failure
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      names.append(
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
          unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }
}
