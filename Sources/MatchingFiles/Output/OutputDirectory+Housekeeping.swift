#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension OutputDirectory {
  /// The names of the files in the folder that start with a prefix, sorted by their bytes; none when there is no folder.
  package func names(withPrefix prefix: String) throws(OutputError) -> [String] {
    let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else {
      if errno == ENOENT { return [] }
      throw OutputError(exitCode: .cannotCreate, path: path, message: "cannot open the folder")
    }
    defer { close(folder) }
    do {
      return try PlatformLibrary.names(in: folder).filter { $0.hasPrefix(prefix) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw OutputError(exitCode: .inputOutput, path: path, message: "cannot list the folder")
    }
  }

  /// Removes files of the folder that an earlier step of this program wrote; missing ones are no error.
  package func remove(_ names: [String]) throws(OutputError) {
    if names.isEmpty { return }
    let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw OutputError(exitCode: .cannotCreate, path: path, message: "cannot open the folder") }
    defer { close(folder) }
    for name in names where unsafe unlinkat(folder, name, 0) != 0 && errno != ENOENT {
      throw OutputError(exitCode: .inputOutput, path: path + "/" + name, message: "cannot remove the file")
    }
  }

  /// The bytes of a file of the folder.
  package func read(_ name: String) throws(InputErrors) -> [UInt8] {
    var log = FileLog(path: path + "/" + name)
    if let file = InputLoader(limits: InputLimits()).load(log.path, isRequired: true, log: &log) { return file.bytes }
    throw InputErrors([log]) ?? InputErrors([Diagnostic(.unusableFile, file: log.path, message: "cannot be read")])
  }
}
