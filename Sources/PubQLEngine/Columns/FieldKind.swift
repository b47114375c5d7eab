package import PubQLModel

/// What the values of a field of a corpus are.
package enum FieldKind: Sendable, Equatable {
  /// A record's name in its source; compares with text and with whole numbers
  case identifier
  /// Running text, different in each record: title, abstract
  case text
  /// Texts that recur: type, institutions, topics, and fields that only a source knows
  case category
  case date
  case person
  case place

  /// The kind of a standard field.
  package init(_ field: StandardField) {
    switch field {
    case .id: self = .identifier
    case .title, .abstract: self = .text
    case .date: self = .date
    case .authors: self = .person
    case .regions: self = .place
    case .type, .institutions, .topics: self = .category
    }
  }

  /// Whether values are kept once in a dictionary and records hold their codes.
  package var isCoded: Bool { self != .identifier && self != .text }
}
