extension PartialDate {
  /// The date so much later, with the precision that it can keep.
  ///
  /// Months come first, then days. A day is moved to the last of its month where that is too short.
  /// A longer period moves as a whole: it keeps its form when the months are a multiple of its
  /// length (`2020` + 1 year is `2021`); otherwise the answer is an interval of months, or of days
  /// when days are added (`2020` + 6 months is `2020-07/2021-06`). Open ends stay open.
  /// Shape: nil when an end leaves the calendar.
  package func adding(_ duration: CalendarDuration) -> PartialDate? {
    guard let first = Self.moved(lower, day: firstDay, isLast: false, by: duration),
      let last = Self.moved(isInterval ? upper : lower, day: lastDay, isLast: true, by: duration),
      first.day <= last.day
    else { return nil }
    let keepsForm =
      first.end == lower && last.end == lower && (lower.form != .day || first.day == last.day)
    return PartialDate(
      firstDay: first.day, lastDay: last.day, lower: first.end,
      upper: isInterval || !keepsForm ? last.end : .none)
  }

  /// The date so much earlier; as `adding`.
  package func subtracting(_ duration: CalendarDuration) -> PartialDate? {
    duration.negated.flatMap { adding($0) }
  }

  private static func moved(
    _ end: WrittenEnd, day: Int32, isLast: Bool, by duration: CalendarDuration
  ) -> (end: WrittenEnd, day: Int32)? {
    if end.form == .open || end.form == .unknown { return (end, day) }
    let form = Self.form(end.form, of: day, movedBy: duration)
    // The last day of a period is the day before the next one: only so do months of unequal length
    // move as wholes.
    let isPeriodEnd = isLast && end.form != .day
    let anchor = isPeriodEnd ? day + 1 : day
    guard let civil = CivilDay(number: anchor).adding(months: duration.months) else { return nil }
    let (sum, overflow) = (Int(civil.number) - (isPeriodEnd ? 1 : 0))
      .addingReportingOverflow(duration.days)
    guard !overflow, calendarDays.contains(sum) else { return nil }
    return (WrittenEnd(form, end.qualifiers), Int32(clamping: sum))
  }

  /// The form that a moved end can keep.
  private static func form(
    _ form: Form, of day: Int32, movedBy duration: CalendarDuration
  ) -> Form {
    guard duration.days == 0 else { return .day }
    let months = duration.months
    switch form {
    case .none, .day, .month, .monthUnspecifiedDay, .open, .unknown: return form
    case .season: return months % 3 == 0 ? form : .month
    case .year, .yearUnspecifiedMonth, .yearUnspecifiedDay:
      return months % 12 == 0 ? form : .month
    case .decade, .century:
      let size = form == .decade ? 120 : 1200
      // Unspecified digits of years before 0 or beyond 9999 are too irregular to move.
      let plain = 0...9999
      let year = CivilDay(number: day).year
      let (moved, overflow) = year.addingReportingOverflow(months / 12)
      if months % size == 0, !overflow, plain.contains(year), plain.contains(moved) { return form }
      return months % 12 == 0 ? .year : .month
    }
  }

  private static let calendarDays: ClosedRange<Int> = {
    let first = CivilDay(year: CivilDay.years.lowerBound, month: 1, day: 1)
    let last = CivilDay(year: CivilDay.years.upperBound, month: 12, day: 31)
    return Int(first?.number ?? 0)...Int(last?.number ?? 0)
  }()
}
