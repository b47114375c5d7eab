import PubQLFormats
import PubQLModel

/// What a reader made of a piece of a text.
struct RawPiece {
  let records: RawRecords
  /// The text, which belongs to a store that the loader keeps alive.
  let text: UnsafeBufferPointer<UInt8>

  /// Lets `body` see the bytes of a value.
  @inline(__always)
  func withBytes<R>(_ value: RawValue, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let length = Int(value.length)
    if value.start & RawValue.madeFlag == 0 {
      let start = Int(value.start)
      return body(UnsafeBufferPointer(rebasing: text[start..<start + length]))
    }
    let start = Int(value.start & ~RawValue.madeFlag)
    return records.made.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<start + length]))
    }
  }

  /// Hands over the records of a field and the places of their values.
  @inline(__always)
  func forEachRecord(of field: RawField, _ body: (_ record: Int, _ values: Range<Int>) -> Void) {
    var start = 0
    for record in 0..<records.recordCount {
      let end = record < field.ends.count ? Int(field.ends[record]) : start
      body(record, start..<end)
      start = end
    }
  }
}

/// What is kept of a piece of a text once the values of its coded fields are numbered.
struct ReadPiece: Sendable {
  let lines: [UInt32]
  let lineCount: Int
  let problems: [RawProblem]
  /// Bytes that the reader made.
  let made: [UInt8]
  /// What to add to an offset in the text for an offset in the segment.
  let offset: UInt32
  /// The fields of texts, by `StandardField.rawValue`; the others have no values.
  let texts: [RawField]

  var recordCount: Int { lines.count }
}

/// The values of a field for the records of a piece, as numbers.
///
/// Shape: those of record `r` are `codes[starts[r]..<starts[r + 1]]`.
struct PieceCodes: Sendable {
  var starts: [UInt32] = [0]
  var codes: [UInt32] = []

  mutating func finishRecord() { starts.append(UInt32(codes.count)) }
}

/// A value that stands behind those of its record.
struct LateValue {
  let record: Int
  let value: RawValue
}
