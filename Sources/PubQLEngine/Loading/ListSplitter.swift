import PubQLFormats
import PubQLModel

/// Takes the lists of a field apart.
struct ListSplitter {
  let field: StandardField?
  let form: RawListForm
  private let names: NameKnowledge

  init(_ field: StandardField?, _ form: RawListForm, _ names: NameKnowledge) {
    self.field = field
    self.form = form
    self.names = names
  }

  /// Where the names are in a list; some may be empty.
  func names(in list: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    switch form {
    case .values: ranges.append(0..<list.count)
    case .prose:
      ProseList.split(list, vocabulary: names.vocabulary(of: field)) { ranges.append($0) }
    case .authorLine: ranges = NameList(list, isKnown: names.institutions.contains).ranges
    case .semicolons:
      for part in list.split(separator: UInt8(ascii: ";")) {
        ranges.append(Self.trimmed(part).indices)
      }
    }
    return ranges
  }

  /// Where the names are in a piece of a usual prose list; see `ProseList`.
  func names(inPiece piece: UnsafeBufferPointer<UInt8>, isLast: Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ProseList.split(piece: piece, isLast: isLast, vocabulary: names.vocabulary(of: field)) {
      ranges.append($0)
    }
    return ranges
  }

  private static func trimmed(
    _ part: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var part = part
    while let first = part.first, first <= 32 { part.removeFirst() }
    while let last = part.last, last <= 32 { part.removeLast() }
    return part
  }
}
