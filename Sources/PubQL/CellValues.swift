internal import PubQLEngine
internal import PubQLModel

/// The cells of a column of a result. Where they hold texts, these are all found at once: to ask
/// for each by itself costs more than the rest of reading it. A class: whatever a copy of it held
/// would be counted by its owners for each cell.
final class CellValues {
  private let reader: ColumnReader
  private let form: CellForm
  private let kind: FieldKind
  private let cells: TextCells

  /// - Parameter count: how many rows there are.
  init(_ reader: ColumnReader, count: Int) {
    self.reader = reader
    form = reader.form
    kind = reader.kind
    var cells = TextCells()
    if form != .any {
      cells.texts.reserveCapacity(count)
      cells.ends.reserveCapacity(count + 1)
      reader.read(0..<count, into: &cells)
    }
    self.cells = cells
  }

  /// The content of a cell; `row` is in range.
  subscript(row: Int) -> Value {
    switch form {
    case .any: return Value(reader.value(row))
    case .text:
      let (place, end) = (cells.ends[row], cells.ends[row + 1])
      return place < end ? value(cells.texts[place]) : .missing
    case .texts:
      let places = cells.ends[row]..<cells.ends[row + 1]
      return places.isEmpty ? .missing : .list(cells.texts[places].map(value))
    }
  }

  private func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    let text = String(decoding: bytes, as: UTF8.self)
    return switch kind {
    case .identifier, .text, .category: .text(text)
    case .date: .date(text)
    case .person: .person(text)
    case .place: .place(text)
    }
  }
}
