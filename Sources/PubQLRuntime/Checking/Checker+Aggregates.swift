import PubQLEngine
import PubQLSyntax

/// Names that are both an aggregate and a function of lists, such as `max` and `avg`.
///
/// In the braces of `group` the aggregate is meant, unless its argument is made of aggregates.
extension Checker {
  /// Whether a value is made of aggregates: then what is made of it is no aggregate, but a function
  /// of values.
  func holdsAggregate(_ arguments: [Argument], _ scope: Scope) -> Bool {
    var pending = arguments.map(\.value)
    var seen: Set<String> = []
    while let expression = pending.popLast() {
      switch expression.kind {
      case .call(let name, let arguments):
        if let definition = definition(name, scope) {
          if seen.insert(name.text).inserted, let body = definition.lone { pending.append(body) }
        } else if AggregateKind.named(name.text) != nil {
          return true
        }
        pending += arguments.map(\.value)
      case .name(let name) where !name.isQuoted:
        guard seen.insert(name.text).inserted else { continue }
        if let argument = scope.arguments[name.text] {
          pending.append(argument.expression)
        } else if let body = definition(name, scope)?.lone {
          pending.append(body)
        }
      default: pending += expression.parts
      }
    }
    return false
  }

  /// Whether an aggregate is meant where there is no group, or inside of another: a single value
  /// has no mean.
  func isMisplacedAggregate(
    _ builtin: Builtin, _ arguments: [(Expression, Typed)?]
  ) -> Bool {
    guard let kind = AggregateKind.named(builtin.name),
      arguments.count == kind.arguments.count, let typed = arguments.first??.1
    else { return false }
    return typed.usesRow && typed.type != .any && typed.type.element == typed.type
  }
}

extension Expression {
  /// The expressions that it is made of, but for those of queries, which have groups of their own.
  fileprivate var parts: [Expression] {
    switch kind {
    case .member(let inner, _), .parenthesised(let inner), .negate(let inner), .not(let inner):
      [inner]
    case .index(let a, let b), .and(let a, let b), .or(let a, let b), .arithmetic(_, let a, let b),
      .comparison(_, _, _, let a, let b):
      [a, b]
    case .choice(let condition, let value, let other): [condition, value, other]
    case .attempt(let value, let other): [value, other]
    case .apply(let function, let arguments): [function] + arguments.map(\.value)
    case .range(let low, let high): [low, high].compactMap(\.self)
    case .list(let members): members
    case .record(let members): members.map(\.value)
    case .text(let parts):
      parts.compactMap { part in
        if case .interpolation(let inner) = part { inner } else { nil }
      }
    default: []
    }
  }
}
