import AssignmentSolvers
import MentorMatching
import Testing

@Suite struct MatchingCertificateTests {
  private func round() throws -> (Roster, MatchingPolicy, MatchingCertificate) {
    var source = RandomRoster(seed: 77)
    let roster = try source.roster(menteeCount: 40, mentorCount: 25)
    let policy = MatchingPolicy()
    return (roster, policy, MatchingCertificate(try roster.match(policy: policy)))
  }

  @Test func aTrueClaimIsProvenOverAllPairs() throws {
    let (roster, policy, certificate) = try round()
    let proof = try certificate.verify(roster: roster, policy: policy)
    #expect(proof.pairCount == 40 * 25)
    #expect(proof.allowedPairCount == CandidateScores(roster: roster, policy: policy).candidateCount)
  }

  /// A hundred changes to duos, scores, duals and objective: none is accepted.
  @Test(arguments: 0..<100)
  func anyChangeIsRefused(number: Int) throws {
    let (roster, policy, original) = try round()
    var certificate = original
    var random = TestRandom(seed: UInt64(number))
    let change = random.pick([-1, 1, 1_000])
    switch number % 6 {
    case 0: certificate.duos[random.number(0...certificate.duos.count - 1)].score += change
    case 1: certificate.duos.remove(at: random.number(0...certificate.duos.count - 1))
    case 2:
      let index = random.number(0...certificate.duos.count - 1)
      certificate.duos[index].mentor = random.pick(
        roster.mentors.map(\.id).filter { $0 != original.duos[index].mentor })
    case 3: certificate.menteeDuals[random.number(0...certificate.menteeDuals.count - 1)].value += Int64(change)
    case 4:
      // A mentor without places weighs nothing in the dual objective; change one that has some.
      let withPlaces = roster.mentors.indices.filter { roster.mentors[$0].capacity > 0 }
      certificate.mentorDuals[random.pick(withPlaces)].value += Int64(change)
    default: certificate.objective += Int64(change)
    }
    #expect(throws: MatchingCertificate.Refusal.self) { try certificate.verify(roster: roster, policy: policy) }
  }
}
