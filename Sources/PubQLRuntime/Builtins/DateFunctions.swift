import PubQLEngine
import PubQLModel

extension Builtin {
  /// Functions of dates.
  static let dateFunctions =
    [date, today]
    + [
      part("year", "The year of a date, when it has a certain one", ("2020-05", "2020")),
      part("month", "The month of a date, 1 to 12, when it has a certain one", ("2020-05", "5")),
      part("day", "The day of the month, when a date has a certain one", ("2020-05-14", "14")),
      part("quarter", "The quarter of a date, 1 to 4, when it has a certain one", ("2020-05", "2")),
      part("decade", "The first year of a date's decade, when it has one", ("2014", "2010")),
      part(
        "season", "The season of the north that a date lies in, as a word", ("2020-05", "spring"),
        gives: .text),
      part("start", "The first day of a date", ("2020-05", "2020-05-01"), gives: .date),
      part("end", "The last day of a date", ("2020-02", "2020-02-29"), gives: .date),
      part(
        "precision", "What a date is exact to: day, month, season, year, decade, century, interval",
        ("2020-05", "month"), gives: .text),
      age, between, add,
    ]

  /// Reads a date that cannot be written as a literal.
  private static let date = Builtin(
    "date", [Parameter("text", .any)], gives: .each(.date),
    summary: "The date that an EDTF text stands for; missing when it stands for none",
    notes: "Dates as they are printed are read as well: `May 2020`, `14.5.2020`. A year is a date. "
      + "A text in quotes that is no date is an error.",
    examples: [("date(\"2020-05~\")", "2020-05~"), ("date(\"201X\")", "201X")]
  ) { call throws(RunError.Reason) in
    if let date = call.first.asDate { return .date(date) }
    guard let text = call.first.textual else { return .missing }
    if let date = try? PartialDate(edtf: text) { return .date(date) }
    return PartialDate.reading(text).map { .date($0.date) } ?? .missing
  }

  private static let today = Builtin(
    "today", [], gives: .one(.date), summary: "The current day",
    notes: "The same all through a script.", examples: [], usesToday: true
  ) { call throws(RunError.Reason) in call.today.map { .date($0) } ?? .missing }

  /// A part that is also a member, `date.year`.
  private static func part(
    _ name: String, _ summary: String, _ example: (String, String), gives type: ValueType = .number
  ) -> Builtin {
    Builtin(
      name, [Parameter("date", .date)], gives: .each(type), summary: summary,
      examples: [("\(name)(\(example.0))", example.1)]
    ) { call throws(RunError.Reason) in
      guard let date = try call.date(0), let member = ValueMembers.named(name, of: .date) else {
        return .missing
      }
      return try member.function.body([.date(date)])
    }
  }

  private static let age = Builtin(
    "age", [Parameter("date", .date)], gives: .each(.number),
    summary: "How many whole years have certainly gone by since a date",
    notes: "From the last day that the date may stand for: in June 2022 the age of `2020` is 1. 0 "
      + "while it is not over, missing for a date that has not come.",
    examples: [
      ("age(today())", "0"), ("age(today() - 3 years)", "3"), ("age(today() + 1 year)", ""),
    ],
    usesToday: true
  ) { call throws(RunError.Reason) in
    guard let date = try call.date(0), let today = call.today else { return .missing }
    return date.age(on: today).map { .whole($0) } ?? .missing
  }

  private static let between = Builtin(
    "between",
    [Parameter("from", .date), Parameter("to", .date), Parameter("unit", .text, optional: true)],
    gives: .each(.number),
    summary: "How many whole days lie between two dates, or weeks, months or years",
    notes: "From first day to first day; below 0 when the second comes before the first. A month "
      + "has gone by at the same day of a later month, or at its last day where it is shorter. "
      + "Missing when one of the dates is, or begins nowhere.",
    examples: [
      ("between(2020-05-01, 2020-05-14)", "13"), ("between(2019, 2020-05, \"months\")", "16"),
      ("between(2020-05, 2019, \"years\")", "-1"),
    ]
  ) { call throws(RunError.Reason) in
    let word = try call.text(2) ?? "days"
    guard let unit = CalendarDuration.Unit(word: word) else {
      throw .badArgument(function: "between", "the unit is days, weeks, months or years")
    }
    guard let from = try call.date(0), let to = try call.date(1) else { return .missing }
    return PartialDate.whole(unit, from: from, to: to).map { .whole($0) } ?? .missing
  }

  private static let add = Builtin(
    "add", [Parameter("date", .date), Parameter("duration", .duration)], gives: .each(.date),
    summary: "The date so much later, as `+` gives it",
    notes: "A date keeps its form where it can: `2020` and a year are `2021`, and `2020` and six "
      + "months an interval. The 31st is the last day of a shorter month.",
    examples: [
      ("add(2020-01-31, 1 month)", "2020-02-29"), ("add(2020, 2 years)", "2022"),
    ]
  ) { call throws(RunError.Reason) in
    guard let date = try call.date(0), case .duration(let duration) = call[1] else {
      return .missing
    }
    guard let moved = date.adding(duration) else { throw .overflow }
    return .date(moved)
  }
}
