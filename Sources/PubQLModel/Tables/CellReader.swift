/// Reads the cells of a column; where they are kept is looked up once, when it is made.
package protocol CellReader: AnyObject, Sendable {
  /// What each of the cells holds.
  var form: CellForm { get }
  /// Hands the content of one cell to `visitor`; `row` is in range.
  func visit(_ row: Int, _ visitor: any CellVisitor)
  /// Adds the cells of some rows, which are in range, where the form says that they hold texts.
  func read(_ rows: Range<Int>, into cells: inout TextCells)
}

extension CellReader {
  package var form: CellForm { .any }

  package func read(_ rows: Range<Int>, into cells: inout TextCells) {}
}

/// What the cells of a column hold, as far as it is known before they are looked at.
package enum CellForm: Sendable {
  /// A text, or nothing
  case text
  /// Texts, as a list, or nothing
  case texts
  /// Anything: visit them
  case any
}

/// Cells that hold texts, one after another; the texts stay where they are.
///
/// Shape: cell `i` holds `texts[ends[i]..<ends[i + 1]]`, none where it is missing. Texts are UTF-8,
/// valid while the reader lives that added them. Changed in place: a call a cell would cost more
/// than the rest of reading it.
package struct TextCells {
  package var texts: [UnsafeBufferPointer<UInt8>] = []
  package var ends: [Int] = [0]

  package init() {}

  /// Makes ready for the next cells.
  package mutating func removeAll() {
    texts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
  }
}
