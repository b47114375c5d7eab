import PubQLCorpusGenerator
import PubQLModel

/// A condition as PubQL has it, and what it means.
struct WrittenCondition {
  let text: String
  let condition: Condition
}

/// Makes random conditions of right types, most of them about values that there are.
struct ConditionGenerator {
  let records: [ReferenceRecord]
  var random: SplitMix

  init(_ records: [ReferenceRecord], seed: UInt64) {
    self.records = records
    random = SplitMix(seed: seed)
  }

  /// A condition with `and`, `or`, `not` at most so many deep.
  mutating func condition(depth: Int = 4) -> WrittenCondition {
    guard depth > 0, random.chance(45) else { return test() }
    let a = condition(depth: depth - 1)
    switch random.below(5) {
    case 0: return WrittenCondition(text: "not (\(a.text))", condition: .not(a.condition))
    case 1, 2:
      let b = condition(depth: depth - 1)
      return WrittenCondition(
        text: "(\(a.text)) and (\(b.text))", condition: .and(a.condition, b.condition))
    default:
      let b = condition(depth: depth - 1)
      return WrittenCondition(
        text: "(\(a.text)) or (\(b.text))", condition: .or(a.condition, b.condition))
    }
  }

  /// A condition without `and`, `or`, `not (…)`.
  mutating func test() -> WrittenCondition {
    switch random.below(20) {
    case 0..<4: return dateTest()
    case 4, 5: return yearTest()
    case 6: return lengthTest()
    case 7:
      let field = pick(ReferenceField.allCases, .topic)
      return WrittenCondition(text: "missing(\(name(field)))", condition: .missing(field))
    case 8, 9: return patternTest()
    case 10, 11: return placeTest()
    case 12, 13: return authorTest()
    case 14, 15, 16: return phraseTest()
    default: return valueTest()
    }
  }

  mutating func pick<T>(_ values: [T], _ otherwise: T) -> T { random.pick(values) ?? otherwise }

  mutating func name(_ field: ReferenceField) -> String { pick(field.names, field.rawValue) }

  // MARK: Texts

  /// Comparisons with whole values.
  private mutating func valueTest() -> WrittenCondition {
    let field: ReferenceField = pick(
      [.topic, .topic, .topic, .type, .institution, .title, .id, .abstract], .topic)
    if field == .id, random.chance(50) { return numberedTest() }
    return comparison(field) { $0.wholeValue(field) }
  }

  /// `id = 1971`
  private mutating func numberedTest() -> WrittenCondition {
    let id = value(.id)
    let negated = random.chance(30)
    return negate(
      negated, text: "id \(negated ? "!=" : "=") \(id)", .comparing(.id, .equal, [id], .any))
  }

  /// Equality, order and lists of values that `draw` makes.
  mutating func comparison(
    _ field: ReferenceField, _ draw: (inout ConditionGenerator) -> String
  ) -> WrittenCondition {
    let name = name(field)
    let negated = random.chance(30)
    switch random.below(10) {
    case 0..<4:
      let value = draw(&self)
      return negate(
        negated, text: "\(name) \(negated ? "!=" : "=") \(quoted(value))",
        .comparing(field, .equal, [value], .any))
    case 4:
      let value = draw(&self)
      return negate(
        negated, text: "\(name) \(negated ? "!==" : "==") \(quoted(value))",
        .comparing(field, .exactly, [value], .any))
    case 5 where field != .author && field != .region:
      let relation: Condition.TextRelation = pick(
        [.less, .lessOrEqual, .greater, .greaterOrEqual], .less)
      let value = draw(&self)
      return WrittenCondition(
        text: "\(name) \(relation.rawValue) \(quoted(value))",
        condition: .comparing(field, relation, [value], .any))
    case 6:
      let values = list(draw)
      return WrittenCondition(
        text: "\(name) all \(written(values))", condition: .comparing(field, .equal, values, .all))
    case 7:
      let values = list(draw)
      return WrittenCondition(
        text: "\(name) = \(written(values))", condition: .comparing(field, .equal, values, .any))
    default:
      let values = list(draw)
      return negate(
        negated, text: "\(name) \(negated ? "not in" : "in") \(written(values))",
        .comparing(field, .equal, values, .any))
    }
  }

  /// `has`, `contains`, `starts`, `ends`.
  private mutating func phraseTest() -> WrittenCondition {
    let field: ReferenceField = pick(
      [.title, .title, .abstract, .topic, .institution, .author, .region], .title)
    let relation: Condition.TextRelation = pick(
      [.has, .has, .has, .contains, .starts, .ends], .has)
    let negated = random.chance(25) ? "not " : ""
    let name = name(field)
    func made(
      _ word: String, _ values: [String], _ text: String, _ quantifier: Condition.Quantifier
    ) -> WrittenCondition {
      negate(
        !negated.isEmpty, text: "\(name) \(negated)\(word) \(text)",
        .comparing(field, relation, values, quantifier))
    }
    if relation == .has, random.chance(40) {
      let values = list { $0.fragment(field, .has) }
      let isAny = random.chance(50)
      return made(
        isAny ? "has any" : "has all", values, written(values), isAny ? .any : .allOfOne)
    }
    let value = fragment(field, relation)
    return made(relation.rawValue, [value], quoted(value), .any)
  }

  private mutating func lengthTest() -> WrittenCondition {
    let field: ReferenceField = pick([.topic, .topic, .author, .region, .institution], .topic)
    // Whether a field that is missing has length 0 is not said, so nothing depends on it.
    let relation: Condition.NumberRelation = pick([.equal, .greater, .greaterOrEqual], .greater)
    let length = 1 + random.below(4)
    let name = field.names.last ?? field.rawValue
    return WrittenCondition(
      text: "length(\(name)) \(relation.rawValue) \(length)",
      condition: .length(field, relation, length))
  }

  // MARK: Writing

  func negate(_ negated: Bool, text: String, _ condition: Condition) -> WrittenCondition {
    WrittenCondition(text: text, condition: negated ? .not(condition) : condition)
  }

  /// One to three values.
  mutating func list(_ draw: (inout ConditionGenerator) -> String) -> [String] {
    let count = 1 + random.below(3)
    var values: [String] = []
    for _ in 0..<count { values.append(draw(&self)) }
    return values
  }

  /// A text literal.
  mutating func quoted(_ text: String) -> String {
    if random.chance(15) {
      return "'"
        + text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      if "\"\\{}".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  mutating func written(_ values: [String]) -> String {
    var parts: [String] = []
    for value in values { parts.append(quoted(value)) }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}
