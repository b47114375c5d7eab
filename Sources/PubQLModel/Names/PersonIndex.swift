import PubQLText

/// Finds the names of a list that are compatible with a name.
package struct PersonIndex: Sendable {
  package let names: [PersonName]
  /// The names with a word at the beginning or end of their family name, by the first letter of
  /// the given names; those without given names come first.
  private let codesByWord: [String: [UInt32]]
  /// The names of a family of several words, by all of these.
  private let codesByFamily: [ArraySlice<UInt8>: [UInt32]]

  package init(names: [PersonName]) {
    self.names = names
    var words: [String: [UInt32]] = [:]
    var families: [ArraySlice<UInt8>: [UInt32]] = [:]
    for (code, name) in names.enumerated() {
      for word in name.familyKeys { words[word, default: []].append(UInt32(code)) }
      let family = name.key.family
      if family.contains(NameKey.space) { families[family, default: []].append(UInt32(code)) }
    }
    codesByWord = words.mapValues { codes in
      codes.sorted { names[Int($0)].key.givenStart < names[Int($1)].key.givenStart }
    }
    codesByFamily = families
  }

  /// The codes of names that match, ascending.
  ///
  /// Names that match have a word of the family name in common, and given names that begin with
  /// the same letter or none. But `García Márquez` may be a family name without given names: then
  /// all names of the family have to be looked at.
  package func codes(matching query: PersonName) -> [UInt32] {
    let start = query.key.givenStart
    let isAnyStart = start == 0 || query.key.family.contains(NameKey.space)
    var found: [UInt32] = []
    for word in query.familyKeys {
      guard let codes = codesByWord[word] else { continue }
      if isAnyStart {
        found += codes
      } else {
        let first = codes.indices.partitioningIndex {
          names[Int(codes[$0])].key.givenStart >= start
        }
        found += codes.prefix { names[Int($0)].key.givenStart == 0 }
        found += codes[first...].prefix {
          names[Int($0)].key.givenStart == start
        }
      }
    }
    if !isAnyStart, query.key.isInOrder { found += codesByFamily[query.key.name] ?? [] }
    found = found.filter { names[Int($0)].matches(query) }.sorted()
    return found.enumerated().filter { $0.offset == 0 || found[$0.offset - 1] != $0.element }
      .map(\.element)
  }
}
