import PubQL
import PubQLModel

extension PlainFunction {
  static let dates: [PlainFunction] =
    PlainMember.all.filter { $0.owner == .date }.map { member in
      PlainFunction(member.name, [.kind(.date)], .each(member.kind)) { member.value($0[0]) }
    } + [
      PlainFunction(
        "date", [.choice(["2019", "2019-02", "2020-02-29", "201X", "2018/2020", "2021~"])],
        .one(.date)
      ) { .date(try PartialDate(edtf: $0[0].text ?? "")) },
      PlainFunction("season", [.kind(.date)], .each(.text)) { arguments in
        guard case .date(let date) = arguments[0],
          let season = PlainDates.certain(
            date, { $0.year * 4 + ($0.month - 3) / 3 + ($0.month < 3 ? -1 : 0) })
        else { return .missing }
        return .text(["spring", "summer", "autumn", "winter"][((season % 4) + 4) % 4])
      },
      PlainFunction("add", [.kind(.date), .kind(.duration)], .each(.date)) {
        try PlainArithmetic.apply("+", $0[0], $0[1])
      },
      PlainFunction("today", [], .one(.date)) { _ in .date(now) },
      PlainFunction("age", [.kind(.date)], .each(.number)) { arguments in
        guard case .date(let date) = arguments[0], let last = PlainDates.last(date),
          date.firstDay <= now.firstDay
        else { return .missing }
        let today = PlainDates.Day(number: now.firstDay)
        return .whole(max(0, PlainDates.months(from: last, to: today) / 12))
      },
      PlainFunction(
        "between",
        [.kind(.date), .kind(.date), .optional(.choice(["days", "weeks", "months", "years"]))],
        .each(.number)
      ) { arguments in
        guard case .date(let a) = arguments[0], case .date(let b) = arguments[1],
          let first = PlainDates.first(a), let second = PlainDates.first(b)
        else { return .missing }
        let days = Int(b.firstDay) - Int(a.firstDay)
        let months =
          days < 0
          ? -PlainDates.months(from: second, to: first) : PlainDates.months(from: first, to: second)
        switch arguments.count > 2 ? arguments[2].text : "days" {
        case "weeks": return .whole(days / 7)
        case "months": return .whole(months)
        case "years": return .whole(months / 12)
        default: return .whole(days)
        }
      },
    ]

  /// The day of the host's clock.
  private static let now: PartialDate = {
    let day = try? Session().query("today()")[0, 0].text
    return (try? PartialDate(edtf: day ?? "")) ?? PartialDate(day: 0)
  }()
}
