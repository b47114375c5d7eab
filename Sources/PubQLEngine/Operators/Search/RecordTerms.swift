import PubQLModel
import PubQLText

/// The columns by which records are compared with each other.
package struct LikenessColumns: Sendable {
  /// Running texts, and how often a word in them counts.
  package let texts: [(column: Int, weight: Double)]
  /// Fields whose values count as wholes.
  package let values: [Int]
  /// People, of whom the family name and the first initial count.
  package let people: [Int]

  package init(texts: [(column: Int, weight: Double)], values: [Int], people: [Int]) {
    self.texts = texts
    self.values = values
    self.people = people
  }
}

/// A word or value that records may have in common, as 64 bits made of its letters.
///
/// Two of a million terms share them once in tens of millions of corpora; then a likeness is off by
/// the weight of a term.
typealias TermHash = UInt64

/// The terms of rows, and how often each occurs.
struct RecordTerms: Sendable {
  private let texts: [(texts: ColumnTexts, weight: Double)]
  private let values: [ColumnTexts]
  private let people: [ColumnTexts]

  /// - Parameter table: with its records listed (`Table.indexed`).
  init(_ table: Table, _ columns: LikenessColumns) {
    texts = columns.texts.map { (ColumnTexts(table, column: $0.column), $0.weight) }
    values = columns.values.map { ColumnTexts(table, column: $0) }
    people = columns.people.map { ColumnTexts(table, column: $0) }
  }

  /// Each term of a row once, ascending, with its weighed number of occurrences.
  func terms(row: Int, _ buffer: inout [UInt8]) -> [(term: TermHash, count: Double)] {
    var all: [(term: TermHash, count: Double)] = []
    for (column, weight) in texts {
      column.forEach(row: row, &buffer) { text in
        var scanner = WordScanner(text)
        while let word = scanner.next() { all.append((Self.hash(0, text[word]), weight)) }
      }
    }
    for (number, column) in values.enumerated() {
      column.forEach(row: row, &buffer) { all.append((Self.hash(UInt64(number) + 2, $0[...]), 1)) }
    }
    for column in people {
      column.forEach(row: row, &buffer) { all.append((Self.person($0), 1)) }
    }
    all.sort { $0.term < $1.term }
    var kept = 0
    for index in all.indices {
      if kept > 0, all[kept - 1].term == all[index].term {
        all[kept - 1].count += all[index].count
      } else {
        all[kept] = all[index]
        kept += 1
      }
    }
    all.removeLast(all.count - kept)
    return all
  }

  /// `Ekman, Alice`, `A. Ekman` and `Alice Ekman` are one term.
  private static func person(_ folded: UnsafeBufferPointer<UInt8>) -> TermHash {
    let name = PersonName(utf8: folded)
    var key = Array(name.family.utf8) + [0]
    if let first = name.given.unicodeScalars.first { key += Array(String(first).utf8) }
    return key.withUnsafeBufferPointer { hash(1, $0[...]) }
  }

  /// Multiply-and-fold over the bytes, from a start that tells kinds of terms apart.
  private static func hash(_ kind: UInt64, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> TermHash {
    var state = kind &* 0x9E37_79B9_7F4A_7C15 ^ 0xA076_1D64_78BD_642F
    for byte in bytes {
      let product = (state ^ UInt64(byte)).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      state = product.high ^ product.low
    }
    return state
  }
}
