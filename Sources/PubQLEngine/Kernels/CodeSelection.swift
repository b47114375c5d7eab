/// The records that have one of some codes of a field, not yet looked up: how many there are is
/// known beforehand.
struct CodeSelection {
  let coded: CodedField
  /// Ascending, each once
  let codes: [Int]
  /// Whether records without a value are meant as well
  var includesMissing = false

  /// How many records there are; with several codes of a field of several values, at most so many.
  var estimate: Int {
    codes.reduce(includesMissing ? coded.missingCount : 0) { $0 + coded.column.count(of: $1) }
  }

  private var universe: Int { coded.column.recordCount }

  /// Where no more than one in so many entries of the index is a candidate, it is faster to look at
  /// the candidates.
  private static let candidatePart = 2

  /// The records, from the index alone.
  var records: RecordSet {
    if codes.count == 1, !includesMissing { return coded.records(of: codes[0]) }
    if codes.isEmpty {
      return includesMissing ? coded.missing : RecordSet(universe: universe)
    }
    var result = RecordSet(universe: universe)
    result.becomeBits()
    for run in runs { result.insert(contentsOf: coded.column.records(of: run)) }
    if includesMissing { result.formUnion(coded.missing) }
    return result
  }

  /// The same among some.
  func records(among candidates: RecordSet) -> RecordSet {
    if codes.isEmpty && !includesMissing { return RecordSet(universe: universe) }
    guard isFasterByCandidate(candidates) else {
      var result = records
      result.formIntersection(candidates)
      return result
    }
    let kept = Block<UInt32>(atMost: candidates.count) { kept in
      var count = 0
      CodeTest(self).visit(candidates, in: 0..<universe) { record, isMet in
        kept[count] = UInt32(truncatingIfNeeded: record)
        count &+= isMet
      }
      return count
    }
    return RecordSet(universe: universe, ascending: kept)
  }

  /// How many of some records are among them.
  func count(among candidates: RecordSet) -> Int {
    if codes.isEmpty && !includesMissing { return 0 }
    if candidates.isAll, codes.count <= 1 || !coded.column.isMultiple { return estimate }
    guard isFasterByCandidate(candidates) else { return records.countShared(with: candidates) }
    var count = 0
    CodeTest(self).visit(candidates, in: 0..<universe) { _, isMet in count &+= isMet }
    return count
  }

  /// A list of candidates is not worth the bits of all records.
  private func isFasterByCandidate(_ candidates: RecordSet) -> Bool {
    if candidates.isAll || codes.count == 1 && !includesMissing { return false }
    return candidates.count <= estimate / Self.candidatePart
  }

  /// Codes that follow one another, whose postings do so too.
  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for code in codes {
      if let last = runs.last, last.upperBound == code {
        runs[runs.count - 1] = last.lowerBound..<code + 1
      } else {
        runs.append(code..<code + 1)
      }
    }
    return runs
  }
}

/// Tells of single records whether they have one of some codes.
struct CodeTest {
  private let column: CodeColumn
  /// 1 for each code that is meant
  private let mask: [UInt8]
  private let missing: Int

  init(_ selection: CodeSelection) {
    column = selection.coded.column
    var mask = [UInt8](repeating: 0, count: selection.coded.dictionary.count)
    for code in selection.codes { mask[code] = 1 }
    self.mask = mask
    missing = selection.includesMissing ? 1 : 0
  }

  /// Calls `body` for each candidate in a part of the universe, with 1 where it meets the test.
  @inline(__always)
  func visit(_ candidates: RecordSet, in part: Range<Int>, _ body: (Int, Int) -> Void) {
    mask.withUnsafeBufferPointer { mask in
      let (starts, codes) = (column.starts.buffer, column.codes.buffer)
      if column.hasOneEach {
        candidates.forEach(in: part) { body($0, Int(mask[Int(codes[$0])])) }
      } else {
        candidates.forEach(in: part) { record in
          let (first, end) = (Int(starts[record]), Int(starts[record + 1]))
          var met: UInt8 = 0
          for place in first..<end { met |= mask[Int(codes[place])] }
          body(record, first == end ? missing : Int(met))
        }
      }
    }
  }
}
