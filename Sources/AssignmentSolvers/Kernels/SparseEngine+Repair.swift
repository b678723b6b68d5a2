/// The warm start: any prices and any assignment become exact again by one shortest path per contradiction.
extension SparseEngine {
  func resolve() -> Bool {
    let contradictions = makeTight()
    // Many contradictions are settled faster by an auction from the present prices; paths cost one search each.
    if contradictions > 200 + rowCount / 50 {
      return solveByScaling(from: max(1, dualityGap() / Int64(max(1, contradictions))))
    }
    return repair()
  }

  /// Repairs by paths alone.
  func repair() -> Bool {
    _ = makeTight()
    for row in 0..<rowCount where columnOfRow[row] < 0 && rowLevel[row] > rowFloor[row] {
      if shouldStop() { return false }
      enter(row: row)
    }
    for column in 0..<columnCount where price[column] > 0 {
      for place in places(ofColumn: column) where rowAtPlace[place] < 0 && price[column] > 0 {
        guard !shouldStop(), let lists = columnArcs() else { return false }
        enter(emptyPlace: place, ofColumn: column, along: lists)
      }
    }
    return true
  }

  /// Sets every row's level to the best it can get, lets go of pairs that are not tight, and counts what contradicts
  /// complementary slackness: unmatched rows above their floor and empty places above 0.
  private func makeTight() -> Int {
    let (words, start, price) = (arcs.words, arcs.start, price)
    var contradictions = 0
    for row in 0..<rowCount {
      let chosen = Int(columnOfRow[row])
      var best = rowFloor[row]
      var own = Int64.min
      var isOwnKnown = chosen < 0
      for position in start[row]..<start[row + 1] {
        let word = words[position]
        let value = 0 &- (word >> 32)
        if value <= best, isOwnKnown { break }
        let column = Int(truncatingIfNeeded: word & 0xFFFF_FFFF)
        let net = value &- price[column]
        if column == chosen {
          own = net
          isOwnKnown = true
        }
        best = max(best, net)
      }
      rowLevel[row] = best
      if chosen >= 0, own < best {
        rowAtPlace[place(of: row, inColumn: chosen)] = Self.none
        columnOfRow[row] = Self.none
      }
      if columnOfRow[row] < 0, best > rowFloor[row] { contradictions += 1 }
    }
    for column in 0..<columnCount where price[column] > 0 {
      for place in places(ofColumn: column) where rowAtPlace[place] < 0 { contradictions += 1 }
    }
    return contradictions
  }

  /// `Σ u_i + Σ k_j v_j` minus the value of the assignment, for covering duals in units of cost.
  private func dualityGap() -> Int64 {
    // Tight pairs contribute nothing: what is left are the duals of unmatched rows and empty places.
    var gap: Int64 = 0
    for row in 0..<rowCount where columnOfRow[row] < 0 { gap &+= rowDual(row) }
    for column in 0..<columnCount where price[column] > 0 {
      for place in places(ofColumn: column) where rowAtPlace[place] < 0 { gap &+= price[column] }
    }
    return gap
  }

  /// Gives an empty place of a column to a row.
  func take(emptyPlaceOf column: Int, by row: Int) {
    var place = places(ofColumn: column).lowerBound
    while rowAtPlace[place] >= 0 { place += 1 }
    rowAtPlace[place] = Int32(truncatingIfNeeded: row)
    columnOfRow[row] = Int32(truncatingIfNeeded: column)
  }

  // MARK: Stopped solves

  /// A proven upper bound on every assignment's objective, from the present prices; valid at any time. O(pairs).
  func bound() -> Int64 {
    var bound: Int64 = 0
    var greatestGain: Int64 = 0
    for row in 0..<rowCount where arcs.start[row] < arcs.start[row + 1] {
      greatestGain = max(greatestGain, -rowFloor[row] - PackedArcs.cost(arcs.words[arcs.start[row]]))
    }
    // A price above every gain excludes the column as well as any higher one.
    for column in 0..<columnCount {
      price[column] = max(0, min(price[column], greatestGain))
      bound &+= price[column] &* Int64(places(ofColumn: column).count)
    }
    for row in 0..<rowCount {
      var best = rowFloor[row]
      for position in arcs.start[row]..<arcs.start[row + 1] {
        let word = arcs.words[position]
        if -PackedArcs.cost(word) <= best { break }
        best = max(best, -PackedArcs.cost(word) - price[PackedArcs.partner(word)])
      }
      rowLevel[row] = best
      bound &+= best - rowFloor[row]
    }
    return bound
  }

  /// Fills up the present assignment: unmatched rows take the best empty place that is worth it. O(pairs).
  func fillUp() {
    for row in 0..<rowCount where columnOfRow[row] < 0 {
      for position in arcs.start[row]..<arcs.start[row + 1] {
        let word = arcs.words[position]
        if -PackedArcs.cost(word) < rowFloor[row] { break }
        let column = PackedArcs.partner(word)
        guard places(ofColumn: column).contains(where: { rowAtPlace[$0] < 0 }) else { continue }
        take(emptyPlaceOf: column, by: row)
        break
      }
    }
  }
}
