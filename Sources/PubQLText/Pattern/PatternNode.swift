/// A parsed pattern.
indirect enum PatternNode: Sendable {
  case literal(UInt32)
  case set(ScalarSet)
  case assertion(PatternAssertion)
  /// One after the other; empty matches the empty text.
  case sequence([PatternNode])
  case choice([PatternNode])
  /// `most` is absent for as often as there is.
  case repetition(PatternNode, least: Int, most: Int?)

  static let empty = PatternNode.sequence([])
}

/// What must hold at a place, without taking anything.
enum PatternAssertion: Sendable {
  case textStart, textEnd, wordBoundary, noWordBoundary
}

extension PatternNode {
  /// Whether every match begins at the start of the text.
  var isAnchored: Bool {
    switch self {
    case .assertion(.textStart): true
    case .sequence(let parts):
      // What stands before the anchor would have to be empty: only look at the first.
      parts.first?.isAnchored ?? false
    case .choice(let branches): !branches.isEmpty && branches.allSatisfy(\.isAnchored)
    case .repetition(let part, let least, _): least > 0 && part.isAnchored
    case .literal, .set, .assertion: false
    }
  }

  /// The scalars when the pattern is nothing but those.
  var pureLiteral: [UInt32]? {
    switch self {
    case .literal(let scalar): return [scalar]
    case .sequence(let parts):
      var out: [UInt32] = []
      for part in parts {
        guard let scalars = part.pureLiteral else { return nil }
        out += scalars
      }
      return out
    case .choice(let branches) where branches.count == 1: return branches[0].pureLiteral
    default: return nil
    }
  }

  /// The longest run of scalars that every match holds; empty when none is certain.
  var requiredLiteral: [UInt32] {
    var run = LiteralRun()
    run.add(self)
    run.finish()
    return run.longest
  }
}

/// Collects literals that follow each other.
private struct LiteralRun {
  private(set) var longest: [UInt32] = []
  private var current: [UInt32] = []

  mutating func finish() {
    if current.count > longest.count { longest = current }
    current = []
  }

  mutating func add(_ node: PatternNode) {
    switch node {
    case .literal(let scalar):
      current.append(scalar)
    case .sequence(let parts):
      for part in parts { add(part) }
    case .choice(let branches) where branches.count == 1:
      add(branches[0])
    case .repetition(let part, let least, _) where least > 0:
      finish()
      add(part)
      finish()
    case .set, .choice, .repetition:
      finish()
    case .assertion:
      // Takes nothing: what stands on both sides is adjacent.
      break
    }
  }
}
