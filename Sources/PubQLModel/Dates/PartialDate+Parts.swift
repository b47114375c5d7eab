extension PartialDate {
  /// What the date is exact to.
  package var precision: Precision {
    guard !isInterval else { return .interval }
    return switch lower.form {
    case .day: .day
    case .month, .monthUnspecifiedDay: .month
    case .season: .season
    case .year, .yearUnspecifiedMonth, .yearUnspecifiedDay: .year
    case .decade: .decade
    case .century: .century
    case .none, .open, .unknown: .interval
    }
  }

  /// The qualifiers of the date, or of either end of an interval.
  package var qualifiers: Qualifiers { lower.qualifiers.union(upper.qualifiers) }

  /// Whether the date has no first day.
  package var hasOpenStart: Bool { firstDay == .min }

  /// Whether the date has no last day.
  package var hasOpenEnd: Bool { lastDay == .max }

  /// The year, when all days are in one.
  package var year: Int? {
    sameAtBothEnds { $0.year }
  }

  /// The month, 1 to 12, when all days are in one month of one year.
  package var month: Int? {
    sameAtBothEnds { $0.year * 12 + $0.month - 1 }
      .map { $0 - CivilDay.floorDivision($0, 12) * 12 + 1 }
  }

  /// The day of the month, when there is one day.
  package var day: Int? {
    firstDay == lastDay ? CivilDay(number: firstDay).day : nil
  }

  /// The quarter, 1 to 4, when all days are in one quarter of one year.
  package var quarter: Int? {
    sameAtBothEnds { $0.year * 4 + ($0.month - 1) / 3 }
      .map { $0 - CivilDay.floorDivision($0, 4) * 4 + 1 }
  }

  /// The first year of the decade, when all days are in one: 2010 for 2010 to 2019.
  package var decade: Int? {
    sameAtBothEnds { CivilDay.floorDivision($0.year, 10) * 10 }
  }

  /// The season of the north, 1 spring to 4 winter, when all days are in one: winter is December
  /// to February.
  package var season: Int? {
    sameAtBothEnds { $0.year * 4 + ($0.month == 12 ? 4 : $0.month / 3) }
      .map { $0 - CivilDay.floorDivision($0, 4) * 4 }
      .map { $0 == 0 ? 4 : $0 }
  }

  /// The first day; nil when the date has none.
  package var start: PartialDate? {
    hasOpenStart ? nil : PartialDate(day: firstDay)
  }

  /// The last day; nil when the date has none.
  package var end: PartialDate? {
    hasOpenEnd ? nil : PartialDate(day: lastDay)
  }

  private func sameAtBothEnds(_ part: (CivilDay) -> Int) -> Int? {
    guard !hasOpenStart, !hasOpenEnd else { return nil }
    let value = part(CivilDay(number: firstDay))
    return part(CivilDay(number: lastDay)) == value ? value : nil
  }
}
