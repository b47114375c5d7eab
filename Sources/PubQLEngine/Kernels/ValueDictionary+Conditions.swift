import PubQLModel
import PubQLText

/// Values of a dictionary that meet a condition.
extension ValueDictionary {
  /// The codes of values that meet a test, ascending; those of a field of many values of which one
  /// meets it by itself.
  package func codes(meeting test: ValueTest) -> [Int] {
    (try? codes(meeting: test, nil)) ?? []
  }

  /// - Parameters:
  ///   - some: only these codes are looked at, ascending; nil for all.
  ///   - context: tells when to stop.
  /// - Throws: `.cancelled`.
  func codes(
    meeting test: ValueTest, among some: [Int]? = nil, _ context: ExecutionContext?
  ) throws(RunError) -> [Int] {
    guard test.quantifier == .allOfOne else {
      return try codes(meeting: test.relation, test.targets, some, context)
    }
    return try codes(among: some, context) { test.holds(self.value($0)) }
  }

  /// The codes of values that meet a relation with one of `targets`, ascending.
  func codes(
    meeting relation: ValueTest.Relation, _ targets: [TestTarget], _ some: [Int]?,
    _ context: ExecutionContext?
  ) throws(RunError) -> [Int] {
    if let known = lookUp(relation, targets) { return known }
    if kind == .date, some == nil, targets.count == 1, let target = targets[0].date {
      return candidates(relation, target).filter { DateTest.holds(dates[$0], relation, target) }
    }
    return try codes(among: some, context) { code in
      targets.contains { self.meets(code, relation, $0) }
    }
  }

  /// Whether the codes that meet a test are found without a look at all values.
  func looksUp(_ test: ValueTest) -> Bool {
    test.quantifier == .any
      && (isLookedUp(test.relation, test.targets) || kind == .date && test.targets.count == 1)
  }

  private func isLookedUp(_ relation: ValueTest.Relation, _ targets: [TestTarget]) -> Bool {
    switch relation {
    case .equal where kind == .category:
      targets.allSatisfy { if case .text = $0.value { true } else { false } }
    case .equal: kind == .person
    case .exactlyEqual, .starts, .like: kind != .date
    case .edits(let edits): kind != .date && targets.allSatisfy { walks(edits, from: $0) }
    default: false
    }
  }

  private func lookUp(_ relation: ValueTest.Relation, _ targets: [TestTarget]) -> [Int]? {
    guard isLookedUp(relation, targets) else { return nil }
    switch relation {
    case .equal where kind == .person:
      return united(targets.compactMap(\.person).map { codes(matching: $0) })
    case .starts:
      return united(
        targets.filter(\.isTextual).map { Array(codes(foldedBeginning: $0.folded)) })
    case .like: return united(targets.compactMap(\.similarity).map { codes(like: $0) })
    case .edits(let edits):
      return united(targets.filter(\.isTextual).compactMap { codes(edits, from: $0) })
    default: break
    }
    let found = targets.filter(\.isTextual).map { target in
      // What is equal to the letter is equal when folded, and those stand together.
      codes(foldedEqualTo: target.folded).filter { code in
        relation == .equal || withBytes(code) { ByteOrder.compare($0, target.text) == 0 }
      }
    }
    return united(found)
  }

  /// Ascending, each once.
  private func united(_ codes: [[Int]]) -> [Int] {
    codes.count == 1 ? codes[0].sorted() : Set(codes.joined()).sorted()
  }

  /// The codes for which `holds` is true, on all cores where there are many.
  private func codes(
    among some: [Int]?, _ context: ExecutionContext?, _ holds: @Sendable (Int) -> Bool
  ) throws(RunError) -> [Int] {
    let count = some?.count ?? self.count
    let size = 4096
    let parts = withoutActuallyEscaping(holds) { holds in
      Parallel.map((count + size - 1) / size) { part -> [Int]? in
        if context?.cancellation.isSet == true { return nil }
        let places = part * size..<min(count, (part + 1) * size)
        return some.map { some in places.map { some[$0] }.filter(holds) } ?? places.filter(holds)
      }
    }
    return Array(try parts.allThere().joined())
  }

  private func meets(_ code: Int, _ relation: ValueTest.Relation, _ target: TestTarget) -> Bool {
    switch kind {
    case .date:
      return target.date.map { DateTest.holds(dates[code], relation, $0) } ?? false
    case .place where relation == .equal || relation == .within:
      return withFolded(code) {
        PlaceTest.holds(places[code], folded: $0, relation, target)
      }
    default:
      return withBytes(code) { text in
        withFolded(code) { TextTest.holds(text, folded: $0, relation, target) }
      }
    }
  }

  /// The codes of dates beyond which none meets a relation: they are in the order of first days.
  private func candidates(_ relation: ValueTest.Relation, _ target: PartialDate) -> Range<Int> {
    let (first, last) = (target.firstDay, target.lastDay)
    switch relation {
    case .equal, .within: return firstDate(from: first)..<endOfDates(through: last)
    case .exactlyEqual: return firstDate(from: first)..<endOfDates(through: first)
    case .less: return 0..<firstDate(from: first)
    case .lessOrEqual, .overlaps: return 0..<endOfDates(through: last)
    case .greater: return endOfDates(through: last)..<count
    case .greaterOrEqual: return firstDate(from: first)..<count
    default: return 0..<0
    }
  }

  /// The first code of a date that begins on a day or later.
  private func firstDate(from day: Int32) -> Int {
    (0..<count).partitioningIndex { dates[$0].firstDay >= day }
  }

  /// The first code of a date that begins later than a day.
  private func endOfDates(through day: Int32) -> Int {
    day == Int32.max ? count : firstDate(from: day + 1)
  }
}
