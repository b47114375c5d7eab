import PubQLText

/// How well a candidate fits what was typed; smaller is better.
enum CompletionRank: Int, Comparable {
  /// It begins with it.
  case prefix
  /// One of its words begins with it.
  case wordStart
  /// Its letters stand in it in that order.
  case fuzzy

  static func < (a: CompletionRank, b: CompletionRank) -> Bool { a.rawValue < b.rawValue }

  /// The rank of a text, both folded; nil if it does not fit at all.
  /// - Complexity: O(text × typed) in the worst case, linear as a rule.
  static func of(_ text: [UInt8], typed: [UInt8]) -> CompletionRank? {
    if text.starts(with: typed) { return .prefix }
    guard let first = typed.first else { return .prefix }
    for start in text.indices.dropFirst() where text[start] == first && !isWord(text[start - 1]) {
      if text[start...].starts(with: typed) { return .wordStart }
    }
    return typed.count >= 3 && isSubsequence(typed, of: text) ? .fuzzy : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func isSubsequence(_ typed: [UInt8], of text: [UInt8]) -> Bool {
    var next = 0
    for byte in text where next < typed.count && byte == typed[next] { next += 1 }
    return next == typed.count
  }
}

/// Collects candidates that fit what was typed, to show the best.
struct CompletionList {
  /// More values of the data are not read by anyone.
  private static let valueLimit = 20
  /// The language has more stages than that, and one wants to see them all.
  private static let nameLimit = 40

  private struct Match {
    let rank: CompletionRank
    /// More frequent ones first.
    let weight: Int
    let item: Completion
    /// What the item begins with, without closing quote or space.
    let stem: String
  }

  private let typed: [UInt8]
  private var matches: [Match] = []

  init(typed: String) { self.typed = Folding.fold(typed) }

  /// Adds an item if the name fits; `stem` is its text without what closes it.
  mutating func add(
    _ item: @autoclosure () -> Completion, named name: String, stem: @autoclosure () -> String,
    weight: Int = 0
  ) {
    guard let rank = CompletionRank.of(Folding.fold(name), typed: typed) else { return }
    matches.append(Match(rank: rank, weight: weight, item: item(), stem: stem()))
  }

  /// The best items in place of a range; those that fit only loosely stand alone.
  func completions(replacing range: Range<Int>) -> Completions {
    let best = matches.lazy.map(\.rank).min() ?? .prefix
    var fitting = best < .fuzzy ? matches.filter { $0.rank < .fuzzy } : matches
    fitting.sort { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      if a.weight != b.weight { return a.weight > b.weight }
      return a.item.label < b.item.label
    }
    let limit = fitting.first?.item.kind == .value ? Self.valueLimit : Self.nameLimit
    let areAllPrefixed = fitting.allSatisfy { $0.rank == .prefix }
    return Completions(
      replace: range, items: fitting.prefix(limit).map(\.item),
      more: max(0, fitting.count - limit),
      common: areAllPrefixed ? CompletionList.commonPrefix(fitting.lazy.map(\.stem)) : "")
  }

  private static func commonPrefix(_ texts: some Sequence<String>) -> String {
    var common: [Character]?
    for text in texts {
      guard let known = common else {
        common = Array(text)
        continue
      }
      common = zip(known, text).prefix { $0 == $1 }.map(\.0)
      if common?.isEmpty == true { break }
    }
    return String(common ?? [])
  }
}
