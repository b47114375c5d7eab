import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax
import PubQLText

extension Checker {
  /// `snippet(abstract)` behind a search, `snippet(abstract, "smart cities")` anywhere; a width and
  /// a mark may follow.
  /// - Parameter arguments: text, words, width and mark, nil for those left out.
  func checkSnippet(
    _ builtin: Builtin, _ arguments: [(Expression, Typed)?], _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    var arguments = arguments
    // Behind a search the width may follow the text at once.
    if let (_, second) = arguments[1], second.type == .number {
      if arguments[2] == nil {
        arguments = [arguments[0], nil, arguments[1], arguments[3]]
      } else if arguments[3] == nil {
        arguments = [arguments[0], nil, arguments[1], arguments[2]]
      }
    }
    for (parameter, argument) in zip(builtin.parameters, arguments) {
      guard let (expression, typed) = argument, !parameter.kind.accepts(typed.type) else {
        continue
      }
      report(
        .argumentKind(
          "snippet", expression.span, expected: parameter.kind.name, found: typed.type))
      return .unknown
    }
    guard let (text, typed) = arguments[0] else { return .unknown }
    guard let words = words(arguments[1], text, span, scope) else { return .unknown }
    guard let width = width(arguments[2]) else { return .unknown }
    if let mark = arguments[3], mark.1.constant == nil {
      report(SearchProblem.notKnownBeforehand("snippet", mark.0.span))
      return .unknown
    }
    let mark = arguments[3]?.1.constant?.textual ?? ""
    switch words {
    case .known(let search):
      let finder = PassageFinder(search, width: width, mark: mark)
      return fold(
        Typed(
          .call(Builtin.snippet(finder), [typed.scalar], span), .text, usesRow: typed.usesRow))
    case .ofRow(let words):
      return Typed(
        .call(
          builtin.function,
          [typed.scalar, words, .constant(.whole(width)), .constant(.text(mark))], span),
        .text, usesRow: true)
    case .notYetKnown: return Typed(.constant(.missing), .text, usesRow: typed.usesRow)
    }
  }

  /// The words that a passage has to show.
  private enum SnippetWords {
    case known(SearchText)
    case ofRow(Scalar)
    case notYetKnown
  }

  /// Nil when a mistake was reported.
  private func words(
    _ argument: (Expression, Typed)?, _ text: Expression, _ span: SourceSpan, _ scope: Scope
  ) -> SnippetWords? {
    guard let (expression, typed) = argument else {
      if let search = scope.schema?.search { return .known(search) }
      if scope.schema?.isOpen ?? environment.isOpen { return .notYetKnown }
      var shown = "abstract"
      if case .name(let name) = text.kind { shown = name.text }
      report(SearchProblem.noSearchBefore(span, text: shown))
      return nil
    }
    guard let constant = typed.constant else { return .ofRow(typed.scalar) }
    if constant.isMissing { return .notYetKnown }
    let search = SearchText(constant.textual ?? "")
    if search.isEmpty {
      report(SearchProblem.noWord(expression.span))
      return nil
    }
    return .known(search)
  }

  private func width(_ argument: (Expression, Typed)?) -> Int? {
    guard let (expression, typed) = argument else { return PassageFinder.usualWidth }
    if let width = typed.constant?.wholeNumber, 1...PassageFinder.widthLimit ~= width {
      return width
    }
    if typed.constant == nil {
      report(SearchProblem.notKnownBeforehand("snippet", expression.span))
    } else {
      report(SearchProblem.badWidth(expression.span))
    }
    return nil
  }
}
