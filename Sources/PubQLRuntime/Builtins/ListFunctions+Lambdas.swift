import PubQLEngine

extension Builtin {
  /// Functions of lists that call a function for their values.
  static let listFunctionsWithFunctions = [map, filter, any, allHold, sort]

  private static let list = Parameter("list", .list)
  private static let condition = Parameter("condition", .function)

  private static let map = Builtin(
    "map", [list, Parameter("function", .function)], gives: .one(.list(.any)),
    summary: "What a function gives for each value of a list",
    examples: [("map([1, 2], x => x * 10)", "10; 20")]
  ) { call throws(RunError.Reason) in
    var results: [Value] = []
    for value in call.first.members { results.append(try call.apply(1, value)) }
    return .list(results)
  }

  private static let filter = Builtin(
    "filter", [list, condition], gives: .elements,
    summary: "The values of a list for which a condition holds",
    examples: [("filter([1, 5, 7], x => x > 4)", "5; 7")]
  ) { call throws(RunError.Reason) in
    var results: [Value] = []
    for value in call.first.members where try call.holds(value, "filter") { results.append(value) }
    return .list(results)
  }

  private static let any = Builtin(
    "any", [list, condition], gives: .one(.bool),
    summary: "Whether a condition holds for any value of a list",
    notes: "False for an empty list, and where the list is missing.",
    examples: [("any([1, 5], x => x > 4)", "true"), ("any([], x => true)", "false")]
  ) { call throws(RunError.Reason) in
    for value in call.first.members where try call.holds(value, "any") { return .bool(true) }
    return .bool(false)
  }

  private static let allHold = Builtin(
    "all", [list, condition], gives: .one(.bool),
    summary: "Whether a condition holds for all values of a list",
    notes: """
      It is `not any` of the opposite, and so true for an empty list, and where the list is missing.
      """,
    examples: [("all([1, 5], x => x > 4)", "false"), ("all([], x => false)", "true")]
  ) { call throws(RunError.Reason) in
    for value in call.first.members where try !call.holds(value, "all") { return .bool(false) }
    return .bool(true)
  }

  private static let sort = Builtin(
    "sort", [list, Parameter("key", .function, optional: true)], gives: .elements,
    summary: "The values of a list in order, or in the order of what a function gives for them",
    notes: """
      The order is that of the stage `sort`: texts whatever their case and accents, dates by their \
      first day. Equal ones stay as they stand; missing ones come last. `reverse` turns it round.
      """,
    examples: [
      ("sort([3, 1, 2])", "1; 2; 3"), ("sort([\"bb\", \"a\"], x => length(x))", "a; bb"),
    ]
  ) { call throws(RunError.Reason) in
    let values = call.first.members
    var keys = values
    if call.arguments.count > 1, !call[1].isMissing {
      for place in values.indices { keys[place] = try call.apply(1, values[place]) }
    }
    return .list(SortedPlaces.places(of: keys).map { values[$0] })
  }
}

extension Builtin.Call {
  /// Whether the condition given as the second argument holds for a value; missing is false.
  fileprivate func holds(_ value: Value, _ name: String) throws(RunError.Reason) -> Bool {
    let answer = try apply(1, value)
    switch answer {
    case .bool(let flag): return flag
    case .missing: return false
    default:
      throw .badArgument(
        function: name,
        "the condition has to give true or false, and gave a \(answer.kindName)")
    }
  }
}
