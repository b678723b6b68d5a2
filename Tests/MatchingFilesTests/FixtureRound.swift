import AssignmentSolvers
import Foundation
import MatchingFiles
import MentorMatching

/// A round of `Fixtures`, read and matched.
struct FixtureRound {
  let round: Round
  let matching: Matching
  let survey: CandidateSurvey

  init(_ name: String) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try self.init(try RoundReader.read(directory: package.appending(path: "Fixtures/\(name)").path))
  }

  init(_ round: Round) throws {
    self.round = round
    let problem = MatchingProblem(roster: round.roster, policy: round.policy)
    matching = try problem.matching(solver: ShortestPathSolver())
    survey = problem.survey(of: matching)
  }

  func files(_ language: ReportLanguage = .english) -> [OutputFile] {
    ProposalFiles.files(
      of: matching, certificate: MatchingCertificate(matching), survey: survey, language: language)
  }

  func page(_ language: ReportLanguage = .english) -> [UInt8] {
    MatchingReport.page(of: matching, survey: survey, language: language)
  }
}
