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
  init(starts: Block<UInt32>, codes: Block<UInt32>, codeCount: Int, groups: ValueGroups) {
    codesOfRecord = Lists(starts: starts, values: codes)
    var repeats = RepeatedCodes(groups)
    var counts = [UInt32](repeating: 0, count: codeCount + 1)
    var multiple = false
    Self.forEachRecord(starts, codes) { _, codes in
      if codes.count > 1 { multiple = true }
      repeats.forEachOnce(codes) { counts[Int($0) + 1] += 1 }
    }
    for code in 0..<codeCount { counts[code + 1] += counts[code] }
    var next = counts
    let postings = Block<UInt32>(atMost: Int(counts[codeCount])) { postings in
      Self.forEachRecord(starts, codes) { record, codes in
        repeats.forEachOnce(codes) { code in
          postings[Int(next[Int(code)])] = UInt32(record)
          next[Int(code)] += 1
        }
      }
      return postings.count
    }
    recordsOfCode = Lists(starts: Block(counts), values: postings)
    isMultiple = multiple
    hasRepeatedGroups = repeats.hasRepeatedGroups
  }

  @inline(__always)
  private static func forEachRecord(
    _ starts: Block<UInt32>, _ codes: Block<UInt32>,
    _ body: (_ record: Int, UnsafeBufferPointer<UInt32>) -> Void
  ) {
    let (starts, codes) = (starts.buffer, codes.buffer)
    for record in 0..<starts.count - 1 {
      let range = Int(starts[record])..<Int(starts[record + 1])
      body(record, UnsafeBufferPointer(rebasing: codes[range]))
    }
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
}

/// Finds the codes that a record has twice.
private struct RepeatedCodes {
  private let groups: ValueGroups
  /// Whether some record has two codes of one group.
  private(set) var hasRepeatedGroups = false
  /// The codes of a record of many.
  private var seen: Set<UInt32> = []

  /// So few codes are compared each with each.
  private static let few = 16

  init(_ groups: ValueGroups) { self.groups = groups }

  /// Hands over each code of a record once.
  @inline(__always)
  mutating func forEachOnce(_ codes: UnsafeBufferPointer<UInt32>, _ body: (UInt32) -> Void) {
    if codes.count == 1 { return body(codes[0]) }
    if codes.count > Self.few { return forEachOfMany(codes, body) }
    for place in 0..<codes.count {
      let code = codes[place]
      let group = groups.group(of: code)
      var isNew = true
      for before in 0..<place {
        if codes[before] == code { isNew = false }
        if groups.group(of: codes[before]) == group { hasRepeatedGroups = true }
      }
      if isNew { body(code) }
    }
  }

  private mutating func forEachOfMany(
    _ codes: UnsafeBufferPointer<UInt32>, _ body: (UInt32) -> Void
  ) {
    if Set(codes.map(groups.group)).count < codes.count { hasRepeatedGroups = true }
    seen.removeAll(keepingCapacity: true)
    for code in codes where seen.insert(code).inserted { body(code) }
  }
}
