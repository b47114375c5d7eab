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
  ]

  static func words(_ text: String) -> [String] {
    ReferenceWords.words(text).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func trimmed(_ text: String) -> String {
    let kept = text.drop { $0.isWhitespace }
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
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
}
