extension PartialDate {
  /// How many whole units lie between the first days of two dates; below zero when `end` comes
  /// first, nil when one of them begins nowhere.
  ///
  /// A month has gone by when a month added to the first day is not beyond the second: from
  /// 2020-01-31 to 2020-02-29 it is one.
  package static func whole(
    _ unit: CalendarDuration.Unit, from start: PartialDate, to end: PartialDate
  ) -> Int? {
    if start.hasOpenStart || end.hasOpenStart { return nil }
    return whole(unit, from: start.firstDay, to: end.firstDay)
  }

  /// How many years have certainly gone by from the date to a day; nil when no day of the date has
  /// come by then.
  package func age(on day: PartialDate) -> Int? {
    if firstDay > day.firstDay { return nil }
    if lastDay > day.firstDay { return 0 }
    return Self.whole(.year, from: lastDay, to: day.firstDay)
  }

  private static func whole(
    _ unit: CalendarDuration.Unit, from start: Int32, to end: Int32
  ) -> Int {
    if start > end { return -whole(unit, from: end, to: start) }
    switch unit {
    case .day: return Int(end) - Int(start)
    case .week: return (Int(end) - Int(start)) / 7
    case .month: return wholeMonths(from: CivilDay(number: start), to: CivilDay(number: end))
    case .year: return wholeMonths(from: CivilDay(number: start), to: CivilDay(number: end)) / 12
    }
  }

  private static func wholeMonths(from start: CivilDay, to end: CivilDay) -> Int {
    let months = (end.year - start.year) * 12 + end.month - start.month
    let isBeyond = start.adding(months: months).map { $0.number > end.number } ?? true
    return isBeyond ? months - 1 : months
  }
}
