import PubQLText

/// Learns from the values of a corpus which names contain *and*, and which stand alone.
///
/// What stands between separators, or after `, and`, is one name. What stands last without that
/// comma, and a lone "X and Y", teach nothing. One learner a thread, then `merge`.
package struct ProseListLearner: Sendable {
  /// Parts seen, as written: most come again and again and need no folding then.
  private var seen = NameTable()
  /// Keys of names.
  private var names = NameTable()

  /// A longer part is prose and no name, in bytes.
  static let longestName = 200
  /// Names kept; a corpus of keywords may have any number of them.
  static let capacity = 1 << 20

  package init() {}

  /// Takes note of the names in a list.
  /// - Complexity: linear in the value.
  package mutating func learn(_ value: UnsafeBufferPointer<UInt8>) {
    if !ProseScan.mayBeList(value) {
      learn(value, ProseScan.trimmed(value, 0..<value.count))
      return
    }
    let brackets = ProseScan.brackets(value)
    let parts = ProseScan.parts(value, outside: brackets)
    for (index, part) in parts.enumerated() {
      let isClosed = part.hasConjunction || index < parts.count - 1
      if isClosed || !hasConjunction(value, part.range, brackets) { learn(value, part.range) }
    }
  }

  /// Takes note of a piece of a list that `UsualList` has cut, which is one name.
  package mutating func learn(piece: UnsafeBufferPointer<UInt8>) {
    learn(piece, 0..<piece.count)
  }

  package mutating func learn(_ value: String) {
    var value = value
    value.withUTF8 { learn($0) }
  }

  /// Adds what another learner has learned.
  /// - Parameter numbers: of the names, in the order in which they were learned; all without it.
  package mutating func merge(_ other: ProseListLearner, numbers: Range<Int>? = nil) {
    other.names.forEach(in: numbers ?? 0..<other.count) { key, value in
      if names.count < Self.capacity { names.add(key, value) }
    }
  }

  /// The number of names learned.
  package var count: Int { names.count }

  /// What `base` knows, and what the corpus shows besides.
  ///
  /// A learned pair of which each side is built in, as "China and Japan" is for places, is no
  /// name; nor is one that the user's file says is none.
  package func vocabulary(over base: Vocabulary) -> Vocabulary {
    var vocabulary = base
    names.forEach { key, _ in
      var isPair = false
      var allBuiltIn = true
      Vocabulary.forEachPiece(of: key) { piece in
        if piece.count < key.count { isPair = true }
        allBuiltIn = allBuiltIn && base.knowledge(of: piece).isBuiltInPlain
      }
      if isPair && allBuiltIn { return }
      vocabulary.add(key, .name, from: .corpus)
    }
    return vocabulary
  }

  private mutating func learn(_ value: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty, range.count <= Self.longestName, names.count < Self.capacity
    else { return }
    let part = UnsafeBufferPointer(rebasing: value[range])
    guard seen.add(part, 0) else { return }
    var folded: [UInt8] = []
    var key: [UInt8] = []
    Folding.fold(part, into: &folded)
    folded.withUnsafeBufferPointer { LookupKey.append(folded: $0, to: &key, commas: .stay) }
    if !key.isEmpty { names.add(key, 0) }
  }

  private func hasConjunction(
    _ value: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ brackets: [Range<Int>]
  ) -> Bool {
    var found = false
    ProseScan.forEachConjunction(value, in: range, outside: brackets) { _ in found = true }
    return found
  }
}
