package import PubQLEngine
package import PubQLModel
package import PubQLSyntax

/// What a statement can refer to: what was loaded, bound and defined before it.
package struct Environment: Sendable {
  /// Everything loaded.
  package var corpus = Corpus.empty
  /// Whether anything was loaded, be it without records.
  package var hasLoaded = false
  /// What was loaded under a name.
  package var sources: [String: Corpus] = [:]
  /// `$name`
  package var variables: [String: Binding] = [:]
  package var definitions: [String: Definition] = [:]
  /// The columns of variables that are known in outline only, while a script is checked.
  var outlines: [String: Schema] = [:]
  /// What a line that begins with `|` goes on from.
  package var lastResult: Table?
  package var today: PartialDate
  /// Whether records of unknown fields may still be loaded, so that a field that is not known
  /// yet is no mistake.
  package var isOpen = false

  package init(today: PartialDate) { self.today = today }

  /// Joins newly loaded records to everything loaded, and to their name.
  package mutating func add(_ loaded: Corpus, named name: String?) {
    hasLoaded = true
    corpus = Corpus(joining: [corpus, loaded])
    if let name { sources[name] = Corpus(joining: [sources[name] ?? .empty, loaded]) }
  }
}

/// What a variable holds.
package enum Binding: Sendable {
  case value(Value)
  case table(Table)

  var type: ValueType {
    switch self {
    case .value(let value): ValueType(of: value)
    case .table: .table
    }
  }
}

/// A named condition, value or chain of stages, used where its name stands.
package struct Definition: Sendable {
  package let name: Name
  package let parameters: [Name]
  package let body: Pipeline

  /// Whether it is a condition or value.
  var lone: Expression? {
    if case .expression(let expression) = body.head, body.stages.isEmpty { expression } else { nil }
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
      let types = values.map { ValueType(of: $0) }
      self = .list(types.dropFirst().allSatisfy { $0 == types.first } ? types.first ?? .any : .any)
    }
  }
}
