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
  /// What those gave that have run.
  var subqueries: [SubqueryID: Typed] = [:]
  /// Whether some have run.
  private(set) var hasRunQueries = false
  let context: ExecutionContext
  var expansions = 0
  /// Expressions that were checked inside of definitions.
  var steps = 0
  var depth = 0
  /// The uses of definitions in whose bodies checking is, outermost first.
  var uses: [Name] = []
  private var reported: Set<ReportKey> = []
  /// Where it is to be told what is likely not meant.
  let lints: LintNotes?

  /// How many uses of definitions one statement may come to, so that definitions that use each
  /// other twice over do not grow beyond bounds.
  static let expansionLimit = 2_000
  /// How many expressions the uses of definitions in one statement may come to. A query in
  /// parentheses counts as a thousand, for it runs.
  static let stepLimit = 200_000
  /// How deep expressions may nest, with definitions in place of their names: as much as the
  /// small stack of a worker thread holds.
  static let nestingLimit = 300
  /// How deep definitions may use each other.
  static let depthLimit = 50
  /// How many uses of definitions are shown with a mistake inside of them.
  private static let toldUses = 3

  package init(_ environment: Environment, _ context: ExecutionContext) {
    self.environment = environment
    self.context = context
    lints = environment.isLinting ? LintNotes() : nil
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The rows of a query on which it depends what the statement means.
  func rows(of query: CheckedQuery) throws(RunError) -> Table {
    hasRunQueries = true
    return try query.plan.run(context)
  }

  func report(_ problem: CheckProblem) { report(problem.diagnostic) }

  func report(_ problem: SearchProblem) { report(problem.diagnostic) }

  func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    // The innermost uses tell how one got there.
    for use in uses.suffix(Self.toldUses).reversed() where diagnostic.span != use.span {
      diagnostic.secondary.append((use.span, "used here"))
    }
    // The body of a definition is checked at each use: one report is enough.
    guard reported.insert(ReportKey(code: diagnostic.code, span: diagnostic.span)).inserted else {
      return
    }
    diagnostics.append(diagnostic)
  }
}

/// What makes two reports the same.
private struct ReportKey: Hashable {
  let code: DiagnosticCode
  let span: SourceSpan?
}

/// A checked expression.
package struct Typed: Sendable {
  package var scalar: Scalar
  package var type: ValueType
  /// Whether it looks at the row in hand, or at a name bound close by.
  package var usesRow: Bool
  /// The rows of a query that stands where a value is wanted.
  var table: Table?

  package init(_ scalar: Scalar, _ type: ValueType, usesRow: Bool = false) {
    self.scalar = scalar
    self.type = type
    self.usesRow = usesRow
  }

  /// Stands for what could not be checked; nothing more is said of it.
  static let unknown = Typed(.constant(.missing), .any)

  /// The values of a query whose records are not read yet: it can be checked what is made of them,
  /// but not worked out.
  static func notReadYet(_ element: ValueType) -> Typed {
    let rows = ScalarFunction("rows") { _ throws(RunError.Reason) in
      throw .badArgument(function: "rows", "they are not read yet")
    }
    return Typed(
      .call(rows, [], SourceSpan(file: SourceID(index: 0), start: 0, end: 0)), .list(element))
  }

  /// Whether it stands for what could not be checked.
  var isUnknown: Bool { type == .any && !usesRow && (constant?.isMissing ?? false) }

  /// The value, where it is known already.
  var constant: Value? { if case .constant(let value) = scalar { value } else { nil } }
}

/// Where an expression stands: which row is in hand, and which names are bound close by.
struct Scope {
  /// The columns of the row in hand; nil where there is none.
  var schema: Schema?
  /// Arguments of the definition that is being expanded.
  var arguments: [String: ArgumentBinding] = [:]
  /// Parameters of lambdas and of recursive definitions: places of the frame, and their types.
  var locals: [String: (slot: Int, type: ValueType)] = [:]
  /// How many places the frame has.
  var frameSize = 0
  /// The names of the file in which the text stands; nil for the text that runs.
  var home: Names?
  /// The recursive definition whose body it is.
  var recursion: Name?
  /// The definitions that are being expanded, outermost first.
  var expanding: [String] = []
  /// Where the statement uses the outermost of them.
  var outermost: Name?
  /// How many queries in parentheses it stands in.
  var level = 0
  /// Collects aggregates where they may stand.
  var aggregates: AggregateCollector?
  /// Collects running columns where they may stand.
  var windows: WindowCollector?
  /// In a lambda, what collects for arguments of definitions that come from outside of it.
  var outsideLambda: (aggregates: AggregateCollector?, windows: WindowCollector?)?

  /// The scope of a query in parentheses: no row is in hand, but parameters are.
  var ofSubquery: Scope {
    var inner = self
    inner.schema = nil
    inner.aggregates = nil
    inner.windows = nil
    inner.outsideLambda = nil
    inner.level += 1
    // The query runs before any row or call: there is no frame.
    inner.locals = inner.locals.mapValues { (Self.unreachable, $0.type) }
    inner.frameSize = 0
    inner.recursion = nil
    return inner
  }

  /// The place of a name that is bound outside of the query in parentheses in hand.
  static let unreachable = -1

  private var outerAggregates: AggregateCollector? { aggregates ?? outsideLambda?.aggregates }
  private var outerWindows: WindowCollector? { windows ?? outsideLambda?.windows }

  /// A parameter stands for an expression of the place where the definition is used.
  ///
  /// Its fields are those of the row in hand where the parameter stands: `def by(k) = count by k
  /// | sort k` sorts the counts.
  struct ArgumentBinding {
    let expression: Expression
    let scope: ScopeBox

    /// Where the expression is checked when the parameter stands in `scope`. The row of a query
    /// is not in hand in a query in parentheses.
    func scope(in place: Scope) -> Scope {
      var outer = scope.scope
      outer.schema = outer.level == place.level ? place.schema : nil
      if outer.outsideLambda == nil {
        outer.aggregates = outer.level == place.level ? place.outerAggregates : nil
        outer.windows = outer.level == place.level ? place.outerWindows : nil
      }
      outer.outermost = outer.outermost ?? place.outermost
      outer.frameSize = place.frameSize
      return outer
    }
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
package struct CheckedQuery: Sendable {
  package var plan: Plan
  package var schema: Schema
  /// The part of the text that each of the plan's operators comes from.
  private(set) var places: [SourceSpan] = []

  package init(plan: Plan, schema: Schema) {
    self.plan = plan
    self.schema = schema
  }

  /// Says where the operators come from that were added last.
  mutating func mark(_ span: SourceSpan) {
    if places.count > plan.operators.count { places = [] }
    while places.count < plan.operators.count { places.append(span) }
  }
}
