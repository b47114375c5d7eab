import PubQLModel
import PubQLText

/// A condition as a tree, evaluated one record at a time, straight from the language's page.
indirect enum Condition {
  case text(ReferenceField, TextRelation, [ReferenceValue], Quantifier)
  case pattern(ReferenceField, ReferencePattern)
  case date(DateRelation, [PartialDate])
  case year(NumberRelation, Int)
  case yearIn(ClosedRange<Int>)
  case length(ReferenceField, NumberRelation, Int)
  case missing(ReferenceField)
  case not(Condition)
  case and(Condition, Condition)
  case or(Condition, Condition)

  enum TextRelation: String {
    case equal = "="
    case exactly = "=="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case within, has, contains, starts, ends
  }

  enum DateRelation: String {
    case equal = "="
    case exactly = "=="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case `in`, overlaps
  }

  enum NumberRelation: String, CaseIterable {
    case equal = "="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    func holds(_ a: Int, _ b: Int) -> Bool {
      switch self {
      case .equal: a == b
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      case .greaterOrEqual: a >= b
      }
    }
  }

  /// How the values of a field and those of a list meet.
  enum Quantifier {
    /// Some value of the field meets some value of the list.
    case any
    /// Every value of the list is met by some value of the field.
    case all
    /// Some value of the field meets every value of the list.
    case allOfOne
  }
}

extension Condition {
  static func comparing(
    _ field: ReferenceField, _ relation: TextRelation, _ targets: [String],
    _ quantifier: Quantifier
  ) -> Condition {
    .text(field, relation, targets.map { ReferenceValue($0, field) }, quantifier)
  }

  func holds(_ record: ReferenceRecord) -> Bool {
    switch self {
    case .text(let field, let relation, let targets, let quantifier):
      let values = record.values(field)
      func meets(_ value: ReferenceValue, _ target: ReferenceValue) -> Bool {
        Self.meets(field, value, relation, target)
      }
      return switch quantifier {
      case .any: values.contains { value in targets.contains { meets(value, $0) } }
      case .all:
        !values.isEmpty
          && targets.allSatisfy { target in values.contains { meets($0, target) } }
      case .allOfOne: values.contains { value in targets.allSatisfy { meets(value, $0) } }
      }
    case .pattern(let field, let pattern):
      return record.values(field).contains { pattern.matches($0) }
    case .date(let relation, let targets):
      guard let date = record.date else { return false }
      return targets.contains { Self.meets(date, relation, $0) }
    case .year(let relation, let year):
      return Self.year(record).map { relation.holds($0, year) } ?? false
    case .yearIn(let years):
      return Self.year(record).map { years.contains($0) } ?? false
    case .length(let field, let relation, let length):
      return relation.holds(record.values(field).count, length)
    case .missing(let field): return record.values(field).isEmpty
    case .not(let inner): return !inner.holds(record)
    case .and(let a, let b): return a.holds(record) && b.holds(record)
    case .or(let a, let b): return a.holds(record) || b.holds(record)
    }
  }

  /// The year, where there is one that all days of the date lie in.
  private static func year(_ record: ReferenceRecord) -> Int? {
    guard let text = record.values(.date).first?.text, let date = record.date else { return nil }
    // `2020/2020` does not occur: one year is what begins with its four digits and is no span.
    guard !text.contains("/"), !text.contains("X"), let year = Int(text.prefix(4)) else {
      return nil
    }
    return date.firstDay <= date.lastDay ? year : nil
  }

  static func meets(
    _ field: ReferenceField, _ value: ReferenceValue, _ relation: TextRelation,
    _ target: ReferenceValue
  ) -> Bool {
    let (a, b) = (value.folded, target.folded)
    switch relation {
    case .equal where field == .author:
      guard let name = value.name, let other = target.name else { return false }
      return name.isCompatible(with: other)
    case .equal where field == .region, .within:
      guard let place = value.place, let other = target.place else { return a == b }
      return relation == .within ? Gazetteer.builtIn.isWithin(place, other) : place == other
    case .equal: return a == b
    case .exactly: return Array(value.text.utf8) == Array(target.text.utf8)
    case .less: return a.lexicographicallyPrecedes(b)
    case .lessOrEqual: return !b.lexicographicallyPrecedes(a)
    case .greater: return b.lexicographicallyPrecedes(a)
    case .greaterOrEqual: return !a.lexicographicallyPrecedes(b)
    case .has: return ReferenceWords.contains(target.words, in: value.words)
    case .contains: return contains(b, in: a)
    case .starts: return a.starts(with: b)
    case .ends: return a.count >= b.count && Array(a.suffix(b.count)) == b
    }
  }

  private static func contains(_ part: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= text.count else { return false }
    for start in 0...(text.count - part.count)
    where text[start] == first && text[start..<(start + part.count)].elementsEqual(part) {
      return true
    }
    return false
  }

  static func meets(
    _ date: PartialDate, _ relation: DateRelation, _ target: PartialDate
  ) -> Bool {
    switch relation {
    case .equal, .in: date.firstDay >= target.firstDay && date.lastDay <= target.lastDay
    case .exactly: date.edtf == target.edtf
    case .less: date.lastDay < target.firstDay
    case .lessOrEqual: date.lastDay <= target.lastDay
    case .greater: date.firstDay > target.lastDay
    case .greaterOrEqual: date.firstDay >= target.firstDay
    case .overlaps: date.firstDay <= target.lastDay && target.firstDay <= date.lastDay
    }
  }
}
