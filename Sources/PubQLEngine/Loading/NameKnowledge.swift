import PubQLModel
import PubQLText

/// Which names contain *and*, as the built-in vocabulary, the user's, and the corpus itself show.
struct NameKnowledge: Sendable {
  let topics: Vocabulary
  let places: Vocabulary
  /// Institutions, which also write papers.
  let institutions: InstitutionNames

  /// - Parameters:
  ///   - topics: what readers have learned of topics, in the order of the text.
  ///   - places: the same of regions.
  init(
    topics: ProseListLearner, places: ProseListLearner, institutions: InstitutionNames,
    user: Vocabulary
  ) {
    var topicBase = Vocabulary.topics
    var placeBase = Vocabulary.places
    topicBase.formUnion(user)
    placeBase.formUnion(user)
    self.topics = topics.vocabulary(over: topicBase)
    self.places = places.vocabulary(over: placeBase)
    self.institutions = institutions
  }

  /// What tells how a standard field's lists are cut.
  func vocabulary(of field: StandardField?) -> Vocabulary { field == .regions ? places : topics }
}

/// The names of institutions, folded.
struct InstitutionNames: Sendable {
  private let names: Set<[UInt8]>
  private let sorted: [[UInt8]]

  init(_ names: Set<[UInt8]>) {
    self.names = names
    sorted = names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether a text is one.
  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    !names.isEmpty && names.contains(FoldedKey.make(text))
  }

  /// Whether one begins with a text and has more words behind it.
  func hasLonger(than text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !names.isEmpty else { return false }
    let key = FoldedKey.make(text)
    return [UInt8(ascii: " "), UInt8(ascii: ",")].contains { sign in
      let beginning = key + [sign]
      let place = sorted.indices.partitioningIndex {
        !sorted[$0].lexicographicallyPrecedes(beginning)
      }
      return place < sorted.count && sorted[place].starts(with: beginning)
    }
  }
}

/// A folded text as a key.
enum FoldedKey {
  static func make(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    Folding.fold(bytes, into: &key)
    return key
  }
}
