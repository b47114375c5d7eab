package import PubQLDiagnostics
package import PubQLEngine
import PubQLSyntax

/// Resolves names, gives every expression a type and turns statements into plans; reports all
/// mistakes that it finds.
///
/// It needs no records, only the columns of the tables in its environment: so a whole script is
/// checked against empty tables before any of it runs.
package final class Checker {
  package let environment: Environment
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Values that conditions ask for, to see afterwards whether they occur at all.
  package internal(set) var probes: [ValueProbe] = []
  /// Queries in parentheses run while a statement is checked; these failed.
  package internal(set) var failures: [RunError] = []
  let context: ExecutionContext
  var expansions = 0
  var depth = 0

  /// How many uses of definitions one statement may come to, so that definitions that use each
  /// other twice over do not grow beyond bounds.
  static let expansionLimit = 10_000
  /// How deep expressions may nest, with definitions in place of their names: as much as the
  /// small stack of a worker thread holds.
  static let nestingLimit = 300
  /// How deep definitions may use each other.
  static let depthLimit = 50

  package init(_ environment: Environment, _ context: ExecutionContext) {
    self.environment = environment
    self.context = context
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  func report(_ problem: CheckProblem) {
    let diagnostic = problem.diagnostic
    // The body of a definition is checked at each use: one report is enough.
    guard !diagnostics.contains(where: { $0.code == diagnostic.code && $0.span == diagnostic.span })
    else { return }
    diagnostics.append(diagnostic)
  }
}

/// A checked expression.
package struct Typed {
  package var scalar: Scalar
  package var type: ValueType
  /// Whether it looks at the row in hand.
  package var usesRow: Bool

  package init(_ scalar: Scalar, _ type: ValueType, usesRow: Bool = false) {
    self.scalar = scalar
    self.type = type
    self.usesRow = usesRow
  }

  /// Stands for what could not be checked; nothing more is said of it.
  static let unknown = Typed(.constant(.missing), .any)

  /// The value, where it is known already.
  var constant: Value? { if case .constant(let value) = scalar { value } else { nil } }
}

/// Where an expression stands: which row is in hand, and which names are bound close by.
struct Scope {
  /// The columns of the row in hand; nil where there is none.
  var schema: Schema?
  /// Arguments of the definition that is being expanded.
  var arguments: [String: ArgumentBinding] = [:]
  /// The definitions that are being expanded, outermost first.
  var expanding: [String] = []
  /// Collects aggregates where they may stand.
  var aggregates: AggregateCollector?

  /// A parameter stands for an expression of the place where the definition is used.
  struct ArgumentBinding {
    let expression: Expression
    let scope: ScopeBox
  }
}

/// A scope inside a scope.
final class ScopeBox {
  let scope: Scope

  init(_ scope: Scope) { self.scope = scope }
}

/// A text that a condition compares a coded field with.
package struct ValueProbe: Sendable {
  /// Name of the column.
  package let column: String
  package let test: ValueTest
  package let text: String
  package let span: SourceSpan
}

/// A checked pipeline: a plan for rows, or a value.
package enum Checked {
  case query(CheckedQuery)
  case value(Typed)
  case invalid
}

/// A plan and what its rows will look like.
package struct CheckedQuery {
  package var plan: Plan
  package var schema: Schema
}
