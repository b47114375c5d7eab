import PubQLEngine
import PubQLModel
import PubQLText

extension Builtin {
  /// Functions of texts.
  static let textFunctions =
    [lower, upper, trim, words, sentences, near] + partFunctions + likenessFunctions
    + shapeFunctions

  /// A result may not grow beyond what a text field could hold.
  static let longestText = 1 << 24

  /// Small letters.
  private static let lower = Builtin(
    "lower", [Parameter("text", .text)], gives: .each(.text), summary: "The text in small letters",
    examples: [("lower(\"Smart CITIES\")", "smart cities")]
  ) { call throws(RunError.Reason) in .text(try call.text(0)?.lowercased() ?? "") }

  /// Capital letters.
  private static let upper = Builtin(
    "upper", [Parameter("text", .text)], gives: .each(.text),
    summary: "The text in capital letters", examples: [("upper(\"Côte\")", "CÔTE")]
  ) { call throws(RunError.Reason) in .text(try call.text(0)?.uppercased() ?? "") }

  /// Without white space at the ends.
  private static let trim = Builtin(
    "trim", [Parameter("text", .text)], gives: .each(.text),
    summary: "The text without white space at its ends",
    examples: [("trim(\"  a b \")", "a b")]
  ) { call throws(RunError.Reason) in
    var text = Substring(try call.text(0) ?? "")
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return .text(String(text))
  }

  /// The words that `has` finds.
  private static let words = Builtin(
    "words", [Parameter("text", .text)], gives: .one(.list(.text)),
    summary: "The words of a text, folded",
    notes: "A word is a run of letters and digits; Chinese and Japanese text is taken by single "
      + "characters. A missing text has no words; of several texts it is the words of all.",
    examples: [("words(\"Smart-city plans\")", "smart; city; plans")]
  ) { call throws(RunError.Reason) in
    try call.parts { text in
      Words.words(text).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static let sentences = Builtin(
    "sentences", [Parameter("text", .text)], gives: .one(.list(.text)),
    summary: "The sentences of a text",
    notes: "A sentence ends at `.`, `!`, `?` or `…` where a blank and no small letter follow, at "
      + "`。！？`, and at an empty line; a full stop behind a single letter or an abbreviation such "
      + "as `Dr.` or `vol.` ends none. A missing text has no sentences.",
    examples: [
      ("sentences(\"Dr. Ekman left. Why? Nobody knows.\")", "Dr. Ekman left.; Why?; Nobody knows."),
      ("length(sentences(\"One. Two!\"))", "2"),
    ]
  ) { call throws(RunError.Reason) in try call.parts(Sentences.sentences) }

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

extension Builtin.Call {
  /// The parts of the first argument's text, or of its texts one after the other.
  func parts(_ divide: (String) -> [String]) throws(RunError.Reason) -> Value {
    var parts: [Value] = []
    for member in first.members where !member.isMissing {
      guard let text = member.textual else {
        throw .wrongKind(operation: name, kind: member.kindName)
      }
      parts += divide(text).map { .text($0) }
    }
    return .list(parts)
  }
}
