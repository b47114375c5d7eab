import Foundation

/// Gives the parts of a line their scopes by a TextMate grammar, as an editor does.
///
/// What the grammar of PubQL uses is done: `match`, `begin` and `end`, captures, `include`. It does
/// not go from line to line.
struct TextMateScopes {
  struct Malformed: Error { let pattern: String }

  indirect enum Rule {
    case match(NSRegularExpression, name: String?, captures: [Int: String])
    case region(
      NSRegularExpression, end: NSRegularExpression, name: String?, first: String?, last: String?,
      patterns: [Reference])
    case group([Reference])
  }

  enum Reference {
    case whole
    case named(String)
    case rule(Rule)
  }

  private let patterns: [Reference]
  private let repository: [String: Rule]

  /// - Throws: where it is no JSON, a pattern does not compile or an `include` leads nowhere.
  init(json: Data) throws {
    guard let grammar = try JSONSerialization.jsonObject(with: json) as? [String: Any],
      let patterns = grammar["patterns"] as? [[String: Any]],
      let repository = grammar["repository"] as? [String: [String: Any]]
    else { throw Malformed(pattern: "grammar") }
    self.patterns = try patterns.map(TextMateScopes.reference)
    self.repository = try repository.mapValues(TextMateScopes.rule)
    for case .named(let name) in self.patterns where self.repository[name] == nil {
      throw Malformed(pattern: name)
    }
  }

  private static func reference(_ source: [String: Any]) throws -> Reference {
    guard let include = source["include"] as? String else { return .rule(try rule(source)) }
    return include == "$self" ? .whole : .named(String(include.dropFirst()))
  }

  private static func rule(_ source: [String: Any]) throws -> Rule {
    let inner = try (source["patterns"] as? [[String: Any]] ?? []).map(reference)
    let name = source["name"] as? String
    if let begin = source["begin"] as? String, let end = source["end"] as? String {
      return .region(
        try NSRegularExpression(pattern: begin), end: try NSRegularExpression(pattern: end),
        name: name, first: captures(source["beginCaptures"])[0],
        last: captures(source["endCaptures"])[0], patterns: inner)
    }
    guard let match = source["match"] as? String else { return .group(inner) }
    return .match(
      try NSRegularExpression(pattern: match), name: name, captures: captures(source["captures"]))
  }

  private static func captures(_ source: Any?) -> [Int: String] {
    var result: [Int: String] = [:]
    for (key, value) in source as? [String: [String: String]] ?? [:] {
      if let index = Int(key), let name = value["name"] { result[index] = name }
    }
    return result
  }

  // MARK: Scopes

  /// The innermost scope of each character of a line; empty where it has none.
  func scopes(of line: String) -> [String] {
    var scopes = [String](repeating: "", count: line.utf16.count)
    var open: [(end: NSRegularExpression, name: String?, last: String?, patterns: [Reference])] = []
    var position = 0
    while position <= scopes.count {
      let rules = flat(open.last?.patterns ?? patterns)
      let found = rules.compactMap { rule in first(rule, line, position).map { (rule, $0) } }
        .min { $0.1.range.location < $1.1.range.location }
      let end = open.last.flatMap { match($0.end, line, position) }
      if let end, end.range.location <= found?.1.range.location ?? .max {
        fill(&scopes, position..<end.range.location, open.last?.name)
        fill(&scopes, range(end), open.last?.last ?? open.last?.name)
        open.removeLast()
        position = end.range.upperBound
        // An end at the end of the line closes all that is open.
        if end.range.length == 0 { break }
        continue
      }
      guard let (rule, match) = found else {
        fill(&scopes, position..<scopes.count, open.last?.name)
        break
      }
      fill(&scopes, position..<match.range.location, open.last?.name)
      fill(&scopes, range(match), open.last?.name)
      switch rule {
      case .match(_, let name, let captures):
        fill(&scopes, range(match), name)
        for (index, name) in captures where index < match.numberOfRanges {
          let captured = match.range(at: index)
          guard captured.location != NSNotFound else { continue }
          fill(&scopes, captured.location..<captured.upperBound, name)
        }
      case .region(_, let end, let name, let first, let last, let patterns):
        fill(&scopes, range(match), first ?? name)
        open.append((end, name, last, patterns))
      case .group: break
      }
      position = max(match.range.upperBound, match.range.length == 0 ? position + 1 : position)
    }
    return scopes
  }

  /// The scope of a piece of a line, from its first character to its last; nil where they differ.
  func scope(of piece: String, in line: String) -> String? {
    guard let range = line.range(of: piece) else { return nil }
    let all = scopes(of: line)
    let start = line.utf16.distance(from: line.startIndex, to: range.lowerBound)
    let found = Set(all[start..<start + piece.utf16.count])
    return found.count == 1 ? found.first : nil
  }

  private func flat(_ references: [Reference]) -> [Rule] {
    references.flatMap { reference -> [Rule] in
      switch reference {
      case .whole: return flat(patterns)
      case .named(let name): return repository[name].map { flat([.rule($0)]) } ?? []
      case .rule(.group(let inner)): return flat(inner)
      case .rule(let rule): return [rule]
      }
    }
  }

  private func first(_ rule: Rule, _ line: String, _ position: Int) -> NSTextCheckingResult? {
    switch rule {
    case .match(let pattern, _, _), .region(let pattern, _, _, _, _, _):
      match(pattern, line, position)
    case .group: nil
    }
  }

  private func match(
    _ pattern: NSRegularExpression, _ line: String, _ position: Int
  ) -> NSTextCheckingResult? {
    pattern.firstMatch(
      in: line, options: [.withTransparentBounds, .withoutAnchoringBounds],
      range: NSRange(location: position, length: line.utf16.count - position))
  }

  private func range(_ match: NSTextCheckingResult) -> Range<Int> {
    match.range.location..<match.range.upperBound
  }

  private func fill(_ scopes: inout [String], _ range: Range<Int>, _ name: String?) {
    for index in range where name != nil { scopes[index] = name ?? "" }
  }
}
