import PubQLEngine
import PubQLText

extension Builtin {
  /// Functions of texts.
  static let textFunctions = [lower, upper, trim, words, near]

  /// Small letters.
  private static let lower = Builtin(
    "lower", [Parameter("text", .text)], gives: .each(.text), summary: "The text in small letters",
    examples: [("lower(\"Smart CITIES\")", "smart cities")]
  ) { call throws(RunError.Reason) in .text((call.first.textual ?? "").lowercased()) }

  /// Capital letters.
  private static let upper = Builtin(
    "upper", [Parameter("text", .text)], gives: .each(.text),
    summary: "The text in capital letters", examples: [("upper(\"Côte\")", "CÔTE")]
  ) { call throws(RunError.Reason) in .text((call.first.textual ?? "").uppercased()) }

  /// Without white space at the ends.
  private static let trim = Builtin(
    "trim", [Parameter("text", .text)], gives: .each(.text),
    summary: "The text without white space at its ends",
    examples: [("trim(\"  a b \")", "a b")]
  ) { call throws(RunError.Reason) in
    var text = Substring(call.first.textual ?? "")
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return .text(String(text))
  }

  /// The words that `has` finds.
  private static let words = Builtin(
    "words", [Parameter("text", .text)], gives: .one(.list(.text)),
    summary: "The words of a text, folded",
    examples: [("words(\"Smart-city plans\")", "smart; city; plans")]
  ) { call throws(RunError.Reason) in
    .list(
      call.first.members.flatMap { member in
        Words.words(member.textual ?? "").map { .text(String(decoding: $0, as: UTF8.self)) }
      })
  }

  /// Two phrases within some words of each other.
  private static let near = Builtin(
    "near",
    [
      Parameter("text", .text), Parameter("first", .text), Parameter("second", .text),
      Parameter("words", .number),
    ],
    gives: .one(.bool),
    summary: "Whether two words or phrases stand at most so many words apart, in either order",
    examples: [
      ("near(\"China plans smart cities\", \"china\", \"cities\", 3)", "true"),
      ("near(\"China plans smart cities\", \"china\", \"cities\", 2)", "false"),
    ]
  ) { call throws(RunError.Reason) in
    guard let distance = call[3].wholeNumber, let first = call[1].textual,
      let second = call[2].textual
    else { return .bool(false) }
    let phrases = (Words.words(first), Words.words(second))
    return .bool(
      call.first.members.contains { member in
        Self.isNear(Words.words(member.textual ?? ""), phrases.0, phrases.1, distance)
      })
  }

  /// The distance of two phrases is the difference of the places of their nearest words.
  private static func isNear(
    _ words: [[UInt8]], _ first: [[UInt8]], _ second: [[UInt8]], _ distance: Int
  ) -> Bool {
    let places = (Self.places(of: first, in: words), Self.places(of: second, in: words))
    var next = 0
    for place in places.0 {
      // Both lists ascend: what lies too far before this place does so for all later ones.
      while next < places.1.count,
        places.1[next].upperBound - 1 < place.lowerBound,
        place.lowerBound - (places.1[next].upperBound - 1) > distance
      { next += 1 }
      for other in places.1[next...] {
        if other.lowerBound > place.upperBound - 1,
          other.lowerBound - (place.upperBound - 1) > distance
        {
          break
        }
        if !other.overlaps(place) { return true }
      }
    }
    return false
  }

  private static func places(of phrase: [[UInt8]], in words: [[UInt8]]) -> [Range<Int>] {
    guard !phrase.isEmpty, phrase.count <= words.count else { return [] }
    return (0...(words.count - phrase.count)).compactMap { start in
      words[start..<start + phrase.count].elementsEqual(phrase)
        ? start..<start + phrase.count : nil
    }
  }
}
