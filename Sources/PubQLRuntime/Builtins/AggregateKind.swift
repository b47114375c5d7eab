import PubQLEngine
import PubQLDiagnostics
import PubQLSyntax

/// An aggregate as the language writes it.
package struct AggregateKind: Sendable {
  package let name: String
  package let summary: String
  let function: AggregateFunction
  /// What it is given to aggregate, but for the condition.
  package let arguments: [String]
  /// What it gives over `[1, 2, 2, 5] | group { it: … }`.
  package let example: (call: String, result: String)
  /// Whether only numbers can be aggregated.
  let wantsNumbers: Bool
  let result: Result

  /// The type of what comes out.
  enum Result: Sendable {
    case number
    case element
    case list
  }

  private init(
    _ name: String, _ function: AggregateFunction, _ arguments: String..., numbers: Bool = false,
    gives result: Result, _ summary: String, _ example: (String, String)
  ) {
    self.name = name
    self.function = function
    self.arguments = arguments
    wantsNumbers = numbers
    self.result = result
    self.summary = summary
    self.example = example
  }

  /// `sum(value, [condition])`
  package var signature: String {
    "\(name)(\((arguments + ["[condition]"]).joined(separator: ", ")))"
  }

  /// All aggregates.
  package static let all: [AggregateKind] = [
    AggregateKind(
      "count", .count, gives: .number, "How many rows", ("count(value = 2)", "2")),
    AggregateKind(
      "share", .share, gives: .number, "The group's part of all rows, 0 to 1",
      ("share(value > 1)", "0.75")),
    AggregateKind(
      "count_distinct", .countDistinct, "value", gives: .number, "How many different values",
      ("count_distinct(value)", "3")),
    AggregateKind(
      "sum", .sum, "value", numbers: true, gives: .number, "The sum of numbers",
      ("sum(value, value > 1)", "9")),
    AggregateKind(
      "avg", .average, "value", numbers: true, gives: .number, "The mean of numbers",
      ("avg(value)", "2.5")),
    AggregateKind(
      "min", .minimum, "value", gives: .element, "The least value", ("min(value)", "1")),
    AggregateKind(
      "max", .maximum, "value", gives: .element, "The greatest value", ("max(value)", "5")),
    AggregateKind(
      "median", .median, "value", numbers: true, gives: .number,
      "The middle of numbers, or the mean of the two in the middle", ("median(value)", "2")),
    AggregateKind(
      "percentile", .percentile(0), "value", "percent", numbers: true, gives: .number,
      "The number below which so many percent lie: `percentile(pages, 90)`",
      ("percentile(value, 100)", "5")),
    AggregateKind(
      "stddev", .standardDeviation, "value", numbers: true, gives: .number,
      "The standard deviation of a sample; missing for fewer than two",
      ("round(stddev(value), 2)", "1.73")),
    AggregateKind(
      "correlation", .correlation, "x", "y", numbers: true, gives: .number,
      "How far two numbers of the rows rise and fall together, -1 to 1; rows without one of them "
        + "are left out",
      ("correlation(value, -value)", "-1.0")),
    AggregateKind(
      "mode", .mostFrequent, "value", gives: .element,
      "The value that occurs most often, as `top`", ("mode(value)", "2")),
    AggregateKind(
      "first", .first, "value", gives: .element, "The value of the first row that has one",
      ("first(value)", "1")),
    AggregateKind(
      "last", .last, "value", gives: .element, "The value of the last row that has one",
      ("last(value, value < 3)", "2")),
    AggregateKind(
      "list", .list, "value", gives: .list, "All values, in order", ("list(value)", "1; 2; 2; 5")),
    AggregateKind(
      "top", .mostFrequent, "value", gives: .element, "The most frequent value",
      ("top(value)", "2")),
  ]

  package static func named(_ name: String) -> AggregateKind? { all.first { $0.name == name } }
}

/// Turns the aggregates of a group's expressions into columns of the group, which the expressions
/// then look at.
final class AggregateCollector {
  private(set) var aggregates: [Aggregate] = []
  /// How many columns stand before the aggregates: the keys.
  let offset: Int
  /// The columns of the rows that are grouped.
  let rows: Schema

  init(offset: Int, rows: Schema) {
    self.offset = offset
    self.rows = rows
  }

  /// Checks `name(value, …, condition)` and gives the column of its result.
  func add(
    _ kind: AggregateKind, _ name: Name, _ arguments: [Argument], _ span: SourceSpan,
    _ scope: Scope, _ checker: Checker
  ) -> Typed {
    var inner = scope
    inner.aggregates = nil
    inner.schema = rows
    if let label = arguments.compactMap(\.name).first {
      checker.report(.unknownArgument(label.text, label.span, function: kind.name))
      return .unknown
    }
    var rest = arguments[...]
    var value: Typed?
    if !kind.arguments.isEmpty {
      guard let argument = rest.popFirst() else {
        checker.report(
          .argumentCount(kind.name, name.span, expected: "a value", found: 0))
        return .unknown
      }
      guard let typed = number(argument, of: kind, inner, checker) else { return .unknown }
      value = typed
    }
    if kind.function == .correlation {
      guard let x = value, let argument = rest.popFirst() else {
        checker.report(
          .argumentCount(kind.name, name.span, expected: "two values", found: arguments.count))
        return .unknown
      }
      guard let y = number(argument, of: kind, inner, checker) else { return .unknown }
      value = Typed(.record([("x", x.scalar), ("y", y.scalar)]), .record, usesRow: true)
    }
    var function = kind.function
    if case .percentile = function {
      guard let argument = rest.popFirst() else {
        checker.report(
          .argumentCount(
            kind.name, name.span, expected: "a value and a percentage", found: arguments.count))
        return .unknown
      }
      let typed = checker.check(argument.value, inner)
      guard let percent = typed.constant?.number, (0...100).contains(percent) else {
        if typed.type != .any || typed.constant == nil {
          checker.report(.notAPercentage(kind.name, argument.value.span))
        }
        return .unknown
      }
      function = .percentile(percent)
    }
    var condition: Typed?
    if let argument = rest.popFirst() { condition = checker.condition(argument.value, inner) }
    guard rest.isEmpty else {
      checker.report(
        .argumentCount(
          kind.name, name.span, expected: "a value and a condition", found: arguments.count))
      return .unknown
    }
    let type = Self.type(kind, value?.type)
    aggregates.append(
      Aggregate(
        name: "\(offset + aggregates.count)", function: function, argument: value?.scalar,
        condition: condition?.scalar, type: type, span: span))
    return Typed(.column(offset + aggregates.count - 1), type, usesRow: true)
  }

  /// A value to aggregate, which is a number where the aggregate wants those; nil when a mistake was
  /// reported.
  private func number(
    _ argument: Argument, of kind: AggregateKind, _ scope: Scope, _ checker: Checker
  ) -> Typed? {
    let value = checker.checkValue(argument.value, scope, of: kind.name)
    let type = value.type.element
    guard kind.wantsNumbers, type != .number, type != .any, type != .missing else { return value }
    checker.report(
      .argumentKind(kind.name, argument.value.span, expected: "numbers", found: type))
    return nil
  }

  private static func type(_ kind: AggregateKind, _ value: ValueType?) -> ValueType {
    switch kind.result {
    case .number: .number
    case .element: value?.element ?? .any
    case .list: .list(value?.element ?? .any)
    }
  }
}
