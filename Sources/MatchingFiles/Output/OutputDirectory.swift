#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that receives a set of files, each of them wholly old or wholly new whatever happens on the way.
///
/// Every file is first written in full under a temporary name of the same folder, readable by its owner only, and
/// forced to the disk; only when all of them are there do they get their names. Other files of the folder are never
/// touched. A lock on the folder keeps two runs apart.
public struct OutputDirectory: Sendable {
  public let path: String

  private static let temporaryPrefix = ".mentor-match-tmp-"

  public init(_ path: String) { self.path = path }

  /// Writes the files. The folder is created (mode 0700, its last component only) when it is missing.
  ///
  /// When something fails, everything this call created is removed again. The one exception: if giving the files their
  /// names fails between two of them while `replacing`, some files are new and the others old, each of them whole.
  ///
  /// - Parameters:
  ///   - replacing: whether files of these names may be replaced.
  ///   - inputs: files that must not be overwritten, under whatever name.
  /// - Throws: ``OutputError``: `cannotCreate` when a file exists or the folder cannot be used, `refused` when a target
  ///   is no regular file or one of `inputs` or the folder belongs to somebody else, `tryAgain` when another run holds
  ///   the folder, `inputOutput` when writing fails.
  /// - Precondition: the names are distinct.
  public func write(
    _ files: [OutputFile], replacing: Bool = false, inputs: [FileIdentity] = []
  ) throws(OutputError) {
    precondition(Set(files.map(\.name)).count == files.count, "distinct names")
    let (folder, isNew) = try openFolder()
    defer { close(folder) }
    do {
      try lock(folder)
      try sweep(folder)
      for file in files { try check(file.name, in: folder, replacing: replacing, inputs: inputs) }
      try place(files, in: folder, replacing: replacing)
    } catch {
      if isNew { unsafe rmdir(path) }
      throw error
    }
  }

  // MARK: The folder

  private func openFolder() throws(OutputError) -> (descriptor: Int32, isNew: Bool) {
    var isNew = false
    var descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 && errno == ENOENT {
      guard unsafe mkdir(path, 0o700) == 0 else { throw failure(.cannotCreate, "cannot create the folder") }
      isNew = true
      descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      throw errno == ENOTDIR
        ? OutputError(exitCode: .cannotCreate, path: path, message: "not a folder")
        : failure(.cannotCreate, "cannot open the folder")
    }
    do {
      try checkOwnership(of: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    return (descriptor, isNew)
  }

  private func checkOwnership(of folder: Int32) throws(OutputError) {
    let status: PlatformLibrary.Status
    do { status = try PlatformLibrary.status(of: folder) } catch {
      throw failure(.inputOutput, "cannot inspect", error)
    }
    let user = geteuid()
    guard user == 0 || status.owner == user else {
      throw OutputError(exitCode: .refused, path: path, message: "the folder belongs to somebody else")
    }
    let isSticky = status.permissions & 0o1000 != 0
    guard status.permissions & 0o002 == 0 || isSticky else {
      throw OutputError(exitCode: .refused, path: path, message: "everybody may write into the folder")
    }
  }

  /// The lock ends with the descriptor. File systems without locks are used without one.
  private func lock(_ folder: Int32) throws(OutputError) {
    if flock(folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK {
      throw OutputError(exitCode: .tryAgain, path: path, message: "another run is writing into the folder")
    }
  }

  /// Removes what a run that was killed left behind; the lock is held, so nobody else is using it.
  private func sweep(_ folder: Int32) throws(OutputError) {
    let names: [String]
    do { names = try PlatformLibrary.names(in: folder) } catch { throw failure(.inputOutput, "cannot list", error) }
    for name in names where name.hasPrefix(Self.temporaryPrefix) { unsafe unlinkat(folder, name, 0) }
  }

  // MARK: The files

  private func check(
    _ name: String, in folder: Int32, replacing: Bool, inputs: [FileIdentity]
  ) throws(OutputError) {
    let status: PlatformLibrary.Status?
    do {
      status = try PlatformLibrary.status(of: name, in: folder)
    } catch {
      throw failure(.inputOutput, "cannot inspect \(name)", error)
    }
    guard let status else { return }
    guard status.kind == .regular else {
      throw OutputError(exitCode: .refused, path: path(of: name), message: "not a regular file; it is left alone")
    }
    guard !inputs.contains(status.identity) else {
      throw OutputError(exitCode: .refused, path: path(of: name), message: "this file is one of the inputs")
    }
    guard replacing else {
      throw OutputError(exitCode: .cannotCreate, path: path(of: name), message: "the file exists already")
    }
  }

  private func place(_ files: [OutputFile], in folder: Int32, replacing: Bool) throws(OutputError) {
    var named: [String] = []
    do throws(OutputError) {
      for file in files { try writeTemporary(file, in: folder) }
      for file in files {
        guard unsafe renameat(folder, Self.temporaryPrefix + file.name, folder, file.name) == 0 else {
          throw failure(.inputOutput, "cannot name \(file.name)")
        }
        named.append(file.name)
      }
      guard fsync(folder) == 0 else { throw failure(.inputOutput, "cannot force the folder to the disk") }
    } catch {
      for file in files { unsafe unlinkat(folder, Self.temporaryPrefix + file.name, 0) }
      // Without `replacing` none of these names existed before.
      if !replacing { for name in named { unsafe unlinkat(folder, name, 0) } }
      throw error
    }
  }

  private func writeTemporary(_ file: OutputFile, in folder: Int32) throws(OutputError) {
    let name = Self.temporaryPrefix + file.name
    let descriptor = unsafe openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(.cannotCreate, "cannot create \(file.name)") }
    do {
      try PlatformLibrary.writeAll(file.bytes, to: descriptor)
      try PlatformLibrary.retrying { Int(fsync(descriptor)) }
    } catch {
      close(descriptor)
      throw failure(.inputOutput, "cannot write \(file.name)", error)
    }
    guard close(descriptor) == 0 || errno == EINTR else { throw failure(.inputOutput, "cannot finish \(file.name)") }
  }

  private func path(of name: String) -> String { path + "/" + name }

  private func failure(
    _ exitCode: ExitCode, _ what: String, _ cause: PlatformLibrary.Failure = .last
  ) -> OutputError {
    OutputError(exitCode: exitCode, path: path, message: "\(what): \(cause.text)")
  }
}
