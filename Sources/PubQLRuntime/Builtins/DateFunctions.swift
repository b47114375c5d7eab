import PubQLEngine
import PubQLModel

extension Builtin {
  /// Functions of dates. `today()` is worked out by the checker, which knows the host's clock.
  static let dateFunctions =
    [date, today]
    + [
      part("year", "The year of a date, when it has a certain one", ("2020-05", "2020")),
      part("month", "The month of a date, 1 to 12, when it has a certain one", ("2020-05", "5")),
      part("day", "The day of the month, when a date has a certain one", ("2020-05-14", "14")),
      part("quarter", "The quarter of a date, 1 to 4, when it has a certain one", ("2020-05", "2")),
      part("decade", "The first year of a date's decade, when it has one", ("2014", "2010")),
    ]

  /// Reads a date that cannot be written as a literal.
  private static let date = Builtin(
    "date", [Parameter("text", .any)], gives: .each(.date),
    summary: "The date that an EDTF text stands for; missing when it stands for none",
    examples: [("date(\"2020-05~\")", "2020-05~"), ("date(\"201X\")", "201X")]
  ) { call throws(RunError.Reason) in
    if let date = call.first.asDate { return .date(date) }
    guard let text = call.first.textual else { return .missing }
    if let date = try? PartialDate(edtf: text) { return .date(date) }
    return PartialDate.reading(text).map { .date($0.date) } ?? .missing
  }

  private static let today = Builtin(
    "today", [], gives: .one(.date), summary: "The current day",
    examples: []
  ) { _ throws(RunError.Reason) in .missing }

  private static func part(
    _ name: String, _ summary: String, _ example: (String, String)
  ) -> Builtin {
    Builtin(
      name, [Parameter("date", .date)], gives: .each(.number), summary: summary,
      examples: [("\(name)(\(example.0))", example.1)]
    ) { call throws(RunError.Reason) in
      guard let date = call.first.asDate, let member = ValueMembers.named(name, of: .date) else {
        return .missing
      }
      return try member.function.body([.date(date)])
    }
  }
}
