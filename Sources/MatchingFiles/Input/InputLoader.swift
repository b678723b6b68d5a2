#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The largest files that are read. What exceeds them is an accident or an attack.
public struct InputLimits: Sendable {
  public var fileByteCount = 512 << 20
  public var fieldByteCount = 10_000
  public var columnCount = 200
  public var rowCount = 500_000

  public init() {}
}

/// A file in memory.
struct LoadedFile {
  let bytes: [UInt8]
  let identity: FileIdentity
}

/// Reads whole files, regular files only: a pipe or a device could block for ever or never end.
struct InputLoader {
  let limits: InputLimits

  /// - Parameter isRequired: whether the absence of the file is an error.
  /// - Returns: nil when the file is absent or unusable; the latter is in the log.
  func load(_ path: String, isRequired: Bool, log: inout FileLog) -> LoadedFile? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let failure = PlatformLibrary.Failure.last
      if failure.number == ENOENT && isEntirelyAbsent(path) {
        if isRequired { log.report(.missingFile, at: nil, "there is no such file", exitCode: .noInput) }
      } else {
        log.report(.unusableFile, at: nil, "cannot open the file: \(failure.text)", exitCode: .noInput)
      }
      return nil
    }
    defer { close(descriptor) }
    do {
      return try read(descriptor, log: &log)
    } catch {
      log.report(.readFailure, at: nil, "cannot read the file: \(error.text)", exitCode: .inputOutput)
      return nil
    }
  }

  /// A symbolic link that leads nowhere is not an absent file.
  private func isEntirelyAbsent(_ path: String) -> Bool {
    var info = stat()
    return unsafe lstat(path, &info) != 0
  }

  private func read(_ descriptor: Int32, log: inout FileLog) throws(PlatformLibrary.Failure) -> LoadedFile? {
    let before = try PlatformLibrary.status(of: descriptor)
    guard before.kind == .regular else {
      let what = before.kind == .directory ? "this is a folder" : "this is not a regular file"
      log.report(.unusableFile, at: nil, what, expected: "a file", exitCode: .noInput)
      return nil
    }
    guard before.byteCount <= limits.fileByteCount else {
      log.report(
        .fileTooLarge, at: nil, "the file has \(before.byteCount) bytes", expected: "at most \(limits.fileByteCount)",
        exitCode: .data)
      return nil
    }
    let bytes = try PlatformLibrary.readAll(byteCount: before.byteCount, from: descriptor)
    guard bytes.count == before.byteCount, try PlatformLibrary.status(of: descriptor) == before else {
      log.report(
        .changedWhileReading, at: nil, "the file changed while it was read", remedy: "Run again when it is complete.",
        exitCode: .tryAgain)
      return nil
    }
    return LoadedFile(bytes: bytes, identity: before.identity)
  }
}
