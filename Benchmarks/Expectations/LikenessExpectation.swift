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
    self.name = PlainEdits.folded(name)
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
    let other = PlainEdits.folded(author)
    let limit = max(1, name.count / 4)
    let isClose =
      Self.share(groups, Self.groups(other)) >= 0.5
      || PlainEdits.isWithin(limit, name, other)
    known[author] = isClose
    return isClose
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
}
