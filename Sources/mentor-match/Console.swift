import ArgumentParser
import AssignmentSolvers
import IntegerProgramming
import MatchingFiles
import MatchingRules
import MentorMatching
import SimulationFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the commands share: output that notices a full disk, errors that become messages and exit codes.
enum Console {
  struct OutputFailed: Error {}

  /// Runs a command's body; turns library errors into a message on standard error and an exit code of sysexits.h.
  static func run(_ body: () throws -> Void) throws {
    // A reader that goes away (`| head`) is an error to report, not a reason to be killed half way.
    signal(SIGPIPE, SIG_IGN)
    do {
      try body()
    } catch let errors as InputErrors {
      throw failure(errors.rendered, errors.exitCode.rawValue)
    } catch let error as OutputError {
      throw failure(error.rendered, error.exitCode.rawValue)
    } catch let error as CertificateJSON.Malformed {
      throw failure("\(error.file): error: expected \(error.expected)", EX_DATAERR)
    } catch let difference as ProposalVerification.Difference {
      throw failure(difference.rendered, EX_DATAERR)
    } catch let refusal as RuledCertificate.Refusal {
      throw failure("refused: the proposal does not hold (\(refusal))", EX_DATAERR)
    } catch let refusal as MatchingCertificate.Refusal {
      throw failure("refused: the proposal is not proven optimal (\(refusal))", EX_DATAERR)
    } catch let refusal as CertificateChecker.Refusal {
      throw failure("internal error: the solver's proof does not hold (\(refusal)); nothing was written", EX_SOFTWARE)
    } catch AssignmentError.beyondHeadRoom {
      throw failure(
        "error[E3001]: the numbers exceed 64-bit arithmetic; lower the priorities, or use a coarser unit", EX_DATAERR)
    } catch let error as RuledProblemError {
      throw failure("error[E3001]: \(error)", EX_DATAERR)
    } catch let error as IntegerProgramError {
      throw failure("error[E3002]: \(error)", EX_DATAERR)
    } catch is RuledMatching.NotVerified {
      throw failure("internal error: the rules do not hold when counted again; nothing was written", EX_SOFTWARE)
    } catch is OutputFailed {
      throw ExitCode(EX_IOERR)
    }
  }

  private static func failure(_ message: String, _ code: Int32) -> ArgumentParser.ExitCode {
    writeAll(message + "\n", to: STDERR_FILENO)
    return ArgumentParser.ExitCode(code)
  }

  static func warn(_ warnings: [Diagnostic]) {
    if !warnings.isEmpty { writeAll(warnings.map { $0.rendered + "\n" }.joined(), to: STDERR_FILENO) }
  }

  /// How far a simulation is, on standard error, when that is a terminal; gone when it is done.
  static func show(_ progress: SimulationRun.Progress) {
    let seconds = Int(progress.secondsLeft.rounded(.up))
    let isDone = progress.finishedCount == progress.totalCount
    showProgress(
      isDone
        ? "" : "\(progress.finishedCount) of \(progress.totalCount) replicates, about \(seconds) s left")
  }

  static let showsProgress = isatty(STDERR_FILENO) == 1

  /// Shows a line in place of the last one, on standard error, when that is a terminal.
  static func showProgress(_ line: String) {
    if showsProgress { writeAll("\r\u{1B}[K" + line, to: STDERR_FILENO) }
  }

  static func print(_ text: String) throws(OutputFailed) {
    if !writeAll(text + "\n", to: STDOUT_FILENO) { throw OutputFailed() }
  }

  @discardableResult
  private static func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe write(descriptor, base + offset, bytes.count - offset)
      }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return false }
      offset += written
    }
    return true
  }
}
