import PubQLEngine

extension Builtin {
  /// Statistics of lists; most are aggregates as well.
  static let statisticsFunctions = [
    ofNumbers("avg", .average, "The mean of numbers", [("avg([1, 2, 6])", "3.0")]),
    ofNumbers(
      "median", .median, "The middle of numbers, or the mean of the two in the middle",
      [("median([9, 1, 2])", "2"), ("median(1, 2)", "1.5")]),
    ofNumbers(
      "stddev", .standardDeviation,
      "The standard deviation of a sample: how far numbers lie from their mean",
      [("stddev([2, 4, 6])", "2.0")], " Of fewer than two it is missing."),
    percentile, mode, correlation, histogram,
  ]

  private static let left =
    "Missing values are left out; of none it is missing. In the braces of `group` it is the "
    + "aggregate, unless it is given one."

  private static func ofNumbers(
    _ name: String, _ function: AggregateFunction, _ summary: String,
    _ examples: [(String, String)], _ more: String = ""
  ) -> Builtin {
    Builtin(
      name, [Parameter("number", .number, repeated: true)], gives: .one(.number),
      summary: summary, notes: left + more, examples: examples
    ) { call throws(RunError.Reason) in try aggregate(function, call.allMembers) }
  }

  private static let percentile = Builtin(
    "percentile", [Parameter("numbers", .number), Parameter("percent", .number)],
    gives: .one(.number), summary: "The number below which so many percent of a list lie",
    notes: left + " Between two numbers of the list it is in proportion. The percentage goes from "
      + "0, the least, to 100, the greatest.",
    examples: [("percentile([1, 2, 3, 4, 5], 50)", "3"), ("percentile([10, 20], 90)", "19")]
  ) { call throws(RunError.Reason) in
    guard let percent = try call.number(1) else { return .missing }
    guard (0...100).contains(percent) else {
      throw .badArgument(function: "percentile", "a percentage goes from 0 to 100")
    }
    return try aggregate(.percentile(percent), call.members(0))
  }

  private static let mode = Builtin(
    "mode", [Parameter("value", .any, repeated: true)],
    gives: .by { types in
      types.count == 1 ? types[0].element : .any
    },
    summary: "The value that occurs most often in a list, the first of several",
    notes: left + " Texts are the same as `=` says.",
    examples: [("mode([3, 1, 3])", "3"), ("mode(\"a\", \"B\", \"b\")", "B")]
  ) { call throws(RunError.Reason) in try aggregate(.mostFrequent, call.allMembers) }

  private static let correlation = Builtin(
    "correlation", [Parameter("xs", .number), Parameter("ys", .number)], gives: .one(.number),
    summary: "How far two lists of numbers rise and fall together, -1 to 1 (Pearson)",
    notes: "Value by value; a pair of which one is missing is left out. The lists are of one "
      + "length. Missing for fewer than two pairs, and where one list has only one value. In the "
      + "braces of `group` it is the aggregate: `correlation(year, pages)`.",
    examples: [
      ("correlation([1, 2, 3], [2, 4, 6])", "1.0"), ("correlation([1, 2, 3], [3, 2, 1])", "-1.0"),
    ]
  ) { call throws(RunError.Reason) in
    let (xs, ys) = (call.first.members, call[1].members)
    guard xs.count == ys.count else {
      throw .badArgument(
        function: "correlation", "the lists are of one length, not \(xs.count) and \(ys.count)")
    }
    let pairs = zip(xs, ys).map { x, y in
      Value.record([RecordMember(name: "x", value: x), RecordMember(name: "y", value: y)])
    }
    return try aggregate(.correlation, pairs)
  }

  private static let histogram = Builtin(
    "histogram", [Parameter("numbers", .number), Parameter("bins", .number, optional: true)],
    gives: .one(.list(.record)),
    summary: "How many numbers of a list lie in each of some equal parts of their range",
    notes:
      "A record of `from`, `to` and `count` a part, 10 unless told, at most 10,000. A number on "
      + "a border belongs to the part above it, the greatest to the last. Missing values are left "
      + "out; numbers that are all equal make one part.",
    examples: [
      (
        "histogram([1, 2, 3, 10], 3)",
        "{from: 1, to: 4, count: 3}; {from: 4, to: 7, count: 0}; {from: 7, to: 10, count: 1}"
      )
    ]
  ) { call throws(RunError.Reason) in
    let parts = try call.whole(1) ?? 10
    guard (1...10_000).contains(parts) else {
      throw .badArgument(function: "histogram", "there are 1 to 10,000 parts")
    }
    do throws(RunError) {
      return .list(try NumberStatistics(call.members(0), "histogram").histogram(parts: parts))
    } catch { throw error.reason }
  }
}

extension Builtin.Call {
  /// The values of a list that are not missing.
  fileprivate func members(_ index: Int) -> [Value] { self[index].members.filter { !$0.isMissing } }
}
