import PubQLModel

/// Parts of dates and dates moved by durations, worked out on years, months and days.
enum PlainDates {
  /// A day of the calendar.
  struct Day: Equatable {
    var year: Int
    var month: Int
    var day: Int

    /// From the number of days since 1970, by counting years and months.
    init(number: Int32) {
      var rest = Int(number)
      // Each 400 years have the same number of days.
      let cycles = rest >= 0 ? rest / 146_097 : (rest - 146_096) / 146_097
      rest -= cycles * 146_097
      (year, month) = (1970 + 400 * cycles, 1)
      while rest >= (isLeap(year) ? 366 : 365) {
        rest -= isLeap(year) ? 366 : 365
        year += 1
      }
      while rest >= days(in: month, of: year) {
        rest -= days(in: month, of: year)
        month += 1
      }
      day = rest + 1
    }

    var edtf: String { "\(four(year))-\(two(month))-\(two(day))" }
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  static func four(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
  }

  /// A part that the first and the last day share; nil where they differ, or there is no such day.
  static func certain(_ date: PartialDate, _ part: (Day) -> Int) -> Int? {
    guard let first = first(date), let last = last(date), part(first) == part(last) else {
      return nil
    }
    return part(first)
  }

  static func first(_ date: PartialDate) -> Day? {
    date.edtf.hasPrefix("..") || date.edtf.hasPrefix("/") ? nil : Day(number: date.firstDay)
  }

  static func last(_ date: PartialDate) -> Day? {
    date.edtf.hasSuffix("..") || date.edtf.hasSuffix("/") ? nil : Day(number: date.lastDay)
  }

  static func year(_ date: PartialDate) -> Int? { certain(date) { $0.year } }

  static func month(_ date: PartialDate) -> Int? {
    certain(date) { $0.year * 12 + $0.month - 1 }.map { $0 % 12 + 1 }
  }

  static func day(_ date: PartialDate) -> Int? {
    date.firstDay == date.lastDay ? first(date)?.day : nil
  }

  static func quarter(_ date: PartialDate) -> Int? {
    certain(date) { $0.year * 4 + ($0.month - 1) / 3 }.map { $0 % 4 + 1 }
  }

  static func decade(_ date: PartialDate) -> Int? { certain(date) { $0.year / 10 * 10 } }

  /// How the text is written: `2020-05` is exact to the month.
  static func precision(_ date: PartialDate) -> String {
    let text = date.edtf
    if text.contains("/") { return "interval" }
    let digits = text.filter { !"?~%".contains($0) }
    switch digits.split(separator: "-").count {
    case 3 where digits.hasSuffix("XX-XX"): return "year"
    case 3 where digits.hasSuffix("XX"): return "month"
    case 3: return "day"
    case 2 where digits.hasSuffix("XX"): return "year"
    case 2: return Int(digits.suffix(2)).map { $0 > 20 } ?? false ? "season" : "month"
    default: return digits.hasSuffix("XX") ? "century" : digits.hasSuffix("X") ? "decade" : "year"
    }
  }

  /// How many whole months have gone by from one day to a later one: a month has at the same day,
  /// or at the last where the month is shorter.
  static func months(from: Day, to: Day) -> Int {
    var count = (to.year - from.year) * 12 + to.month - from.month
    if min(from.day, days(in: to.month, of: to.year)) > to.day { count -= 1 }
    return count
  }

  // MARK: Moving

  /// The date so much later. A month moves by months as a whole, a year by years; what cannot keep
  /// its form becomes an interval.
  static func moved(_ date: PartialDate, months: Int, days: Int) throws -> PlainValue {
    let parts = date.edtf.split(separator: "-").compactMap { Int($0) }
    let text: String
    switch parts.count {
    case 1 where days == 0 && months % 12 == 0 && date.edtf.count == 4:
      text = four(parts[0] + months / 12)
    case 1 where days == 0 && date.edtf.count == 4:
      text = month(parts[0], 1, months) + "/" + month(parts[0], 12, months)
    case 2 where days == 0 && date.edtf.count == 7: text = month(parts[0], parts[1], months)
    case 3 where date.edtf.count == 10:
      text = day(parts[0], parts[1], parts[2], months, days)
    case 1 where date.edtf.count == 4:
      text = interval(from: (parts[0], 1), through: (parts[0], 12), months, days)
    case 2 where date.edtf.count == 7:
      text = interval(from: (parts[0], parts[1]), through: (parts[0], parts[1]), months, days)
    default:
      // Intervals, decades and open ends are left to the laws of `PartialDate`.
      let span = CalendarDuration(months: months, days: days)
      guard let moved = date.adding(span) else { throw PlainError.failure("PQ0402") }
      return .date(moved)
    }
    return .date(try PartialDate(edtf: text))
  }

  private static func shifted(_ year: Int, _ month: Int, _ months: Int) -> (Int, Int) {
    let count = year * 12 + month - 1 + months
    return (count / 12, count % 12 + 1)
  }

  private static func month(_ year: Int, _ month: Int, _ months: Int) -> String {
    let (year, month) = shifted(year, month, months)
    return "\(four(year))-\(two(month))"
  }

  /// A day that its new month does not have is its last.
  private static func day(
    _ year: Int, _ month: Int, _ day: Int, _ months: Int, _ days: Int
  ) -> String {
    let (year, month) = shifted(year, month, months)
    let start = number(year, month, min(day, Self.days(in: month, of: year)))
    return Day(number: start + Int32(days)).edtf
  }

  /// Months from their first day to their last, moved by months and then by days.
  private static func interval(
    from: (Int, Int), through: (Int, Int), _ months: Int, _ days: Int
  ) -> String {
    let first = shifted(from.0, from.1, months)
    let last = shifted(through.0, through.1, months)
    let start = number(first.0, first.1, 1) + Int32(days)
    let end = number(last.0, last.1, Self.days(in: last.1, of: last.0)) + Int32(days)
    return Day(number: start).edtf + "/" + Day(number: end).edtf
  }

  /// Days since 1970, by counting.
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    var days = day - 1
    for earlier in stride(from: 1970, to: year, by: 1) { days += isLeap(earlier) ? 366 : 365 }
    for earlier in stride(from: year, to: 1970, by: 1) { days -= isLeap(earlier) ? 366 : 365 }
    for earlier in 1..<max(month, 1) { days += Self.days(in: earlier, of: year) }
    return Int32(days)
  }
}
