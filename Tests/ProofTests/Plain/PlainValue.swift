import PubQL
import PubQLModel

/// A value of the plain evaluation.
indirect enum PlainValue: Sendable {
  case missing
  case bool(Bool)
  case whole(Int)
  case decimal(Double)
  case text(String)
  case date(PartialDate)
  case duration(months: Int, days: Int)
  case person(String)
  case place(String)
  case list([PlainValue])
  case record([(name: String, value: PlainValue)])
}

extension PlainValue {
  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }

  /// What a condition, a group or an aggregate looks at: the values of a list, none of missing.
  var members: [PlainValue] {
    switch self {
    case .missing: []
    case .list(let values): values
    default: [self]
    }
  }

  /// The text of a text, person or place.
  var text: String? {
    switch self {
    case .text(let text), .person(let text), .place(let text): text
    default: nil
    }
  }

  var number: Double? {
    switch self {
    case .whole(let number): Double(number)
    case .decimal(let number): number
    default: nil
    }
  }

  var bool: Bool {
    if case .bool(true) = self { true } else { false }
  }

  /// A number, whole where it is one.
  static func number(_ number: Double) -> PlainValue {
    Int(exactly: number).map { .whole($0) } ?? .decimal(number)
  }

  static func texts(_ texts: [String]) -> PlainValue { .list(texts.map { .text($0) }) }

  /// The value as `"{value}"` shows it.
  var shown: String {
    switch self {
    case .missing: return ""
    case .bool(let flag): return flag ? "true" : "false"
    case .whole(let number): return "\(number)"
    case .decimal(let number): return "\(number)"
    case .text(let text), .person(let text), .place(let text): return text
    case .date(let date): return date.edtf
    case .duration(let months, let days): return Self.shown(months: months, days: days)
    case .list(let values): return values.map(\.shown).joined(separator: "; ")
    case .record(let members):
      return "{" + members.map { "\($0.name): \($0.value.shown)" }.joined(separator: ", ") + "}"
    }
  }

  /// `1 year 3 days`: whole years as years, whole weeks as weeks.
  private static func shown(months: Int, days: Int) -> String {
    var parts: [String] = []
    for (count, size, large, small) in [(months, 12, "year", "month"), (days, 7, "week", "day")]
    where count != 0 {
      let (amount, unit) = count % size == 0 ? (count / size, large) : (count, small)
      parts.append("\(amount) \(unit)" + (abs(amount) == 1 ? "" : "s"))
    }
    return parts.isEmpty ? "0 days" : parts.joined(separator: " ")
  }

  /// What the public face would show.
  var given: Value {
    switch self {
    case .missing: .missing
    case .bool(let flag): .bool(flag)
    case .whole(let number): .whole(number)
    case .decimal(let number): .decimal(number)
    case .text(let text): .text(text)
    case .date(let date): .date(date.edtf)
    case .duration(let months, let days): .duration(months: months, days: days)
    case .person(let name): .person(name)
    case .place(let name): .place(name)
    case .list(let values): .list(values.map(\.given))
    case .record(let members):
      .record(members.map { RecordField(name: $0.name, value: $0.value.given) })
    }
  }
}

/// What is known of an expression's values before it is worked out.
indirect enum PlainKind: Equatable, Sendable {
  case bool, number, text, id, date, duration, person, place, record
  case list(PlainKind)

  /// What a condition compares.
  var element: PlainKind {
    if case .list(let kind) = self { kind } else { self }
  }

  var isList: Bool { element != self }
  var isText: Bool { [.text, .id, .person, .place].contains(self) }
}

/// Why a plain evaluation gives nothing.
enum PlainError: Error {
  /// A query that fails while it runs, with that code.
  case failure(String)
  /// The row has no such column: a query made shorter is none any more.
  case noColumn(String)
}
