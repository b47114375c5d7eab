import PubQLModel

extension PlainFunction {
  static let dates: [PlainFunction] = [
    part("year", PlainDates.year), part("month", PlainDates.month), part("day", PlainDates.day),
    part("quarter", PlainDates.quarter), part("decade", PlainDates.decade),
    PlainFunction(
      "date", [.choice(["2019", "2019-02", "2020-02-29", "201X", "2018/2020", "2021~"])],
      .one(.date)
    ) { .date(try PartialDate(edtf: $0[0].text ?? "")) },
  ]

  private static func part(
    _ name: String, _ part: @escaping @Sendable (PartialDate) -> Int?
  ) -> PlainFunction {
    PlainFunction(name, [.date], .each(.number)) { arguments in
      guard case .date(let date) = arguments[0] else { return .missing }
      return part(date).map { .whole($0) } ?? .missing
    }
  }
}
