/// The fields that every record may have, in the order in which a whole record shows them.
package enum StandardField: Int, Sendable, CaseIterable {
  case id
  case title
  case authors
  case date
  case type
  case institutions
  case abstract
  case topics
  case regions

  /// The name in a query and in JSON.
  package var name: String {
    switch self {
    case .id: "id"
    case .title: "title"
    case .authors: "authors"
    case .date: "date"
    case .type: "type"
    case .institutions: "institutions"
    case .abstract: "abstract"
    case .topics: "topics"
    case .regions: "regions"
    }
  }

  /// The other name of a field of many values, which reads better in a condition.
  package var singular: String? {
    switch self {
    case .authors: "author"
    case .institutions: "institution"
    case .topics: "topic"
    case .regions: "region"
    case .id, .title, .date, .type, .abstract: nil
    }
  }

  /// Whether a record may have several values.
  package var isMultiple: Bool { singular != nil }
}
