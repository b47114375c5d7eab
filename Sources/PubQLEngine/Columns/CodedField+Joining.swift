import PubQLModel

extension CodedField {
  /// Brings the dictionaries of several parts together and numbers their codes anew.
  ///
  /// - Parameter parts: one after another; without a field no record of the part has a value.
  /// - Complexity: linear in codes and records; n log k for the n values of k dictionaries.
  static func joining(
    _ kind: FieldKind, _ parts: [(recordCount: Int, field: CodedField?)]
  ) -> CodedField {
    let dictionaries = parts.map { $0.field?.dictionary }
    let merge = DictionaryMerge(kind, dictionaries)
    let codes = CodeMerge(parts, merge.newCodes)
    let allCodes = Block(codes.codes)
    let places = kind == .place ? merge.entries.places() : []
    let groups = merge.entries.groups(kind, places: places, codes: allCodes)
    let postings = codes.postings(parts, merge.newCodes, codeCount: merge.entries.count)
    // Values of a record that count as one do so by themselves, whatever other parts have.
    let columns = parts.compactMap { $0.field?.column }
    return CodedField(
      dictionary: ValueDictionary(
        kind: kind, entries: merge.entries, dates: merge.dates, places: places, groups: groups),
      column: CodeColumn(
        codesOfRecord: Lists(starts: Block(codes.starts), values: allCodes),
        recordsOfCode: Lists(starts: postings.starts, values: postings.records),
        isMultiple: columns.contains(where: \.isMultiple),
        hasRepeatedGroups: columns.contains(where: \.hasRepeatedGroups)))
  }
}

/// The values of several dictionaries in one order, each once.
private struct DictionaryMerge {
  private(set) var entries = DictionaryEntries()
  private(set) var dates: [PartialDate] = []
  /// For each dictionary the new code of each of its own.
  private(set) var newCodes: [[UInt32]]

  /// A value of a dictionary, and what decides its order nearly always.
  private struct Entry {
    let key: UInt64
    let part: UInt32
    let code: UInt32
  }

  init(_ kind: FieldKind, _ dictionaries: [ValueDictionary?]) {
    newCodes = dictionaries.map { [UInt32](repeating: 0, count: $0?.count ?? 0) }
    let known = dictionaries.map { $0 ?? Self.nothing(kind) }
    var last: Entry?
    for entry in Self.ordered(kind, known) {
      let dictionary = known[Int(entry.part)]
      let isKnown = last.map {
        Self.compare(kind, known[Int($0.part)], $0, dictionary, entry) == 0
      }
      if isKnown != true {
        dictionary.withBytes(Int(entry.code)) { bytes in
          dictionary.withFolded(Int(entry.code)) { entries.append(bytes, folded: $0) }
        }
        if kind == .date { dates.append(dictionary.dates[Int(entry.code)]) }
        last = entry
      }
      newCodes[Int(entry.part)][Int(entry.code)] = UInt32(entries.count - 1)
    }
  }

  private static func nothing(_ kind: FieldKind) -> ValueDictionary {
    ValueDictionary(
      kind: kind, entries: DictionaryEntries(), dates: [], places: [],
      groups: ValueGroups(groupOfCode: nil, representatives: nil, count: 0))
  }

  /// The dictionaries are in order, so that sorting merges their runs.
  private static func ordered(_ kind: FieldKind, _ dictionaries: [ValueDictionary]) -> [Entry] {
    var order: [Entry] = []
    order.reserveCapacity(dictionaries.reduce(0) { $0 + $1.count })
    for (part, dictionary) in dictionaries.enumerated() {
      for code in 0..<dictionary.count {
        let key = kind == .date ? 0 : dictionary.withFolded(code, prefix)
        order.append(Entry(key: key, part: UInt32(part), code: UInt32(code)))
      }
    }
    guard dictionaries.count > 1 else { return order }
    order.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      return compare(
        kind, dictionaries[Int(left.part)], left, dictionaries[Int(right.part)], right) < 0
    }
    return order
  }

  /// The first eight bytes as one number.
  private static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 {
      prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
    }
    return prefix
  }

  private static func compare(
    _ kind: FieldKind, _ left: ValueDictionary, _ a: Entry, _ right: ValueDictionary, _ b: Entry
  ) -> Int {
    if kind == .date {
      let (first, second) = (left.dates[Int(a.code)], right.dates[Int(b.code)])
      return first == second ? 0 : first < second ? -1 : 1
    }
    if a.key != b.key { return a.key < b.key ? -1 : 1 }
    let order = left.withFolded(Int(a.code)) { first in
      right.withFolded(Int(b.code)) { ByteOrder.compare(first, $0) }
    }
    guard order == 0 else { return order }
    return left.withBytes(Int(a.code)) { first in
      right.withBytes(Int(b.code)) { ByteOrder.compare(first, $0) }
    }
  }
}

/// The codes of the records of all parts, in new numbers.
private struct CodeMerge {
  private(set) var starts: [UInt32] = [0]
  private(set) var codes: [UInt32] = []

  init(_ parts: [(recordCount: Int, field: CodedField?)], _ newCodes: [[UInt32]]) {
    starts.reserveCapacity(parts.reduce(1) { $0 + $1.recordCount })
    codes.reserveCapacity(parts.reduce(0) { $0 + ($1.field?.column.codeCount ?? 0) })
    for (part, newCodes) in zip(parts, newCodes) {
      let base = UInt32(codes.count)
      // A damaged column may have codes where there are no values.
      guard let column = part.field?.column, !newCodes.isEmpty else {
        starts.append(contentsOf: repeatElement(base, count: part.recordCount))
        continue
      }
      let (ownStarts, ownCodes) = (column.starts, column.codes)
      codes.append(contentsOf: ownCodes.buffer.lazy.map { newCodes[Int($0)] })
      starts.append(contentsOf: ownStarts.buffer.dropFirst().lazy.map { $0 + base })
    }
  }

  /// The records of each new code: those of the parts, one after another.
  func postings(
    _ parts: [(recordCount: Int, field: CodedField?)], _ newCodes: [[UInt32]], codeCount: Int
  ) -> (starts: [UInt32], records: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: codeCount + 1)
    forEachList(parts, newCodes) { code, _, list in starts[code + 1] += UInt32(list.count) }
    for code in 0..<codeCount { starts[code + 1] += starts[code] }
    var next = starts
    var records = [UInt32](repeating: 0, count: Int(starts[codeCount]))
    records.withUnsafeMutableBufferPointer { records in
      forEachList(parts, newCodes) { code, base, list in
        var place = Int(next[code])
        for record in list {
          records[place] = record + base
          place += 1
        }
        next[code] = UInt32(place)
      }
    }
    return (starts, records)
  }

  private func forEachList(
    _ parts: [(recordCount: Int, field: CodedField?)], _ newCodes: [[UInt32]],
    _ body: (_ code: Int, _ base: UInt32, UnsafeBufferPointer<UInt32>) -> Void
  ) {
    var base: UInt32 = 0
    for (part, newCodes) in zip(parts, newCodes) {
      if let column = part.field?.column {
        let (starts, records) = (column.postingStarts, column.postings)
        for (code, newCode) in newCodes.enumerated() {
          body(Int(newCode), base, records.part(Int(starts[code])..<Int(starts[code + 1])))
        }
      }
      base += UInt32(part.recordCount)
    }
  }
}
