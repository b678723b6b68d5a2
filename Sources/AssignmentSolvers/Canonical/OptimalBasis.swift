/// What a solver hands over: any optimal assignment with any optimal duals.
///
/// Duals of columns without places are ignored (they weigh nothing in the dual objective) and may be anything.
struct OptimalBasis {
  var columnOfRow: [Int?]
  var rowDual: [Int64]
  var columnDual: [Int64]
}
