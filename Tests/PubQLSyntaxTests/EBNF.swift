/// A grammar read from text in the notation of ISO/IEC 14977, as far as `pubql.ebnf` uses it.
struct EBNF {
  indirect enum Node {
    case sequence([Node])
    /// The number tells the choices of the grammar apart, for coverage.
    case choice([Node], id: Int)
    case optional(Node, id: Int)
    case many(Node, id: Int)
    case terminal(String)
    case special(String)
    case rule(String)
    case except(Node, Node)
  }

  private(set) var rules: [String: Node] = [:]
  /// How many ways each choice of the grammar has.
  private(set) var ways: [Int] = []
  private var tokens: [String] = []
  private var position = 0

  init(_ text: String) throws {
    tokens = try EBNF.cut(Array(text.unicodeScalars))
    while position < tokens.count {
      let name = tokens[position]
      position += 1
      try expect("=")
      rules[name] = try choice()
      try expect(";")
    }
  }

  struct Malformed: Error { let place: String }

  /// Names, signs, and quoted things with their first quote kept.
  private static func cut(_ text: [Unicode.Scalar]) throws -> [String] {
    var tokens: [String] = []
    var index = 0
    func ends(_ closer: String, from start: Int) throws -> Int {
      let wanted = Array(closer.unicodeScalars)
      var at = start
      while at + wanted.count <= text.count {
        if Array(text[at..<at + wanted.count]) == wanted { return at }
        at += 1
      }
      throw Malformed(place: "unclosed at \(start)")
    }
    func string(_ range: Range<Int>) -> String {
      var result = String.UnicodeScalarView()
      result.append(contentsOf: text[range])
      return String(result)
    }
    while index < text.count {
      let scalar = text[index]
      if scalar == "(", index + 1 < text.count, text[index + 1] == "*" {
        index = try ends("*)", from: index + 2) + 2
      } else if scalar == "\"" || scalar == "'" || scalar == "?" {
        let end = try ends(String(scalar), from: index + 1)
        tokens.append(string(index..<end))
        index = end + 1
      } else if scalar.properties.isWhitespace {
        index += 1
      } else if scalar.properties.isAlphabetic {
        var end = index
        while end < text.count, text[end].properties.isAlphabetic || text[end] == "_" { end += 1 }
        tokens.append(string(index..<end))
        index = end
      } else {
        tokens.append(String(scalar))
        index += 1
      }
    }
    return tokens
  }

  private var current: String { position < tokens.count ? tokens[position] : "" }

  private mutating func expect(_ token: String) throws {
    guard current == token else { throw Malformed(place: "\(token) before \(current)") }
    position += 1
  }

  private mutating func newID(ways count: Int) -> Int {
    ways.append(count)
    return ways.count - 1
  }

  private mutating func choice() throws -> Node {
    var options = [try sequence()]
    while current == "|" {
      position += 1
      options.append(try sequence())
    }
    return options.count == 1 ? options[0] : .choice(options, id: newID(ways: options.count))
  }

  private mutating func sequence() throws -> Node {
    var parts = [try factor()]
    while current == "," {
      position += 1
      parts.append(try factor())
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func factor() throws -> Node {
    let first = try primary()
    guard current == "-" else { return first }
    position += 1
    return .except(first, try primary())
  }

  private mutating func primary() throws -> Node {
    let token = current
    position += 1
    switch token.unicodeScalars.first {
    case "(":
      let inner = try choice()
      try expect(")")
      return inner
    case "[":
      let inner = try choice()
      try expect("]")
      return .optional(inner, id: newID(ways: 2))
    case "{":
      let inner = try choice()
      try expect("}")
      return .many(inner, id: newID(ways: 2))
    case "\"", "'": return .terminal(String(token.dropFirst()))
    case "?": return .special(String(token.dropFirst()).trimmed)
    case let scalar? where scalar.properties.isAlphabetic: return .rule(token)
    default: throw Malformed(place: token)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var view = self[...]
    while view.first == " " { view = view.dropFirst() }
    while view.last == " " { view = view.dropLast() }
    return String(view)
  }
}

/// A small generator of numbers that the same seed makes the same (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
