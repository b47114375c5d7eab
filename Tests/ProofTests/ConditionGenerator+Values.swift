import PubQLCorpusGenerator
import PubQLText

/// Texts to compare with: those of the corpus, some of them changed.
extension ConditionGenerator {
  /// A value of a field as some record has it.
  mutating func value(_ field: ReferenceField) -> String {
    for _ in 0..<20 {
      guard let record = random.pick(records) else { break }
      if let value = random.pick(record.values(field)) { return value.text }
    }
    return "nothing"
  }

  /// A value of a field, one in four of them changed.
  mutating func wholeValue(_ field: ReferenceField) -> String {
    let value = value(field)
    return random.chance(25) ? mutated(value) : value
  }

  /// A text in another case, with accents or without, or with a slip of the pen.
  mutating func mutated(_ text: String) -> String {
    switch random.below(6) {
    case 0: return text.uppercased()
    case 1: return text.lowercased()
    case 2: return Folding.folded(text)
    case 3: return String(text.map { $0 == "e" ? "é" : $0 == "o" ? "Ö" : $0 })
    case 4: return text.replacing("i", with: "ı\u{307}").replacing("ss", with: "ß")
    default:
      var scalars = Array(text.unicodeScalars)
      guard scalars.count > 2 else { return text }
      let place = random.below(scalars.count)
      if random.chance(50) { scalars.remove(at: place) } else { scalars[place] = "x" }
      return string(scalars)
    }
  }

  /// A part of a value that the relation may find.
  mutating func fragment(
    _ field: ReferenceField, _ relation: Condition.TextRelation
  ) -> String {
    let text = value(field)
    let part: String
    switch relation {
    case .has: part = phrase(text)
    case .starts, .ends:
      let scalars = Array(text.unicodeScalars)
      let length = min(scalars.count, 1 + random.below(9))
      part = string(relation == .starts ? scalars.prefix(length) : scalars.suffix(length))
    default:
      let scalars = Array(text.unicodeScalars)
      let start = random.below(scalars.count)
      part = string(scalars[start..<min(scalars.count, start + 2 + random.below(8))])
    }
    let changed = random.chance(25) ? mutated(part) : part
    // What holds no word is noted by the program, and finds nothing.
    return relation == .has && ReferenceWords.words(changed).isEmpty ? "nothing" : changed
  }

  /// One to three words as they stand, with the signs between them.
  mutating func phrase(_ text: String) -> String {
    let tokens = text.split(separator: " ")
    let start = random.below(tokens.count)
    return tokens[start..<min(tokens.count, start + 1 + random.below(3))].joined(separator: " ")
  }

  func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// Places and people.
extension ConditionGenerator {
  mutating func placeTest() -> WrittenCondition {
    if random.chance(45) { return comparison(.region) { $0.place() } }
    let name = name(.region)
    let place = place()
    let negated = random.chance(25)
    return negate(
      negated, text: "\(name) \(negated ? "not within" : "within") \(quoted(place))",
      .comparing(.region, .within, [place], .any))
  }

  mutating func place() -> String {
    if random.chance(35) {
      return pick(
        [
          "Asia", "Europe", "Africa", "Middle East", "MENA", "EU", "NATO", "BRICS", "ASEAN",
          "World",
          "Latin America", "Americas", "Sub-Saharan Africa", "Western Balkans", "PRC", "USA",
          "U.S.",
          "UK", "DRC", "Burma", "Türkiye", "Ivory Coast", "Bosnia & Herzegovina", "Atlantis",
          "The Gulf", "Global South", "Trinidad", "Republic of Korea", "Eurasia", "G7",
        ], "Asia")
    }
    return wholeValue(.region)
  }

  mutating func authorTest() -> WrittenCondition {
    comparison(.author) { $0.author() }
  }

  /// A name in one of the forms whose meaning is certain.
  mutating func author() -> String {
    let printed = value(.author)
    let words = printed.split(separator: " ").map(String.init)
    guard !printed.contains(","), let family = words.last, let given = words.first,
      words.count > 1
    else { return printed }
    switch random.below(9) {
    case 0, 1: return family
    case 2: return "\(given.prefix(1)). " + words.dropFirst().joined(separator: " ")
    case 3 where words.count == 2: return "\(family), \(given)"
    case 4 where words.count == 2: return "\(family), \(given.prefix(1))."
    case 5: return Folding.folded(printed)
    case 6: return "\(given) \(family)"
    case 7:
      let other = value(.author).split(separator: " ").first.map(String.init) ?? given
      return "\(other) \(family)"
    default: return printed
    }
  }
}
