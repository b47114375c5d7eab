/// What a search saw in some of the rows, and what it found there.
struct SearchFindings: Sendable {
  var totals: SearchTotals
  /// The rows that were found, counted from `first`, in any order; no more than a window has.
  private(set) var places = Block<UInt16>([])
  let first: Int
  /// How often a term occurs in a column, row by row; there is none where it does not.
  private(set) var lists: [(column: Int, term: Int, counts: Block<UInt16>)] = []
  let lengths: Lengths

  var columnCount: Int { totals.words.count }
  var termCount: Int { totals.rowsWithTerm.count }

  /// Where one learns how many words the columns have in the rows.
  enum Lengths: Sendable {
    case zone(SearchIndex, SearchZone)
    /// Of each column, in the order of the rows
    case listed([Block<UInt32>])
  }

  init(_ totals: SearchTotals, first: Int, lengths: Lengths) {
    self.totals = totals
    self.first = first
    self.lengths = lengths
  }

  /// Takes rows in, where there are none yet.
  mutating func begin(_ places: Block<UInt16>) { self.places = places }

  /// Tells how often a term occurs in a column, row by row.
  mutating func add(_ counts: Block<UInt16>, column: Int, term: Int) {
    lists.append((column, term, counts))
  }
}
