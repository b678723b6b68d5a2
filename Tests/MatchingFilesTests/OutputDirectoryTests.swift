import Foundation
import MatchingFiles
import Testing

@Suite("Output folder")
struct OutputDirectoryTests {
  private let folder = RoundFolder()
  private let file = OutputFile(name: "duos.csv", bytes: Array("new\n".utf8))

  private func failure(_ path: String, replacing: Bool = false, inputs: [FileIdentity] = []) -> ExitCode? {
    do {
      try OutputDirectory(path).write([file], replacing: replacing, inputs: inputs)
      return nil
    } catch {
      return error.exitCode
    }
  }

  private func permissions(_ path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
  }

  @Test("A missing folder is created, for its owner only; its missing parent is not")
  func creation() {
    let path = folder.path + "/out"
    #expect(failure(path) == nil)
    #expect(permissions(path) == 0o700)
    #expect(permissions(path + "/duos.csv") == 0o600)
    #expect(failure(folder.path + "/a/b") == .cannotCreate)
    #expect(folder.names == ["out"])
  }

  @Test("An existing file is refused, or replaced on demand; other files are left alone")
  func replacing() {
    folder.put("duos.csv", Array("old\n".utf8))
    folder.put("other.csv", [1])
    #expect(failure(folder.path) == .cannotCreate)
    #expect(folder.bytes("duos.csv") == Array("old\n".utf8))
    #expect(failure(folder.path, replacing: true) == nil)
    #expect(folder.bytes("duos.csv") == file.bytes)
    #expect(folder.names == ["duos.csv", "other.csv"])
  }

  @Test("A symbolic link, a folder and an input are refused")
  func refusals() throws {
    folder.put("secret", [7])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/duos.csv", withDestinationPath: folder.path + "/secret")
    #expect(failure(folder.path, replacing: true) == .refused)
    #expect(folder.bytes("secret") == [7])
    try FileManager.default.removeItem(atPath: folder.path + "/duos.csv")

    try FileManager.default.createDirectory(atPath: folder.path + "/duos.csv", withIntermediateDirectories: false)
    #expect(failure(folder.path, replacing: true) == .refused)
    try FileManager.default.removeItem(atPath: folder.path + "/duos.csv")

    let round = RoundFolder(replacing: [:])
    let inputs = try round.read().get().inputs
    try FileManager.default.linkItem(
      atPath: round.path + "/mentees.csv", toPath: round.path + "/duos.csv")
    #expect(failure(round.path, replacing: true, inputs: inputs.map(\.identity)) == .refused)
    #expect(round.bytes("mentees.csv") == Array(RoundFolder.goodMentees.utf8))
    #expect(failure(round.path + "/mentees.csv") == .cannotCreate)
  }

  @Test("What a killed run left behind is swept; a world-writable folder is refused")
  func sweep() throws {
    folder.put(".mentor-match-tmp-report.html", [1])
    #expect(failure(folder.path) == nil)
    #expect(folder.names == ["duos.csv"])
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
    #expect(failure(folder.path, replacing: true) == .refused)
  }
}
