package import PubQLEngine
package import PubQLModel
package import PubQLSyntax

/// What a statement can refer to: what was loaded, bound and defined before it.
package struct Environment: Sendable {
  /// Everything loaded.
  package var corpus = Corpus.empty { didSet { version += 1 } }
  /// Whether anything was loaded, be it without records.
  package var hasLoaded = false { didSet { version += 1 } }
  /// What was loaded under a name.
  package var sources: [String: Corpus] = [:] { didSet { version += 1 } }
  /// What the text has bound and defined.
  package var names = Names() { didSet { version += 1 } }
  /// Values that whoever runs the text gives to its parameters.
  var given: [String: Value] = [:] { didSet { version += 1 } }
  /// Values bound close by: the variables of the loops that run.
  var locals: [String: Typed] = [:] { didSet { version += 1 } }
  /// Grows with each change of the above, so that what was checked before is known to be old.
  private(set) var version = 0
  /// What a line that begins with `|` goes on from.
  package var lastResult: Table?
  /// How it came about: the last query, and before it those that it goes on from.
  var lastQuery: [QueryTrace] = []
  package var today: PartialDate
  /// Whether records of unknown fields may still be loaded, so that a field that is not known
  /// yet is no mistake.
  package var isOpen = false
  /// Whether it is to be told what runs, but is likely not meant.
  var isLinting = false
  /// Whether records that are still to be loaded have the fields of those that are, so that a
  /// field that is not known is a mistake.
  var knowsFields = false
  /// Whether a text is looked through without running it: what variables hold is known by its
  /// columns only.
  var isOutline = false

  package init(today: PartialDate) { self.today = today }

  /// `$name`
  package var variables: [String: Binding] {
    get { names.variables }
    set { names.variables = newValue }
  }

  package var definitions: [String: Definition] {
    get { names.definitions }
    set { names.definitions = newValue }
  }

  /// Joins newly loaded records to everything loaded, and to their name.
  package mutating func add(_ loaded: Corpus, named name: String?) {
    hasLoaded = true
    corpus = Corpus(joining: [corpus, loaded])
    if let name { sources[name] = Corpus(joining: [sources[name] ?? .empty, loaded]) }
  }
}

/// What the statements of one text have given names to.
package struct Names: Sendable {
  package var variables: [String: Binding] = [:]
  /// The columns of variables that are known in outline only, while a script is checked.
  var outlines: [String: Schema] = [:]
  package var definitions: [String: Definition] = [:]
  /// The names of other files, by the name that `use` gave them.
  package var files: [String: Names] = [:]
}

/// What a variable holds.
package enum Binding: Sendable {
  case value(Value)
  case table(Table)
  /// Not known, for what bound it has a mistake
  case unknown

  var type: ValueType {
    switch self {
    case .value(let value): ValueType(of: value)
    case .table: .table
    case .unknown: .any
    }
  }
}

/// A named condition, value or chain of stages, used where its name stands.
package struct Definition: Sendable {
  package let name: Name
  package let parameters: [Parameter]
  package let body: Pipeline
  /// Whether it is a value that calls itself.
  let isRecursive: Bool
  /// What its text can name, where that is a file that is used; else it is the text that runs.
  var home: Names?

  init(name: Name, parameters: [Parameter], body: Pipeline) {
    self.name = name
    self.parameters = parameters
    self.body = body
    var mentionsItself = false
    body.forEach { mentionsItself = mentionsItself || $0.kind.isUse(of: name.text) }
    isRecursive = mentionsItself && body.stages.isEmpty
  }

  /// Whether it is a condition or value.
  var lone: Expression? {
    if case .expression(let expression) = body.head, body.stages.isEmpty { expression } else { nil }
  }
}

extension ExpressionKind {
  /// Whether each way through it leads to a use of a definition of the same text.
  func alwaysUses(_ name: String) -> Bool {
    if isUse(of: name) { return true }
    switch self {
    case .lambda, .subquery: return false
    case .choice(let condition, let value, let other):
      return condition.kind.alwaysUses(name)
        || value.kind.alwaysUses(name) && other.kind.alwaysUses(name)
    // What stands behind them is not always looked at.
    case .and(let first, _), .or(let first, _), .attempt(let first, _):
      return first.kind.alwaysUses(name)
    default: return parts.contains { $0.kind.alwaysUses(name) }
    }
  }

  /// Whether it is the use of a definition of the same text.
  fileprivate func isUse(of name: String) -> Bool {
    switch self {
    case .name(let used), .call(let used, _):
      used.text == name && used.qualifier == nil && !used.isQuoted
    default: false
    }
  }
}

extension ValueType {
  /// The type of a value that is known.
  package init(of value: Value) {
    switch value {
    case .missing: self = .missing
    case .bool: self = .bool
    case .whole, .decimal: self = .number
    case .text: self = .text
    case .date: self = .date
    case .duration: self = .duration
    case .person: self = .person
    case .place: self = .place
    case .record: self = .record
    case .function: self = .function
    case .range(let low, let high):
      self = .range(ValueType(of: low.isMissing ? high : low))
    case .list(let values):
      // What is not there says nothing of what is.
      let types = values.lazy.filter { !$0.isMissing }.map { ValueType(of: $0) }
      self = .list(types.dropFirst().allSatisfy { $0 == types.first } ? types.first ?? .any : .any)
    }
  }
}
