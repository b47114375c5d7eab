import PubQLModel
import PubQLText

/// Collects the values of a field as they are met, then puts them in order.
struct DictionaryBuilder: ~Copyable {
  let kind: FieldKind
  private var interner = Interner()
  private var dates: [PartialDate] = []

  init(kind: FieldKind) { self.kind = kind }

  /// The provisional code of a value; `date` is what a date's text stands for.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, date: PartialDate?) -> UInt32 {
    let (code, isNew) = interner.intern(bytes)
    if isNew, let date { dates.append(date) }
    return code
  }

  /// The field: values in order, and the codes of its records to match.
  ///
  /// - Parameters:
  ///   - starts: where the codes of each record begin, and an end.
  ///   - codes: provisional codes.
  consuming func finish(starts: [UInt32], codes: [UInt32]) -> CodedField {
    let folded = FoldedTexts(interner)
    let order = kind == .date ? dateOrder() : folded.order(interner)
    var finalCode = [UInt32](repeating: 0, count: order.count)
    var entries = DictionaryEntries()
    for (position, code) in order.enumerated() {
      finalCode[Int(code)] = UInt32(position)
      interner.withBytes(code) { bytes in
        folded.withText(code) { entries.append(bytes, folded: $0) }
      }
    }
    var finalCodes = codes
    for index in finalCodes.indices { finalCodes[index] = finalCode[Int(finalCodes[index])] }
    let places = kind == .place ? entries.places() : []
    let groups = entries.groups(kind, places: places, codes: finalCodes)
    let column = CodeColumn(
      starts: starts, codes: finalCodes, codeCount: order.count, groups: groups)
    let dictionary = ValueDictionary(
      kind: kind, entries: entries,
      dates: order.compactMap { kind == .date ? dates[Int($0)] : nil },
      places: places, groups: groups)
    return CodedField(dictionary: dictionary, column: column)
  }

  private borrowing func dateOrder() -> [UInt32] {
    let dates = dates
    return (0..<UInt32(dates.count)).sorted { dates[Int($0)] < dates[Int($1)] }
  }
}

/// The folded texts of an interner's strings.
private struct FoldedTexts {
  private var starts: [UInt32] = [0]
  private var bytes: [UInt8] = []

  init(_ interner: borrowing Interner) {
    for code in 0..<UInt32(interner.count) {
      interner.withBytes(code) { Folding.fold($0, into: &bytes) }
      starts.append(UInt32(bytes.count))
    }
  }

  func withText<R>(_ code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])]))
    }
  }

  /// Codes by folded text, then by text.
  func order(_ interner: borrowing Interner) -> [UInt32] {
    // The first eight bytes decide nearly always, so they are compared as one number.
    var keys: [(prefix: UInt64, code: UInt32)] = []
    for code in 0..<UInt32(starts.count - 1) {
      keys.append((withText(code) { Self.prefix($0) }, code))
    }
    let interned = InternedTexts(interner)
    keys.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      let order = withText(left.code) { a in
        withText(right.code) { ByteOrder.compare(a, $0) }
      }
      return order != 0 ? order < 0 : interned.isBefore(left.code, right.code)
    }
    return keys.map(\.code)
  }

  private static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 {
      prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
    }
    return prefix
  }
}

/// A copyable view of an interner's strings, for closures that cannot borrow it.
private struct InternedTexts {
  let starts: [UInt32]
  let arena: [UInt8]

  init(_ interner: borrowing Interner) {
    starts = interner.starts
    arena = interner.arena
  }

  func isBefore(_ left: UInt32, _ right: UInt32) -> Bool {
    arena[Int(starts[Int(left)])..<Int(starts[Int(left) + 1])].lexicographicallyPrecedes(
      arena[Int(starts[Int(right)])..<Int(starts[Int(right) + 1])])
  }
}

extension DictionaryEntries {
  /// The place that each entry names.
  func places() -> [PlaceID?] {
    (0..<count).map { code in
      foldedBytes.withUnsafeBufferPointer {
        Gazetteer.builtIn.find(
          folded: UnsafeBufferPointer(
            rebasing: $0[Int(foldedStarts[code])..<Int(foldedStarts[code + 1])]))
      }
    }
  }

  /// Entries that count as one: equal when folded, or names of one place.
  func groups(_ kind: FieldKind, places: [PlaceID?], codes: [UInt32]) -> ValueGroups {
    var groupOfCode: [UInt32] = []
    groupOfCode.reserveCapacity(count)
    var groupOfPlace: [PlaceID: UInt32] = [:]
    var groupCount: UInt32 = 0
    for code in 0..<count {
      if kind != .date, code > 0, foldedEqualsPrevious(code) {
        groupOfCode.append(groupOfCode[code - 1])
      } else if kind == .place, let place = places[code], let group = groupOfPlace[place] {
        groupOfCode.append(group)
      } else {
        if kind == .place, let place = places[code] { groupOfPlace[place] = groupCount }
        groupOfCode.append(groupCount)
        groupCount += 1
      }
    }
    guard Int(groupCount) < count else {
      return ValueGroups(groupOfCode: nil, representatives: nil, count: count)
    }
    return ValueGroups(
      groupOfCode: Block(groupOfCode),
      representatives: Block(Self.representatives(groupOfCode, Int(groupCount), codes)),
      count: Int(groupCount))
  }

  private func foldedEqualsPrevious(_ code: Int) -> Bool {
    foldedBytes[Int(foldedStarts[code - 1])..<Int(foldedStarts[code])].elementsEqual(
      foldedBytes[Int(foldedStarts[code])..<Int(foldedStarts[code + 1])])
  }

  /// The most frequent code of each group, the first of them when several are.
  private static func representatives(
    _ groupOfCode: [UInt32], _ groupCount: Int, _ codes: [UInt32]
  ) -> [UInt32] {
    var frequency = [Int](repeating: 0, count: groupOfCode.count)
    for code in codes { frequency[Int(code)] += 1 }
    var best = [Int](repeating: -1, count: groupCount)
    for (code, group) in groupOfCode.enumerated()
    where best[Int(group)] < 0 || frequency[code] > frequency[best[Int(group)]] {
      best[Int(group)] = code
    }
    return best.map { UInt32(max(0, $0)) }
  }
}
