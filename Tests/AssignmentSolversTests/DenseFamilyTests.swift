import Foundation
import Testing

@testable import AssignmentSolvers

/// The dense solver on families of costs large enough for samples, row reduction, auction and markers to be at work.
@Suite("Dense solver on cost families")
struct DenseFamilyTests {
  private struct Person {
    let sector: Int
    /// A bit for each half day, for each language.
    let times: UInt32
    let languages: UInt32

    init(using random: inout SplitMix64) {
      sector = min(.random(in: 0..<20, using: &random), .random(in: 0..<20, using: &random))
      times = .random(in: 0..<1 << 21, using: &random) & .random(in: 0..<1 << 21, using: &random)
      languages = 1 | (.random(in: 0..<256, using: &random) & .random(in: 0..<256, using: &random))
    }
  }

  enum Family: CaseIterable, Sendable {
    case uniform, tied, euclidean, towns, mentoring, product, constant, negative, sparse, blocks

    func costs(_ rows: Int, _ columns: Int, using random: inout SplitMix64) -> DenseCosts {
      func points(_ count: Int, _ places: Int?) -> [(Double, Double)] {
        let towns = (0..<(places ?? count)).map { _ in
          (Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random))
        }
        return places == nil ? towns : (0..<count).map { _ in towns.randomElement(using: &random) ?? (0, 0) }
      }
      let from = points(rows, self == .towns || self == .mentoring ? 12 : nil)
      let to = points(columns, self == .towns || self == .mentoring ? 12 : nil)
      let wanted = (0..<rows).map { _ in Person(using: &random) }
      let offered = (0..<columns).map { _ in Person(using: &random) }
      var values: [Int32] = []
      values.reserveCapacity(rows * columns)
      for row in 0..<rows {
        for column in 0..<columns {
          let distance =
            ((from[row].0 - to[column].0) * (from[row].0 - to[column].0)
            + (from[row].1 - to[column].1) * (from[row].1 - to[column].1)).squareRoot()
          switch self {
          case .uniform: values.append(.random(in: 1...1_000_000, using: &random))
          case .tied: values.append(.random(in: 1...3, using: &random))
          case .euclidean: values.append(Int32(1_000_000 * distance))
          case .towns: values.append(Int32(1000 * distance) + .random(in: 0...2, using: &random))
          case .mentoring:
            let commonTimes = min(4, (wanted[row].times & offered[column].times).nonzeroBitCount)
            let commonLanguages = min(2, (wanted[row].languages & offered[column].languages).nonzeroBitCount)
            values.append(
              850_000 - Int32(150_000 * exp2(-distance / 0.2))
                - (wanted[row].sector == offered[column].sector ? 250_000 : 0) - Int32(50_000 * commonTimes)
                - Int32(150_000 * commonLanguages) + .random(in: 0...100, using: &random))
          case .product: values.append(Int32((row + 1) * (column + 1)))
          case .constant: values.append(7)
          case .negative: values.append(.random(in: -1_000_000 ... -1, using: &random))
          case .sparse:
            values.append(
              random.chance(percent: 98) ? DenseCosts.forbidden : .random(in: 1...1000, using: &random))
          case .blocks: values.append(row % 2 == column % 2 ? .random(in: 1...9, using: &random) : 1 << 27)
          }
        }
      }
      return DenseCosts(rowCount: rows, columnCount: columns, values: values)
    }
  }

  /// What a matched row is worth: more than all costs, or about as much as a good pair.
  enum Worth: CaseIterable, Sendable { case lexicographic, small }

  private func problem(
    _ family: Family, _ rows: Int, _ columns: Int, _ worth: Worth, capacity: ClosedRange<Int> = 1...1, seed: UInt64
  ) -> AssignmentProblem {
    var random = SplitMix64(seed: seed)
    let costs = family.costs(rows, columns, using: &random)
    let allowed = costs.values.filter { $0 != DenseCosts.forbidden }.sorted()
    let typical = Int64(allowed.isEmpty ? 0 : allowed[allowed.count / max(rows, columns)])
    return AssignmentProblem(
      costs: costs,
      rowValue: (0..<rows).map { _ in
        switch worth {
        case .lexicographic: 1_000_000_000_000 + Int64.random(in: 0...2, using: &random)
        case .small: typical + Int64.random(in: -2...2, using: &random)
        }
      },
      columnCapacity: (0..<columns).map { _ in Int.random(in: capacity, using: &random) })
  }

  private func expectAgreement(on problem: AssignmentProblem, _ comment: Comment) throws {
    let solution = try DenseSolver().solve(problem)
    #expect(throws: Never.self, comment) { try CertificateChecker.check(solution, of: problem) }
    #expect(try solution == ShortestPathSolver().solve(problem), comment)
  }

  @Test(
    "the same solution as the shortest-path solver, square and rectangular", arguments: Family.allCases, Worth.allCases)
  func agreement(_ family: Family, _ worth: Worth) throws {
    for (rows, columns) in [(300, 300), (420, 410), (300, 180), (180, 300), (64, 500)] {
      try expectAgreement(
        on: problem(family, rows, columns, worth, seed: UInt64(rows + columns)), "\(family) \(rows) × \(columns)")
    }
  }

  @Test("capacities, from either side", arguments: Family.allCases, Worth.allCases)
  func capacities(_ family: Family, _ worth: Worth) throws {
    for (rows, columns) in [(300, 150), (300, 240), (200, 150)] {
      try expectAgreement(
        on: problem(family, rows, columns, worth, capacity: 0...3, seed: UInt64(rows)), "\(family) \(rows) × \(columns)"
      )
    }
  }

  @Test("the narrow layout and costs beyond the narrow range give the same")
  func layouts() throws {
    var random = SplitMix64(seed: 8)
    let narrow = (0..<500 * 480).map { _ in
      random.chance(percent: 5) ? Int16.max : .random(in: -500...500, using: &random)
    }
    let costs = NarrowDenseCosts(rowCount: 500, columnCount: 480, values: narrow)
    let value = (0..<500).map { _ in Int64(1000) }
    let wide = narrow.map { $0 == .max ? DenseCosts.forbidden : Int32($0) }
    let expected = try DenseSolver().solve(
      AssignmentProblem(costs: DenseCosts(rowCount: 500, columnCount: 480, values: wide), rowValue: value))
    #expect(try DenseSolver().solve(AssignmentProblem(costs: .narrow(costs), rowValue: value)) == expected)

    // Scaled so far that no 32-bit sum would do.
    let scale: Int32 = 4_000_000
    let scaled = try DenseSolver().solve(
      AssignmentProblem(
        costs: DenseCosts(
          rowCount: 500, columnCount: 480, values: wide.map { $0 == DenseCosts.forbidden ? $0 : $0 * scale }),
        rowValue: value.map { $0 * Int64(scale) }))
    #expect(scaled.assignment == expected.assignment)
    #expect(scaled.objective == expected.objective * Int64(scale))
  }

  @Test("Machol–Wien at 1000: row i takes column n + 1 − i")
  func macholWien() throws {
    var random = SplitMix64(seed: 1)
    let costs = Family.product.costs(1000, 1000, using: &random)
    let solution = try DenseSolver().solve(
      AssignmentProblem(costs: costs, rowValue: Array(repeating: 1_000_000_000, count: 1000)))
    #expect(solution.assignment.columnOfRow == (0..<1000).reversed())
  }

  @Test("offsets from a sample begin where an idle item may stay", arguments: [Family.mentoring, .product])
  func sampledStart(_ family: Family) throws {
    var random = SplitMix64(seed: 5)
    let costs = family.costs(2000, 2000, using: &random)
    // Worth hardly more than the dearest pair: any common excess of the offsets would leave rows idle.
    let problem = AssignmentProblem(
      costs: costs, rowValue: Array(repeating: Int64(costs.values.max() ?? 0) + 1, count: 2000))
    let search = DenseSearch(
      table: BiddingTable(costs: problem.costs, doRowsBid: true), terms: BiddingTerms.of(problem, rowsBid: true),
      areCostsNarrow: true, control: SolveControl())
    // Not inside the macro, which would print the whole table when it fails.
    let offsets = DenseStart.offsets(of: search) ?? []
    #expect(offsets.min() == 0)
    #expect(offsets.max() ?? 0 > 0)
  }

  @Test("a solve stopped anywhere gives an assignment within capacity and a bound", arguments: [0, 1, 3, 10, 40, 200])
  func stopping(_ searchLimit: Int) throws {
    for family in [Family.euclidean, .towns, .product] {
      for worth in Worth.allCases {
        let problem = problem(family, 300, 310, worth, seed: 9)
        let optimum = try DenseSolver().solve(problem).objective
        let outcome = try DenseSolver().solve(problem, control: SolveControl(searchLimit: searchLimit))
        guard case .stopped(let stopped) = outcome else { continue }
        let best = try #require(stopped.best)
        #expect(stopped.objective == problem.objective(of: best))
        #expect(try #require(stopped.objective) <= optimum && optimum <= stopped.bound)
        #expect(best.rowsOfColumn(columnCount: 310).allSatisfy { $0.count <= 1 })
      }
    }
  }
}
