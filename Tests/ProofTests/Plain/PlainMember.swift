import PubQLModel

/// What stands behind a dot.
struct PlainMember: Sendable {
  let owner: PlainKind
  let name: String
  let kind: PlainKind
  let value: @Sendable (PlainValue) -> PlainValue

  static let all: [PlainMember] = [
    date("year", PlainDates.year), date("month", PlainDates.month), date("day", PlainDates.day),
    date("quarter", PlainDates.quarter), date("decade", PlainDates.decade),
    PlainMember(owner: .date, name: "start", kind: .date) { day($0, PlainDates.first) },
    PlainMember(owner: .date, name: "end", kind: .date) { day($0, PlainDates.last) },
    PlainMember(owner: .date, name: "precision", kind: .text) { value in
      guard case .date(let date) = value else { return .missing }
      return .text(PlainDates.precision(date))
    },
    person("family") { $0.family }, person("given") { $0.given },
    person("particle") { $0.particle },
    PlainMember(owner: .record, name: "a", kind: .number) { ofRecord($0, "a") },
    PlainMember(owner: .record, name: "b", kind: .text) { ofRecord($0, "b") },
  ]

  private static func date(
    _ name: String, _ part: @escaping @Sendable (PartialDate) -> Int?
  ) -> PlainMember {
    PlainMember(owner: .date, name: name, kind: .number) { value in
      guard case .date(let date) = value else { return .missing }
      return part(date).map { .whole($0) } ?? .missing
    }
  }

  private static func day(
    _ value: PlainValue, _ end: (PartialDate) -> PlainDates.Day?
  ) -> PlainValue {
    guard case .date(let date) = value, let day = end(date),
      let made = try? PartialDate(edtf: day.edtf)
    else { return .missing }
    return .date(made)
  }

  private static func person(
    _ name: String, _ part: @escaping @Sendable (PlainPerson) -> String
  ) -> PlainMember {
    PlainMember(owner: .person, name: name, kind: .text) { value in
      guard case .person(let printed) = value else { return .missing }
      let text = part(PlainPerson(printed))
      return text.isEmpty ? .missing : .text(text)
    }
  }

  private static func ofRecord(_ value: PlainValue, _ name: String) -> PlainValue {
    guard case .record(let members) = value else { return .missing }
    return members.first { $0.name == name }?.value ?? .missing
  }
}
