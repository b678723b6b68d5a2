extension OutputDirectory {
  /// Writes one file by its path, with the guarantees of ``write(_:replacing:inputs:)``.
  ///
  /// - Throws: ``OutputError``; `cannotCreate` also when the path does not end in a plain name (1 to 200 characters out of
  ///   `A–Z a–z 0–9 . _ -`, no dot first).
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool = false, inputs: [FileIdentity] = []
  ) throws(OutputError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard OutputFile.isPlain(name) else {
      throw OutputError(
        exitCode: .cannotCreate, path: path,
        message: "a file name has letters, digits, dots, dashes and underscores only")
    }
    try OutputDirectory(folder).write([OutputFile(name: name, bytes: bytes)], replacing: replacing, inputs: inputs)
  }
}
