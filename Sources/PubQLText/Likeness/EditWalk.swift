/// Finds the texts of a sorted list that are within some edits of another.
///
/// The list is walked as the tree of its beginnings: what texts share at their beginnings is
/// looked at once, and where a beginning has too many edits already, all texts that begin so are
/// passed over. Edits are counted as `EditDistance` counts them.
package struct EditWalk {
  /// A longer text would need a large matrix, and few texts are passed over.
  package static let mostLetters = 64

  private let target: [UInt32]
  private let limit: Int
  private let beyond: UInt8
  /// A row for each number of letters that a text may have before it is out; the cell `j` is how
  /// many edits lead from them to `j` letters of the target. Only cells near the diagonal are
  /// ever written.
  private var rows: [UInt8]
  /// The letters of the present text, and where each ends; those at 0 are none.
  private var letters: [UInt32]
  private var ends: [Int]
  private var depth = 0

  /// - Parameter target: folded. Nil where it has too many letters.
  package init?(_ target: [UInt8], limit: Int) {
    let scalars = target.withUnsafeBufferPointer(EditDistance.scalars)
    guard scalars.count <= Self.mostLetters, limit >= 0 else { return nil }
    self.target = scalars
    // No distance is above the count of the longer text, and rows hold small numbers.
    self.limit = min(limit, Self.mostLetters)
    beyond = UInt8(self.limit + 1)
    let depths = scalars.count + self.limit + 2
    rows = [UInt8](repeating: beyond, count: depths * (scalars.count + 1))
    letters = [UInt32](repeating: 0, count: depths)
    ends = [Int](repeating: 0, count: depths)
    for column in 0...min(scalars.count, self.limit) { rows[column] = UInt8(column) }
  }

  /// The places of the texts, ascending.
  package mutating func indices(in texts: SortedTexts) -> [Int] {
    var found: [Int] = []
    var last: UnsafeBufferPointer<UInt8>?
    depth = 0
    var index = 0
    while index < texts.count {
      let text = texts[index]
      keepShared(with: last, text)
      last = text
      if follow(text) {
        if rows[depth * (target.count + 1) + target.count] < beyond { found.append(index) }
        index += 1
      } else {
        index = texts.end(ofBeginning: ends[depth], at: index)
      }
    }
    return found
  }

  /// Goes back to the letters that the text shares with the one before.
  private mutating func keepShared(
    with last: UnsafeBufferPointer<UInt8>?, _ text: UnsafeBufferPointer<UInt8>
  ) {
    guard let last, depth > 0 else { return }
    let most = min(last.count, text.count, ends[depth])
    var shared = 0
    while shared < most, last[shared] == text[shared] { shared += 1 }
    while depth > 0, ends[depth] > shared { depth -= 1 }
  }

  /// Takes the rest of a text's letters; false where what was taken has too many edits, whatever
  /// follows.
  private mutating func follow(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = ends[depth]
    while offset < text.count {
      let (scalar, length) = UTF8Scanner.decode(text, at: offset)
      offset += length
      depth += 1
      letters[depth] = scalar
      ends[depth] = offset
      if !fillRow() { return false }
    }
    return true
  }

  /// Fills the row of the last letter; false where no cell of it, and by a swap none of a later
  /// one, can stay within the limit.
  private mutating func fillRow() -> Bool {
    let width = target.count + 1
    let row = depth * width
    let first = max(1, depth - limit)
    let last = min(target.count, depth + limit)
    if depth <= limit { rows[row] = UInt8(depth) }
    var best = depth <= limit ? UInt8(depth) : beyond
    var before = depth - 1 <= limit ? UInt8(depth - 1) : beyond
    if first <= last {
      for column in first...last {
        let cell = min(edits(row, column, width), beyond)
        rows[row + column] = cell
        best = min(best, cell)
        before = min(before, rows[row - width + column])
      }
    }
    if first > 1 { before = min(before, rows[row - width + first - 1]) }
    return best < beyond || before + 1 < beyond
  }

  @inline(__always)
  private func edits(_ row: Int, _ column: Int, _ width: Int) -> UInt8 {
    let place = row + column
    let letter = letters[depth]
    var cell = rows[place - width - 1] + (letter == target[column - 1] ? 0 : 1)
    cell = min(cell, rows[place - width] + 1, rows[place - 1] + 1)
    if depth > 1, column > 1, letter == target[column - 2], letters[depth - 1] == target[column - 1]
    {
      cell = min(cell, rows[place - 2 * width - 2] + 1)
    }
    return cell
  }
}
