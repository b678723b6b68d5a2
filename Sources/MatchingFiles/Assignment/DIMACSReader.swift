import AssignmentSolvers

/// Reads the two formats of the first DIMACS implementation challenge that can hold an assignment problem. Lines start
/// with a letter: `c` a comment, `p` the problem, `n` a node, `a` an arc. Nodes are counted from 1.
///
/// Reference: *The First DIMACS International Algorithm Implementation Challenge: Problem Definitions and
/// Specifications*, DIMACS, Rutgers University, 1990.
enum DIMACSReader {
  /// `p asn NODES ARCS`; `n ID` names a row, every other node is a column; `a ROW COLUMN COST`.
  static func assignment(
    _ tokens: NumberTokens, _ costs: inout CostCollector, log: inout FileLog
  ) -> AssignmentContent? {
    guard let lines = Lines(tokens, kind: "asn", nodeFieldCount: 1, arcFieldCount: 3, log: &log) else { return nil }
    var isRow = [Bool](repeating: false, count: lines.nodeCount + 1)
    for line in lines.nodes {
      guard let node = line[1].integer(in: 1...lines.nodeCount, "a node", log: &log) else { continue }
      isRow[node] = true
    }
    let sides = Sides(nodeCount: lines.nodeCount) { isRow[$0] ? .row : .column }
    var pairs = PairList(rowCount: sides.rows.count, columnCount: sides.columns.count)
    for line in lines.arcs {
      guard let ends = sides.ends(of: line, log: &log) else { return nil }
      pairs.append(row: ends.row, column: ends.column, value: line[3], at: line[0].position, &costs, log: &log)
    }
    var content = pairs.content(costs, log: &log)
    content?.rowNames = sides.rows
    content?.columnNames = sides.columns
    return content
  }

  /// `p min NODES ARCS`; `n ID FLOW`; `a FROM TO LOWER CAPACITY COST`. Nodes with a positive flow are rows that must have
  /// as many pairs, nodes with a negative one columns. Refused as no assignment problem: a node in between, an arc that
  /// must carry flow, and an arc that could carry two units, since a pair is used once at most.
  static func flow(
    _ tokens: NumberTokens, _ costs: inout CostCollector, log: inout FileLog
  ) -> AssignmentContent? {
    guard let lines = Lines(tokens, kind: "min", nodeFieldCount: 2, arcFieldCount: 5, log: &log) else { return nil }
    var flow = [Int](repeating: 0, count: lines.nodeCount + 1)
    for line in lines.nodes {
      guard let node = line[1].integer(in: 1...lines.nodeCount, "a node", log: &log),
        let amount = line[2].integer(in: -1_000_000_000...1_000_000_000, "a flow", log: &log)
      else { continue }
      flow[node] = amount
    }
    guard flow.reduce(0, +) == 0 else {
      log.report(
        .notBipartite, at: nil, "the flow that enters the network is not the flow that leaves it",
        expected: "flows of nodes that add up to 0")
      return nil
    }
    let sides = Sides(nodeCount: lines.nodeCount) { flow[$0] > 0 ? .row : flow[$0] < 0 ? .column : nil }
    var pairs = PairList(rowCount: sides.rows.count, columnCount: sides.columns.count)
    for line in lines.arcs {
      guard let ends = sides.ends(of: line, log: &log),
        let lower = line[3].integer(in: 0...1_000_000_000, "a lower bound", log: &log),
        let capacity = line[4].integer(in: 0...1_000_000_000, "a capacity", log: &log)
      else { return nil }
      let most = min(flow[sides.rows[ends.row]], -flow[sides.columns[ends.column]])
      guard lower == 0, capacity <= 1 || most == 1 else {
        log.report(
          .notBipartite, at: line[lower == 0 ? 4 : 3].position,
          lower == 0 ? "an arc that can carry more than one unit" : "an arc that must carry flow",
          expected: lower == 0 ? "a capacity of 0 or 1" : "a lower bound of 0")
        continue
      }
      if capacity == 0 { continue }
      pairs.append(row: ends.row, column: ends.column, value: line[5], at: line[0].position, &costs, log: &log)
    }
    var content = pairs.content(costs, log: &log)
    content?.rowNames = sides.rows
    content?.columnNames = sides.columns
    content?.rowSupply = sides.rows.map { flow[$0] }
    content?.columnDemand = sides.columns.map { -flow[$0] }
    return content
  }

  /// The lines of a file, sorted by kind and with the right number of fields.
  private struct Lines {
    var nodeCount = 0
    var nodes: [[NumberTokens.Token]] = []
    var arcs: [[NumberTokens.Token]] = []

    init?(
      _ tokens: NumberTokens, kind: String, nodeFieldCount: Int, arcFieldCount: Int, log: inout FileLog
    ) {
      var tokens = tokens
      var arcCount: Int?
      while let line = tokens.nextLine() {
        guard let first = line.first else { continue }
        switch Array(first.text) {
        case [UInt8(ascii: "c")]: continue
        case [UInt8(ascii: "p")]:
          guard arcCount == nil, line.count == 4, line[1].text.elementsEqual(kind.utf8) else {
            log.report(
              .badLine, at: first.position, "not the problem line of this format, or a second one",
              expected: "p \(kind) NODES ARCS")
            return nil
          }
          guard let nodes = line[2].integer(in: 1...10_000_000, "the number of nodes", log: &log),
            let arcs = line[3].integer(in: 0...1_000_000_000, "the number of arcs", log: &log)
          else { return nil }
          nodeCount = nodes
          arcCount = arcs
        case [UInt8(ascii: "n")] where arcCount != nil && line.count == nodeFieldCount + 1: nodes.append(line)
        case [UInt8(ascii: "a")] where arcCount != nil && line.count == arcFieldCount + 1: arcs.append(line)
        default:
          log.report(
            .badLine, at: first.position, "not a line of this format",
            expected: arcCount == nil
              ? "p \(kind) NODES ARCS first" : "n with \(nodeFieldCount) or a with \(arcFieldCount) numbers")
        }
      }
      guard let arcCount else {
        log.report(.badLine, at: tokens.position, "no problem line", expected: "p \(kind) NODES ARCS")
        return nil
      }
      guard log.errorCount == 0 else { return nil }
      guard arcs.count == arcCount else {
        log.report(
          .entryCount, at: tokens.position, "the file has \(arcs.count) arcs",
          expected: "\(arcCount), as its line p says")
        return nil
      }
    }
  }

  /// Which nodes are rows and which are columns, each in ascending order.
  private struct Sides {
    enum Side { case row, column }

    private(set) var rows: [Int] = []
    private(set) var columns: [Int] = []
    private var side: [Side?] = [nil]
    /// Indexed by node.
    private var index: [Int] = [0]

    init(nodeCount: Int, sideOf: (Int) -> Side?) {
      for node in 1...nodeCount {
        let side = sideOf(node)
        self.side.append(side)
        index.append(side == .row ? rows.count : columns.count)
        if side == .row { rows.append(node) }
        if side == .column { columns.append(node) }
      }
    }

    /// The row and the column an arc joins.
    func ends(of line: [NumberTokens.Token], log: inout FileLog) -> (row: Int, column: Int)? {
      guard let from = line[1].integer(in: 1...side.count - 1, "a node", log: &log),
        let to = line[2].integer(in: 1...side.count - 1, "a node", log: &log)
      else { return nil }
      guard side[from] == .row, side[to] == .column else {
        log.report(
          .notBipartite, at: line[0].position, "an arc that does not lead from a row to a column",
          expected: "an assignment problem: every arc leads from a source straight to a sink")
        return nil
      }
      return (index[from], index[to])
    }
  }
}
