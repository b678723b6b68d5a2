/// A full cost table as its bidders see it: one line of costs per bidder, over all items.
///
/// When rows bid, a line is a row and is read where it lies; 16-bit rows are widened into a buffer, which costs less than
/// the memory traffic they spare. When columns bid, a line is gathered from a column; passes over all lines gather several
/// neighbouring columns at a time, because each row of the table then gives a whole cache line.
struct BiddingTable {
  /// ``PairCosts/dense(_:)`` or ``PairCosts/narrow(_:)``.
  let costs: PairCosts
  let doRowsBid: Bool
  let kernels = LineKernels()
  private static let blockWidth = 32

  /// - Precondition: the costs are no sparse ones.
  init(costs: PairCosts, doRowsBid: Bool) {
    if case .sparse = costs { preconditionFailure("a full table") }
    self.costs = costs
    self.doRowsBid = doRowsBid
  }

  var bidderCount: Int { doRowsBid ? costs.rowCount : costs.columnCount }
  var itemCount: Int { doRowsBid ? costs.columnCount : costs.rowCount }

  /// The same table seen from the other side.
  var mirrored: BiddingTable { BiddingTable(costs: costs, doRowsBid: !doRowsBid) }

  /// The cost of a pair, ``DenseCosts/forbidden`` when it is not allowed.
  func cost(_ bidder: Int, _ item: Int) -> Int32 {
    costs.cost(at: doRowsBid ? bidder * costs.columnCount + item : item * costs.columnCount + bidder)
  }

  /// Calls `body` with the line of a bidder.
  ///
  /// - Parameter buffer: of ``itemCount`` numbers; overwritten.
  @inline(__always)
  func withLine<Result>(of bidder: Int, buffer: inout [Int32], _ body: (Span<Int32>) -> Result) -> Result {
    let columnCount = costs.columnCount
    switch costs {
    case .dense(let costs) where doRowsBid:
      return body(costs.values.span.extracting(bidder * columnCount..<(bidder + 1) * columnCount))
    case .narrow(let costs) where doRowsBid:
      kernels.widen(costs.values.span.extracting(bidder * columnCount..<(bidder + 1) * columnCount), into: &buffer)
    default:
      gather([bidder], into: &buffer)
    }
    return body(buffer.span)
  }

  /// Writes some columns one after the other.
  private func gather(_ columns: ArraySlice<Int>, into block: inout [Int32]) {
    let (rowCount, columnCount) = (costs.rowCount, costs.columnCount)
    switch costs {
    case .dense(let costs) where columns.last == columns[columns.startIndex] + columns.count - 1:
      kernels.gather(columns[columns.startIndex]..<columns[columns.startIndex] + columns.count, of: costs, into: &block)
    case .dense(let costs):
      let values = costs.values.span
      for row in 0..<rowCount {
        var target = row
        for column in columns {
          block[target] = values[row * columnCount + column]
          target += rowCount
        }
      }
    default:
      for row in 0..<rowCount {
        var target = row
        for column in columns {
          block[target] = costs.cost(at: row * columnCount + column)
          target += rowCount
        }
      }
    }
  }

  /// Calls `body` with the line of each of some bidders, in the order given, until it answers false.
  func forEachLine(of bidders: [Int], _ body: (_ bidder: Int, _ line: Span<Int32>) -> Bool) {
    if doRowsBid {
      var buffer = [Int32](repeating: 0, count: itemCount)
      for bidder in bidders where !withLine(of: bidder, buffer: &buffer, { body(bidder, $0) }) { return }
      return
    }
    let rowCount = costs.rowCount
    var block = [Int32](repeating: 0, count: Self.blockWidth * rowCount)
    var next = 0
    while next < bidders.count {
      let columns = bidders[next..<min(next + Self.blockWidth, bidders.count)]
      gather(columns, into: &block)
      for (slot, column) in columns.enumerated() {
        if !body(column, block.span.extracting(slot * rowCount..<(slot + 1) * rowCount)) { return }
      }
      next += columns.count
    }
  }

  /// The part of the table that belongs to some bidders and some items, with rows bidding, in the same layout.
  func part(bidders: [Int], items: [Int]) -> BiddingTable {
    func position(_ bidder: Int, _ item: Int) -> Int {
      doRowsBid ? bidder * costs.columnCount + item : item * costs.columnCount + bidder
    }
    let count = bidders.count * items.count
    switch costs {
    case .narrow(let narrow):
      var values: [Int16] = []
      values.reserveCapacity(count)
      for bidder in bidders { for item in items { values.append(narrow.values[position(bidder, item)]) } }
      return BiddingTable(
        costs: .narrow(NarrowDenseCosts(rowCount: bidders.count, columnCount: items.count, values: values)),
        doRowsBid: true)
    case .dense(let dense):
      var values: [Int32] = []
      values.reserveCapacity(count)
      for bidder in bidders { for item in items { values.append(dense.values[position(bidder, item)]) } }
      return BiddingTable(
        costs: .dense(DenseCosts(rowCount: bidders.count, columnCount: items.count, values: values)), doRowsBid: true)
    case .sparse: preconditionFailure("a full table")
    }
  }
}
