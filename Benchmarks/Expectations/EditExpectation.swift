import PubQLCorpusGenerator

/// The records with an author whose name is so many edits from another, or fewer.
final class EditExpectation: Expectation {
  private let name: [Unicode.Scalar]
  private let limit: Int
  private var known: [String: Bool] = [:]
  private var count = 0

  init(_ name: String, within limit: Int) {
    self.name = PlainEdits.folded(name)
    self.limit = limit
  }

  func see(_ record: GeneratedRecord) {
    if record.authors.contains(where: isNear) { count += 1 }
  }

  func problem(in answer: Answer) -> String? {
    answer.count == count ? nil : "\(answer.count ?? -1) instead of \(count)"
  }

  private func isNear(_ author: String) -> Bool {
    if let known = known[author] { return known }
    let isNear = PlainEdits.isWithin(limit, name, PlainEdits.folded(author))
    known[author] = isNear
    return isNear
  }
}
