/// An input file as it was read, so that a proposal can name exactly what it was made from.
public struct InputFile: Sendable, Equatable {
  /// The name within the round, for example `mentees.csv`.
  public let name: String
  public let byteCount: Int
  /// Lower-case hexadecimal.
  public let sha256: String
  /// Which file of the machine it was; keeps an output from overwriting it.
  public let identity: FileIdentity

  public init(name: String, byteCount: Int, sha256: String, identity: FileIdentity) {
    self.name = name
    self.byteCount = byteCount
    self.sha256 = sha256
    self.identity = identity
  }
}

/// A file as the operating system knows it, whatever its names.
public struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}
