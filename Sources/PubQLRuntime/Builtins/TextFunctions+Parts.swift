import PubQLEngine
import PubQLModel
import PubQLText

extension Builtin {
  /// Functions that look for parts of texts.
  static let partFunctions = [contains, starts, ends, find, replace, split]

  private static let wholeCharacters =
    "A part in quotes is found as `contains` finds it, whatever its case and accents, but only as "
    + "whole characters; a pattern `/…/` is found as it is written, `/…/i` whatever the case. Of "
    + "several matches at one place the longest counts."

  private static let contains = Builtin(
    "contains", [Parameter("text", .text), Parameter("part", .text)], gives: .one(.bool),
    summary: "Whether a text holds another, whatever its case and accents; whether a place holds "
      + "another",
    notes: "The same as the operator `contains`, except for places: when the first value is a "
      + "place that is known, and the second names one, it tells whether the second is the first "
      + "or lies in it. Of several values any may do. False when either is missing.",
    examples: [
      ("contains(\"Smart Cities\", \"cit\")", "true"),
      ("contains(continent(\"Kenya\"), \"Ghana\")", "true"),
      ("contains(country(\"Kenya\"), \"Ghana\")", "false"),
    ], relation: .contains
  ) { call throws(RunError.Reason) in
    let part = ValueTest(.contains, call[1])
    let places = call[1].members.compactMap { $0.textual.flatMap(Gazetteer.builtIn.find) }
    return .bool(
      call.first.members.contains { member in
        guard case .place(let name) = member, !places.isEmpty,
          let place = Gazetteer.builtIn.find(name)
        else { return part.holds(member) }
        return places.contains { Gazetteer.builtIn.isWithin($0, place) }
      })
  }

  private static let starts = condition(
    "starts", .starts, "Whether a text begins with another, whatever its case and accents",
    [("starts(\"Élan vital\", \"elan\")", "true"), ("starts(\"The city\", \"city\")", "false")])

  private static let ends = condition(
    "ends", .ends, "Whether a text ends with another, whatever its case and accents",
    [("ends(\"Who pays?\", \"?\")", "true"), ("ends(\"The city\", \"the\")", "false")])

  private static func condition(
    _ name: String, _ relation: ValueTest.Relation, _ summary: String,
    _ examples: [(String, String)]
  ) -> Builtin {
    Builtin(
      name, [Parameter("text", .text), Parameter("part", .text)], gives: .one(.bool),
      summary: summary,
      notes: "The same as the operator `\(name)`. Of several values any may do. False when either "
        + "is missing.",
      examples: examples, relation: relation
    ) { call throws(RunError.Reason) in .bool(ValueTest(relation, call[1]).holds(call.first)) }
  }

  private static let find = Builtin(
    "find", [Parameter("text", .text), Parameter("part", .pattern)], gives: .one(.list(.text)),
    summary: "The parts of a text that a pattern matches, or that are as another text, in order",
    notes: wholeCharacters + " None where the text is missing; of several texts the parts of all.",
    examples: [
      ("find(\"COP 21, COP 26\", /\\d+/)", "21; 26"),
      ("find(\"China and CHINA\", \"china\")", "China; CHINA"),
    ]
  ) { call throws(RunError.Reason) in
    try call.parts { text in
      let bytes = Array(text.utf8)
      return call.ranges(of: 1, in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  private static let replace = Builtin(
    "replace", [Parameter("text", .text), Parameter("old", .pattern), Parameter("new", .text)],
    gives: .each(.text),
    summary: "The text with another in place of a part, wherever it is found",
    notes: wholeCharacters + " A missing new text leaves nothing in its place; a missing or empty "
      + "old one is found nowhere.",
    examples: [
      ("replace(\"Urban and urban\", \"urban\", \"city\")", "city and city"),
      ("replace(\"WP 12 of 2020\", /\\d+/, \"#\")", "WP # of #"),
    ]
  ) { call throws(RunError.Reason) in
    guard let text = try call.text(0) else { return .missing }
    let new = Array((try call.text(2) ?? "").utf8)
    let old = Array(text.utf8)
    var result: [UInt8] = []
    var end = 0
    for range in call.ranges(of: 1, in: text) {
      result += old[end..<range.lowerBound]
      result += new
      end = range.upperBound
      guard result.count <= Self.longestText else { throw .textTooLong(function: call.name) }
    }
    result += old[end...]
    return .text(String(decoding: result, as: UTF8.self))
  }

  private static let split = Builtin(
    "split", [Parameter("text", .text), Parameter("separator", .pattern)],
    gives: .one(.list(.text)), summary: "The parts of a text between separators",
    notes: wholeCharacters + " The parts keep their blanks, and empty ones are kept; a separator "
      + "that is not found, missing or empty leaves the text whole. A missing text has no parts; "
      + "of several texts it is the parts of all.",
    examples: [
      ("split(\"a; b;; c\", \";\")", "a;  b; ;  c"),
      ("split(\"one, two and three\", /, | and /)", "one; two; three"),
    ]
  ) { call throws(RunError.Reason) in
    try call.parts { text in
      let bytes = Array(text.utf8)
      var parts: [String] = []
      var end = 0
      for range in call.ranges(of: 1, in: text)
      where !range.isEmpty || range.lowerBound > 0 && range.upperBound < bytes.count {
        parts.append(String(decoding: bytes[end..<range.lowerBound], as: UTF8.self))
        end = range.upperBound
      }
      parts.append(String(decoding: bytes[end...], as: UTF8.self))
      return parts
    }
  }
}

extension Builtin.Call {
  /// The bytes of a text in which the pattern or text that is the argument at `index` is found.
  fileprivate func ranges(of index: Int, in text: String) -> [Range<Int>] {
    if let finder = finders[index] { return finder.ranges(in: text) }
    return self[index].textual.map { FoldedText.ranges(of: $0, in: text) } ?? []
  }
}
