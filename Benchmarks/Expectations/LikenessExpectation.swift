import Foundation
import PubQLCorpusGenerator

/// The records with an author whose name is close to another, as `like` says: one letter in four
/// differs, or half of the groups of three letters are shared.
final class LikenessExpectation: Expectation {
  private let name: [Unicode.Scalar]
  private let groups: Set<String>
  private var known: [String: Bool] = [:]
  private var count = 0

  init(_ name: String) {
    self.name = Self.folded(name)
    groups = Self.groups(self.name)
  }

  func see(_ record: GeneratedRecord) {
    if record.authors.contains(where: isClose) { count += 1 }
  }

  func problem(in answer: Answer) -> String? {
    answer.count == count ? nil : "\(answer.count ?? -1) instead of \(count)"
  }

  private func isClose(_ author: String) -> Bool {
    if let known = known[author] { return known }
    let other = Self.folded(author)
    let limit = max(1, name.count / 4)
    let isClose =
      Self.share(groups, Self.groups(other)) >= 0.5
      || (abs(name.count - other.count) <= limit && Self.distance(name, other) <= limit)
    known[author] = isClose
    return isClose
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
    let folded = text.folding(options: options, locale: nil)
      .replacingOccurrences(of: "ł", with: "l")
      .replacingOccurrences(of: "’", with: "'")
    return Array(folded.unicodeScalars)
  }

  private static func share(_ a: Set<String>, _ b: Set<String>) -> Double {
    let common = a.intersection(b).count
    return Double(common) / Double(max(1, a.count + b.count - common))
  }

  /// The groups of three letters of each word, with two blanks before it and one behind.
  private static func groups(_ text: [Unicode.Scalar]) -> Set<String> {
    var groups: Set<String> = []
    let words = text.split { !$0.properties.isAlphabetic && !(0x30...0x39 ~= $0.value) }
    for word in words {
      let letters = [" ", " "] + word.map(String.init) + [" "]
      for start in 0..<letters.count - 2 { groups.insert(letters[start...start + 2].joined()) }
    }
    return groups
  }

  /// Letters that are added, left out, changed, or swapped with a neighbour.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(rows[i][j + 1], row[j]) + 1
        least = min(least, rows[i][j] + (a[i] == b[j] ? 0 : 1))
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
