import PubQLModel
import PubQLText

/// An immutable run of records, column by column.
package final class Segment: Sendable {
  package let recordCount: Int
  package let fields: [SegmentField]
  /// What of the file that it is mapped from turned out to be damaged; nil for one in memory.
  package let snapshotLog: SnapshotLog?
  private let origin: Lazy<RecordOrigin>

  init(
    recordCount: Int, fields: [SegmentField], origin: Lazy<RecordOrigin>,
    snapshotLog: SnapshotLog? = nil
  ) {
    self.recordCount = recordCount
    self.fields = fields
    self.origin = origin
    self.snapshotLog = snapshotLog
  }

  /// The file and line (from 1) on which a record begins.
  package func source(of record: Int) -> (file: String, line: Int) { origin().source(of: record) }

  /// Which files and lines the records come from.
  var recordOrigin: RecordOrigin { origin() }
}

/// A field of a segment.
package struct SegmentField: Sendable {
  package let name: String
  package let kind: FieldKind
  /// Whether some record has several values.
  package let isMultiple: Bool
  let data: Data
  /// Where the words of a field of texts occur; nil where they have to be looked for.
  var words: WordIndex?

  /// The values of a field.
  enum Data: Sendable {
    case text(any TextSource)
    case coded(Lazy<CodedField>)
  }
}

/// The texts of a field.
protocol TextSource: Sendable {
  /// The text of a record, nil when it has none; valid while the segment lives.
  func bytes(_ record: Int) -> UnsafeBufferPointer<UInt8>?
  /// Adds the texts of records, a cell each.
  func read(_ records: ArraySlice<UInt32>, into cells: inout TextCells)
}

extension TextSource {
  func read(_ records: ArraySlice<UInt32>, into cells: inout TextCells) {
    for record in records {
      if let text = bytes(Int(record)) { cells.texts.append(text) }
      cells.ends.append(cells.texts.count)
    }
  }
}

/// Which file and line each record of a segment comes from.
struct RecordOrigin: Sendable {
  /// Names of the files, and the first record of each, ascending.
  let files: [(name: String, firstRecord: Int)]
  /// Line of each record in its file.
  let lines: Block<UInt32>

  func source(of record: Int) -> (file: String, line: Int) {
    let file = files.indices.lastOfPrefix { files[$0].firstRecord <= record }
    return (files.isEmpty ? "" : files[file].name, Int(lines[record]))
  }
}
