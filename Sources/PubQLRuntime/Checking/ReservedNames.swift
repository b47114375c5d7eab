import PubQLEngine
import PubQLSyntax

/// Names that are built in, which texts may not give to things of their own: it would change what
/// other texts mean.
///
/// Names bound close by (parameters, the variable of a loop) may be those of functions: they hold
/// in a few lines only, and a function that is new in the language breaks no text.
enum ReservedNames {
  /// What a name bound close by is already; nil where it is free.
  static func owner(ofCloseName name: String) -> String? {
    if StageGrammar.named(name) != nil { return "a stage" }
    let isField = Schema(Table(all: .empty)).index(of: name) != nil
    return isField || words.contains(name) ? "a field or word of the language" : nil
  }

  /// What a name is already; nil where it is free.
  static func owner(of name: String) -> String? {
    if Builtin.named(name) != nil || AggregateKind.named(name) != nil
      || WindowKind.named(name) != nil
    {
      return "a function"
    }
    return owner(ofCloseName: name)
  }

  private static let words: Set<String> = [
    "year", "source", "corpus", "missing", "true", "false", "and", "or", "not", "if", "then",
    "else", "try", "for", "in", "from", "load", "use", "let", "def", "param", "print", "assert",
    "explain", "why",
  ]
}
