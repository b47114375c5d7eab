import PubQLText

extension PlainFunction {
  static let texts: [PlainFunction] = [
    PlainFunction("lower", [.text], .each(.text)) { .text(($0[0].text ?? "").lowercased()) },
    PlainFunction("upper", [.text], .each(.text)) { .text(($0[0].text ?? "").uppercased()) },
    PlainFunction("trim", [.text], .each(.text)) { .text(trimmed($0[0].text ?? "")) },
    PlainFunction("words", [.text], .one(.list(.text))) { arguments in
      .texts(arguments[0].members.flatMap { words($0.text ?? "") })
    },
    PlainFunction("near", [.text, .words, .words, .digits(0...9)], .one(.bool)) { arguments in
      guard let distance = arguments[3].number.map(Int.init) else { return .bool(false) }
      let (first, second) = (words(arguments[1].text ?? ""), words(arguments[2].text ?? ""))
      return .bool(
        arguments[0].members.contains { isNear(words($0.text ?? ""), first, second, distance) })
    },
    PlainFunction("text", [.any], .each(.text)) { .text($0[0].shown) },
    PlainFunction("fold", [.text], .each(.text)) { .text(Folding.folded($0[0].text ?? "")) },
    PlainFunction("starts", [.text, .words], .one(.bool)) { meets(.starts, $0) },
    PlainFunction("ends", [.text, .words], .one(.bool)) { meets(.ends, $0) },
    PlainFunction("contains", [.kind(.text), .words], .one(.bool)) { meets(.contains, $0) },
    PlainFunction("find", [.text, .pattern(patterns)], .one(.list(.text))) { arguments in
      .texts(arguments[0].members.flatMap { parts($0, arguments[1]).found })
    },
    PlainFunction("replace", [.text, .pattern(patterns), .choice(["", "#", "é"])], .each(.text)) {
      .text(parts($0[0], $0[1]).between.joined(separator: $0[2].text ?? ""))
    },
    PlainFunction("split", [.text, .pattern(patterns)], .one(.list(.text))) { arguments in
      .texts(arguments[0].members.flatMap { parts($0, arguments[1]).between })
    },
    PlainFunction(
      "pad",
      [
        .text, .digits(0...60), .optional(.choice(["left", "right"])),
        .optional(.choice([".", "-"])),
      ],
      .each(.text)
    ) { arguments in
      let text = arguments[0].text ?? ""
      let width = Int(arguments[1].number ?? 0) - cells(text)
      let fill = arguments.count > 3 ? arguments[3].text ?? " " : " "
      let filling = String(repeating: fill, count: max(0, width))
      let isRight = arguments.count > 2 && arguments[2].text == "right"
      return .text(isRight ? filling + text : text + filling)
    },
    PlainFunction("slice", [.kind(.text), .digits(0...5), .optional(.digits(0...9))], .one(.text)) {
      guard let text = $0[0].text else { return .missing }
      let to = $0.count > 2 ? $0[2].number.map { Int($0) } : nil
      return PlainExpression.slice(.text(text), Int($0[1].number ?? 0), to)
    },
    PlainFunction(
      "number", [.choice(["12", " 3.5 ", "1,234", "-2", "12 pages", "", "1,23", "+7", "0.25"])],
      .each(.number)
    ) { arguments in
      // Numbers with commas have them before three digits each.
      let text = trimmed(arguments[0].text ?? "")
      let digits = text.split(separator: ",", omittingEmptySubsequences: false)
      guard digits.dropFirst().allSatisfy({ $0.count == 3 }) else { return .missing }
      return Double(digits.joined()).map { .number($0) } ?? .missing
    },
    PlainFunction("similarity", [.text, .words], .each(.number)) { arguments in
      .decimal(PlainLikeness.degree(arguments[0].text ?? "", arguments[1].text ?? ""))
    },
    PlainFunction("similarity", [.text, .kind(.list(.text))], .each(.number)) { arguments in
      let text = arguments[0].text ?? ""
      let degrees = arguments[1].members.compactMap(\.text).map { PlainLikeness.degree(text, $0) }
      return degrees.max().map { .decimal($0) } ?? .missing
    },
    PlainFunction("distance", [.text, .words], .each(.number)) { distance($0) },
    PlainFunction("distance", [.text, .kind(.list(.text))], .each(.number)) { distance($0) },
    // Where sentences end is a long rule, which has tests of its own; here are clear ones.
    PlainFunction(
      "sentences", [.choice(["One. Two! Three", "Why? Nobody knows.", "", "a"])],
      .one(.list(.text))
    ) { arguments in
      let ends = (arguments[0].text ?? "").split { ".!?".contains($0) }.count
      var sentences: [String] = []
      var text = Substring(arguments[0].text ?? "")
      for _ in 0..<ends {
        let end = text.firstIndex { ".!?".contains($0) } ?? text.endIndex
        let stop = end < text.endIndex ? text.index(after: end) : end
        sentences.append(trimmed(String(text[..<stop])))
        text = text[stop...]
      }
      return .texts(sentences)
    },
  ]

  /// To the nearest of the other texts.
  private static func distance(_ arguments: [PlainValue]) -> PlainValue {
    func letters(_ value: PlainValue) -> [Unicode.Scalar] {
      Array(Folding.folded(value.text ?? "").unicodeScalars)
    }
    let distances = arguments[1].members.filter { !$0.isMissing }.map {
      PlainLikeness.changes(letters(arguments[0]), letters($0))
    }
    return distances.min().map { .whole($0) } ?? .missing
  }

  static func words(_ text: String) -> [String] {
    ReferenceWords.words(text).map { String(decoding: $0, as: UTF8.self) }
  }

  static func trimmed(_ text: String) -> String {
    let kept = text.drop { $0.isWhitespace }
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }

  private static func meets(_ relation: PlainRelation, _ arguments: [PlainValue]) -> PlainValue {
    .bool(
      arguments[0].members.contains { value in
        arguments[1].members.contains { relation.meets(.text(value.text ?? ""), $0) }
      })
  }

  /// Whether two phrases stand in a text, neither in the other, the last word of one and the first
  /// of the other no further apart than that.
  private static func isNear(
    _ words: [String], _ first: [String], _ second: [String], _ distance: Int
  ) -> Bool {
    places(of: first, in: words).contains { a in
      places(of: second, in: words).contains { b in
        b - (a + first.count - 1) > 0
          ? b - (a + first.count - 1) <= distance
          : a - (b + second.count - 1) > 0 && a - (b + second.count - 1) <= distance
      }
    }
  }

  private static func places(of phrase: [String], in words: [String]) -> [Int] {
    guard !phrase.isEmpty, phrase.count <= words.count else { return [] }
    return (0...words.count - phrase.count).filter {
      Array(words[$0..<$0 + phrase.count]) == phrase
    }
  }

  // MARK: Parts

  /// Patterns whose matches are seen at once, and texts, which are found folded.
  private static let patterns = [
    "/[0-9]+/", "/[aeiou]/", "/ /", "a", "AND", " of ", "é", "xyz", "",
  ]

  /// What is found in a text, and what stands between; the whole text where nothing is.
  private static func parts(
    _ value: PlainValue, _ pattern: PlainValue
  ) -> (found: [String], between: [String]) {
    let characters = Array(value.text ?? "")
    let sought = pattern.text ?? ""
    var found: [String] = []
    var between: [String] = []
    var start = 0
    var place = 0
    while place < characters.count {
      guard let length = match(sought, characters[place...]) else {
        place += 1
        continue
      }
      found.append(String(characters[place..<place + length]))
      between.append(String(characters[start..<place]))
      place += length
      start = place
    }
    return (found, between + [String(characters[start...])])
  }

  /// How many characters of the beginning match.
  private static func match(_ sought: String, _ text: ArraySlice<Character>) -> Int? {
    switch sought {
    case "": return nil
    case "/[0-9]+/":
      let count = text.prefix { ("0"..."9").contains($0) }.count
      return count == 0 ? nil : count
    case "/[aeiou]/": return text.first.flatMap { "aeiou".contains($0) ? 1 : nil }
    case "/ /": return text.first == " " ? 1 : nil
    default:
      let folded = Folded.bytes(sought)
      return (1...max(1, min(text.count, sought.count + 2))).first { count in
        count <= text.count && Folding.fold(String(text.prefix(count))) == folded
      }
    }
  }

  /// How many cells of a terminal a text takes: wide letters two.
  private static func cells(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      let scalar = character.unicodeScalars.first?.value ?? 0
      let isWide =
        (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar)
        || (0xAC00...0xD7A3).contains(scalar) || (0xFF01...0xFF60).contains(scalar)
      return sum + (isWide ? 2 : 1)
    }
  }
}
