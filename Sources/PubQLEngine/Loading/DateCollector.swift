import PubQLFormats
import PubQLModel

/// Reads dates, piece after piece, as one core reads them; equal texts are read once.
struct DateCollector: ~Copyable {
  /// How a text was read.
  private enum Reading {
    case read
    case ambiguous
    case unreadable
  }

  /// Dates as EDTF texts, and what these stand for.
  private(set) var values = Interner()
  private(set) var dates: [PartialDate] = []
  /// By number of the piece.
  private(set) var pieces: [Int: PieceCodes] = [:]
  private var texts = Interner()
  private var readings: [(reading: Reading, code: UInt32)] = []

  init() {}

  /// Adds the dates of a piece.
  /// - Returns: the values that cannot be read.
  mutating func add(
    _ field: RawField, _ piece: RawPiece, _ number: Int, _ problems: inout [RawProblem]
  ) -> [LateValue] {
    var codes = PieceCodes()
    codes.starts.reserveCapacity(piece.records.recordCount + 1)
    codes.codes.reserveCapacity(field.values.count)
    var unreadable: [LateValue] = []
    piece.forEachRecord(of: field) { record, range in
      for value in field.values[range] {
        let (reading, code) = piece.withBytes(value) { known($0) }
        if reading != .unreadable { codes.codes.append(code) }
        if reading == .read { continue }
        problems.append(
          RawProblem(
            reading == .ambiguous ? .ambiguousDate : .unreadableDate,
            line: Int(piece.records.lines[record]),
            text: piece.withBytes(value) { String(decoding: $0.prefix(80), as: UTF8.self) }))
        if reading == .unreadable { unreadable.append(LateValue(record: record, value: value)) }
      }
      codes.finishRecord()
    }
    pieces[number] = codes
    return unreadable
  }

  private mutating func known(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (reading: Reading, code: UInt32) {
    let (text, isNew) = texts.intern(bytes)
    if isNew { readings.append(read(bytes)) }
    return readings[Int(text)]
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (reading: Reading, code: UInt32) {
    guard let loose = PartialDate.reading(bytes) else { return (.unreadable, 0) }
    var text: [UInt8] = []
    loose.date.appendEDTF(to: &text)
    let (code, isNew) = text.withUnsafeBufferPointer { values.intern($0) }
    if isNew { dates.append(loose.date) }
    return (loose.note == .ambiguousDayAndMonth ? .ambiguous : .read, code)
  }
}
