import Foundation
import PubQLCorpusGenerator

/// The records with all of some words, ranked by BM25 as the reference has it: in title and
/// abstract, a title counting twice.
final class SearchExpectation: Expectation {
  private struct Found {
    let id: String
    /// Occurrences in title and abstract, word by word.
    let counts: [[Int]]
    let lengths: [Int]
  }

  private let words: [[UInt8]]
  private let top: Int
  private var found: [Found] = []
  private var recordCount = 0
  private var recordsWith: [Int]
  private var wordTotals = [0, 0]
  private var filled = [0, 0]

  init(_ words: [String], top: Int) {
    self.words = words.map { Array($0.utf8) }
    self.top = top
    recordsWith = words.map { _ in 0 }
  }

  func see(_ record: GeneratedRecord) {
    var counts = words.map { _ in [0, 0] }
    var lengths = [0, 0]
    for (field, text) in [record.title, record.abstract].enumerated() {
      PlainWords.forEach(text) { word in
        lengths[field] += 1
        for (index, wanted) in words.enumerated() where word.elementsEqual(wanted) {
          counts[index][field] += 1
        }
      }
      wordTotals[field] += lengths[field]
      filled[field] += lengths[field] > 0 ? 1 : 0
    }
    recordCount += 1
    let has = counts.map { $0 != [0, 0] }
    for index in words.indices where has[index] { recordsWith[index] += 1 }
    if has.allSatisfy({ $0 }) {
      found.append(Found(id: String(record.id), counts: counts, lengths: lengths))
    }
  }

  func problem(in answer: Answer) -> String? {
    let scores = Dictionary(uniqueKeysWithValues: found.map { ($0.id, score($0)) })
    let best = scores.values.sorted(by: >).prefix(top)
    guard answer.rows.count == best.count else { return "\(answer.rows.count) rows" }
    for (row, expected) in zip(answer.rows, best) {
      // Of records that are equally good either may come.
      guard let given = Double(row[1]), let meant = scores[row[0]], abs(given - meant) < 1e-6,
        abs(given - expected) < 1e-6
      else { return "record \(row[0]) has the score \(row[1]), not \(expected)" }
    }
    return nil
  }

  private func score(_ record: Found) -> Double {
    words.indices.reduce(0) { total, word in
      let n = Double(recordsWith[word])
      let idf = log(1 + (Double(recordCount) - n + 0.5) / (n + 0.5))
      let f = [2.0, 1.0].enumerated().reduce(0.0) { sum, field in
        let average = Double(wordTotals[field.offset]) / Double(max(filled[field.offset], 1))
        let length = Double(record.lengths[field.offset]) / average
        return sum + field.element * Double(record.counts[word][field.offset])
          / (1 - 0.75 + 0.75 * length)
      }
      return total + idf * f * 2.2 / (1.2 + f)
    }
  }
}
