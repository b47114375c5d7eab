/// The values of a field as codes of its dictionary, both ways: the codes of each record, and the
/// records of each code.
///
/// Shape: the codes of record `r` are `codes[starts[r]..<starts[r+1]]`, in the order of the
/// source, none when the field is missing. The records of code `c` are
/// `postings[postingStarts[c]..<postingStarts[c+1]]`, ascending and without repeats.
///
/// Of a mapped file the list of a record or of a code is checked when it is first asked for.
package struct CodeColumn: Sendable {
  private let codesOfRecord: Lists<UInt32, UInt32>
  private let recordsOfCode: Lists<UInt32, UInt32>
  /// Whether some record has two codes of one group, so that counting has to look out.
  package let hasRepeatedGroups: Bool
  /// Whether some record has several values.
  package let isMultiple: Bool

  /// - Parameters:
  ///   - starts: one more entry than there are records.
  ///   - codes: below `codeCount`.
  package init(starts: [UInt32], codes: [UInt32], codeCount: Int, groups: ValueGroups) {
    codesOfRecord = Lists(starts: starts, values: codes)
    let records = starts.count - 1
    var counts = [UInt32](repeating: 0, count: codeCount + 1)
    var lastRecord = [UInt32](repeating: UInt32.max, count: codeCount)
    var multiple = false
    var repeated = false
    for record in 0..<records {
      let range = Int(starts[record])..<Int(starts[record + 1])
      if range.count > 1 {
        multiple = true
        repeated = repeated || Self.repeatsGroup(codes[range], groups)
      }
      for code in codes[range] where lastRecord[Int(code)] != UInt32(record) {
        lastRecord[Int(code)] = UInt32(record)
        counts[Int(code) + 1] += 1
      }
    }
    for code in 0..<codeCount { counts[code + 1] += counts[code] }
    var next = counts
    var postings = [UInt32](repeating: 0, count: Int(counts[codeCount]))
    for code in lastRecord.indices { lastRecord[code] = UInt32.max }
    for record in 0..<records {
      for code in codes[Int(starts[record])..<Int(starts[record + 1])]
      where lastRecord[Int(code)] != UInt32(record) {
        lastRecord[Int(code)] = UInt32(record)
        postings[Int(next[Int(code)])] = UInt32(record)
        next[Int(code)] += 1
      }
    }
    recordsOfCode = Lists(starts: counts, values: postings)
    isMultiple = multiple
    hasRepeatedGroups = repeated
  }

  /// A column that was made before.
  init(
    codesOfRecord: Lists<UInt32, UInt32>, recordsOfCode: Lists<UInt32, UInt32>, isMultiple: Bool,
    hasRepeatedGroups: Bool
  ) {
    self.codesOfRecord = codesOfRecord
    self.recordsOfCode = recordsOfCode
    self.isMultiple = isMultiple
    self.hasRepeatedGroups = hasRepeatedGroups
  }

  package var recordCount: Int { codesOfRecord.count }

  /// How many codes all records have together.
  package var codeCount: Int { codesOfRecord.valueCount }

  // All of them; the first call checks all, so a loop asks for them once before it begins.
  package var starts: Block<UInt32> { codesOfRecord.starts }
  package var codes: Block<UInt32> { codesOfRecord.values }
  package var postingStarts: Block<UInt32> { recordsOfCode.starts }
  package var postings: Block<UInt32> { recordsOfCode.values }

  /// Whether each record has one code: then record `r` has `codes[r]`.
  var hasOneEach: Bool { !isMultiple && codeCount == recordCount }

  /// The codes of a record; valid while the column lives.
  @inline(__always)
  package func codes(of record: Int) -> UnsafeBufferPointer<UInt32> { codesOfRecord[record] }

  /// Lets `body` see the codes of some records, one record after another.
  @inline(__always)
  func forEachCodes(
    of records: some Sequence<UInt32>, _ body: (UnsafeBufferPointer<UInt32>) -> Void
  ) {
    codesOfRecord.forEach(of: records, body)
  }

  /// The records of a code; valid while the column lives.
  package func records(of code: Int) -> UnsafeBufferPointer<UInt32> { recordsOfCode[code] }

  /// The records of some codes, one code after another; valid while the column lives.
  func records(of codes: Range<Int>) -> UnsafeBufferPointer<UInt32> { recordsOfCode.part(codes) }

  /// The records of a code as they lie in the index.
  func postings(of code: Int) -> Block<UInt32> { recordsOfCode.block(code) }

  /// How many records have that code.
  package func count(of code: Int) -> Int { recordsOfCode.count(of: code) }

  private static func repeatsGroup(_ codes: ArraySlice<UInt32>, _ groups: ValueGroups) -> Bool {
    if codes.count > 16 { return Set(codes.map(groups.group)).count < codes.count }
    for (offset, code) in codes.enumerated() {
      let group = groups.group(of: code)
      if codes.dropFirst(offset + 1).contains(where: { groups.group(of: $0) == group }) {
        return true
      }
    }
    return false
  }
}
