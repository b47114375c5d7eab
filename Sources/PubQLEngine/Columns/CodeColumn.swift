/// The values of a field as codes of its dictionary, both ways: the codes of each record, and the
/// records of each code.
///
/// Shape: the codes of record `r` are `codes[starts[r]..<starts[r+1]]`, in the order of the
/// source, none when the field is missing. The records of code `c` are
/// `postings[postingStarts[c]..<postingStarts[c+1]]`, ascending and without repeats.
package struct CodeColumn: Sendable {
  package let starts: Block<UInt32>
  package let codes: Block<UInt32>
  package let postingStarts: Block<UInt32>
  package let postings: Block<UInt32>
  /// Whether some record has two codes of one group, so that counting has to look out.
  package let hasRepeatedGroups: Bool
  /// Whether some record has several values.
  package let isMultiple: Bool

  /// - Parameters:
  ///   - starts: one more entry than there are records.
  ///   - codes: below `codeCount`.
  package init(starts: [UInt32], codes: [UInt32], codeCount: Int, groups: ValueGroups) {
    self.starts = Block(starts)
    self.codes = Block(codes)
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
    postingStarts = Block(counts)
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
    self.postings = Block(postings)
    isMultiple = multiple
    hasRepeatedGroups = repeated
  }

  /// A column that was made before.
  init(
    starts: Block<UInt32>, codes: Block<UInt32>, postingStarts: Block<UInt32>,
    postings: Block<UInt32>, isMultiple: Bool, hasRepeatedGroups: Bool
  ) {
    self.starts = starts
    self.codes = codes
    self.postingStarts = postingStarts
    self.postings = postings
    self.isMultiple = isMultiple
    self.hasRepeatedGroups = hasRepeatedGroups
  }

  package var recordCount: Int { starts.count - 1 }

  /// The codes of a record; valid while the column lives.
  @inline(__always)
  package func codes(of record: Int) -> UnsafeBufferPointer<UInt32> {
    codes.part(Int(starts[record])..<Int(starts[record + 1]))
  }

  /// The records of a code; valid while the column lives.
  package func records(of code: Int) -> UnsafeBufferPointer<UInt32> {
    postings.part(Int(postingStarts[code])..<Int(postingStarts[code + 1]))
  }

  /// How many records have that code.
  package func count(of code: Int) -> Int {
    Int(postingStarts[code + 1] - postingStarts[code])
  }

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
