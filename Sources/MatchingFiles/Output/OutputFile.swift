/// A file to be written into an output folder.
public struct OutputFile: Sendable, Equatable {
  public let name: String
  public let bytes: [UInt8]

  /// - Precondition: the name is plain (``isPlain(_:)``).
  public init(name: String, bytes: [UInt8]) {
    precondition(Self.isPlain(name), "a plain name")
    self.name = name
    self.bytes = bytes
  }

  /// Whether a name is 1 to 200 characters out of `A–Z a–z 0–9 . _ -` and does not start with a dot.
  public static func isPlain(_ name: String) -> Bool {
    let hasPlainBytes = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return hasPlainBytes && (1...200).contains(name.utf8.count) && name.utf8.first != UInt8(ascii: ".")
  }
}

/// Why nothing was written.
public struct OutputError: Error, Equatable, Sendable {
  /// `cannotCreate`, `inputOutput`, `tryAgain` or `refused`.
  public let exitCode: ExitCode
  /// The folder, or the file in it.
  public let path: String
  public let message: String

  /// `PATH: error: text`, safe to show.
  public var rendered: String { "\(VisibleText.escaped(path)): error: \(VisibleText.escaped(message))" }
}
