import PubQLEngine
import PubQLSyntax
import PubQLText

extension Checker {
  /// The fields that a message lists. In the body of a definition what its parameters stand for
  /// is not known, nor what columns are called after them.
  func listedFields(of schema: Schema, _ scope: Scope) -> [String] {
    scope.outermost == nil && !scope.arguments.isEmpty ? [] : schema.listedNames
  }

  /// A word that a text is compared with and that names nothing, `topic = Cities`: quotes were
  /// likely forgotten. Nil where it names something, or nearly does.
  func bareWord(_ right: Expression, beside left: Typed, _ scope: Scope) -> Name? {
    guard left.type.element.isTextual, case .name(let word) = right.kind, !word.isQuoted,
      let schema = scope.schema, !schema.isOpen
    else { return nil }
    let near = schema.names + closeNames(scope) + names(scope).definitions.keys
    let isKnown =
      near.contains(word.text) || column(named: word, in: schema) != nil
      || definition(word, scope) != nil || environment.locals[word.text] != nil
    return isKnown || Suggestion.best(for: word.text, among: near) != nil ? nil : word
  }
}
