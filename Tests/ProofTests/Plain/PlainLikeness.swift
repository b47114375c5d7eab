import Glibc
import PubQLText

/// How close two texts are.
enum PlainLikeness {
  /// Beyond so many letters, letters are not compared one by one.
  private static let longest = 2000

  /// The part of the letters that need not change, or that of shared groups of three letters.
  static func degree(_ a: String, _ b: String) -> Double {
    let (first, second) = (Folding.folded(a), Folding.folded(b))
    if first == second { return 1 }
    let groups = (groups(of: a), groups(of: b))
    let all = groups.0.union(groups.1).count
    let shared = all == 0 ? 0 : Double(groups.0.intersection(groups.1).count) / Double(all)
    let (letters, others) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    let count = max(letters.count, others.count)
    if count > longest { return shared }
    return max(shared, 1 - Double(changes(letters, others)) / Double(count))
  }

  /// The words in groups of three letters, with two blanks before each word and one behind.
  private static func groups(of text: String) -> Set<[Unicode.Scalar]> {
    var groups: Set<[Unicode.Scalar]> = []
    for word in ReferenceWords.words(text) {
      let letters = Array("  \(String(decoding: word, as: UTF8.self)) ".unicodeScalars)
      for start in 0...(letters.count - 3) { groups.insert(Array(letters[start..<start + 3])) }
    }
    return groups
  }

  static func logarithm(_ number: Double) -> Double { Glibc.log(number) }

  /// How many letters must be put in, left out, changed or swapped with their neighbour, none of
  /// them twice.
  static func changes<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
