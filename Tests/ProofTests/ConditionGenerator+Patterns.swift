import PubQLCorpusGenerator

/// Patterns that a text of the corpus may match.
extension ConditionGenerator {
  mutating func patternTest() -> WrittenCondition {
    let field: ReferenceField = pick(
      [.title, .title, .title, .topic, .topic, .institution, .author, .type, .region, .abstract],
      .title)
    let pattern = pattern(field)
    let negated = random.chance(20)
    return negate(
      negated, text: "\(name(field)) \(negated ? "not matches" : "matches") \(pattern.written)",
      .pattern(field, pattern))
  }

  private mutating func pattern(_ field: ReferenceField) -> ReferencePattern {
    let scalars = Array(value(field).unicodeScalars)
    var pattern = ReferencePattern(nodes: [])
    pattern.ignoresCase = random.chance(50)
    let length = 2 + random.below(5)
    let start: Int
    switch random.below(4) {
    case 0:
      pattern.isAnchoredAtStart = true
      start = 0
    case 1:
      pattern.isAnchoredAtEnd = true
      start = max(scalars.count - length, 0)
    default: start = random.below(scalars.count)
    }
    let part = scalars[start..<min(scalars.count, start + length)]
    for scalar in part { pattern.nodes.append(node(scalar)) }
    if random.chance(30) {
      let other = Array(value(field).unicodeScalars.prefix(1 + random.below(4)))
      let branches = [pattern.nodes, other.map { .item(.literal($0), .once) }]
      pattern.nodes = [.group(random.chance(50) ? branches : branches.reversed())]
    } else if random.chance(30), start + length + 3 < scalars.count, !pattern.isAnchoredAtEnd {
      let later = start + length + random.below(scalars.count - start - length - 1)
      pattern.nodes.append(.item(.any, random.chance(50) ? .many : .some))
      pattern.nodes.append(.item(.literal(scalars[later]), .once))
    }
    return pattern
  }

  /// What matches a character, and often more.
  private mutating func node(_ scalar: Unicode.Scalar) -> ReferencePattern.Node {
    let times: ReferencePattern.Repeat = pick([.optional, .some, .many], .some)
    guard random.chance(25) else {
      let isLetter = "a"..."z" ~= scalar
      return .item(.literal(scalar), isLetter && random.chance(10) ? times : .once)
    }
    let sets: [(String, [ClosedRange<Unicode.Scalar>], Bool)] = [
      ("[a-z]", ["a"..."z"], false), ("[A-Z]", ["A"..."Z"], false),
      ("[aeiou]", ["a"..."a", "e"..."e", "i"..."i", "o"..."o", "u"..."u"], false),
      ("[^aeiou]", ["a"..."a", "e"..."e", "i"..."i", "o"..."o", "u"..."u"], true),
      ("[0-9]", ["0"..."9"], false), ("\\d", ["0"..."9"], false),
      ("[a-z0-9 ]", ["a"..."z", "0"..."9", " "..." "], false),
    ]
    guard random.chance(60), let set = random.pick(sets) else { return .item(.any, .once) }
    return .item(
      .set(written: set.0, set.1, negated: set.2), random.chance(25) ? times : .once)
  }
}
