import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

/// The members of what a loop runs over.
struct LoopMembers {
  /// Nil where they are not known yet.
  var values: [Value]? { typed?.constant?.members }
  /// The list; nil where it has a mistake.
  var typed: Typed?
  var type: ValueType

  /// A value such as the loop's variable will have, for checking what it runs.
  var sample: Typed {
    let value = values?.first ?? type.sample
    return value.isMissing ? .unknown : Typed(.constant(value), ValueType(of: value))
  }
}

extension Checker {
  /// What `for` runs over: the values of a list or of a query's only column, or rows as records.
  func members(of expression: Expression) -> LoopMembers {
    let scope = Scope()
    let typed: Typed
    switch rowsIfAny(expression, scope) {
    case .query(let query):
      if query.schema.isOpen { return LoopMembers(type: .any) }
      do {
        typed = listing(values(of: try rows(of: query)))
      } catch {
        failures.append(error)
        return LoopMembers(type: .any)
      }
    case .value(let value): typed = listing(value)
    case .invalid: return LoopMembers(type: .any)
    case nil: typed = listing(check(expression, scope))
    }
    guard case .list(let element) = typed.type else {
      if typed.type != .any, !isRangeLoop(expression) {
        report(
          .argumentKind("for", expression.span, expected: "lists and queries", found: typed.type))
      }
      return LoopMembers(typed: typed, type: .any)
    }
    return LoopMembers(typed: typed, type: element)
  }

  /// A value that `print` writes.
  func printed(_ expression: Expression) -> Typed {
    let typed = check(expression, Scope())
    if typed.type == .table { return report(wrong: .printsTable(expression.span)) }
    return typed
  }
}

extension ValueType {
  /// A value of the type, where none is known yet.
  fileprivate var sample: Value {
    switch self {
    case .bool: .bool(false)
    case .number: .whole(1)
    case .text, .identifier: .text("x")
    case .date: PartialDate(year: 2000).map { .date($0) } ?? .missing
    case .person: .person("X")
    case .place: .place("X")
    case .list(let element): .list([element.sample])
    default: .missing
    }
  }
}
