import PubQLDiagnostics
import PubQLSyntax

/// What can be wrong with the names that a text gives, and the words for it.
enum NameProblem {
  /// Of two things that would have one name, the second.
  case givenTwice(Name, first: Name, Owner)
  /// `let since` before `param since`.
  case boundBefore(Name, first: Name)
  case unreachableOption(Name)

  /// What gives the names.
  enum Owner: String {
    case parameters = "parameters"
    case members = "members of this record"
    case scriptParameters = "parameters of this script"
  }

  var diagnostic: Diagnostic {
    switch self {
    case .givenTwice(let name, let first, let owner):
      Self.error(
        "PQ0128", "two \(owner.rawValue) are called `\(name.text)`", name, first,
        help: "give one of them another name")
    case .boundBefore(let name, let first):
      Self.error(
        "PQ0128", "`\(name.text)` is a value of this script already", name, first,
        help: "give the parameter or the value another name")
    case .unreachableOption(let name):
      Self.error(
        "PQ0107", "`--\(name.text)` lists the parameters of a script, so none can be called so",
        name, nil, help: "choose another name")
    }
  }

  private static func error(
    _ code: String, _ message: String, _ name: Name, _ first: Name?, help: String
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      DiagnosticCode(code), .error, message, at: .source(name.span), help: help)
    if let first { diagnostic.secondary = [(first.span, "the first")] }
    return diagnostic
  }

  /// What `pubql explain` tells of these codes.
  static let entries = [
    Catalogue.entry(
      "PQ0128", "one name for two things",
      "What has the same name twice could be read in one of two ways. Wrong: `def f(x, x) = x`, `{ a: 1, a: 2 }`. Right: `def f(x, y) = x + y`, `{ a: 1, b: 2 }`."
    )
  ]
}

extension Checker {
  /// Reports each name that stood in the row before.
  ///
  /// - Returns: whether there was none.
  @discardableResult
  func requireDistinct(_ names: [Name], _ owner: NameProblem.Owner) -> Bool {
    let repeated = names.repeated
    for (name, first) in repeated {
      report(NameProblem.givenTwice(name, first: first, owner).diagnostic)
    }
    return repeated.isEmpty
  }
}

extension [Name] {
  /// The names that stood before, each with the first of its kind.
  var repeated: [(name: Name, first: Name)] {
    // What could not be read bears an empty name.
    var firsts: [String: Name] = [:]
    return filter { !$0.text.isEmpty }.compactMap { name in
      guard let first = firsts[name.text] else {
        firsts[name.text] = name
        return nil
      }
      return (name, first)
    }
  }
}
