/// What is known of a value before a query runs.
package indirect enum ValueType: Sendable, Equatable {
  /// Nothing is known
  case any
  case missing
  case bool
  case number
  case text
  /// A record's id: compares with text and whole numbers
  case identifier
  case date
  case duration
  case person
  case place
  case list(ValueType)
  case record
  case range(ValueType)
  case table
  case function

  /// What a field of a corpus holds.
  package init(_ field: CorpusField) {
    let element: ValueType =
      switch field.kind {
      case .identifier: .identifier
      case .text, .category: .text
      case .date: .date
      case .person: .person
      case .place: .place
      }
    self = field.isMultiple ? .list(element) : element
  }

  /// The type of the values that a condition looks at one by one.
  package var element: ValueType {
    if case .list(let element) = self { element } else { self }
  }

  /// Whether values are texts, or kinds of text.
  package var isTextual: Bool {
    switch self {
    case .text, .identifier, .person, .place: true
    default: false
    }
  }

  /// What messages call it.
  package var name: String {
    switch self {
    case .any: "value"
    case .missing: "missing"
    case .bool: "true or false"
    case .number: "number"
    case .text: "text"
    case .identifier: "id"
    case .date: "date"
    case .duration: "duration"
    case .person: "person"
    case .place: "place"
    case .list(.any): "list"
    case .list(let element): "list of \(element.pluralName)"
    case .record: "record"
    case .range: "range"
    case .table: "table"
    case .function: "function"
    }
  }

  /// The kind with its article, as messages tell what something is.
  package var described: String {
    switch self {
    case .missing, .bool: name
    case .identifier: "an \(name)"
    default: "a \(name)"
    }
  }

  private var pluralName: String {
    switch self {
    case .person: "people"
    case .text, .date, .number, .place, .duration, .record, .range, .table, .identifier, .any,
      .function:
      name + "s"
    case .bool, .missing: name
    case .list: "lists"
    }
  }
}
