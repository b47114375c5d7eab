import PubQLText

/// How alike two titles are.
///
/// Word by word and in order: words are equal, or differ as slips of the pen and spellings do, or
/// are articles and the like that one of them lacks. A title in which any other word differs is
/// another work, however long it is: `… in North Korea`, `… in South Korea`. So is one with other
/// numbers: `Outlook 2019`, `Outlook 2020`; `Part I`, `Part II`.
struct TitleLikeness {
  /// Titles less alike than this are not alike at all.
  static let least = 0.8
  /// Longer titles are alike only when their letters are equal.
  private static let wordLimit = 64

  private let table: TitleTable

  init(_ table: TitleTable) { self.table = table }

  /// From `least` to 1 (the same letters); nil when the titles are not alike.
  ///
  /// Unit: the part of the letters of the longer that need no change.
  func likeness(_ a: TitleTable.Title, _ b: TitleTable.Title) -> Double? {
    let letters = max(a.letters, b.letters)
    let limit = Int(Double(letters) * (1 - Self.least))
    guard abs(a.letters - b.letters) <= limit else { return nil }
    if a.lettersHash == b.lettersHash, table.joinedLetters(a) == table.joinedLetters(b) { return 1 }
    guard a.numbers == b.numbers else { return nil }
    guard let cost = cost(a.words[...], b.words[...], limit: limit) else { return nil }
    return 1 - Double(cost) / Double(letters)
  }

  /// How many letters must change; nil when that is above `limit`, or other words stand there.
  private func cost(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>, limit: Int) -> Int? {
    var (a, b) = (a, b)
    while let first = a.first, first == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let last = a.last, last == b.last {
      a.removeLast()
      b.removeLast()
    }
    if a.isEmpty, b.isEmpty { return 0 }
    guard a.count <= Self.wordLimit, b.count <= Self.wordLimit, canStand(a.first, b.first),
      canStand(a.last, b.last)
    else { return nil }
    return aligned(Array(a), Array(b), limit: limit)
  }

  /// Whether two words may stand first, or last, in like titles: nearly all pairs of titles end here.
  private func canStand(_ a: Int?, _ b: Int?) -> Bool {
    if a.map({ table.words[$0].isMinor }) ?? false { return true }
    if b.map({ table.words[$0].isMinor }) ?? false { return true }
    guard let a, let b else { return false }
    return change(a, b) != nil
  }

  private func aligned(_ a: [Int], _ b: [Int], limit: Int) -> Int? {
    let beyond = limit + 1
    var previous = [0]
    for word in b { previous.append(min(beyond, previous[previous.count - 1] + lack(of: word))) }
    for left in a {
      var current = [min(beyond, previous[0] + lack(of: left))]
      for (column, right) in b.enumerated() {
        var best = min(previous[column + 1] + lack(of: left), current[column] + lack(of: right))
        // Comparing letters is dear: only where it can still help.
        if previous[column] < min(best, beyond), let change = change(left, right) {
          best = min(best, previous[column] + change)
        }
        current.append(min(beyond, best))
      }
      if current.allSatisfy({ $0 == beyond }) { return nil }
      previous = current
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }

  /// What it costs that one of the titles lacks a word; more than any limit for most words.
  private func lack(of word: Int) -> Int {
    table.words[word].isMinor ? table.words[word].letters : Int(UInt32.max)
  }

  /// How many letters of a word must change to make it the other; nil when that makes another word.
  private func change(_ a: Int, _ b: Int) -> Int? {
    if a == b { return 0 }
    let (a, b) = (table.words[a], table.words[b])
    guard !a.isNumber, !b.isNumber else { return nil }
    let (short, long) = a.letters <= b.letters ? (a, b) : (b, a)
    let difference = long.letters - short.letters
    // `program` and `programme`
    if short.letters >= 6, difference <= 2, long.bytes.starts(with: short.bytes) {
      return difference
    }
    let limit = short.letters < 5 ? 0 : short.letters < 8 ? 1 : 2
    guard limit > 0, difference <= limit else { return nil }
    return EditDistance.distance(a.bytes, b.bytes, limit: limit)
  }
}
