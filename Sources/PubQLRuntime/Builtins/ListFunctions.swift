import PubQLEngine

extension Builtin {
  /// Functions of lists; a single value is a list of itself, missing an empty one.
  static let listFunctions =
    [length, join, reverse, first, last, take, skip, unique, flatten, zip, pairs, range]
    + listFunctionsWithFunctions

  /// The longest list that a function makes out of nothing or little.
  static let longestList = 1_000_000

  private static let length = Builtin(
    "length", [Parameter("list", .listOrText)], gives: .one(.number),
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
    "reverse", [Parameter("list", .list)], gives: .elements,
    summary: "The values of a list from last to first",
    examples: [("reverse([1, 2])", "2; 1")]
  ) { call throws(RunError.Reason) in .list(call.first.members.reversed()) }

  // MARK: Parts

  private static let first = end(
    "first", "The first value of a list, or a list of the first ones",
    [("first([3, 4])", "3"), ("first([3, 4, 5], 2)", "3; 4")]
  ) { values, count in Array(values.prefix(count)) }

  private static let last = end(
    "last", "The last value of a list, or a list of the last ones",
    [("last([3, 4])", "4"), ("last([3, 4, 5], 2)", "4; 5")]
  ) { values, count in Array(values.suffix(count)) }

  /// One value, or as many as are asked for.
  private static func end(
    _ name: String, _ summary: String, _ examples: [(String, String)],
    _ part: @escaping @Sendable ([Value], Int) -> [Value]
  ) -> Builtin {
    Builtin(
      name, [Parameter("list", .list), Parameter("count", .number, optional: true)],
      gives: .by { types in
        let element = types.first?.element ?? .any
        return types.dropFirst().first == .missing ? element : .list(element)
      },
      summary: summary,
      notes: "With a count it gives a list, of all values where there are fewer; without, missing "
        + "where the list is empty. In the braces of `group` it is the aggregate of that name.",
      examples: examples
    ) { call throws(RunError.Reason) in
      guard call.arguments.count > 1, !call[1].isMissing else {
        return part(call.first.members, 1).first ?? .missing
      }
      return .list(part(call.first.members, try count(call[1], of: name)))
    }
  }

  private static let take = Builtin(
    "take", [Parameter("list", .list), Parameter("count", .number)], gives: .elements,
    summary: "The first values of a list, as many as told",
    examples: [("take([3, 4, 5], 2)", "3; 4")]
  ) { call throws(RunError.Reason) in
    .list(Array(call.first.members.prefix(try count(call[1], of: "take"))))
  }

  private static let skip = Builtin(
    "skip", [Parameter("list", .list), Parameter("count", .number)], gives: .elements,
    summary: "The values of a list behind the first, as many as told",
    examples: [("skip([3, 4, 5], 2)", "5")]
  ) { call throws(RunError.Reason) in
    .list(Array(call.first.members.dropFirst(try count(call[1], of: "skip"))))
  }

  private static func count(
    _ value: Value, of function: String
  ) throws(RunError.Reason) -> Int {
    guard let count = value.wholeNumber, count >= 0 else {
      throw .badArgument(function: function, "the count is a whole number, zero or more")
    }
    return count
  }

  // MARK: Whole lists

  /// Equal people need not be printed the same, and so take more than a look into a dictionary.
  private static let unique = Builtin(
    "unique", [Parameter("list", .list)], gives: .elements,
    summary: "Each value of a list once, where it stands first",
    notes: """
      Values are the same as `=` has it: whatever their case and accents, places by what they are, \
      people by names that can be of one person. Dates are the same when they are written the same.
      """,
    examples: [
      ("unique([\"Cities\", \"cities\", \"Trade\"])", "Cities; Trade"),
      ("unique([1, 1.0, 2])", "1; 2"),
    ]
  ) { call throws(RunError.Reason) in
    var seen = SeenValues()
    return .list(call.first.members.filter { seen.insert($0) })
  }

  private static let flatten = Builtin(
    "flatten", [Parameter("list", .list)],
    gives: .by { types in
      var type = types.first ?? .any
      while case .list(let element) = type { type = element }
      return .list(type)
    },
    summary: "The values of the lists in a list, however deep, as one list",
    notes: "Missing values in it stay.",
    examples: [("flatten([1, [2, [3]], []])", "1; 2; 3")]
  ) { call throws(RunError.Reason) in
    var result: [Value] = []
    // Lists that are being read, outermost first: nested ones must not cost stack.
    var open: [ArraySlice<Value>] = [call.first.members[...]]
    while var values = open.popLast() {
      guard let value = values.popFirst() else { continue }
      open.append(values)
      if case .list(let inner) = value { open.append(inner[...]) } else { result.append(value) }
    }
    return .list(result)
  }

  private static let zip = Builtin(
    "zip", [Parameter("a", .list), Parameter("b", .list)],
    gives: .by { types in
      let elements = types.map(\.element)
      return .list(.list(elements.first == elements.last ? elements.first ?? .any : .any))
    },
    summary: "Lists of two: a value of the first list and the one at its place in the second",
    notes: "As many as the shorter list has values.",
    examples: [("zip([1, 2], [\"a\", \"b\"])[1]", "2; b")]
  ) { call throws(RunError.Reason) in
    .list(Swift.zip(call.first.members, call[1].members).map { .list([$0, $1]) })
  }

  /// The values of a row two by two: counted, they tell what occurs together.
  private static let pairs = Builtin(
    "pairs", [Parameter("list", .list)], gives: .pairs,
    summary: "Each two different values of a list, as a list of two",
    notes: """
      Order does not count: the two stand as `sort` has them, and a value that occurs twice counts \
      once. `count by pairs(topic)` counts which topics occur together. Lists make at most \
      1,000,000 pairs.
      """,
    examples: [("join(pairs([\"b\", \"a\", \"c\"]), \" / \")", "a; b / b; c / a; c")]
  ) { call throws(RunError.Reason) in
    .list(try ValuePairs.pairs(of: call.first.members))
  }

  private static let range = Builtin(
    "range",
    [
      Parameter("from", .number), Parameter("to", .number),
      Parameter("step", .number, optional: true),
    ],
    gives: .one(.list(.number)), summary: "The numbers from one to another, both included",
    notes: """
      The step is 1 unless told, and may be negative. There are no numbers where the step leads \
      away from the end, and none where an end is missing; at most 1,000,000.
      """,
    examples: [
      ("range(1, 5)", "1; 2; 3; 4; 5"), ("range(2000, 2020, 10)", "2000; 2010; 2020"),
      ("range(3, 1, -1)", "3; 2; 1"),
    ]
  ) { call throws(RunError.Reason) in
    if case .whole(let from) = call[0], case .whole(let to) = call[1] {
      if call[2].isMissing { return .list(try wholes(from, to, step: 1)) }
      if case .whole(let step) = call[2] { return .list(try wholes(from, to, step: step)) }
    }
    guard let from = call[0].number, let to = call[1].number else { return .list([]) }
    return .list(try decimals(from, to, step: call[2].number ?? 1))
  }

  private static func wholes(
    _ from: Int, _ to: Int, step: Int
  ) throws(RunError.Reason) -> [Value] {
    guard step != 0 else { throw .badArgument(function: "range", "the step cannot be 0") }
    guard step > 0 ? from <= to : from >= to else { return [] }
    // The ends may be farther apart than a whole number holds.
    let distance = UInt(bitPattern: step > 0 ? to &- from : from &- to)
    let steps = try bounded(Double(distance / step.magnitude))
    return (0...steps).map { .whole(from &+ $0 &* step) }
  }

  private static func decimals(
    _ from: Double, _ to: Double, step: Double
  ) throws(RunError.Reason) -> [Value] {
    guard step != 0 else { throw .badArgument(function: "range", "the step cannot be 0") }
    // A tenth is no exact number: the end is met when it is missed by less than a hair.
    let steps = ((to - from) / step + 1e-9).rounded(.down)
    guard steps >= 0 else { return [] }
    return (0...(try bounded(steps))).map { .decimal(from + Double($0) * step) }
  }

  private static func bounded(_ steps: Double) throws(RunError.Reason) -> Int {
    guard steps < Double(longestList) else {
      throw .badArgument(function: "range", "there are more than 1,000,000 numbers")
    }
    return Int(steps)
  }
}
