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

  /// Whether every match is made of ASCII letters and digits, of one at least: then it lies in one
  /// word of a folded text.
  var staysInWord: Bool { isOfWordLetters && leastLength > 0 }

  private var isOfWordLetters: Bool {
    switch self {
    case .literal(let scalar): Self.isWordLetter(scalar)
    case .set(let set):
      set.ranges.allSatisfy { range in
        [0x30...0x39, 0x61...0x7A, 0x41...0x5A].contains {
          $0.contains(range.lowerBound)
            && $0.contains(range.upperBound)
        }
      }
    case .assertion: false
    case .sequence(let parts), .choice(let parts): parts.allSatisfy(\.isOfWordLetters)
    case .repetition(let part, _, _): part.isOfWordLetters
    }
  }

  private static func isWordLetter(_ scalar: UInt32) -> Bool {
    UInt8(exactly: scalar).map(Words.isASCIIWord) ?? false
  }

  /// How many scalars every match has at least, up to one.
  private var leastLength: Int {
    switch self {
    case .literal, .set: 1
    case .assertion: 0
    case .sequence(let parts): parts.contains { $0.leastLength > 0 } ? 1 : 0
    case .choice(let branches): branches.map(\.leastLength).min() ?? 0
    case .repetition(let part, let least, _): least > 0 ? part.leastLength : 0
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
