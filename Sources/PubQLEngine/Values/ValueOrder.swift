package import PubQLModel
import PubQLText

/// The order in which `sort` puts values, and the equality by which `distinct` and `group` join
/// them. Missing values are no part of it: callers put them last.
package enum ValueOrder {
  /// Below, at or above zero as `left` comes before, with or after `right`.
  ///
  /// Values of different kinds are ordered by kind. Texts are ordered folded; dates by first day,
  /// then coarser first.
  package static func compare(_ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.bool(let a), .bool(let b)): return (a ? 1 : 0) - (b ? 1 : 0)
    case (.whole(let a), .whole(let b)): return order(a, b)
    case (.date(let a), .date(let b)): return a < b ? -1 : b < a ? 1 : 0
    case (.duration(let a), .duration(let b)): return compareDurations(a, b)
    case (.list(let a), .list(let b)): return compareLists(a, b)
    case (.range(let a, let b), .range(let c, let d)): return compareLists([a, b], [c, d])
    case (.record(let a), .record(let b)): return compareRecords(a, b)
    default: break
    }
    if let a = left.number, let b = right.number { return order(a, b) }
    if let a = left.textual, let b = right.textual { return compareTexts(a, b) }
    return rank(left) - rank(right)
  }

  /// By folded text.
  package static func compareTexts(_ left: String, _ right: String) -> Int {
    if left == right { return 0 }
    return Folding.fold(left).withUnsafeBufferPointer { a in
      Folding.fold(right).withUnsafeBufferPointer { ByteOrder.compare(a, $0) }
    }
  }

  /// By length, a month counted as 30.436875 days.
  package static func compareDurations(_ left: CalendarDuration, _ right: CalendarDuration) -> Int {
    order(length(left), length(right))
  }

  private static func length(_ duration: CalendarDuration) -> Double {
    Double(duration.months) * 30.436875 + Double(duration.days)
  }

  private static func order<T: Comparable>(_ left: T, _ right: T) -> Int {
    left < right ? -1 : right < left ? 1 : 0
  }

  private static func compareLists(_ left: [Value], _ right: [Value]) -> Int {
    for (a, b) in zip(left, right) {
      let order = compare(a, b)
      if order != 0 { return order }
    }
    return left.count - right.count
  }

  private static func compareRecords(_ left: [RecordMember], _ right: [RecordMember]) -> Int {
    for (a, b) in zip(left, right) {
      if a.name != b.name { return a.name < b.name ? -1 : 1 }
      let order = compare(a.value, b.value)
      if order != 0 { return order }
    }
    return left.count - right.count
  }

  private static func rank(_ value: Value) -> Int {
    switch value {
    case .bool: 0
    case .whole, .decimal: 1
    case .date: 2
    case .duration: 3
    case .text, .person, .place: 4
    case .list: 5
    case .record: 6
    case .range: 7
    case .function: 8
    case .missing: 9
    }
  }
}

/// A value as a key of a dictionary: equal keys are one group.
///
/// Texts are equal when folded, places when they are one place, lists when they hold equal values
/// in the same order.
package struct GroupKey: Hashable, Sendable {
  private let bytes: [UInt8]

  package init(_ values: some Sequence<Value>) {
    var bytes: [UInt8] = []
    for value in values { Self.append(value, to: &bytes) }
    self.bytes = bytes
  }

  package init(_ value: Value) { self.init(CollectionOfOne(value)) }

  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .missing: bytes.append(0)
    case .bool(let flag): bytes += [1, flag ? 1 : 0]
    case .whole(let number): appendNumber(Double(number), exact: number, to: &bytes)
    case .decimal(let number):
      appendNumber(number, exact: Int(exactly: number), to: &bytes)
    case .date(let date): appendText(3, Array(date.edtf.utf8), to: &bytes)
    case .duration(let span):
      appendText(4, Array("\(span.months) \(span.days)".utf8), to: &bytes)
    case .place(let name):
      if let place = Gazetteer.builtIn.find(name) {
        appendText(6, Array(Gazetteer.builtIn.place(place).name.utf8), to: &bytes)
      } else {
        appendText(5, Folding.fold(name), to: &bytes)
      }
    case .text(let text), .person(let text): appendText(5, Folding.fold(text), to: &bytes)
    case .list(let values): appendAll(7, values, to: &bytes)
    case .function(let function):
      // Functions are equal to themselves only.
      appendNumber(0, exact: ObjectIdentifier(function).hashValue, to: &bytes)
    case .range(let low, let high): appendAll(8, [low, high], to: &bytes)
    case .record(let members):
      appendAll(9, members.flatMap { [.text($0.name), $0.value] }, to: &bytes)
    }
  }

  /// A whole decimal is the same key as the whole number.
  private static func appendNumber(_ number: Double, exact: Int?, to bytes: inout [UInt8]) {
    let bits = exact.map { UInt64(bitPattern: Int64($0)) } ?? number.bitPattern
    bytes.append(exact == nil ? 10 : 2)
    withUnsafeBytes(of: bits) { bytes.append(contentsOf: $0) }
  }

  private static func appendText(_ tag: UInt8, _ text: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(tag)
    withUnsafeBytes(of: UInt32(text.count)) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text)
  }

  private static func appendAll(_ tag: UInt8, _ values: [Value], to bytes: inout [UInt8]) {
    bytes.append(tag)
    withUnsafeBytes(of: UInt32(values.count)) { bytes.append(contentsOf: $0) }
    for value in values { append(value, to: &bytes) }
  }
}
