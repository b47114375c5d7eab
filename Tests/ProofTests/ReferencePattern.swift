import PubQLText

/// A regular expression as a tree, matched by plain trial and error.
struct ReferencePattern {
  /// What stands for one character.
  enum Piece {
    case literal(Unicode.Scalar)
    case any
    case set(written: String, [ClosedRange<Unicode.Scalar>], negated: Bool)
  }

  enum Node {
    case item(Piece, Repeat)
    case group([[Node]])
  }

  enum Repeat: String {
    case once = ""
    case optional = "?"
    case many = "*"
    case some = "+"
  }

  var nodes: [Node]
  var isAnchoredAtStart = false
  var isAnchoredAtEnd = false
  var ignoresCase = false

  /// The pattern in PubQL, slashes included.
  var written: String {
    (isAnchoredAtStart ? "/^" : "/") + Self.written(nodes) + (isAnchoredAtEnd ? "$/" : "/")
      + (ignoresCase ? "i" : "")
  }

  private static func written(_ nodes: [Node]) -> String {
    nodes.map { node in
      switch node {
      case .item(let piece, let times): written(piece) + times.rawValue
      case .group(let branches): "(" + branches.map(written).joined(separator: "|") + ")"
      }
    }.joined()
  }

  private static func written(_ piece: Piece) -> String {
    switch piece {
    case .literal(let scalar):
      scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9" ~= scalar) && scalar != " "
        && scalar != "’" && scalar != "," && scalar != ":"
        ? "\\\(scalar)" : String(scalar)
    case .any: "."
    case .set(let written, _, _): written
    }
  }

  func matches(_ value: ReferenceValue) -> Bool {
    let text = ignoresCase ? value.foldedScalars : value.scalars
    let nodes = ignoresCase ? Self.folded(self.nodes) : self.nodes
    let starts = isAnchoredAtStart ? 0...0 : 0...text.count
    return starts.contains { start in
      Self.match(nodes[...], text, start) { !isAnchoredAtEnd || $0 == text.count }
    }
  }

  private static func match(
    _ nodes: ArraySlice<Node>, _ text: [Unicode.Scalar], _ index: Int, _ then: (Int) -> Bool
  ) -> Bool {
    guard let node = nodes.first else { return then(index) }
    let rest = nodes.dropFirst()
    switch node {
    case .group(let branches):
      return branches.contains { branch in
        match(branch[...], text, index) { match(rest, text, $0, then) }
      }
    case .item(let piece, let times):
      let least = times == .once || times == .some ? 1 : 0
      let most = times == .once || times == .optional ? 1 : text.count
      var end = index
      var count = 0
      while true {
        if count >= least, match(rest, text, end, then) { return true }
        guard count < most, end < text.count, accepts(piece, text[end]) else { return false }
        end += 1
        count += 1
      }
    }
  }

  private static func accepts(_ piece: Piece, _ scalar: Unicode.Scalar) -> Bool {
    switch piece {
    case .literal(let wanted): scalar == wanted
    case .any: true
    case .set(_, let ranges, let negated): ranges.contains { $0.contains(scalar) } != negated
    }
  }

  /// With literals folded; the sets that have capitals have the small letters too.
  private static func folded(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node -> [Node] in
      switch node {
      case .group(let branches): return [.group(branches.map(folded))]
      case .item(.literal(let scalar), .once):
        return Folding.folded(String(scalar)).unicodeScalars.map { .item(.literal($0), .once) }
      case .item(.literal(let scalar), let times):
        let first = Folding.folded(String(scalar)).unicodeScalars.first ?? scalar
        return [.item(.literal(first), times)]
      case .item(.set(let written, let ranges, let negated), let times):
        return [
          .item(
            .set(
              written: written, ranges.map { $0 == "A"..."Z" ? "a"..."z" : $0 }, negated: negated),
            times)
        ]
      case .item(.any, _): return [node]
      }
    }
  }
}
