/// Makes sentences from a grammar, and keeps count of which of its ways were taken.
struct SentenceMaker {
  let grammar: EBNF
  var random: Seeded
  /// Per choice of the grammar, which of its ways have been taken.
  private(set) var taken: [Set<Int>]
  /// The words that a `name` may not be, from the grammar itself.
  private var words: Set<String> = []
  /// The least depth of each rule, so that sentences end.
  private var depths: [String: Int] = [:]
  private var pieces: [Piece] = []
  private var allowsRecord = true
  private var isInWord = false

  /// A token of the sentence.
  private struct Piece {
    var text: String
    /// Nothing may stand before it.
    var isGlued = false
    /// Nothing may stand behind it (C4: the sign of a value).
    var isSign = false
    /// The `{` of a block of statements, where line ends count.
    var isBlock = false
  }

  init(_ grammar: EBNF, seed: UInt64) {
    self.grammar = grammar
    random = Seeded(state: seed)
    taken = Array(repeating: [], count: grammar.ways.count)
    if case .choice(let options, _)? = grammar.rules["word"] {
      for case .terminal(let word) in options { words.insert(word) }
    }
    var isStable = false
    while !isStable {
      isStable = true
      for (name, node) in grammar.rules {
        let depth = min(depth(node) + 1, 1_000)
        if depth < depths[name, default: 1_000] {
          depths[name] = depth
          isStable = false
        }
      }
    }
  }

  /// The ways of the grammar that no sentence has taken; `word` lists what names are not.
  var untaken: [String] {
    var excluded: Set<Int> = []
    if case .choice(_, let id)? = grammar.rules["word"] { excluded.insert(id) }
    return grammar.ways.indices.filter {
      !excluded.contains($0) && taken[$0].count < grammar.ways[$0]
    }
    .map { "choice \($0): \(taken[$0].sorted()) of \(grammar.ways[$0])" }
  }

  mutating func sentence(_ rule: String, depth: Int) -> String {
    pieces = []
    allowsRecord = true
    make(.rule(rule), depth)
    return joined()
  }

  private func depth(_ node: EBNF.Node) -> Int {
    switch node {
    case .sequence(let parts): parts.map(depth).max() ?? 0
    case .choice(let options, _): options.map(depth).min() ?? 0
    case .optional, .many, .terminal, .special: 0
    case .rule(let name): depths[name, default: 1_000]
    case .except(let node, _): depth(node)
    }
  }

  // MARK: Making

  private mutating func make(_ node: EBNF.Node, _ wanted: Int) {
    // A long sentence comes to its end, so that no part of it is made to go deep.
    let budget = pieces.count > 30 && !isInWord ? min(wanted, 0) : wanted
    switch node {
    case .sequence(let parts): for part in parts { make(part, budget) }
    case .choice(let options, let id):
      let way = pick(options, id, budget)
      taken[id].insert(way)
      make(options[way], budget)
    case .optional(let inner, let id):
      let isThere =
        depth(inner) < budget
        && (!taken[id].contains(1) || Int.random(in: 0..<2, using: &random) == 0)
      taken[id].insert(isThere ? 1 : 0)
      if isThere { make(inner, budget) }
    case .many(let inner, let id):
      let count = depth(inner) < budget ? [0, 0, 0, 1, 1, 2].randomElement(using: &random) ?? 0 : 0
      taken[id].insert(count > 0 ? 1 : 0)
      for _ in 0..<count { make(inner, budget) }
    case .terminal(let text): pieces.append(Piece(text: text))
    case .special(let name): special(name)
    case .except(let node, _): except(node, budget)
    case .rule(let name): rule(name, budget - 1)
    }
  }

  private mutating func pick(_ options: [EBNF.Node], _ id: Int, _ budget: Int) -> Int {
    let open = options.indices.filter { index in
      // C3: no bare record before a block.
      if case .rule("record") = options[index], !allowsRecord { return false }
      return depth(options[index]) < budget
    }
    let least = options.indices.min { depth(options[$0]) < depth(options[$1]) } ?? 0
    // What no sentence has had comes first.
    if let new = open.first(where: { !taken[id].contains($0) }) { return new }
    return open.randomElement(using: &random) ?? least
  }

  private mutating func rule(_ name: String, _ budget: Int) {
    guard let node = grammar.rules[name] else { return }
    let outer = allowsRecord
    let first = pieces.count
    if ["groupKeys", "searchWords", "pivotRows", "blockCondition"].contains(name) {
      allowsRecord = false
    }
    if [
      "arguments", "block", "list", "namedExpressions", "parenthesised", "interpolation", "index",
    ]
    .contains(name) {
      allowsRecord = true
    }
    let isWord = name.first?.isUppercase ?? false
    let wasInWord = isInWord
    isInWord = isInWord || isWord
    // Words are short whatever the depth, so all of their ways may be taken everywhere.
    make(node, isInWord && !wasInWord ? 8 : budget)
    isInWord = wasInWord
    allowsRecord = outer
    if isWord { glue(from: first) }
    if name == "block", first < pieces.count { pieces[first].isBlock = true }
    if name == "prefix", first < pieces.count, pieces[first].text == "-" {
      pieces[first].isSign = true
    }
  }

  /// Makes one piece of what a rule of the lexer made.
  private mutating func glue(from first: Int) {
    guard first < pieces.count else { return }
    var whole = pieces[first]
    for piece in pieces[(first + 1)...] { whole.text += piece.text }
    pieces.removeSubrange(first...)
    pieces.append(whole)
  }

  private mutating func except(_ node: EBNF.Node, _ budget: Int) {
    let first = pieces.count
    for _ in 0..<10 {
      make(node, budget)
      if !words.contains(pieces[first].text) { return }
      pieces.removeSubrange(first...)
    }
    pieces.append(Piece(text: "x"))
  }

  private mutating func special(_ name: String) {
    let pool: [String]
    switch name {
    case "no blank":
      pieces.append(Piece(text: "", isGlued: true))
      return
    case "a letter of Unicode": pool = ["a", "b", "t", "Q", "é", "ß", "研", "я"]
    case "the line end":
      let follows = pieces.last?.text == ","
      pieces.append(Piece(text: follows ? ";" : "\n"))
      return
    case let name where name.hasPrefix("any character but \"/\""): pool = ["a", "é", "(", "]", "."]
    case let name where name.hasPrefix("any character but '\"'"):
      pool = ["a", " ", "é", "}", "'", "#", "|", "“", "研"]
    case let name where name.hasPrefix("any character but \"'\""):
      pool = ["a", " ", "\"", "{", "#", "\\"]
    default: pool = ["a", " ", "é", "-", "|", "\""]
    }
    pieces.append(Piece(text: pool.randomElement(using: &random) ?? "a"))
  }

  // MARK: Joining

  /// The pieces with a blank between them, and here and there a line end inside of brackets (C1).
  private mutating func joined() -> String {
    var result = ""
    var open: [String] = []
    var isGlued = true
    var wasSign = false
    for piece in pieces {
      if piece.isGlued {
        isGlued = true
        continue
      }
      let mayGlue = isGlued || wasSign
      if !mayGlue {
        let isBracket = !open.isEmpty && open.last != "block" && !open.contains("\"")
        result += isBracket && Int.random(in: 0..<8, using: &random) == 0 ? "\n" : " "
      }
      result += piece.text
      isGlued = false
      wasSign = piece.isSign || piece.text == ".."
      switch piece.text {
      case "\"":
        if open.last == "\"" { open.removeLast() } else { open.append("\"") }
      case "(", "[", "{": open.append(piece.isBlock ? "block" : piece.text)
      case ")", "]", "}":
        // In a text they are characters like any other.
        if let last = open.last, last != "\"" { open.removeLast() }
      default: break
      }
    }
    return result
  }
}
