/// The exit codes of `sysexits.h` that this package uses, one for each kind of failure.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// The command line cannot be understood.
  case usage = 64
  /// The content of an input file is wrong.
  case data = 65
  /// An input file is missing or cannot be read.
  case noInput = 66
  /// A check of the program itself failed.
  case internalError = 70
  /// The operating system refused memory or another resource.
  case system = 71
  /// An output file cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed halfway.
  case inputOutput = 74
  /// A passing obstacle: another run holds the folder, or an input changed while it was read.
  case tryAgain = 75
  /// Refused for safety: a symbolic link, a device, a folder of somebody else.
  case refused = 77
  /// The policy is wrong.
  case configuration = 78
}
