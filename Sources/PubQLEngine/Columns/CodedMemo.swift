import Synchronization

/// What is worked out of a coded field once, when it is first asked for: bitmaps of the codes that
/// many records have, and the records without a value.
final class CodedMemo: Sendable {
  private let bitmaps = Mutex<[Int: [UInt64]]>([:])
  private let missing = Mutex<RecordSet?>(nil)

  init() {}

  /// The bitmap of a code.
  func bitmap(of code: Int, _ make: () -> [UInt64]) -> [UInt64] {
    bitmaps.withLock { known in
      if let bits = known[code] { return bits }
      let bits = make()
      known[code] = bits
      return bits
    }
  }

  /// The records without a value.
  func missing(_ make: () -> RecordSet) -> RecordSet {
    missing.withLock { known in
      if let set = known { return set }
      let set = make()
      known = set
      return set
    }
  }
}

extension CodedField {
  /// The records that have a code.
  ///
  /// Codes of many records have their bits kept: never more memory than their postings take.
  func records(of code: Int) -> RecordSet {
    let universe = column.recordCount
    let count = column.count(of: code)
    guard !RecordSet.isSparse(count, of: universe) else {
      return RecordSet(universe: universe, ascending: column.postings(of: code))
    }
    let bits = memo.bitmap(of: code) {
      RecordSet(universe: universe, ascending: column.postings(of: code)).words
    }
    return RecordSet(universe: universe, bits: bits, count: count)
  }

  /// The records without a value.
  var missing: RecordSet {
    memo.missing {
      var result = RecordSet(universe: column.recordCount)
      if column.hasOneEach { return result }
      let starts = column.starts
      for record in 0..<column.recordCount where starts[record] == starts[record + 1] {
        result.insert(record)
      }
      return result.compact
    }
  }

  /// How many records have no value.
  package var missingCount: Int {
    column.isMultiple ? missing.count : column.recordCount - column.codeCount
  }
}
