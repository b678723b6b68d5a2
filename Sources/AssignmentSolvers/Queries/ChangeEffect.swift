/// What a change would do to the optimum.
public struct ChangeEffect: Sendable, Equatable {
  /// A row that would change its place. A row that has several columns may appear several times.
  public struct Move: Sendable, Equatable {
    public let row: Int
    /// The column that the row gives up; nil when it gives up none.
    public let from: Int?
    /// The column that it takes instead; nil when it ends with one less.
    public let to: Int?

    public init(row: Int, from: Int?, to: Int?) {
      self.row = row
      self.from = from
      self.to = to
    }
  }

  /// The objective after the change, forced pairs included; nil when there would be no feasible assignment.
  public let objective: Int64?
  /// By how much the objective would rise (negative: what the change costs); nil when there is no feasible assignment
  /// before or after.
  public let objectiveChange: Int64?
  /// Who would move, as chains: each move of a chain takes the column that the next one gives up. Where several optima are
  /// equally good, these are the moves to one of them.
  public let moves: [Move]

  /// The moves in which the steps result, each pair counted once.
  ///
  /// - Parameter steps: pairs chosen (+1) and dropped (−1), repeats included.
  static func moves(_ steps: [(row: Int, column: Int, step: Int)]) -> [Move] {
    var changes: [Int: [Int: Int]] = [:]
    for (row, column, step) in steps { changes[row, default: [:]][column, default: 0] += step }
    var moves: [Move] = []
    for (row, columns) in changes.sorted(by: { $0.key < $1.key }) {
      let left = columns.filter { $0.value < 0 }.keys.sorted()
      let joined = columns.filter { $0.value > 0 }.keys.sorted()
      for index in 0..<max(left.count, joined.count) {
        moves.append(
          Move(
            row: row, from: index < left.count ? left[index] : nil, to: index < joined.count ? joined[index] : nil))
      }
    }
    return chained(moves)
  }

  /// The same moves, each followed by the one that gives up the column it takes; chains in order of their first row.
  private static func chained(_ moves: [Move]) -> [Move] {
    var leaving: [Int: [Int]] = [:]
    for (index, move) in moves.enumerated().reversed() {
      if let from = move.from { leaving[from, default: []].append(index) }
    }
    var arrivals: [Int: Int] = [:]
    for move in moves { if let to = move.to { arrivals[to, default: 0] += 1 } }
    var isPlaced = [Bool](repeating: false, count: moves.count)
    var chained: [Move] = []
    func follow(_ start: Int) {
      var next: Int? = start
      while let index = next {
        isPlaced[index] = true
        chained.append(moves[index])
        next = nil
        guard let to = moves[index].to else { return }
        while let candidate = leaving[to]?.popLast() {
          if !isPlaced[candidate] {
            next = candidate
            break
          }
        }
      }
    }
    // Chains begin with a move whose column nobody takes; what is left after them are circles.
    for (index, move) in moves.enumerated() where move.from.map({ arrivals[$0] == nil }) ?? true { follow(index) }
    for index in moves.indices where !isPlaced[index] { follow(index) }
    return chained
  }
}
