import PubQLEngine
import PubQLText

extension Builtin {
  /// Functions that give texts another shape, and make texts of other values.
  static let shapeFunctions = [slice, pad, fold, text]

  private static let slice = Builtin(
    "slice",
    [
      Parameter("value", .any), Parameter("from", .number),
      Parameter("to", .number, optional: true),
    ],
    gives: .by { types in
      switch types.first {
      case .list(let element)?: .list(element)
      case .any?, nil: .any
      case let type? where type.isTextual: .text
      case let type?: .list(type)
      }
    },
    summary: "The characters of a text, or the values of a list, from one place to another",
    notes: "Places count from 0, negative ones from the end, and both ends belong to it, as in "
      + "`2019..2021`. Without an end it goes on to the last; what lies outside is left out. "
      + "Missing for a missing value; a single value that is no text is a list of itself.",
    examples: [
      ("slice(\"Cities\", 0, 2)", "Cit"), ("slice(\"Cities\", -3)", "ies"),
      ("slice([5, 6, 7, 8], 1, 2)", "6; 7"),
    ]
  ) { call throws(RunError.Reason) in
    if call.first.isMissing { return .missing }
    let from = try call.whole(1) ?? 0
    let to = try call.whole(2) ?? -1
    if let text = call.first.textual {
      let characters = Array(text)
      return .text(String(characters[places(from, to, of: characters.count)]))
    }
    let members = call.first.members
    return .list(Array(members[places(from, to, of: members.count)]))
  }

  /// The places from one to another that there are; none when the end comes first.
  private static func places(_ from: Int, _ to: Int, of count: Int) -> Range<Int> {
    let first = from < 0 ? max(count + from, 0) : min(from, count)
    let last = to < 0 ? count + to : min(to, count - 1)
    return first..<max(first, last + 1)
  }

  private static let pad = Builtin(
    "pad",
    [
      Parameter("text", .text), Parameter("width", .number),
      Parameter("align", .text, optional: true), Parameter("fill", .text, optional: true),
    ],
    gives: .each(.text),
    summary: "The text, filled up to so many cells of a terminal",
    notes: "`align` is \"left\" (the text stands left and is filled up on its right), \"right\" or "
      + "\"center\". `fill` is what it is filled with, a blank unless told. Wide characters such as "
      + "研 take two cells; where the fill does not fit in whole, blanks take the rest. A text that "
      + "is wider stays as it is. The width goes up to 10,000.",
    examples: [
      ("pad(\"ab\", 4, fill: \".\")", "ab.."), ("pad(\"7\", 3, \"right\", \"0\")", "007"),
      ("pad(\"研\", 4, \"center\", \"-\")", "-研-"),
    ]
  ) { call throws(RunError.Reason) in
    guard let text = try call.text(0) else { return .missing }
    guard let width = try call.whole(1) else { return .text(text) }
    guard (0...10_000).contains(width) else {
      throw .badArgument(function: "pad", "the width goes from 0 to 10,000")
    }
    let left = max(0, width - DisplayWidth.width(of: text))
    let fill = try call.text(3) ?? " "
    switch try call.text(2) ?? "left" {
    case "left": return .text(text + filling(left, with: fill))
    case "right": return .text(filling(left, with: fill) + text)
    case "center":
      return .text(filling(left / 2, with: fill) + text + filling(left - left / 2, with: fill))
    default:
      throw .badArgument(function: "pad", "a text is aligned \"left\", \"right\" or \"center\"")
    }
  }

  private static func filling(_ cells: Int, with fill: String) -> String {
    let width = DisplayWidth.width(of: fill)
    guard width > 0 else { return String(repeating: " ", count: cells) }
    return String(repeating: fill, count: cells / width)
      + String(repeating: " ", count: cells % width)
  }

  /// Two functions of one name: that of a text, and the reduction of a list.
  private static let fold = Builtin(
    "fold",
    [
      Parameter("value", .any), Parameter("start", .any, optional: true),
      Parameter("function", .function, optional: true),
    ],
    gives: .by { types in
      // Types of arguments that were left out are missing ones.
      guard types.count < 3 || types[2] == .missing, let type = types.first else { return .any }
      return type.element == type ? .text : .list(.text)
    },
    summary: "The text without case, accents and typography, as conditions compare it; or a list "
      + "put together value by value",
    notes: "With a start and a function of two values, the function is called with the start and "
      + "the first value of the list, then with what it gave and the next, and so on; the last "
      + "result is given, the start for an empty or missing list. Alone, a missing text is missing.",
    examples: [
      ("fold(\"Élan – STRAßE\")", "elan - strasse"),
      ("fold([\"A\", \"É\"])", "a; e"),
    ]
  ) { call throws(RunError.Reason) in
    if !call[2].isMissing {
      var result = call[1]
      for member in call.first.members { result = try call.apply(2, result, member) }
      return result
    }
    guard call[1].isMissing else {
      throw .badArgument(
        function: "fold", "a list is folded from a start with a function, which is left out")
    }
    if case .list(let members) = call.first {
      var texts: [Value] = []
      for member in members { texts.append(try folded(member)) }
      return .list(texts)
    }
    return try folded(call.first)
  }

  private static func folded(_ value: Value) throws(RunError.Reason) -> Value {
    if value.isMissing { return .missing }
    guard let text = value.textual else {
      throw .wrongKind(operation: "fold", kind: value.kindName)
    }
    return .text(Folding.folded(text))
  }

  private static let text = Builtin(
    "text", [Parameter("value", .any)], gives: .each(.text),
    summary: "A value as a text, written as between braces in a text; of a list each of its values",
    notes: "Numbers have no separators, dates are EDTF, durations are in words. Nothing turns into "
      + "text unasked: a comparison of a number with a text is an error.",
    examples: [
      ("text(2020-05)", "2020-05"), ("length(text(1234))", "4"), ("text([1, true])", "1; true"),
    ]
  ) { call throws(RunError.Reason) in .text(call.first.plainText) }
}
