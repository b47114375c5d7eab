/// A value that goes into a query as a parameter or comes out of one.
public enum Value: Hashable, Sendable {
  /// Nothing is there; equal only to itself.
  case missing
  case bool(Bool)
  case whole(Int)
  case decimal(Double)
  case text(String)
  /// A partial date as EDTF text: `2020-05`, `2019/2021`, `201X`
  case date(String)
  /// A span of the calendar, such as 18 months
  case duration(months: Int, days: Int)
  /// A person or corporate author, as printed
  case person(String)
  /// A country, region or other place, as printed
  case place(String)
  case list([Value])
  /// Named values in a fixed order
  case record([RecordField])
}

/// A named value of a record.
public struct RecordField: Hashable, Sendable {
  /// The field's name, as a query would write it.
  public let name: String
  /// What it holds.
  public let value: Value

  /// Joins a name and its value.
  public init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .whole(value) }
  /// A decimal number.
  public init(floatLiteral value: Double) { self = .decimal(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value {
  /// The text of a text, date, person or place; nil for anything else.
  public var text: String? {
    switch self {
    case .text(let text), .date(let text), .person(let text), .place(let text): text
    default: nil
    }
  }

  /// A whole number, or a decimal one without a fraction.
  public var int: Int? {
    switch self {
    case .whole(let number): number
    case .decimal(let number): Int(exactly: number)
    default: nil
    }
  }

  /// Any number.
  public var double: Double? {
    switch self {
    case .whole(let number): Double(number)
    case .decimal(let number): number
    default: nil
    }
  }

  /// True or false, if it is one of them.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The members of a list; a single value is a list of itself, missing an empty one.
  public var members: [Value] {
    switch self {
    case .list(let values): values
    case .missing: []
    default: [self]
    }
  }

  /// The value of a record's field, or missing.
  public subscript(name: String) -> Value {
    guard case .record(let fields) = self else { return .missing }
    return fields.first { $0.name == name }?.value ?? .missing
  }
}
