/// A pattern as a non-deterministic automaton over classes of scalars.
///
/// Scalars that no part of the pattern tells apart form a class, so that `\w` is one step and
/// not the thousand byte ranges it would be in UTF-8, and the tables of the deterministic
/// automaton stay narrow.
final class PatternProgram: Sendable {
  /// More steps than any reasonable pattern has; each may cost time at every character.
  static let largestProgram = 10_000
  /// Bounds the work of telling scalars apart.
  static let mostRanges = 200_000

  enum Step: Sendable {
    /// Takes a scalar of a set and goes on to the next step.
    case take(set: Int)
    case split(Int, Int)
    case jump(Int)
    case assert(PatternAssertion)
    case match
  }

  let steps: [Step]
  let classes: ScalarClasses
  /// Whether a match can only begin at the start of the text.
  let isAnchored: Bool
  /// Whether the state must remember that a word character came before.
  let usesWordBoundaries: Bool
  /// UTF-8 that every matching text holds; empty when none is known.
  let requiredBytes: [UInt8]
  /// Whether finding `requiredBytes` is already the answer.
  let isPureLiteral: Bool

  init(_ node: PatternNode) throws(Pattern.SyntaxError) {
    var builder = PatternProgramBuilder()
    let size = "this pattern is too large: it would take more than \(Self.largestProgram) steps"
    do throws(PatternProgramBuilder.TooLarge) {
      try builder.add(node)
      try builder.emit(.match)
    } catch {
      throw Pattern.SyntaxError(message: size, offset: 0)
    }
    steps = builder.steps
    usesWordBoundaries = builder.usesWordBoundaries
    guard builder.sets.reduce(0, { $0 + $1.ranges.count }) <= Self.mostRanges,
      let classes = ScalarClasses(builder.sets)
    else { throw Pattern.SyntaxError(message: size, offset: 0) }
    self.classes = classes
    isAnchored = node.isAnchored
    let literal = node.pureLiteral
    var bytes: [UInt8] = []
    let required = literal ?? node.requiredLiteral
    for scalar in required { UTF8Scanner.append(scalar, to: &bytes) }
    // A byte or two occur almost anywhere: looking for them first would only cost. Bytes that
    // are not UTF-8 read as U+FFFD, which a search for its bytes would not find.
    isPureLiteral = literal != nil && !required.contains(0xFFFD)
    requiredBytes =
      isPureLiteral || (bytes.count > 2 && !required.contains(0xFFFD)) ? bytes : []
  }
}

/// Translates a tree to steps that fall through to the next.
struct PatternProgramBuilder {
  struct TooLarge: Error {}

  private(set) var steps: [PatternProgram.Step] = []
  /// Set 0 is that of word characters.
  private(set) var sets: [ScalarSet] = [.wordCharacters]
  private(set) var usesWordBoundaries = false
  private var setNumbers: [ScalarSet: Int] = [.wordCharacters: 0]

  mutating func emit(_ step: PatternProgram.Step) throws(TooLarge) {
    guard steps.count < PatternProgram.largestProgram else { throw TooLarge() }
    steps.append(step)
  }

  private mutating func number(of set: ScalarSet) -> Int {
    if let known = setNumbers[set] { return known }
    sets.append(set)
    setNumbers[set] = sets.count - 1
    return sets.count - 1
  }

  mutating func add(_ node: PatternNode) throws(TooLarge) {
    switch node {
    case .literal(let scalar):
      try emit(.take(set: number(of: ScalarSet(scalar))))
    case .set(let set):
      try emit(.take(set: number(of: set)))
    case .assertion(let assertion):
      if case .wordBoundary = assertion { usesWordBoundaries = true }
      if case .noWordBoundary = assertion { usesWordBoundaries = true }
      try emit(.assert(assertion))
    case .sequence(let parts):
      for part in parts { try add(part) }
    case .choice(let branches):
      try add(branches)
    case .repetition(let part, let least, let most):
      try add(part, least: least, most: most)
    }
  }

  private mutating func add(_ branches: [PatternNode]) throws(TooLarge) {
    var jumps: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index < branches.count - 1 else {
        try add(branch)
        break
      }
      let split = steps.count
      try emit(.jump(0))
      try add(branch)
      jumps.append(steps.count)
      try emit(.jump(0))
      steps[split] = .split(split + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func add(
    _ part: PatternNode, least: Int, most: Int?
  ) throws(TooLarge) {
    var last = steps.count
    for _ in 0..<least {
      last = steps.count
      try add(part)
      // A part without steps has none however often it is repeated.
      if steps.count == last { return }
    }
    guard let most else {
      if least > 0 {
        try emit(.split(last, steps.count + 1))
      } else {
        let split = steps.count
        try emit(.jump(0))
        try add(part)
        try emit(.jump(split))
        steps[split] = .split(split + 1, steps.count)
      }
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(steps.count)
      try emit(.jump(0))
      let start = steps.count
      try add(part)
      if steps.count == start { break }
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }
}
