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

  /// The values in order.
  consuming func finish() -> SortedValues {
    let folded = FoldedTexts(interner)
    let order = kind == .date ? dateOrder() : folded.order(interner)
    var places = [UInt32](repeating: 0, count: order.count)
    var entries = DictionaryEntries()
    entries.reserve(order.count, bytes: interner.arena.count, folded: folded.count)
    for (place, code) in order.enumerated() {
      places[Int(code)] = UInt32(place)
      interner.withBytes(code) { bytes in
        folded.withText(code) { entries.append(bytes, folded: $0) }
      }
    }
    return SortedValues(
      entries: entries, dates: kind == .date ? order.map { dates[Int($0)] } : [], places: places)
  }

  private borrowing func dateOrder() -> [UInt32] {
    let dates = dates
    return (0..<UInt32(dates.count)).sorted { dates[Int($0)] < dates[Int($1)] }
  }
}

/// The distinct values of a field, in its order.
struct SortedValues {
  let entries: DictionaryEntries
  let dates: [PartialDate]
  /// Where each value is that had a provisional code.
  let places: [UInt32]
}

extension CodedField {
  /// - Parameters:
  ///   - starts: where the codes of each record begin, and an end.
  ///   - codes: places of values.
  init(_ kind: FieldKind, _ values: SortedValues, starts: Block<UInt32>, codes: Block<UInt32>) {
    let places = kind == .place ? values.entries.places() : []
    let groups = values.entries.groups(kind, places: places, codes: codes)
    self.init(
      dictionary: ValueDictionary(
        kind: kind, entries: values.entries, dates: values.dates, places: places, groups: groups),
      column: CodeColumn(
        starts: starts, codes: codes, codeCount: values.entries.count, groups: groups))
  }
}

/// The folded texts of an interner's strings.
private struct FoldedTexts {
  private var starts: [UInt32] = [0]
  private var bytes: [UInt8] = []

  init(_ interner: borrowing Interner) {
    starts.reserveCapacity(interner.count + 1)
    bytes.reserveCapacity(interner.arena.count)
    for code in 0..<UInt32(interner.count) {
      interner.withBytes(code) { Folding.fold($0, into: &bytes) }
      starts.append(UInt32(bytes.count))
    }
  }

  /// How many bytes there are.
  var count: Int { bytes.count }

  func withText<R>(_ code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])]))
    }
  }

  /// Codes by folded text, then by text.
  func order(_ interner: borrowing Interner) -> [UInt32] {
    // The first eight bytes decide nearly always, so they are compared as one number.
    var keys: [(prefix: UInt64, code: UInt32)] = []
    keys.reserveCapacity(starts.count - 1)
    for code in 0..<UInt32(starts.count - 1) {
      keys.append((withText(code) { Self.prefix($0) }, code))
    }
    let (interned, internedStarts) = (interner.arena, interner.starts)
    Self.withTexts(bytes, starts) { folded in
      Self.withTexts(interned, internedStarts) { texts in
        keys.sort { left, right in
          if left.prefix != right.prefix { return left.prefix < right.prefix }
          let order = ByteOrder.compare(folded[left.code], folded[right.code])
          return (order != 0 ? order : ByteOrder.compare(texts[left.code], texts[right.code])) < 0
        }
      }
    }
    return keys.map(\.code)
  }

  /// Texts one after another, by number.
  private struct Texts {
    let bytes: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>

    subscript(code: UInt32) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])])
    }
  }

  /// Lets `body` see texts; asking the arrays at each comparison would take longer than comparing.
  private static func withTexts(_ bytes: [UInt8], _ starts: [UInt32], _ body: (Texts) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { body(Texts(bytes: bytes, starts: $0)) }
    }
  }

  private static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 {
      prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
    }
    return prefix
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
  func groups(_ kind: FieldKind, places: [PlaceID?], codes: Block<UInt32>) -> ValueGroups {
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
    _ groupOfCode: [UInt32], _ groupCount: Int, _ codes: Block<UInt32>
  ) -> [UInt32] {
    var frequency = [Int](repeating: 0, count: groupOfCode.count)
    for code in codes.buffer { frequency[Int(code)] += 1 }
    var best = [Int](repeating: -1, count: groupCount)
    for (code, group) in groupOfCode.enumerated()
    where best[Int(group)] < 0 || frequency[code] > frequency[best[Int(group)]] {
      best[Int(group)] = code
    }
    return best.map { UInt32(max(0, $0)) }
  }
}
