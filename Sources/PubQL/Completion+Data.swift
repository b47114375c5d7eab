/// What completion knows of a session; each part is asked for only where it can stand.
package struct CompletionData {
  /// A field of the records that are loaded.
  package struct Field {
    /// Its name as a column, such as `topics`.
    package let name: String
    /// The name that reads better in a condition, such as `topic`.
    package let singular: String?
    /// A word for its kind, such as `text`, `date`, `person`
    package let kind: String

    package init(name: String, singular: String? = nil, kind: String) {
      self.name = name
      self.singular = singular
      self.kind = kind
    }
  }

  /// A function or an aggregate.
  package struct Function {
    package let name: String
    package let summary: String

    package init(name: String, summary: String) {
      self.name = name
      self.summary = summary
    }
  }

  /// A definition made with `def`.
  package struct Definition {
    package let name: String
    package let isStage: Bool

    package init(name: String, isStage: Bool) {
      self.name = name
      self.isStage = isStage
    }
  }

  package var fields: [Field] = []
  package var functions: [Function] = []
  package var definitions: [Definition] = []
  /// Names without their `$`.
  package var variables: [String] = []
  /// What `from` can name, besides `corpus`.
  package var sources: [String] = []
  /// Visits every value in the dictionary of a field (asked for by either name) with its count;
  /// visits nothing for a field that has no dictionary.
  package var values: (_ field: String, _ visit: (_ text: String, _ count: Int) -> Void) -> Void = {
    _, _ in
  }
  /// The names in a folder (`""` is the current one, else it ends with `/`); folders end with `/`.
  package var files: (_ folder: String) -> [String] = { _ in [] }

  package init() {}
}
