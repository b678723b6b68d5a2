/// Finds, for unmatched mentees, a set of mentees whose candidates together have too few places.
///
/// From an unmatched mentee an alternating search visits all its candidates, the mentees they are given to, their
/// candidates, and so on. When every mentor visited is full, the visited mentees are one more than the places they share
/// (each place holds a visited mentee, and the start has none): a violator of Hall's condition, and the proof that no
/// choice of duos could serve them all. When some visited mentor has a free place there is no such set from here.
///
/// Reference: P. Hall, *On representatives of subsets*, Journal of the London Mathematical Society 10 (1935) 26–30,
/// doi:10.1112/jlms/s1-10.37.26.
struct ShortageFinder {
  private let scores: CandidateScores
  private let capacity: [Int]
  private let menteesOfMentor: [[Int]]
  private let unmatched: [Int]
  private var groupOfMentee: [Int: Int] = [:]
  private(set) var found: [Shortage] = []

  init(scores: CandidateScores, capacity: [Int], mentorOfMentee: [Int?]) {
    self.scores = scores
    self.capacity = capacity
    unmatched = mentorOfMentee.indices.filter { mentorOfMentee[$0] == nil }
    var mentees = [[Int]](repeating: [], count: capacity.count)
    for (mentee, mentor) in mentorOfMentee.enumerated() {
      if let mentor { mentees[mentor].append(mentee) }
    }
    menteesOfMentor = mentees
  }

  /// The number of the shortage that keeps an unmatched mentee out, or nil when there is none. Mentees whose search
  /// leads into a shortage already found join it. Complexity: O(mentees × mentors) over all calls.
  mutating func group(ofMentee start: Int) -> Int? {
    if let known = groupOfMentee[start] { return known }
    let values = scores.values
    var isVisited = [Bool](repeating: false, count: capacity.count)
    var mentees = [start]
    var mentors: [Int] = []
    var next = 0
    while next < mentees.count {
      let mentee = mentees[next]
      next += 1
      let row = mentee * capacity.count
      for mentor in capacity.indices where !isVisited[mentor] && values[row + mentor] != CandidateScores.notCandidate {
        if menteesOfMentor[mentor].count < capacity[mentor] { return nil }
        isVisited[mentor] = true
        mentors.append(mentor)
        mentees.append(contentsOf: menteesOfMentor[mentor])
      }
    }
    // Everybody else left over whose candidates lie within this set belongs to it.
    for other in unmatched where other != start && groupOfMentee[other] == nil {
      let row = other * capacity.count
      var hasCandidates = false
      let isWithin = capacity.indices.allSatisfy { mentor in
        if values[row + mentor] == CandidateScores.notCandidate { return true }
        hasCandidates = true
        return isVisited[mentor]
      }
      if hasCandidates && isWithin {
        mentees.append(other)
        groupOfMentee[other] = found.count
      }
    }
    groupOfMentee[start] = found.count
    let places = mentors.reduce(0) { $0 + capacity[$1] }
    found.append(Shortage(mentees: mentees.sorted(), mentors: mentors.sorted(), placeCount: places))
    return groupOfMentee[start]
  }
}
