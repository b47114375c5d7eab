import PubQLModel

/// The order of `sort`, and which values are one to `group` and `distinct`.
enum PlainOrder {
  /// Below, at or above 0. Texts by their folded letters; dates by first day, then coarser first.
  static func compare(_ a: PlainValue, _ b: PlainValue) -> Int {
    switch (a, b) {
    case (.bool(let a), .bool(let b)): return order(a ? 1 : 0, b ? 1 : 0)
    case (.whole(let a), .whole(let b)): return order(a, b)
    case (.date(let a), .date(let b)):
      let first = order(a.firstDay, b.firstDay)
      return first != 0 ? first : order(b.lastDay, a.lastDay)
    case (.duration, .duration): return order(length(a), length(b))
    case (.list(let a), .list(let b)): return compareAll(a, b)
    case (.record(let a), .record(let b)):
      for (a, b) in zip(a, b) {
        let difference = a.name == b.name ? compare(a.value, b.value) : order(a.name, b.name)
        if difference != 0 { return difference }
      }
      return order(a.count, b.count)
    default: break
    }
    if let a = a.number, let b = b.number { return order(a, b) }
    if let a = a.text, let b = b.text { return compare(a, b) }
    return order(rank(a), rank(b))
  }

  static func compare(_ a: String, _ b: String) -> Int {
    let (a, b) = (Folded.bytes(a), Folded.bytes(b))
    return a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
  }

  private static func order<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }

  private static func compareAll(_ a: [PlainValue], _ b: [PlainValue]) -> Int {
    for (a, b) in zip(a, b) where compare(a, b) != 0 { return compare(a, b) }
    return order(a.count, b.count)
  }

  /// In days, a month being a twelfth of 365.2425.
  private static func length(_ value: PlainValue) -> Double {
    guard case .duration(let months, let days) = value else { return 0 }
    return Double(months) * 365.2425 / 12 + Double(days)
  }

  /// Values of different kinds are ordered by kind.
  private static func rank(_ value: PlainValue) -> Int {
    switch value {
    case .bool: 0
    case .whole, .decimal: 1
    case .date: 2
    case .duration: 3
    case .text, .person, .place: 4
    case .list: 5
    case .record: 6
    case .missing: 7
    }
  }

  /// Equal keys are one group: folded texts, one place under whatever name, equal dates.
  static func key(_ value: PlainValue) -> String {
    switch value {
    case .missing: return "-"
    case .bool(let flag): return "b\(flag)"
    case .whole(let number): return "n\(number)"
    case .decimal(let number): return Int(exactly: number).map { "n\($0)" } ?? "n\(number)"
    case .date(let date): return "d" + date.edtf
    case .duration(let months, let days): return "s\(months) \(days)"
    case .place(let name):
      guard let place = Folded.value(name, .region).place else { return "t" + folded(name) }
      return "p" + Gazetteer.builtIn.place(place).name
    case .text(let text), .person(let text): return "t" + folded(text)
    case .list(let values): return "[" + values.map { quoted(key($0)) }.joined() + "]"
    case .record(let members):
      return "{" + members.map { quoted($0.name) + quoted(key($0.value)) }.joined() + "}"
    }
  }

  private static func quoted(_ key: String) -> String { "\(key.utf8.count):\(key)" }

  private static func folded(_ text: String) -> String {
    String(decoding: Folded.bytes(text), as: UTF8.self)
  }
}

extension [PlainValue] {
  /// Each value once, the first of equal ones.
  var distinct: [PlainValue] {
    var seen: Set<String> = []
    return filter { seen.insert(PlainOrder.key($0)).inserted }
  }
}
