import PubQLModel
package import PubQLText

/// A comparison whose right side is known: every place that compares values comes here, columns
/// and single values alike, so that they cannot differ.
package struct ValueTest: Sendable {
  package let relation: Relation
  /// The right side; several for a list, of which any (or all, see `Relation.all`) may hold.
  let targets: [TestTarget]

  /// The relations of the language, in their positive form.
  package enum Relation: Sendable, Equatable {
    case equal
    case exactlyEqual
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case within
    case overlaps
    case has
    case contains
    case starts
    case ends
    case matches
    case like
    /// So many edits away from the right side
    case edits(EditRange)
  }

  /// Whether one of a field's values has to meet one of the targets, or each target has to be met.
  package enum Quantifier: Sendable {
    case any
    case all
    /// All of the targets, by one and the same value (`has all`).
    case allOfOne
  }

  package let quantifier: Quantifier

  /// The right side's values; of a pattern, a missing one.
  package var values: [Value] { targets.map(\.value) }

  /// - Parameter value: the right side; a list stands for its members.
  package init(_ relation: Relation, _ value: Value, _ quantifier: Quantifier = .any) {
    self.relation = relation
    self.quantifier = quantifier
    targets = value.members.map { TestTarget($0, relation) }
  }

  /// A regular expression as the right side.
  package init(pattern: Pattern) {
    relation = .matches
    quantifier = .any
    targets = [TestTarget(pattern: pattern)]
  }

  /// Whether a value, or any member of a list, meets the condition. Missing never does.
  package func holds(_ value: Value) -> Bool {
    let members = value.members
    switch quantifier {
    case .any:
      return members.contains { member in
        let subject = TestSubject(member)
        return targets.contains { subject.meets(relation, $0) }
      }
    case .all:
      let subjects = members.map(TestSubject.init)
      return !subjects.isEmpty
        && targets.allSatisfy { target in subjects.contains { $0.meets(relation, target) } }
    case .allOfOne:
      return members.contains { member in
        let subject = TestSubject(member)
        return targets.allSatisfy { subject.meets(relation, $0) }
      }
    }
  }
}

/// A right side with everything that a comparison may need worked out once.
struct TestTarget: Sendable {
  let value: Value
  let text: [UInt8]
  let folded: [UInt8]
  let date: PartialDate?
  let phrase: PhraseMatcher?
  let pattern: Pattern?
  let similarity: Similarity?
  // Only comparisons with people and places ask for these, and the table of places takes longer to
  // make than most questions to answer.
  private let personBox: Lazy<PersonName?>
  private let placeBox: Lazy<PlaceID?>

  var person: PersonName? { personBox() }
  var place: PlaceID? { placeBox() }

  init(_ value: Value, _ relation: ValueTest.Relation) {
    self.value = value
    let textual = value.textual
    text = textual.map { Array($0.utf8) } ?? []
    folded = textual.map { Folding.fold($0) } ?? []
    personBox = Lazy { textual.map { PersonName($0) } }
    placeBox = Lazy { textual.flatMap { Gazetteer.builtIn.find($0) } }
    date = value.asDate
    phrase = relation == .has ? textual.map { PhraseMatcher($0) } : nil
    similarity = relation == .like ? textual.map { Similarity($0) } : nil
    pattern = nil
  }

  init(pattern: Pattern) {
    value = .missing
    text = []
    folded = []
    personBox = Lazy(nil)
    placeBox = Lazy(nil)
    date = nil
    phrase = nil
    similarity = nil
    self.pattern = pattern
  }

  /// The text form of the target, for comparisons with text; nil when it has none.
  var isTextual: Bool { value.textual != nil }
}

/// A left side that is a single value.
struct TestSubject {
  let value: Value
  private let folded: [UInt8]

  init(_ value: Value) {
    self.value = value
    folded = value.textual.map { Folding.fold($0) } ?? []
  }

  func meets(_ relation: ValueTest.Relation, _ target: TestTarget) -> Bool {
    switch value {
    case .text(let text): meetsText(text, relation, target)
    case .person(let name):
      relation == .equal && target.person != nil
        ? target.person.map { PersonName(name).matches($0) } ?? false
        : meetsText(name, relation, target)
    case .place(let name):
      meetsPlace(name, relation, target)
    case .date(let date):
      target.date.map { DateTest.holds(date, relation, $0) } ?? false
    case .whole, .decimal: meetsNumber(relation, target)
    case .bool(let flag):
      if case .bool(let other) = target.value {
        (relation == .equal || relation == .exactlyEqual) && flag == other
      } else {
        false
      }
    case .duration(let span): meetsDuration(span, relation, target)
    case .function, .missing: false
    case .record, .range, .list:
      (relation == .equal || relation == .exactlyEqual)
        && ValueOrder.compare(value, target.value) == 0
    }
  }

  private func meetsText(
    _ text: String, _ relation: ValueTest.Relation, _ target: TestTarget
  ) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      folded.withUnsafeBufferPointer { TextTest.holds(bytes, folded: $0, relation, target) }
    }
  }

  private func meetsPlace(
    _ name: String, _ relation: ValueTest.Relation, _ target: TestTarget
  ) -> Bool {
    switch relation {
    case .equal, .within:
      folded.withUnsafeBufferPointer {
        PlaceTest.holds(Gazetteer.builtIn.find(name), folded: $0, relation, target)
      }
    default: meetsText(name, relation, target)
    }
  }

  private func meetsNumber(_ relation: ValueTest.Relation, _ target: TestTarget) -> Bool {
    if case .range(let low, let high) = target.value {
      guard let number = value.number, relation == .within || relation == .equal else {
        return false
      }
      return (low.number.map { $0 <= number } ?? low.isMissing)
        && (high.number.map { number <= $0 } ?? high.isMissing)
    }
    guard target.value.number != nil else { return false }
    let order = ValueOrder.compare(value, target.value)
    return relation.accepts(order)
  }

  private func meetsDuration(
    _ span: CalendarDuration, _ relation: ValueTest.Relation, _ target: TestTarget
  ) -> Bool {
    guard case .duration(let other) = target.value else { return false }
    return relation.accepts(ValueOrder.compareDurations(span, other))
  }
}

extension ValueTest.Relation {
  /// Whether an order (below, at or above zero) meets a relation of order or equality.
  func accepts(_ order: Int) -> Bool {
    switch self {
    case .equal, .exactlyEqual: order == 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    default: false
    }
  }
}

/// Comparisons of dates: each stands for an interval of days.
enum DateTest {
  static func holds(
    _ date: PartialDate, _ relation: ValueTest.Relation, _ target: PartialDate
  ) -> Bool {
    switch relation {
    case .equal, .within: date.isWithin(target)
    case .exactlyEqual: date == target
    case .less: date.isCertainlyBefore(target)
    case .lessOrEqual: date.endsNoLater(than: target)
    case .greater: date.isCertainlyAfter(target)
    case .greaterOrEqual: date.beginsNoEarlier(than: target)
    case .overlaps: date.overlaps(target)
    default: false
    }
  }
}

/// Comparisons of places: by what they are where both are known, else by folded name.
enum PlaceTest {
  static func holds(
    _ place: PlaceID?, folded: UnsafeBufferPointer<UInt8>, _ relation: ValueTest.Relation,
    _ target: TestTarget
  ) -> Bool {
    if let place, let other = target.place {
      return relation == .within
        ? Gazetteer.builtIn.isWithin(place, other) : place == other
    }
    return target.isTextual && ByteOrder.compare(folded, target.folded) == 0
  }
}

/// Comparisons of texts, given as they stand and folded.
enum TextTest {
  static func holds(
    _ text: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>,
    _ relation: ValueTest.Relation, _ target: TestTarget
  ) -> Bool {
    if relation == .matches {
      guard let pattern = target.pattern else { return false }
      return pattern.matches(pattern.ignoresCase ? folded : text)
    }
    guard target.isTextual else { return false }
    switch relation {
    case .equal: return equals(text, folded: folded, target)
    case .exactlyEqual: return ByteOrder.compare(text, target.text) == 0
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return relation.accepts(ByteOrder.compare(folded, target.folded))
    case .has: return target.phrase?.matches(folded: folded) ?? false
    case .contains: return TextSearch.contains(folded, target.folded)
    case .starts:
      return folded.count >= target.folded.count
        && ByteOrder.compare(
          UnsafeBufferPointer(rebasing: folded.prefix(target.folded.count)), target.folded) == 0
    case .ends:
      return folded.count >= target.folded.count
        && ByteOrder.compare(
          UnsafeBufferPointer(rebasing: folded.suffix(target.folded.count)), target.folded) == 0
    case .like: return target.similarity?.isClose(folded) ?? false
    case .edits(let edits):
      return target.folded.withUnsafeBufferPointer { edits.holds(folded, $0) }
    case .within:
      return PlaceTest.holds(
        Gazetteer.builtIn.find(folded: folded), folded: folded, .within, target)
    case .overlaps, .matches: return false
    }
  }

  /// A text equals a person or place as these equal a text.
  private static func equals(
    _ text: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>, _ target: TestTarget
  ) -> Bool {
    switch target.value {
    case .person: target.person.map { PersonName(utf8: text).matches($0) } ?? false
    case .place:
      PlaceTest.holds(
        Gazetteer.builtIn.find(folded: folded), folded: folded, .equal, target)
    default: ByteOrder.compare(folded, target.folded) == 0
    }
  }
}

/// A short text inside a longer one.
enum TextSearch {
  static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: [UInt8]) -> Bool {
    part.isEmpty || part.withUnsafeBufferPointer { UTF8Scanner.find($0, in: text) != nil }
  }
}
