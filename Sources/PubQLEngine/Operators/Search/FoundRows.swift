/// What a search found in a part of the rows, as ranking reads it.
///
/// Valid while the findings live that it was made of.
struct FoundRows {
  let count: Int
  /// The terms in columns that some row has.
  let lists: [List]
  /// Nil where no row has a term, or nothing is known of the words.
  let columns: [Column?]
  /// Counted from the first of the part.
  let places: UnsafeBufferPointer<UInt16>

  /// How often a term occurs in a column, row by row.
  struct List {
    let column: Int
    let term: Int
    let counts: UnsafePointer<UInt16>
  }

  /// How many words a column has.
  struct Column {
    /// Of each place, or where there is an owner, of each row.
    private let lengths: UnsafePointer<UInt32>
    private let owner: Block<UInt32>?
    /// How many there are at least in a row that has any.
    let least: UInt32

    fileprivate init?(_ lengths: SearchLengths, _ places: Block<UInt16>, least: UInt32) {
      self.least = least
      var owner: Block<UInt32>?
      if case .added = lengths {
        owner = Block(places.map { lengths[Int($0)] })
      } else if case .listed(let listed) = lengths {
        owner = listed
      }
      guard let base = (owner?.buffer ?? lengths.known)?.baseAddress else { return nil }
      self.lengths = base
      self.owner = owner
    }

    @inline(__always)
    func length(_ row: Int, _ rows: borrowing FoundRows) -> UInt32 {
      lengths[owner == nil ? Int(rows.places[row]) : row]
    }
  }

  init(_ findings: SearchFindings) {
    count = findings.places.count
    places = findings.places.buffer
    lists = findings.lists.compactMap { list in
      list.counts.buffer.baseAddress.map {
        List(column: list.column, term: list.term, counts: $0)
      }
    }
    columns = (0..<findings.columnCount).map { column in
      guard findings.lists.contains(where: { $0.column == column }),
        let lengths = findings.lengths(of: column)
      else { return nil }
      return Column(lengths, findings.places, least: findings.leastLength(of: column))
    }
  }
}

extension SearchFindings {
  /// Nil where a column has no words.
  fileprivate func lengths(of column: Int) -> SearchLengths? {
    switch lengths {
    case .zone(let index, let zone): index.lengths(of: column, in: zone)
    case .listed(let listed): .listed(listed[column])
    }
  }

  /// How many words a column has at least in rows that have a term there.
  fileprivate func leastLength(of column: Int) -> UInt32 {
    switch lengths {
    case .zone(let index, let zone): index.leastLength(of: column, in: zone)
    case .listed: 1
    }
  }
}
