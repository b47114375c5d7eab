import PubQLEngine

extension Builtin {
  /// Functions of records.
  static let recordFunctions = [keys, values, has, get, merge]

  private static let record = Parameter("record", .record)
  private static let name = Parameter("name", .text)

  private static let keys = Builtin(
    "keys", [record], gives: .each(.list(.text)), summary: "The names in a record, in order",
    examples: [("keys({a: 1, b: 2})", "a; b")]
  ) { call throws(RunError.Reason) in
    .list(try members(call.first, "keys").map { .text($0.name) })
  }

  private static let values = Builtin(
    "values", [record], gives: .each(.list(.any)), summary: "The values in a record, in order",
    notes: "As many as `keys` has names: missing ones are among them.",
    examples: [("values({a: 1, b: \"x\"})", "1; x")]
  ) { call throws(RunError.Reason) in
    .list(try members(call.first, "values").map(\.value))
  }

  private static let has = Builtin(
    "has", [record, name], gives: .one(.bool),
    summary: "Whether a record has a value under a name",
    notes: """
      False where the value is missing, and where the record is. Of a list of records, whether any \
      has one.
      """,
    examples: [("has({a: 1}, \"a\")", "true"), ("has({a: missing}, \"a\")", "false")]
  ) { call throws(RunError.Reason) in
    let name = call[1].textual
    for record in call.first.members {
      let found = try members(record, "has").contains { $0.name == name && !$0.value.isMissing }
      if found { return .bool(true) }
    }
    return .bool(false)
  }

  private static let get = Builtin(
    "get", [record, name, Parameter("default", .any, optional: true)], gives: .each(.any),
    summary: "The value of a record under a name that need not be known beforehand",
    notes: "The default, or missing, where there is none.",
    examples: [("get({a: 1}, \"a\")", "1"), ("get({a: 1}, \"b\", 0)", "0")]
  ) { call throws(RunError.Reason) in
    let name = call[1].textual
    let value = try members(call.first, "get").last { $0.name == name }?.value ?? .missing
    return value.isMissing ? call[2] : value
  }

  private static let merge = Builtin(
    "merge", [Parameter("a", .record), Parameter("b", .record)], gives: .one(.record),
    summary: "A record with the values of two",
    notes: """
      What both have is taken from the second, also where it is missing there. A missing record \
      has no values.
      """,
    examples: [("merge({a: 1, b: 2}, {b: 3, c: 4})", "{a: 1, b: 3, c: 4}")]
  ) { call throws(RunError.Reason) in
    if call.first.isMissing && call[1].isMissing { return .missing }
    var merged: [RecordMember] = []
    var places: [String: Int] = [:]
    for side in [call.first, call[1]] where !side.isMissing {
      for member in try members(side, "merge") {
        if let place = places[member.name] {
          merged[place] = member
        } else {
          places[member.name] = merged.count
          merged.append(member)
        }
      }
    }
    return .record(merged)
  }

  private static func members(
    _ value: Value, _ function: String
  ) throws(RunError.Reason) -> [RecordMember] {
    guard case .record(let members) = value else {
      throw .wrongKind(operation: function, kind: value.kindName)
    }
    return members
  }
}
