import PubQLDiagnostics
import PubQLSyntax

/// Finds statements that never run, whatever the data is.
enum NeverRun {
  static func problems(of statements: [Statement]) -> [LintProblem] {
    var problems: [LintProblem] = []
    for (index, statement) in statements.enumerated() {
      problems += Self.problems(of: statement)
      if case .assert(let condition, _) = statement.kind, condition.literal == false {
        return problems + told(Array(statements[(index + 1)...]))
      }
    }
    return problems
  }

  private static func problems(of statement: Statement) -> [LintProblem] {
    switch statement.kind {
    case .branch(let branches, let otherwise):
      var problems: [LintProblem] = []
      for (index, branch) in branches.enumerated() {
        let value = branch.condition.literal
        problems += value == false ? told(branch.body) : Self.problems(of: branch.body)
        if value == true {
          return problems + told(branches[(index + 1)...].flatMap(\.body) + (otherwise ?? []))
        }
      }
      return problems + Self.problems(of: otherwise ?? [])
    case .loop(_, let values, let body):
      if case .list(let members) = values.withoutParentheses.kind, members.isEmpty {
        return told(body)
      }
      return problems(of: body)
    default: return []
    }
  }

  /// One remark for all of them.
  private static func told(_ statements: [Statement]) -> [LintProblem] {
    guard let first = statements.first, let last = statements.last else { return [] }
    return [.neverRuns(first.span.joined(with: last.span))]
  }
}

extension Expression {
  /// The value of `true` and `false` as they stand.
  fileprivate var literal: Bool? {
    if case .bool(let value) = withoutParentheses.kind { value } else { nil }
  }
}
