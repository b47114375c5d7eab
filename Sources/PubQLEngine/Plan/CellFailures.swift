/// The cells of a column that could not be worked out.
///
/// Aggregates and running columns are worked out before the values that are made of them, which may
/// look at them or not: a failure counts when somebody looks, so that `try avg(sqrt(n)) else 0`
/// catches it.
struct CellFailures: Sendable {
  private var byRow: [Int: RunError] = [:]
  private var ofAll: RunError?

  /// No cell failed.
  init() {}

  /// The column failed as a whole.
  init(ofAll error: RunError) { ofAll = error }

  var isEmpty: Bool { byRow.isEmpty && ofAll == nil }

  /// Why a cell failed; nil where it did not.
  subscript(row: Int) -> RunError? { ofAll ?? byRow[row] }

  /// The failure of the first row that has one.
  var first: RunError? { ofAll ?? byRow.min { $0.key < $1.key }?.value }

  /// The first failure of a row stays.
  /// - Throws: the failure, when the run as a whole has to end.
  mutating func add(_ error: RunError, row: Int) throws(RunError) {
    guard error.canBeCaught else { throw error }
    if byRow[row] == nil { byRow[row] = error }
  }

  /// The failures of the rows at those places, in that order.
  func taking(_ places: [Int]) -> CellFailures {
    guard ofAll == nil, !byRow.isEmpty else { return self }
    var result = CellFailures()
    for (row, place) in places.enumerated() { result.byRow[row] = byRow[place] }
    return result
  }
}
