import PubQLModel
import PubQLText

/// A condition as a tree, evaluated one record at a time, straight from the language's page.
indirect enum Condition {
  case text(ReferenceField, TextRelation, [String], Quantifier)
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
  func holds(_ record: ReferenceRecord) -> Bool {
    switch self {
    case .text(let field, let relation, let targets, let quantifier):
      let values = record.values(field)
      func meets(_ value: ReferenceValue, _ target: String) -> Bool {
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

  private static func meets(
    _ field: ReferenceField, _ value: ReferenceValue, _ relation: TextRelation, _ target: String
  ) -> Bool {
    let folded = Folding.fold(target)
    switch relation {
    case .equal where field == .author:
      return ReferenceName(value.text).isCompatible(with: ReferenceName(target))
    case .equal where field == .region, .within:
      let gazetteer = Gazetteer.builtIn
      guard let a = gazetteer.find(value.text), let b = gazetteer.find(target) else {
        return value.folded == folded
      }
      return relation == .within ? gazetteer.isWithin(a, b) : a == b
    case .equal: return value.folded == folded
    case .exactly: return Array(value.text.utf8) == Array(target.utf8)
    case .less: return value.folded.lexicographicallyPrecedes(folded)
    case .lessOrEqual: return !folded.lexicographicallyPrecedes(value.folded)
    case .greater: return folded.lexicographicallyPrecedes(value.folded)
    case .greaterOrEqual: return !value.folded.lexicographicallyPrecedes(folded)
    case .has: return ReferenceWords.contains(ReferenceWords.words(target), in: value.words)
    case .contains: return contains(folded, in: value.folded)
    case .starts: return value.folded.starts(with: folded)
    case .ends: return value.folded.reversed().starts(with: folded.reversed())
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

  private static func meets(
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
