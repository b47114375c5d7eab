import PubQLText

/// A piece of a list that is written as usual.
package struct ListPiece: Sendable {
  /// Bytes of the list.
  package let range: Range<Int>
  package let joint: ListJoint
}

/// What stands before a piece of a list that is written as usual.
package enum ListJoint: UInt32, Sendable {
  /// Nothing: it is the first.
  case first
  /// `, `
  case comma
  /// `, and `
  case commaAnd
  /// ` and `
  case and

  /// The bytes.
  package var text: String {
    switch self {
    case .first: ""
    case .comma: ", "
    case .commaAnd: ", and "
    case .and: " and "
    }
  }
}

/// Walks over the pieces of a list that is written as most are: `A`, `A, B`, `A, B, and C`, with one
/// blank where one belongs, and without semicolons, brackets, `&` and signs that control.
///
/// What the pieces of such a list are depends on nothing but the pieces, so that each has to be
/// looked at once, however often it is met; and the pieces and their joints give the list again,
/// byte by byte. Any other list is for `ProseList` and `NameList`.
package struct UsualList: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let cutsAtAnd: Bool
  private var index = 0
  private var joint = ListJoint.first
  /// Whether the list was found to be written in another way; no piece follows then.
  package private(set) var isUnusual = false

  /// - Parameter cutsAtAnd: whether an *and* without a comma parts pieces, as it does names of
  ///   people; in other lists it may belong to a name.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, cutsAtAnd: Bool) {
    self.bytes = bytes
    self.cutsAtAnd = cutsAtAnd
  }

  /// The next piece; nil at the end of the list, and where it turns out to be unusual.
  @inline(__always)
  package mutating func next() -> ListPiece? {
    guard index < bytes.count, !isUnusual else { return nil }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") { return atComma(start) }
      if byte == UInt8(ascii: " ") {
        if cutsAtAnd, isAnd(index &+ 1) { return piece(start, index, .and, after: 5) }
        if !isPlain(index &+ 1) { return unusual() }
      } else if Self.isOdd(byte), isBlankOrSign(index) {
        return unusual()
      }
      index &+= 1
    }
    return bytes[start] == UInt8(ascii: " ")
      ? unusual() : ListPiece(range: start..<index, joint: joint)
  }

  private mutating func atComma(_ start: Int) -> ListPiece? {
    guard index &+ 1 < bytes.count, bytes[index &+ 1] == UInt8(ascii: " "), isPlain(index &+ 2)
    else { return unusual() }
    if isAnd(index &+ 2) { return piece(start, index, .commaAnd, after: 6) }
    // An *and* in capitals, or with nothing behind it, is none of the usual joints.
    if beginsLikeAnd(index &+ 2) { return unusual() }
    return piece(start, index, .comma, after: 2)
  }

  /// The piece that ends at `end`; the next begins `length` bytes behind.
  private mutating func piece(
    _ start: Int, _ end: Int, _ next: ListJoint, after length: Int
  ) -> ListPiece? {
    guard end > start, bytes[start] != UInt8(ascii: " "), isPlain(end &+ length) else {
      return unusual()
    }
    let piece = ListPiece(range: start..<end, joint: joint)
    joint = next
    index = end &+ length
    return piece
  }

  private mutating func unusual() -> ListPiece? {
    isUnusual = true
    return nil
  }

  /// Whether something stands here that a piece may have in it.
  @inline(__always)
  private func isPlain(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] > 0x20 && bytes[index] != UInt8(ascii: ",")
  }

  private func isAnd(_ index: Int) -> Bool {
    index &+ 4 < bytes.count && bytes[index] == UInt8(ascii: "a")
      && bytes[index &+ 1] == UInt8(ascii: "n") && bytes[index &+ 2] == UInt8(ascii: "d")
      && bytes[index &+ 3] == UInt8(ascii: " ")
  }

  private func beginsLikeAnd(_ index: Int) -> Bool {
    guard index &+ 2 < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "a"),
      bytes[index &+ 1] | 0x20 == UInt8(ascii: "n"), bytes[index &+ 2] | 0x20 == UInt8(ascii: "d")
    else { return false }
    return index &+ 3 == bytes.count || bytes[index &+ 3] == UInt8(ascii: ",")
      || ProseScan.blank(bytes, at: index &+ 3, before: bytes.count) > 0
  }

  /// Whether a byte is a sign that lists are parted by in other ways, one that controls, or the
  /// first of a blank that is not ASCII.
  @inline(__always)
  private static func isOdd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), 0xC2, 0xE2, 0xE3, 0xEF:
      true
    default: false
    }
  }

  private func isBlankOrSign(_ index: Int) -> Bool {
    bytes[index] < 0x80 || ProseScan.blank(bytes, at: index, before: bytes.count) > 0
  }
}
