/// A line's worth of a value of the record in hand.
struct ListingPart {
  /// How it goes with the part before it.
  enum Glue: UInt8 {
    /// It begins a value.
    case value
    /// It goes on after a space: a wrapped line.
    case space
    /// It goes on after a line feed: a paragraph of an abstract.
    case lineFeed
    /// It goes on after `; `: another value where one is expected.
    case semicolon
  }

  let slot: Int32
  let start: UInt32
  let end: UInt32
  /// From 1 in the piece.
  let line: UInt32
  let glue: Glue
}
