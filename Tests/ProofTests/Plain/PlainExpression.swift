/// An expression as PubQL has it, and what it means for a row.
struct PlainExpression {
  var text: String
  let kind: PlainKind
  /// Whether it looks at the row, and is not the same for all.
  let usesRow: Bool
  /// Whether its kind is known before it is worked out.
  let isTyped: Bool
  /// Whether parentheses are needed where something stands beside it.
  let isOperation: Bool
  let value: (PlainRow) throws -> PlainValue

  /// - Parameter parts: the expressions that it is made of; nil for what looks at the row itself.
  init(
    _ text: String, _ kind: PlainKind, of parts: [PlainExpression]? = nil,
    isOperation: Bool = false, isTyped: Bool? = nil,
    _ value: @escaping (PlainRow) throws -> PlainValue
  ) {
    self.text = text
    self.kind = kind
    usesRow = parts?.contains { $0.usesRow } ?? true
    self.isTyped = isTyped ?? parts?.allSatisfy { $0.isTyped } ?? true
    self.isOperation = isOperation
    self.value = value
  }

  /// As an operand: in parentheses where it is an operation.
  var operand: String { isOperation ? "(\(text))" : text }

  /// A value that is the same for all rows.
  static func constant(_ text: String, _ kind: PlainKind, _ value: PlainValue) -> PlainExpression {
    PlainExpression(text, kind, of: []) { _ in value }
  }

  /// A column, under one of its names.
  static func column(_ column: PlainColumn, as text: String) -> PlainExpression {
    PlainExpression(text, column.kind, isTyped: column.isTyped) { try $0[column.name] }
  }

  func holds(_ row: PlainRow) throws -> Bool { try value(row).bool }
}

/// Conditions: each is true or false for a row.
extension PlainExpression {
  static func condition(
    _ text: String, of parts: [PlainExpression]? = nil, isOperation: Bool = true,
    _ holds: @escaping (PlainRow) throws -> Bool
  ) -> PlainExpression {
    PlainExpression(text, .bool, of: parts, isOperation: isOperation) { .bool(try holds($0)) }
  }

  /// A condition over whole records.
  static func condition(_ written: WrittenCondition) -> PlainExpression {
    condition(written.text) { row in
      guard let record = row.record else { throw PlainError.noColumn("record") }
      return written.condition.holds(record)
    }
  }

  static func missing(_ operand: PlainExpression) -> PlainExpression {
    condition("missing(\(operand.text))", of: [operand], isOperation: false) {
      try operand.value($0).members.isEmpty
    }
  }

  static func not(_ operand: PlainExpression) -> PlainExpression {
    condition("not \(operand.operand)", of: [operand]) { !(try operand.holds($0)) }
  }

  static func and(_ a: PlainExpression, _ b: PlainExpression) -> PlainExpression {
    condition("\(a.operand) and \(b.operand)", of: [a, b]) { row in
      guard try a.holds(row) else { return false }
      return try b.holds(row)
    }
  }

  static func or(_ a: PlainExpression, _ b: PlainExpression) -> PlainExpression {
    condition("\(a.operand) or \(b.operand)", of: [a, b]) { row in
      if try a.holds(row) { return true }
      return try b.holds(row)
    }
  }

  /// Some value of the left meets some value of the right, or what the quantifier says.
  static func comparison(
    _ sign: String, _ relation: PlainRelation, _ left: PlainExpression, _ right: PlainExpression,
    _ quantifier: Condition.Quantifier = .any, negated: Bool = false
  ) -> PlainExpression {
    condition("\(left.operand) \(sign) \(right.operand)", of: [left, right]) { row in
      let values = try left.value(row).members
      let targets = try right.value(row).members
      let holds =
        switch quantifier {
        case .any: values.contains { a in targets.contains { relation.meets(a, $0) } }
        case .all:
          !values.isEmpty
            && targets.allSatisfy { b in values.contains { relation.meets($0, b) } }
        case .allOfOne: values.contains { a in targets.allSatisfy { relation.meets(a, $0) } }
        }
      return holds != negated
    }
  }

  /// `number in 3..5`
  static func inRange(
    _ operand: PlainExpression, _ low: Int?, _ high: Int?, negated: Bool
  ) -> PlainExpression {
    let range = (low.map { "\($0)" } ?? "") + ".." + (high.map { "\($0)" } ?? "")
    let text = "\(operand.operand) \(negated ? "not in" : "in") \(range)"
    return condition(text, of: [operand]) { row in
      let holds = try operand.value(row).members.contains { value in
        guard let number = value.number else { return false }
        return low.map { Double($0) <= number } ?? true
          && high.map { number <= Double($0) } ?? true
      }
      return holds != negated
    }
  }
}
