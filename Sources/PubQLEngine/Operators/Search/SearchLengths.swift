/// How many words a column has in rows.
enum SearchLengths {
  /// Of all records of a zone.
  case known(UnsafeBufferPointer<UInt32>)
  /// The same; those of the record's values are added up.
  case added(CodedField, words: [UInt32], first: Int)
  /// Of the rows that were found.
  case listed(Block<UInt32>)

  /// - Parameter place: counted from the zone's first record, or among the rows that were found.
  @inline(__always)
  subscript(place: Int) -> UInt32 {
    switch self {
    case .known(let lengths): lengths[place]
    case .added(let coded, let words, let first):
      coded.column.codes(of: first + place).reduce(0) { $0 &+ words[Int($1)] }
    case .listed(let lengths): lengths[place]
    }
  }

  /// What lies ready.
  var known: UnsafeBufferPointer<UInt32>? {
    if case .known(let lengths) = self { lengths } else { nil }
  }
}
