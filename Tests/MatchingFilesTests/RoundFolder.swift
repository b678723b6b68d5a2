import Foundation
import MatchingFiles

/// A round in a folder of its own, removed when the last reference goes.
final class RoundFolder {
  let path: String

  static let goodMentees = "id,languages,availability,latitude,longitude\nm1,fr:B2,mon 18:00-20:00,50.63,3.05\n"
  static let goodMentors = "id,languages,availability,latitude,longitude\nt1,fr:C1,mon 18:00-20:00,50.62,3.06\n"

  init() {
    path = FileManager.default.temporaryDirectory.path + "/round-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func put(_ name: String, _ bytes: [UInt8]) {
    _ = FileManager.default.createFile(atPath: path + "/" + name, contents: Data(bytes))
  }

  func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: path + "/" + name).map(Array.init) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// A good round in which some files are replaced.
  convenience init(replacing files: [String: [UInt8]]) {
    self.init()
    put("mentees.csv", Array(Self.goodMentees.utf8))
    put("mentors.csv", Array(Self.goodMentors.utf8))
    for (name, bytes) in files { put(name, bytes) }
  }

  /// What reading gives: the round, or what is wrong.
  func read() -> Result<Round, InputErrors> {
    Result { () throws(InputErrors) in try RoundReader.read(directory: path) }
  }
}

extension Result where Failure == InputErrors {
  /// `E1107 3:1`, one for each error.
  var errors: [String] {
    guard case .failure(let errors) = self else { return [] }
    return errors.diagnostics.map(\.summary)
  }

  var exitCode: ExitCode? {
    guard case .failure(let errors) = self else { return nil }
    return errors.exitCode
  }
}

extension Result<Round, InputErrors> {
  var warnings: [String] { (try? get().warnings.map(\.summary)) ?? [] }
}

extension Diagnostic {
  var summary: String { code.description + (position.map { " \($0.line):\($0.column)" } ?? "") }
}
