extension PlainFunction {
  static let lists: [PlainFunction] = [
    PlainFunction("length", [.listOrText], .one(.number)) { arguments in
      if case .text(let text) = arguments[0] { return .whole(text.count) }
      return .whole(arguments[0].members.count)
    },
    PlainFunction("join", [.list, .optional(.choice([", ", " + ", ""]))], .one(.text)) {
      let separator = $0.count > 1 ? $0[1].text ?? "; " : "; "
      return .text($0[0].members.map(\.shown).joined(separator: separator))
    },
    PlainFunction("reverse", [.list], .list) { .list($0[0].members.reversed()) },
    PlainFunction("first", [.list], .element) { $0[0].members.first ?? .missing },
    PlainFunction("last", [.list], .element) { $0[0].members.last ?? .missing },
    PlainFunction("first", [.list, .digits(0...3)], .list) {
      .list(Array($0[0].members.prefix(count($0))))
    },
    PlainFunction("last", [.list, .digits(0...3)], .list) {
      .list(Array($0[0].members.suffix(count($0))))
    },
    PlainFunction("take", [.list, .digits(0...3)], .list) {
      .list(Array($0[0].members.prefix(count($0))))
    },
    PlainFunction("skip", [.list, .digits(0...3)], .list) {
      .list(Array($0[0].members.dropFirst(count($0))))
    },
    PlainFunction("sort", [.list], .list) { .list(sorted($0[0].members) { $0 }) },
    PlainFunction("unique", [.list], .list) { arguments in
      var kept: [PlainValue] = []
      for value in arguments[0].members where !kept.contains(where: { isSame($0, value) }) {
        kept.append(value)
      }
      return .list(kept)
    },
    PlainFunction("flatten", [.list], .list) { .list($0[0].members.flatMap(flat)) },
    PlainFunction("zip", [.list, .list], .lists) { arguments in
      .list(zip(arguments[0].members, arguments[1].members).map { .list([$0, $1]) })
    },
    PlainFunction("pairs", [.list], .lists) { arguments in
      let values = arguments[0].members.filter { !$0.isMissing }.distinct
      return .list(
        values.indices.flatMap { a in
          values.indices.filter { $0 > a }.map { .list(sorted([values[a], values[$0]]) { $0 }) }
        })
    },
    PlainFunction("range", [.digits(0...9), .digits(0...9)], .one(.list(.number))) { a in
      let (low, high) = (Int(a[0].number ?? 0), Int(a[1].number ?? 0))
      return .list(low <= high ? (low...high).map { .whole($0) } : [])
    },
  ]

  private static func count(_ arguments: [PlainValue]) -> Int { Int(arguments[1].number ?? 0) }

  private static func flat(_ value: PlainValue) -> [PlainValue] {
    if case .list(let values) = value { values.flatMap(flat) } else { [value] }
  }

  /// As `=` has it; what a date is equal to is no matter of the days it may stand for.
  private static func isSame(_ a: PlainValue, _ b: PlainValue) -> Bool {
    if case .person = a, case .person = b { return PlainRelation.equal.meets(a, b) }
    return PlainOrder.key(a) == PlainOrder.key(b)
  }

  /// In the order of the stage `sort`: equal ones as they stand, missing last.
  static func sorted(
    _ values: [PlainValue], by key: (PlainValue) throws -> PlainValue
  ) rethrows -> [PlainValue] {
    var sorted: [(value: PlainValue, key: PlainValue)] = []
    for value in values {
      let key = try key(value)
      let place = sorted.lastIndex { other in
        key.members.isEmpty
          || !other.key.members.isEmpty && PlainOrder.compare(other.key, key) <= 0
      }
      sorted.insert((value, key), at: (place ?? -1) + 1)
    }
    return sorted.map(\.value)
  }
}
