import MatchingFiles
import MatchingSimulation

/// The text of finished replicates: a header that names the study, then a line of whole numbers for each replicate and
/// arm.
///
///     mentor-match replicates 1
///     study 3b1f… seed 7
///     0 0 118 61 …
///
/// A line is replicate, arm, and the values of the record. The last line is `end` and the number of lines before it, so
/// that a file cut short is noticed.
struct ReplicateFile {
  static let header = "mentor-match replicates 1"

  let study: Study
  let digest: String

  init(study: Study) {
    self.study = study
    digest = Self.digest(of: study)
  }

  /// Names everything a record depends on: the worlds of all arms, and the meaning of their numbers. Equal in every
  /// process and on every machine.
  private static func digest(of study: Study) -> String {
    var text = Array("layout \(Tally.allCases.count) \(PeriodTally.allCases.count) \(RecordLayout.waitBinCount)\n".utf8)
    for arm in study.arms {
      text += "\(arm.isDetailed) \(arm.replicateLimit)\n".utf8
      text += JSONWriter.bytes(of: WorldJSON.value(of: arm.world))
    }
    return SHA256.hexadecimalDigest(of: text)
  }

  func bytes(of results: [ReplicateResult]) -> [UInt8] {
    var bytes = Array("\(Self.header)\nstudy \(digest) seed \(study.seed)\n".utf8)
    var lineCount = 2
    for result in results {
      for (arm, record) in zip(study.armIndices(ofReplicate: result.replicate), result.records) {
        bytes.append(contentsOf: "\(result.replicate) \(arm)".utf8)
        for value in record.values {
          bytes.append(UInt8(ascii: " "))
          bytes.append(contentsOf: String(value).utf8)
        }
        bytes.append(UInt8(ascii: "\n"))
        lineCount += 1
      }
    }
    bytes.append(contentsOf: "end \(lineCount)\n".utf8)
    return bytes
  }

  /// Reads what ``bytes(of:)`` wrote.
  /// - Throws: ``InputErrors`` when the file is of another study, or is not whole.
  func results(_ bytes: [UInt8], file: String) throws(InputErrors) -> [ReplicateResult] {
    func refuse(_ message: String, line: Int? = nil, remedy: String? = nil) -> InputErrors {
      InputErrors([
        Diagnostic(
          .badReplicates, file: file, position: line.map { TextPosition(line: $0, column: 1) }, message: message,
          remedy: remedy)
      ])
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 4, lines[lines.count - 1].isEmpty,
      lines[lines.count - 2].elementsEqual("end \(lines.count - 2)".utf8), lines[0].elementsEqual(Self.header.utf8)
    else { throw refuse("this is no whole file of replicates", remedy: "Remove it; the replicates are played again.") }
    guard lines[1].elementsEqual("study \(digest) seed \(study.seed)".utf8) else {
      throw refuse(
        "these replicates belong to another study, seed or set of questions", line: 2,
        remedy: "Use another folder, or the scenario, seed and options they were made with.")
    }
    var results: [ReplicateResult] = []
    var pending: [ReplicateRecord] = []
    for number in 2..<lines.count - 2 {
      guard let values = Self.integers(lines[number]), values.count >= 2, values[0] >= 0 else {
        throw refuse("a line that is not whole numbers", line: number + 1)
      }
      let arms = study.armIndices(ofReplicate: values[0])
      guard pending.count < arms.count, values[1] == arms[pending.count] else {
        throw refuse("arms out of order", line: number + 1)
      }
      let layout = study.arms[values[1]].layout
      guard values.count == layout.length + 2 else { throw refuse("too few or too many numbers", line: number + 1) }
      pending.append(ReplicateRecord(layout: layout, values: Array(values[2...])))
      if pending.count == arms.count {
        results.append(ReplicateResult(replicate: values[0], records: pending))
        pending = []
      }
    }
    guard pending.isEmpty else { throw refuse("a replicate without all its arms") }
    return results
  }

  private static func integers(_ line: ArraySlice<UInt8>) -> [Int]? {
    var values: [Int] = []
    var value = 0
    var digitCount = 0
    var isNegative = false
    func finished() -> Int? { digitCount == 0 ? nil : isNegative ? -value : value }
    for byte in line {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digitCount += 1
        if digitCount > 18 { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "-") where digitCount == 0 && !isNegative: isNegative = true
      case UInt8(ascii: " "):
        guard let whole = finished() else { return nil }
        values.append(whole)
        (value, digitCount, isNegative) = (0, 0, false)
      default: return nil
      }
    }
    guard let whole = finished() else { return nil }
    values.append(whole)
    return values
  }
}
