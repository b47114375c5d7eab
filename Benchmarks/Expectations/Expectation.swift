import PubQLCorpusGenerator

/// What an answer has to be, worked out from the records as they were meant.
protocol Expectation: AnyObject {
  /// Takes in a record; each comes once, in order.
  func see(_ record: GeneratedRecord)
  /// What is wrong with an answer; nil for the right one.
  func problem(in answer: Answer) -> String?
}

/// What a query gave: its columns, and the texts of its cells, as the format `tsv` has them.
struct Answer {
  let columns: [String]
  let rows: [[String]]
  let lineCount: Int

  init(tsv bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    lineCount = lines.count
    // Of a long result, such as records that are written, only lines are counted.
    let cells = lines.prefix(100_000 + 1).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    columns = cells.first ?? []
    rows = Array(cells.dropFirst())
  }

  /// The whole number in the last column of the only row.
  var count: Int? { rows.count == 1 ? rows[0].last.flatMap { Int($0) } : nil }
}

/// How many records there are of which something holds.
final class CountExpectation: Expectation {
  private let holds: (GeneratedRecord) -> Bool
  private var count = 0

  init(where holds: @escaping (GeneratedRecord) -> Bool) { self.holds = holds }

  func see(_ record: GeneratedRecord) { if holds(record) { count += 1 } }

  func problem(in answer: Answer) -> String? {
    answer.count == count ? nil : "\(answer.count ?? -1) instead of \(count)"
  }
}

/// The records of which something holds, in their order, by the column `id`.
final class RowsExpectation: Expectation {
  private let holds: (GeneratedRecord) -> Bool
  private var ids: [String] = []

  init(where holds: @escaping (GeneratedRecord) -> Bool) { self.holds = holds }

  func see(_ record: GeneratedRecord) { if holds(record) { ids.append(String(record.id)) } }

  func problem(in answer: Answer) -> String? {
    answer.rows.map { $0[0] } == ids ? nil : "\(answer.rows.count) rows are not the \(ids.count)"
  }
}

/// The records with the latest dates, the latest first, of equal dates in their order.
final class NewestExpectation: Expectation {
  private let holds: (GeneratedRecord) -> Bool
  private let wanted: Int
  private var found: [(id: String, date: String)] = []

  init(_ wanted: Int, where holds: @escaping (GeneratedRecord) -> Bool) {
    self.wanted = wanted
    self.holds = holds
  }

  func see(_ record: GeneratedRecord) {
    if holds(record) { found.append((String(record.id), record.date ?? "")) }
  }

  func problem(in answer: Answer) -> String? {
    // A year is before its months, and so is its text.
    let newest = found.enumerated()
      .sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }
      .prefix(wanted).map { [$0.element.id, $0.element.date] }
    return answer.rows == newest ? nil : "other records than the newest"
  }
}

/// How many records come under each key.
final class GroupsExpectation: Expectation {
  private let keys: (GeneratedRecord) -> [String]
  private let top: Int
  private var counts: [String: Int] = [:]

  init(top: Int = .max, keys: @escaping (GeneratedRecord) -> [String]) {
    self.top = top
    self.keys = keys
  }

  func see(_ record: GeneratedRecord) { for key in keys(record) { counts[key, default: 0] += 1 } }

  func problem(in answer: Answer) -> String? {
    let expected = counts.values.sorted(by: >).prefix(top)
    let given = answer.rows.map { Int($0.last ?? "") ?? -1 }
    guard given.sorted(by: >).elementsEqual(expected) else { return "other counts" }
    let wrong = answer.rows.first { row in
      counts[row.dropLast().joined(separator: "\t")] != Int(row.last ?? "")
    }
    return wrong.map { "\($0.joined(separator: " ")) is wrong" }
  }
}

/// A line a record.
final class LinesExpectation: Expectation {
  private let most: Int
  private var count = 0

  init(atMost most: Int) { self.most = most }

  func see(_ record: GeneratedRecord) { count += 1 }

  func problem(in answer: Answer) -> String? {
    let expected = min(most, count)
    return answer.lineCount == expected ? nil : "\(answer.lineCount) lines, not \(expected)"
  }
}
