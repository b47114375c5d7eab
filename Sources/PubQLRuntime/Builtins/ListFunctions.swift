import PubQLEngine

extension Builtin {
  /// Functions of lists; a single value is a list of itself, missing an empty one.
  static let listFunctions = [length, join, reverse]

  private static let length = Builtin(
    "length", [Parameter("list", .any)], gives: .one(.number),
    summary: "How many values a list has, or characters a text",
    examples: [("length([3, 4])", "2"), ("length(\"Côte\")", "4"), ("length(missing)", "0")]
  ) { call throws(RunError.Reason) in
    if case .text(let text) = call.first { return .whole(text.count) }
    return .whole(call.first.members.count)
  }

  private static let join = Builtin(
    "join", [Parameter("list", .list), Parameter("separator", .text, optional: true)],
    gives: .one(.text), summary: "The values of a list as one text",
    examples: [("join([\"a\", \"b\"], \" + \")", "a + b")]
  ) { call throws(RunError.Reason) in
    .text(
      call.first.members.map(\.plainText).joined(separator: call[1].textual ?? "; "))
  }

  private static let reverse = Builtin(
    "reverse", [Parameter("list", .list)], gives: .one(.list(.any)),
    summary: "The values of a list from last to first",
    examples: [("reverse([1, 2])", "2; 1")]
  ) { call throws(RunError.Reason) in .list(call.first.members.reversed()) }
}
