package import PubQLModel

/// A value in the hands of the engine: a cell of a table, a constant of a query.
package indirect enum Value: Sendable {
  case missing
  case bool(Bool)
  case whole(Int)
  case decimal(Double)
  case text(String)
  case date(PartialDate)
  case duration(CalendarDuration)
  /// A person or corporate author, as printed
  case person(String)
  /// A place, as printed
  case place(String)
  case list([Value])
  case record([RecordMember])
  case function(FunctionValue)
  /// From and to, either may be missing: `2019..2021`, `2020..`
  case range(Value, Value)
}

/// A named value of a record.
package struct RecordMember: Sendable {
  package let name: String
  package let value: Value

  package init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

extension Value {
  package var isMissing: Bool {
    if case .missing = self { true } else { false }
  }

  /// The values that a condition looks at: the members of a list, none of a missing value.
  package var members: [Value] {
    switch self {
    case .missing: []
    case .list(let values): values
    default: [self]
    }
  }

  /// The text of a text, person or place; nil otherwise.
  package var textual: String? {
    switch self {
    case .text(let text), .person(let text), .place(let text): text
    default: nil
    }
  }

  /// The number, if it is one.
  package var number: Double? {
    switch self {
    case .whole(let value): Double(value)
    case .decimal(let value): value
    default: nil
    }
  }

  /// A date, or the year that a whole number of four digits stands for where a date is wanted.
  package var asDate: PartialDate? {
    switch self {
    case .date(let date): date
    case .whole(let year): (1000...9999).contains(year) ? PartialDate(year: year) : nil
    case .range(let low, let high):
      Self.dateRange(low, high)
    default: nil
    }
  }

  private static func dateRange(_ low: Value, _ high: Value) -> PartialDate? {
    let first = low.asDate
    let last = high.asDate
    if first == nil && !low.isMissing || last == nil && !high.isMissing { return nil }
    return PartialDate.range(from: first, through: last)
  }

  /// What messages call the kind of this value.
  package var kindName: String {
    switch self {
    case .missing: "missing"
    case .bool: "true or false"
    case .whole, .decimal: "number"
    case .text: "text"
    case .date: "date"
    case .duration: "duration"
    case .person: "person"
    case .place: "place"
    case .list: "list"
    case .record: "record"
    case .range: "range"
    case .function: "function"
    }
  }
}
