/// Choices, parts of lists, and running columns.
extension PlainExpression {
  /// `if c then a else b`: only the part that is chosen is worked out.
  static func choice(
    _ condition: PlainExpression, _ a: PlainExpression, _ b: PlainExpression
  ) -> PlainExpression {
    PlainExpression(
      "if \(condition.text) then \(a.operand) else \(b.operand)", a.kind, of: [condition, a, b],
      isOperation: true
    ) { try condition.holds($0) ? try a.value($0) : try b.value($0) }
  }

  /// `try a else b`: b where a fails.
  static func attempt(_ a: PlainExpression, _ b: PlainExpression) -> PlainExpression {
    PlainExpression(
      "try \(a.operand) else \(b.operand)", a.kind, of: [a, b], isOperation: true
    ) { row in
      do {
        return try a.value(row)
      } catch PlainError.failure {
        return try b.value(row)
      }
    }
  }

  /// `topics[1..]`, `title[0..4]`
  static func slice(_ operand: PlainExpression, _ from: Int?, _ to: Int?) -> PlainExpression {
    let range = (from.map { "\($0)" } ?? "") + ".." + (to.map { "\($0)" } ?? "")
    return PlainExpression("\(operand.operand)[\(range)]", operand.kind, of: [operand]) { row in
      let part = slice(try operand.value(row), from ?? 0, to)
      // What is not there is missing.
      if case .text("") = part { return .missing }
      return part
    }
  }

  /// From one place to another, both among them; what lies outside is left out.
  static func slice(_ value: PlainValue, _ from: Int, _ to: Int?) -> PlainValue {
    func kept<T>(_ values: [T]) -> [T] {
      func place(_ place: Int) -> Int { place < 0 ? values.count + place : place }
      return values.enumerated().filter { index, _ in
        index >= place(from) && (to.map { index <= place($0) } ?? true)
      }.map(\.element)
    }
    switch value {
    case .list(let values): return .list(kept(values))
    case .missing: return .missing
    default: return .text(String(kept(Array(value.text ?? ""))))
    }
  }

  /// `cumulative(count)`, over the rows in their order.
  static func running(
    _ name: String, _ argument: PlainExpression?, _ kind: PlainKind
  ) -> PlainExpression {
    PlainExpression(
      "\(name)(\(argument?.text ?? ""))", kind, isTyped: argument?.isTyped ?? true
    ) { row in
      guard let window = row.window else { throw PlainError.noColumn("window") }
      let place = window.index
      guard let argument else { return .whole(place + 1) }
      let values = try window.rows.indices.map { index in
        var other = window.rows[index]
        other.window = PlainWindow(window.rows, at: index)
        return try argument.value(other)
      }
      return try running(name, values, at: place)
    }
  }

  private static func running(
    _ name: String, _ values: [PlainValue], at place: Int
  ) throws -> PlainValue {
    func sum(_ values: some Sequence<PlainValue>) throws -> PlainValue {
      try values.filter { !$0.isMissing }.reduce(.whole(0)) {
        try PlainArithmetic.apply("+", $0, $1)
      }
    }
    let value = values[place]
    switch name {
    case "previous": return place == 0 ? .missing : values[place - 1]
    case "change":
      return place == 0 ? .missing : try PlainArithmetic.apply("-", value, values[place - 1])
    case _ where value.members.isEmpty: return .missing
    case "cumulative": return try sum(values[...place])
    case "share":
      guard let part = value.number, let whole = try sum(values).number, whole != 0 else {
        return .missing
      }
      return .decimal(part / whole)
    default:
      return .whole(
        1 + values.count { !$0.members.isEmpty && PlainOrder.compare($0, value) > 0 })
    }
  }
}
