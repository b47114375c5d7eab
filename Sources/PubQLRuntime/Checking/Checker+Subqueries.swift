import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

extension Checker {
  /// A query in parentheses where values are wanted; it runs now, once for all places in a statement
  /// where it stands.
  func checkSubquery(
    _ pipeline: Pipeline, _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    if scope.outermost != nil { steps += 1000 }
    let id = SubqueryID(pipeline, span, scope)
    if let id, let known = subqueries[id], lints == nil { return known }
    switch checkInner(pipeline, scope) {
    case .invalid: return .unknown
    case .value(let typed): return typed
    case .query(let query) where query.schema.isOpen:
      // Its records are not read yet: it can be checked, but not run.
      let element = query.schema.columns.count == 1 ? query.schema.columns[0].type.element : .any
      return .notReadYet(element)
    case .query(let query) where environment.isOutline:
      // It runs when the statement does; until then its columns are known.
      return values(of: query.outline)
    case .query(let query):
      do {
        var result = values(of: try rows(of: query))
        if query.schema.columns.count == 1 {
          result.type = .list(query.schema.columns[0].type.element)
        }
        if let id { subqueries[id] = result }
        return result
      } catch {
        failures.append(error)
        return .unknown
      }
    }
  }
}

/// What tells a query in parentheses from others of a statement: where two have the same, they give
/// the same.
struct SubqueryID: Hashable {
  /// What names mean depends on the file.
  private let file: SourceID
  private let text: String

  /// Nil where the query may look at what a parameter stands for.
  init?(_ pipeline: Pipeline, _ span: SourceSpan, _ scope: Scope) {
    guard scope.arguments.isEmpty, scope.locals.isEmpty else { return nil }
    file = span.file
    text = Printer.text(Expression(.subquery(pipeline), span: span))
  }
}
