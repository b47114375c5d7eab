import PubQLEngine
import PubQLDiagnostics
import PubQLSyntax

/// An aggregate as the language writes it.
package struct AggregateKind: Sendable {
  package let name: String
  package let summary: String
  let function: AggregateFunction
  /// Whether it is given a value to aggregate.
  let takesValue: Bool
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
    _ name: String, _ function: AggregateFunction, value: Bool = true, numbers: Bool = false,
    gives result: Result, _ summary: String
  ) {
    self.name = name
    self.function = function
    takesValue = value
    wantsNumbers = numbers
    self.result = result
    self.summary = summary
  }

  /// All aggregates.
  package static let all: [AggregateKind] = [
    AggregateKind("count", .count, value: false, gives: .number, "How many rows"),
    AggregateKind(
      "share", .share, value: false, gives: .number, "The group's part of all rows, 0 to 1"),
    AggregateKind("count_distinct", .countDistinct, gives: .number, "How many different values"),
    AggregateKind("sum", .sum, numbers: true, gives: .number, "The sum of numbers"),
    AggregateKind("avg", .average, numbers: true, gives: .number, "The mean of numbers"),
    AggregateKind("min", .minimum, gives: .element, "The least value"),
    AggregateKind("max", .maximum, gives: .element, "The greatest value"),
    AggregateKind("median", .median, numbers: true, gives: .number, "The middle of numbers"),
    AggregateKind(
      "percentile", .percentile(0), numbers: true, gives: .number,
      "The number below which so many percent lie: `percentile(pages, 90)`"),
    AggregateKind("first", .first, gives: .element, "The value of the first row that has one"),
    AggregateKind("last", .last, gives: .element, "The value of the last row that has one"),
    AggregateKind("list", .list, gives: .list, "All values, in order"),
    AggregateKind("top", .mostFrequent, gives: .element, "The most frequent value"),
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
    if kind.takesValue {
      guard let argument = rest.popFirst() else {
        checker.report(
          .argumentCount(kind.name, name.span, expected: "a value", found: 0))
        return .unknown
      }
      value = checker.checkValue(argument.value, inner, of: kind.name)
      if kind.wantsNumbers, let type = value?.type.element, type != .number, type != .any {
        checker.report(
          .argumentKind(kind.name, argument.value.span, expected: "numbers", found: type))
        return .unknown
      }
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
        condition: condition?.scalar, type: type))
    return Typed(.column(offset + aggregates.count - 1), type, usesRow: true)
  }

  private static func type(_ kind: AggregateKind, _ value: ValueType?) -> ValueType {
    switch kind.result {
    case .number: .number
    case .element: value?.element ?? .any
    case .list: .list(value?.element ?? .any)
    }
  }
}
