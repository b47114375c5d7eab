import PubQLText

/// Lists written as prose: "Science and Technology, Governance, Cities, and COVID-19".
///
/// The rules, first to last:
/// 1. Commas and semicolons part names, except in brackets and inside a name known to have a
///    comma ("Korea, Republic of").
/// 2. What stands between them is one name, even with *and* in it; so is what follows `, and`.
///    Only where all its pieces are built-in names (places), it is a list: "China and Japan, Iran".
/// 3. The last part of a list without that comma ("A, B and C"), or a value without any ("A and
///    B"), is one name if it is known as one, and else is cut at *and*, *&*.
/// 4. The last part after a semicolon is one name, unless its pieces are known and it is not:
///    such lists are made by machines, which write no *and* of their own.
/// 5. With several *and*, cuts are chosen by what is known: fewest unknown pieces, then fewest
///    pieces. An unknown name has one *and* rather than two. If nothing is known, `&` binds
///    closer than *and*, and of equal cuts the last counts: "Oil and Gas | Coal".
///
/// A pair that a vocabulary says is never one name (`!X and Y`) is cut wherever it stands.
/// Names are handed over as they stand in the value, without the blanks round them; nothing but
/// blanks and separators is left out. A full stop stays: it may be that of "U.S.".
package enum ProseList {
  /// Hands over the byte range of each name in `value`.
  /// - Complexity: linear in the value.
  package static func split(
    _ value: UnsafeBufferPointer<UInt8>, vocabulary: Vocabulary, emit: (Range<Int>) -> Void
  ) {
    guard ProseScan.mayBeList(value) else {
      let whole = ProseScan.trimmed(value, 0..<value.count)
      if !whole.isEmpty { emit(whole) }
      return
    }
    var splitter = ProseSplitter(value, vocabulary)
    splitter.run { range, _ in emit(range) }
  }

  /// Hands over the byte range of each name in a piece of a list that `UsualList` has cut.
  ///
  /// Pieces between which a name with a comma may stand are not for it; see
  /// `Vocabulary.mayHaveComma`. Nor are those before an article.
  /// - Parameter isLast: whether nothing follows, and no `, and` stands before: then the piece is
  ///   cut at *and* unless it is known as one name.
  package static func split(
    piece: UnsafeBufferPointer<UInt8>, isLast: Bool, vocabulary: Vocabulary,
    emit: (Range<Int>) -> Void
  ) {
    var splitter = ProseSplitter(piece, vocabulary)
    splitter.run(isLast: isLast) { range, _ in emit(range) }
  }

  /// Whether *and* stands in a piece of a usual list, with something on both sides.
  package static func hasConjunction(piece: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    ProseScan.forEachConjunction(piece, in: 0..<piece.count, outside: []) { _ in found = true }
    return found
  }

  /// Whether a piece of a list belongs to the name before it, whatever that is: "Gambia, The".
  package static func isArticle(piece: UnsafeBufferPointer<UInt8>) -> Bool {
    piece.count == 3 && piece.map { $0 | 0x20 }.elementsEqual("the".utf8)
  }

  /// The names in `text`.
  package static func split(_ text: String, vocabulary: Vocabulary) -> [String] {
    var names: [String] = []
    var text = text
    text.withUTF8 { bytes in
      split(bytes, vocabulary: vocabulary) {
        names.append(String(decoding: bytes[$0], as: UTF8.self))
      }
    }
    return names
  }

  /// Why `text` is split as it is: a sentence for each name.
  package static func explain(_ text: String, vocabulary: Vocabulary) -> [String] {
    var sentences: [String] = []
    var text = text
    text.withUTF8 { bytes in
      var splitter = ProseSplitter(bytes, vocabulary)
      splitter.run { range, reason in
        sentences.append("`\(String(decoding: bytes[range], as: UTF8.self))` \(reason.words)")
      }
    }
    return sentences
  }
}

/// Why a name of a list was taken as one.
enum ProseReason {
  case alone
  case betweenSeparators
  case afterConjunction
  case known(Vocabulary.Source)
  /// Cut off at *and*, since the whole is not known as one name.
  case cut
  /// Cut off, since every piece is a built-in name or the whole is said to be two.
  case cutPieces
  /// One of several cuts, chosen by what is known of the pieces.
  case chosen(isKnown: Bool)

  /// What follows the name in an explanation.
  var words: String {
    switch self {
    case .alone: "stands alone"
    case .betweenSeparators: "is one name: it stands between commas or semicolons"
    case .afterConjunction: "is one name: it follows a comma and `and`"
    case .known(.builtIn): "is one name of the built-in vocabulary"
    case .known(.corpus): "is one name: it stands between commas elsewhere in the corpus"
    case .known(.user): "is one name of your vocabulary"
    case .cut: "is cut off at `and`: the whole is not known as one name"
    case .cutPieces: "is cut off at `and`: the pieces are names of their own"
    case .chosen(true): "is cut off at `and`: of several cuts, this leaves known names"
    case .chosen(false): "is cut off at `and`: of several cuts, none leaves only known names"
    }
  }
}
