import Synchronization

/// Keeps the rows with the best scores; of equal ones those that come first.
struct TopScores: Sendable {
  private let limit: Int
  private var kept: [(row: Int, score: Double)] = []
  /// A row below it is none of the best; equal ones may be.
  private(set) var floor = -Double.infinity

  /// - Parameter limit: nil keeps all.
  init(limit: Int?) { self.limit = limit ?? Int.max }

  mutating func add(_ row: Int, _ score: Double) {
    guard score >= floor else { return }
    kept.append((row, score))
    // Cut back from twice as many: each row is sorted about once.
    if kept.count / 2 >= limit { cut() }
  }

  mutating func add(_ other: TopScores) {
    for (row, score) in other.kept { add(row, score) }
  }

  /// The best first.
  mutating func sorted() -> [(row: Int, score: Double)] {
    cut()
    return kept
  }

  private mutating func cut() {
    kept.sort { $0.score != $1.score ? $0.score > $1.score : $0.row < $1.row }
    guard kept.count >= limit else { return }
    kept.removeLast(kept.count - limit)
    floor = kept.last?.score ?? Double.infinity
  }
}

/// A score that several threads know and raise.
final class SharedFloor: Sendable {
  private let bits = Atomic<UInt64>(0)

  /// - Returns: the highest that was told, 0 at first.
  var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

  /// - Parameter value: counts only above 0, where numbers are in the order of their bits.
  func raise(to value: Double) {
    if value > 0 { bits.max(value.bitPattern, ordering: .relaxed) }
  }
}
