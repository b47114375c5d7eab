import PubQLModel

/// The layout of a `.pubdb` file; `Grammar/pubdb.md` tells it byte by byte.
///
/// All numbers are little-endian. A header at the beginning tells the version, a trailer at the end
/// where the directory is, the directory where the sections of each segment are, and each section
/// has checksums, one a block. So a file is written from its beginning to its end.
enum SnapshotLayout {
  static let magic: [UInt8] = Array("PubQLdb\n".utf8)
  static let endMagic: [UInt8] = Array("PubQLend".utf8)
  /// The version of the layout. A change that an older program would read wrongly raises it.
  static let version: UInt32 = 2
  /// The version of the rules that made what is stored: how texts are folded and ordered, and which
  /// names mean one place. A change of these raises it, for the stored order would not be theirs.
  static let rules: UInt32 = 1
  static let headerLength = 64
  static let trailerLength = 64
  /// Sections begin at multiples of it.
  static let alignment = 64
  /// Bytes of a section that one checksum stands for.
  static let blockLength = 1 << 16

  /// What a section holds.
  enum Role: UInt16, CaseIterable {
    /// Texts of a field: where each begins, and the end of the last (64 bits each)
    case textStarts = 1
    case textBytes = 2
    /// A bit a record: whether it has a text; left out where all have one
    case textPresence = 3
    /// Values of a dictionary (32 bits each), as they stand and folded
    case valueStarts = 10
    case valueBytes = 11
    case foldedStarts = 12
    case foldedBytes = 13
    /// Which values count as one; left out where each is one of its own
    case groupOfCode = 14
    case representatives = 15
    /// Codes of each record, and records of each code (32 bits each)
    case codeStarts = 20
    case codes = 21
    case postingStarts = 22
    case postings = 23
    /// Of a segment: names of files, the first record of each, and the line of each record
    case fileNameStarts = 30
    case fileNameBytes = 31
    case fileFirstRecords = 32
    case lines = 33
    /// Words of a field of texts: in the order of their bytes, where the blocks of each begin and in
    /// how many records it is (32 bits each)
    case wordStarts = 40
    case wordBytes = 41
    case wordBlockStarts = 42
    case wordRecordCounts = 43
    /// Blocks of occurrences (`PostingBlock`) and their data
    case wordBlocks = 44
    case wordData = 45
    /// Words of each text (32 bits); words of all, and how many texts have any (64 bits each)
    case wordLengths = 46
    case wordTotals = 47

    /// Bytes of an element.
    var elementSize: Int {
      switch self {
      case .textBytes, .valueBytes, .foldedBytes, .fileNameBytes, .wordBytes, .wordData: 1
      case .textStarts, .textPresence, .wordTotals: 8
      case .wordBlocks: 16
      default: 4
      }
    }
  }

  /// A section as the directory tells it.
  struct Section {
    var role: Role
    var offset: UInt64
    /// Bytes
    var length: UInt64
    /// Where its checksums are, 8 bytes a block, and what checks these.
    var checksums: UInt64
    var checksumOfChecksums: UInt64

    var blockCount: Int {
      (Int(length) + SnapshotLayout.blockLength - 1) / SnapshotLayout.blockLength
    }
  }

  /// A field as the directory tells it.
  struct Field {
    var name: String
    var kind: FieldKind
    /// Whether some record has several values
    var isMultiple = false
    /// Whether some record has two values that count as one
    var hasRepeatedGroups = false
    var sections: [Section] = []
  }

  /// A segment as the directory tells it.
  struct Segment {
    var recordCount: Int
    var fields: [Field] = []
    var sections: [Section] = []
  }
}

extension FieldKind {
  /// How a kind is told in a file.
  static let stored: [FieldKind] = [.identifier, .text, .category, .date, .person, .place]

  var code: UInt8 { UInt8(Self.stored.firstIndex(of: self) ?? 0) }
}
