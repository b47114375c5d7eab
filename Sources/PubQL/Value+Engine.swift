internal import PubQLEngine
internal import PubQLModel

extension Value {
  init(_ value: PubQLEngine.Value) {
    switch value {
    case .missing: self = .missing
    case .bool(let flag): self = .bool(flag)
    case .whole(let number): self = .whole(number)
    case .decimal(let number): self = .decimal(number)
    case .text(let text): self = .text(text)
    case .date(let date): self = .date(date.edtf)
    case .duration(let span): self = .duration(months: span.months, days: span.days)
    case .person(let name): self = .person(name)
    case .place(let name): self = .place(name)
    case .list(let values): self = .list(values.map { Value($0) })
    case .record(let members):
      self = .record(members.map { RecordField(name: $0.name, value: Value($0.value)) })
    case .range, .function: self = .text(value.plainText)
    }
  }

  /// - Throws: `.usage` when a date is none.
  func engineValue() throws(PubQLError) -> PubQLEngine.Value {
    switch self {
    case .missing: return .missing
    case .bool(let flag): return .bool(flag)
    case .whole(let number): return .whole(number)
    case .decimal(let number):
      guard number.isFinite else { throw PubQLError(.usage, "a number has to be finite") }
      return .decimal(number)
    case .text(let text): return .text(text)
    case .date(let text):
      do {
        return .date(try PartialDate(edtf: text))
      } catch { throw PubQLError(.usage, "`\(text)` is no date: \(error.sentence)") }
    case .duration(let months, let days):
      return .duration(CalendarDuration(months: months, days: days))
    case .person(let name): return .person(name)
    case .place(let name): return .place(name)
    case .list(let values):
      var result: [PubQLEngine.Value] = []
      for value in values { result.append(try value.engineValue()) }
      return .list(result)
    case .record(let fields):
      var result: [RecordMember] = []
      for field in fields {
        result.append(RecordMember(name: field.name, value: try field.value.engineValue()))
      }
      return .record(result)
    }
  }
}
