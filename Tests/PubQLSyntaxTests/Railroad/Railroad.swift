/// A way through the words of a rule, as a picture shows it.
indirect enum Railroad {
  /// A word or sign that is written so.
  case word(String)
  /// Another rule.
  case rule(String)
  /// What no word or rule says.
  case note(String)
  /// One of many words.
  case oneOf([String])
  case sequence([Railroad])
  case choice([Railroad])
  case optional(Railroad)
  /// Once or more; what stands in between is on the way back.
  case loop(Railroad, back: Railroad?)

  /// How many words of a choice are shown as rows of words, not as ways of their own.
  static let manyWords = 6

  init(_ node: EBNF.Node) {
    switch node {
    case .terminal(let text): self = .word(text)
    case .rule(let name): self = .rule(name)
    case .special(let text): self = .note(text)
    case .except(let node, let other):
      self = .note("\(Railroad.name(node)), but no \(Railroad.name(other))")
    case .optional(let inner, _): self = .optional(Railroad(inner))
    case .many(let inner, _): self = .optional(.loop(Railroad(inner), back: nil))
    case .sequence(let parts): self = .sequence(Railroad.loops(parts))
    case .choice(let options, _): self = Railroad.ways(options)
    }
  }

  private static func name(_ node: EBNF.Node) -> String {
    if case .rule(let name) = node { name } else { "\(node)" }
  }

  /// `x, { ",", x }` is a loop over `x` with `,` on the way back.
  private static func loops(_ parts: [EBNF.Node]) -> [Railroad] {
    var result: [Railroad] = []
    var index = 0
    while index < parts.count {
      if index + 1 < parts.count, case .many(.sequence(let again), _) = parts[index + 1],
        again.count == 2, Railroad(again[1]).isSame(as: Railroad(parts[index]))
      {
        result.append(.loop(Railroad(parts[index]), back: Railroad(again[0])))
        index += 2
      } else {
        result.append(Railroad(parts[index]))
        index += 1
      }
    }
    return result
  }

  private static func ways(_ options: [EBNF.Node]) -> Railroad {
    var ways: [Railroad] = []
    var words: [String] = []
    func endWords() {
      if words.count >= manyWords {
        ways.append(.oneOf(words))
      } else {
        ways += words.map { .word($0) }
      }
      words = []
    }
    for option in options {
      if case .terminal(let word) = option {
        words.append(word)
      } else {
        endWords()
        ways.append(Railroad(option))
      }
    }
    endWords()
    return ways.count == 1 ? ways[0] : .choice(ways)
  }

  private func isSame(as other: Railroad) -> Bool { "\(self)" == "\(other)" }
}

/// Room that a part of a picture takes. Unit: pixels.
struct Room {
  var width: Int
  /// Above the line that trains come and go on.
  var up: Int
  var down: Int
}
