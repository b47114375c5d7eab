import PubQLEngine
import PubQLModel
import PubQLText

extension Builtin {
  /// Numbers, dates and ranges of them as people write them.
  static let format = Builtin(
    "format",
    [
      Parameter("value", .any), Parameter("form", .any, optional: true),
      Parameter("separator", .text, optional: true),
    ],
    gives: .each(.text),
    summary: "A number or date, or a range of them, written for people",
    notes: "A number has its digits in threes with commas, or with the separator that is told, and "
      + "so many digits behind the point as `form` says, 0 to 15, or as it has. A date is written "
      + "in English words, or as `form` says: `y` year, `Q` quarter, `M` month, `E` day of the "
      + "week, `d` day, repeated for more places or names (`yyyy-MM-dd`, `d MMM yy`, `EEEE`); "
      + "words stand in single quotes. Parts of a date that are not certain are left out, with "
      + "what joins them; missing when none is certain. A range has both ends written, of dates "
      + "with a dash between them and of numbers with the two points; numbers of four digits are "
      + "years there, unless digits or a separator are told.",
    examples: [
      ("format(1234.5)", "1,234.5"), ("format(1234.5, 2)", "1,234.50"),
      ("format(1234567, 0, \" \")", "1 234 567"), ("format(2020-05-14)", "14 May 2020"),
      ("format(2020-05, \"d MMMM yyyy\")", "May 2020"), ("format(2020, \"yyyy-MM\")", "2020"),
      ("format(2019-05..2021, \"MMM yy\")", "May 19–21"), ("format(0..1500)", "0..1,500"),
    ]
  ) { call throws(RunError.Reason) in
    if case .date(let date) = call.first { return try format(date, call) }
    if case .range(let low, let high) = call.first { return try format(from: low, to: high, call) }
    if call.first.number != nil, call[1].textual != nil { return try formatAsDate(call) }
    return .text(try written(call.first, call))
  }

  private static func format(_ date: PartialDate, _ call: Call) throws(RunError.Reason) -> Value {
    if call[1].number != nil {
      throw .badArgument(
        function: "format", "a date takes a form such as \"d MMM yyyy\", and no digits")
    }
    guard let form = try call.text(1) else { return .text(date.words) }
    do throws(DatePattern.Problem) {
      return try DatePattern(form).text(of: date).map { .text($0) } ?? .missing
    } catch { throw .badArgument(function: "format", error.sentence) }
  }

  /// A number as a date, which a form wants.
  private static func formatAsDate(_ call: Call) throws(RunError.Reason) -> Value {
    guard let date = call.first.asDate else {
      throw .badArgument(
        function: "format", "a number takes digits behind the point, such as 2, and no form")
    }
    return try format(date, call)
  }

  /// A range of numbers keeps its two points: with a dash, `..5` would read as a number below 0.
  private static func format(
    from low: Value, to high: Value, _ call: Call
  ) throws(RunError.Reason) -> Value {
    if call[1].textual != nil { return try formatAsDate(call) }
    let isPlain = call[1].isMissing && call[2].isMissing
    if let dates = call.first.asDate, isPlain || low.number == nil && high.number == nil {
      return try format(dates, call)
    }
    let ends = (
      low: low.isMissing ? "" : try written(low, call),
      high: high.isMissing ? "" : try written(high, call)
    )
    return .text("\(ends.low)..\(ends.high)")
  }

  /// A number with its digits in threes.
  private static func written(_ value: Value, _ call: Call) throws(RunError.Reason) -> String {
    let digits = try digits(call)
    let separator = try call.text(2) ?? ","
    return switch value {
    case .whole(let number): NumberText.text(number, digits: digits, separator: separator)
    case .decimal(let number): NumberText.text(number, digits: digits, separator: separator)
    default: throw .wrongKind(operation: "format", kind: call.first.kindName)
    }
  }
}
