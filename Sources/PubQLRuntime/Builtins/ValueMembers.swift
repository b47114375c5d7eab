import PubQLEngine
import PubQLModel

/// What stands behind a dot: `date.year`, `author.family`.
///
/// Of a list, a member is the list of the members of its values.
struct ValueMembers {
  let type: ValueType
  let function: ScalarFunction

  /// The member of that name of values of a type.
  static func named(_ name: String, of type: ValueType) -> ValueMembers? {
    switch type {
    case .date: dates[name]
    case .person: people[name]
    case .record, .any: ofRecord(name)
    default: nil
    }
  }

  static func names(of type: ValueType) -> [String] {
    switch type {
    case .date: dates.keys.sorted()
    case .person: people.keys.sorted()
    default: []
    }
  }

  /// The value at a place of a list, from 0; negative places count from the end.
  static let element = ScalarFunction("[]", identity: "[]") { arguments throws(RunError.Reason) in
    guard case .list(let values) = arguments[0], let place = arguments[1].wholeNumber else {
      return .missing
    }
    let index = place < 0 ? values.count + place : place
    return values.indices.contains(index) ? values[index] : .missing
  }

  /// The values of a list, or the characters of a text, in a range of places: `xs[1..3]`. Both ends
  /// belong to it; negative places count from the end.
  static let slice = ScalarFunction("[..]", identity: "[..]") { arguments throws(RunError.Reason) in
    guard case .range(let low, let high) = arguments[1] else { return .missing }
    switch arguments[0] {
    case .list(let values):
      return .list(Array(values[places(low, high, count: values.count)]))
    case let value:
      guard let text = value.textual else { return .missing }
      let characters = Array(text)
      let part = characters[places(low, high, count: characters.count)]
      return part.isEmpty ? .missing : .text(String(part))
    }
  }

  private static func places(_ low: Value, _ high: Value, count: Int) -> Range<Int> {
    let first = place(low.wholeNumber ?? 0, count)
    let last = place(high.wholeNumber ?? -1, count)
    let start = min(max(first, 0), count)
    return start..<max(start, min(last, count - 1) + 1)
  }

  private static func place(_ place: Int, _ count: Int) -> Int {
    place < 0 ? max(count + place, -1) : min(place, count)
  }

  /// A whole number as the text of an id.
  static let identifierText = ScalarFunction("id", identity: ".id") {
    arguments throws(RunError.Reason) in
    let texts = arguments[0].members.map { Value.text($0.plainText) }
    return texts.count == 1 ? texts[0] : .list(texts)
  }

  private static let dates: [String: ValueMembers] = [
    "year": date("year", .number) { $0.year.map { .whole($0) } },
    "month": date("month", .number) { $0.month.map { .whole($0) } },
    "day": date("day", .number) { $0.day.map { .whole($0) } },
    "quarter": date("quarter", .number) { $0.quarter.map { .whole($0) } },
    "decade": date("decade", .number) { $0.decade.map { .whole($0) } },
    "season": date("season", .text) { $0.seasonName.map { .text($0) } },
    "start": date("start", .date) { $0.start.map { .date($0) } },
    "end": date("end", .date) { $0.end.map { .date($0) } },
    "precision": date("precision", .text) { .text($0.precision.rawValue) },
  ]

  private static let people: [String: ValueMembers] = [
    "family": person("family") { $0.family },
    "given": person("given") { $0.given },
    "particle": person("particle") { $0.particle },
    "suffix": person("suffix") { $0.suffix },
  ]

  private static func date(
    _ name: String, _ type: ValueType, _ part: @escaping @Sendable (PartialDate) -> Value?
  ) -> ValueMembers {
    ValueMembers(type: type, function: each(name) { value in value.asDate.flatMap(part) })
  }

  private static func person(
    _ name: String, _ part: @escaping @Sendable (PersonName) -> String
  ) -> ValueMembers {
    ValueMembers(
      type: .text,
      function: each(name) { value in
        guard case .person(let printed) = value else { return nil }
        let text = part(PersonName(printed))
        return text.isEmpty ? nil : .text(text)
      })
  }

  private static func ofRecord(_ name: String) -> ValueMembers {
    ValueMembers(
      type: .any,
      function: each(name) { value in
        guard case .record = value else { return ValueMembers.named(name, ofValue: value) }
        // A record that has it missing is one that lacks it.
        let member = ValueMembers.value(name, ofRecord: value)
        return member?.isMissing == true ? nil : member
      })
  }

  /// What a record has under a name: a member of it, or what the name means for a record of a
  /// corpus, `author` for `authors` and `year` for the year of its date. Nil when it has none.
  static func value(_ name: String, ofRecord record: Value) -> Value? {
    guard case .record(let members) = record else { return nil }
    if let member = members.first(where: { $0.name == name }) { return member.value }
    if name == "year", let date = members.first(where: { $0.name == "date" })?.value {
      return date.isMissing ? .missing : date.asDate.map { $0.year.map { .whole($0) } ?? .missing }
    }
    guard let field = StandardField.allCases.first(where: { $0.singular == name }) else {
      return nil
    }
    return members.first { $0.name == field.name }?.value
  }

  /// The names of the members of some records, each once.
  static func names(ofRecords records: [Value]) -> [String] {
    var names: [String] = []
    for case .record(let members) in records {
      names += members.map(\.name).filter { !names.contains($0) }
    }
    return names
  }

  /// The member of a value whose type was not known before.
  private static func named(_ name: String, ofValue value: Value) -> Value? {
    let type = ValueType(of: value)
    guard type == .date || type == .person, let member = named(name, of: type) else { return nil }
    // A part that is not there is left out, as where the type was known.
    guard let part = try? member.function.body([value]), !part.isMissing else { return nil }
    return part
  }

  /// A function of single values, applied to each member of a list; members that have no such
  /// part are left out.
  private static func each(
    _ name: String, _ part: @escaping @Sendable (Value) -> Value?
  ) -> ScalarFunction {
    ScalarFunction(name, reach: .each, identity: ".\(name)") { arguments throws(RunError.Reason) in
      guard case .list(let values) = arguments[0] else { return part(arguments[0]) ?? .missing }
      return .list(values.compactMap(part))
    }
  }
}

extension Value {
  /// A whole number, also one written as a decimal.
  var wholeNumber: Int? {
    switch self {
    case .whole(let number): number
    case .decimal(let number): Int(exactly: number)
    default: nil
    }
  }
}
