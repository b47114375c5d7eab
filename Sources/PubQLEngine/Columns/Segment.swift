import PubQLFormats
import PubQLModel

/// An immutable run of records, column by column.
package final class Segment: Sendable {
  package let recordCount: Int
  package let fields: [SegmentField]
  /// The text that the records were read from.
  private let text: ByteStore
  /// Where this segment's part of the text begins; offsets count from there.
  private let textStart: Int
  /// Bytes of values that do not stand in one piece in the text.
  private let made: ByteStore
  private let origin: RecordOrigin

  init(
    recordCount: Int, fields: [SegmentField], text: ByteStore, textStart: Int, made: ByteStore,
    origin: RecordOrigin
  ) {
    self.recordCount = recordCount
    self.fields = fields
    self.text = text
    self.textStart = textStart
    self.made = made
    self.origin = origin
  }

  /// The text of a record, or nil when it has none; valid while the segment lives.
  package func bytes(_ column: TextColumn, _ record: Int) -> UnsafeBufferPointer<UInt8>? {
    guard !column.isMissing(record) else { return nil }
    let start = column.starts[record]
    let length = Int(column.lengths[record])
    if start & RawValue.madeFlag != 0 {
      let offset = Int(start & ~RawValue.madeFlag)
      return UnsafeBufferPointer(rebasing: made.bytes[offset..<offset + length])
    }
    let offset = textStart + Int(start)
    return UnsafeBufferPointer(rebasing: text.bytes[offset..<offset + length])
  }

  /// The file and line (from 1) on which a record begins.
  package func source(of record: Int) -> (file: String, line: Int) { origin.source(of: record) }
}

/// A field of a segment.
package struct SegmentField: Sendable {
  package let name: String
  package let kind: FieldKind
  package let data: Data

  /// The values of a field.
  package enum Data: Sendable {
    case text(TextColumn)
    case coded(ValueDictionary, CodeColumn)
  }
}

/// Which file and line each record of a segment comes from.
struct RecordOrigin: Sendable {
  /// Names of the files, and the first record of each, ascending.
  var files: [(name: String, firstRecord: Int)] = []
  /// Line of each record in its file.
  var lines: [UInt32] = []

  func source(of record: Int) -> (file: String, line: Int) {
    var low = 0
    var high = files.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if files[middle].firstRecord <= record { low = middle } else { high = middle }
    }
    return (files.isEmpty ? "" : files[low].name, Int(lines[record]))
  }
}
