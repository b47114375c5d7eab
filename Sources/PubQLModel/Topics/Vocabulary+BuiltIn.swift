import PubQLText

extension Vocabulary {
  /// The compound headings of `TopicHeadingTable`.
  package static let topics: Vocabulary = {
    var vocabulary = Vocabulary()
    var folded: [UInt8] = []
    var key: [UInt8] = []
    TableRows(TopicHeadingTable.rows).forEach { row in
      folded.removeAll(keepingCapacity: true)
      key.removeAll(keepingCapacity: true)
      Folding.fold(row[0], into: &folded)
      folded.withUnsafeBufferPointer { LookupKey.append(folded: $0, to: &key, commas: .stay) }
      vocabulary.add(key, .name, from: .builtIn)
    }
    return vocabulary
  }()

  /// The names of the gazetteer, inverted ones ("Korea, Republic of") among them.
  ///
  /// Some pairs are read as two places though the gazetteer knows them as one: *Australia and
  /// New Zealand*. See `GazetteerBuilder.listedApart`.
  package static let places: Vocabulary = {
    var vocabulary = Vocabulary()
    let gazetteer = Gazetteer.builtIn
    for pair in GazetteerBuilder.listedApart {
      vocabulary.add(LookupKey.of(pair, commas: .stay), .apart, from: .builtIn)
    }
    var key: [UInt8] = []
    for name in gazetteer.commaNames {
      key.removeAll(keepingCapacity: true)
      name.withUnsafeBufferPointer { LookupKey.append(folded: $0, to: &key, commas: .stay) }
      vocabulary.add(key, .name, from: .builtIn)
    }
    gazetteer.forEachKey { name, _ in
      vocabulary.add(name, .name, from: .builtIn)
      if let inverted = inverted(name) { vocabulary.add(inverted, .name, from: .builtIn) }
    }
    for pair in ["korea,north", "korea,south", "congo,dr", "congo,democratic republic of"] {
      vocabulary.add(Array(pair.utf8), .name, from: .builtIn)
    }
    return vocabulary
  }()

  /// "republic of korea" as "korea,republic of", where the last part is a name too.
  private static func inverted(_ key: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let of = Array(" of ".utf8)
    var index = key.count - of.count
    while index > 0 {
      if key[index..<index + of.count].elementsEqual(of) {
        let place = UnsafeBufferPointer(rebasing: key[(index + of.count)...])
        guard Gazetteer.builtIn.find(folded: place) != nil else { return nil }
        return Array(place) + [UInt8(ascii: ",")] + key[..<(index + 3)]
      }
      index -= 1
    }
    return nil
  }
}
