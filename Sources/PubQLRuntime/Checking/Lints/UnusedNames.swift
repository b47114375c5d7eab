import PubQLDiagnostics
import PubQLSyntax

/// Finds names that a script gives and never uses.
///
/// It goes by the tokens of the text, those in `{…}` of texts included: a name counts as used where
/// the word stands again, whatever it means there, so that no use is missed.
struct UnusedNames {
  private let script: Script
  /// Where each word stands, `$` included.
  private var places: [String: [Int]] = [:]

  init(_ script: Script, _ source: SourceFile) {
    self.script = script
    for token in Lexer.tokens(of: source) where token.kind == .name || token.kind == .variable {
      places[source.text(token.start, token.end), default: []].append(token.start)
    }
  }

  var problems: [LintProblem] {
    // A script of definitions alone is there to be used by others.
    let isLibrary = script.statements.allSatisfy {
      switch $0.kind {
      case .def, .use, .let: true
      default: false
      }
    }
    return problems(of: script.statements, isLibrary: isLibrary)
  }

  private func problems(of statements: [Statement], isLibrary: Bool) -> [LintProblem] {
    statements.flatMap { problems(of: $0, isLibrary: isLibrary) }
  }

  private func problems(of statement: Statement, isLibrary: Bool) -> [LintProblem] {
    let end = statement.span.end
    switch statement.kind {
    case .let(let name, _) where !isLibrary && !isUsed("$" + name.text, from: end):
      return [.unusedValue(name.text, name.span)]
    case .param(let declaration) where !isUsed("$" + declaration.name.text, from: end):
      return [.unusedValue(declaration.name.text, declaration.name.span)]
    case .def(let name, let parameters, _):
      var problems: [LintProblem] = []
      if !isLibrary, !isUsed(name.text, from: end) {
        problems.append(.unusedDefinition(name.text, name.span))
      }
      for parameter in parameters
      where !isUsed(parameter.name.text, from: parameter.name.span.end, to: end) {
        problems.append(.unusedParameter(parameter.name.text, parameter.name.span))
      }
      return problems
    case .load(_, let name?) where !isUsed(name.text, from: end):
      return [.unusedSource(name.text, name.span)]
    case .use(_, let name) where !isLibrary && !isUsed(name.text, from: end):
      return [.unusedFile(name.text, name.span)]
    case .branch(let branches, let otherwise):
      return problems(of: branches.flatMap(\.body) + (otherwise ?? []), isLibrary: isLibrary)
    case .loop(_, _, let body): return problems(of: body, isLibrary: isLibrary)
    default: return []
    }
  }

  private func isUsed(_ word: String, from start: Int, to end: Int = .max) -> Bool {
    places[word]?.contains { $0 >= start && $0 < end } ?? false
  }
}
