package import PubQLModel
import PubQLText
import Synchronization

/// The distinct values of a field, in order; records hold their codes.
///
/// Shape: code `c` is the `c`-th value in the order in which the field sorts: by folded text and
/// then by the text as it stands; dates by their first day, then coarser first.
package final class ValueDictionary: Sendable {
  package let kind: FieldKind
  package let count: Int
  /// The parsed dates of a field of dates, by code; empty otherwise.
  package let dates: [PartialDate]
  /// The places that the values of a field of places name, by code; empty otherwise.
  package let places: [PlaceID?]
  /// Which values count as one: equal when folded, or names of one place.
  package let groups: ValueGroups
  /// The values by code, as they stand and folded.
  let texts: Lists<UInt32, UInt8>
  let folded: Lists<UInt32, UInt8>
  private let peopleBox = Mutex<PersonIndex?>(nil)
  /// Parsed names by the words that they were looked for by.
  let familyBox = Mutex<[[String]: FamilyNames]>([:])
  let trigramBox = Mutex<TrigramTable?>(nil)

  init(
    kind: FieldKind, entries: DictionaryEntries, dates: [PartialDate], places: [PlaceID?],
    groups: ValueGroups
  ) {
    self.kind = kind
    count = entries.count
    self.dates = dates
    self.places = places
    self.groups = groups
    texts = Lists(starts: entries.starts, values: entries.bytes)
    folded = Lists(starts: entries.foldedStarts, values: entries.foldedBytes)
  }

  /// A dictionary that was made before.
  init(
    kind: FieldKind, texts: Lists<UInt32, UInt8>, folded: Lists<UInt32, UInt8>,
    dates: [PartialDate], places: [PlaceID?], groups: ValueGroups
  ) {
    self.kind = kind
    count = texts.count
    self.texts = texts
    self.folded = folded
    self.dates = dates
    self.places = places
    self.groups = groups
  }

  /// Lets `body` see a value as it stands; dates as EDTF text.
  package func withBytes<R>(_ code: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    body(texts[code])
  }

  /// Lets `body` see a value's folded text.
  package func withFolded<R>(_ code: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    body(folded[code])
  }

  /// A value as text.
  package func text(_ code: Int) -> String {
    withBytes(code) { String(decoding: $0, as: UTF8.self) }
  }

  /// A value as a cell of a table.
  package func value(_ code: Int) -> Value {
    switch kind {
    case .date: .date(dates[code])
    case .person: .person(text(code))
    case .place: .place(text(code))
    case .identifier, .text, .category: .text(text(code))
    }
  }

  /// The names of a field of people, parsed and indexed at the first call.
  package var people: PersonIndex {
    peopleBox.withLock { box in
      if let index = box { return index }
      let index = PersonIndex(names: (0..<count).map { PersonName(text($0)) })
      box = index
      return index
    }
  }

  /// The codes whose folded text equals `folded`: a range, for the order is by folded text.
  /// - Complexity: O(log n) comparisons. Not for dates.
  package func codes(foldedEqualTo folded: [UInt8]) -> Range<Int> {
    let low = (0..<count).partitioningIndex { code in
      withFolded(code) { ByteOrder.compare($0, folded) >= 0 }
    }
    let high = (low..<count).partitioningIndex { code in
      withFolded(code) { ByteOrder.compare($0, folded) > 0 }
    }
    return low..<high
  }
}

extension ByteOrder {
  /// As for two buffers.
  static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: [UInt8]) -> Int {
    right.withUnsafeBufferPointer { compare(left, $0) }
  }
}

/// The texts of a dictionary, plain and folded, one after another.
struct DictionaryEntries: Sendable {
  var starts: [UInt32] = [0]
  var bytes: [UInt8] = []
  var foldedStarts: [UInt32] = [0]
  var foldedBytes: [UInt8] = []

  var count: Int { starts.count - 1 }

  mutating func reserve(_ count: Int, bytes: Int, folded: Int) {
    starts.reserveCapacity(count + 1)
    self.bytes.reserveCapacity(bytes)
    foldedStarts.reserveCapacity(count + 1)
    foldedBytes.reserveCapacity(folded)
  }

  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>
  ) {
    bytes.append(contentsOf: text)
    starts.append(UInt32(bytes.count))
    foldedBytes.append(contentsOf: folded)
    foldedStarts.append(UInt32(foldedBytes.count))
  }
}

/// Which codes of a dictionary count as one value.
package struct ValueGroups: Sendable {
  /// Group of each code; nil where each code is a group of its own.
  package let groupOfCode: Block<UInt32>?
  /// The code that stands for each group: its most frequent spelling; nil as above.
  package let representatives: Block<UInt32>?
  package let count: Int

  package func group(of code: UInt32) -> UInt32 { groupOfCode?[Int(code)] ?? code }
  package func representative(of group: UInt32) -> UInt32 { representatives?[Int(group)] ?? group }
}
