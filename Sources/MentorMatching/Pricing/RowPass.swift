/// One thread's passes over rows.
final class RowPass {
  private let scorer: RowScorer
  private let roster: Roster
  private let memory = ScoringMachine.Memory()

  init(scorer: RowScorer, roster: Roster) {
    self.scorer = scorer
    self.roster = roster
  }

  /// Calls back with every candidate of a mentee whose score reaches the floor, and maybe with some that do not quite.
  ///
  /// - Parameters:
  ///   - chunks: where to look; nil for everywhere.
  ///   - floors: by chunk, see ``ColumnFloors``; above every score to skip a chunk.
  ///   - body: gets the roster index of the mentor.
  /// - Returns: how many pairs were scored one by one.
  func forEachPair(
    of mentee: Int, chunks: Range<Int>? = nil, floors: [Int32], _ offsets: [Int32],
    _ body: (_ mentor: Int, _ score: Int32) -> Void
  ) -> Int {
    let columns = scorer.columns
    let chunks = chunks ?? 0..<columns.chunkCount
    guard
      memory.row.fill(roster.mentees[mentee], columns: columns, roster: roster, policy: scorer.plain.policy)
    else { return 0 }
    guard let machine = scorer.machine, machine.canScore(memory.row) else {
      let positions = chunks.lowerBound * MentorPlanes.chunk..<chunks.upperBound * MentorPlanes.chunk
      var count = 0
      for position in positions.clamped(to: columns.mentorAtPosition.indices) {
        if floors[position / MentorPlanes.chunk] > Int32(Score.maximum) { continue }
        count += 1
        let mentor = columns.mentorAtPosition[position]
        if let candidate = scorer.plain.assess(mentee: mentee, mentor: mentor).candidate {
          body(mentor, Int32(candidate.score))
        }
      }
      return count
    }
    let scored = machine.findAbove(
      floors, offsets: offsets, chunks: chunks, with: scorer.kernel, memory: memory
    ) { position, score in body(columns.mentorAtPosition[position], score) }
    return min(scored * MentorPlanes.chunk, columns.mentorAtPosition.count)
  }
}
