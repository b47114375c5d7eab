/// A day of the proleptic Gregorian calendar, by year, month and day of the month.
///
/// Shape: astronomical years, 0 is 1 BC.
/// - Source: ISO 8601-1, which counts the Gregorian calendar back without end.
package struct CivilDay: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// The years for which every day has a number in Int32, with some room at both ends.
  package static let years = -5_800_000...5_800_000

  /// Nil when there is no such day, or its year is outside `years`.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), 1...12 ~= month, day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day of a number.
  ///
  /// Unit: days since 1970-01-01, may be negative.
  package init(number: Int32) {
    // The year is taken to begin in March: then the leap day is the last of its year.
    let shifted = Int(number) + Self.daysFromMarchOfYear0
    let era = Self.floorDivision(shifted, Self.daysOf400Years)
    let dayOfEra = shifted - era * Self.daysOf400Years
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  package var number: Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = Self.floorDivision(marchYear, 400)
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(
      clamping: era * Self.daysOf400Years + dayOfEra - Self.daysFromMarchOfYear0)
  }

  /// The length of a month; 0 for a month that there is not.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }

  /// Whether a year has a 29th of February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The day so many months later, the last of its month where the month is too short.
  ///
  /// Shape: nil when the result is outside `years`.
  package func adding(months: Int) -> CivilDay? {
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return nil }
    let year = Self.floorDivision(total, 12)
    guard Self.years.contains(year) else { return nil }
    let month = total - year * 12 + 1
    return CivilDay(
      year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
  }

  static let daysOf400Years = 146_097
  /// From 0000-03-01 to 1970-01-01.
  static let daysFromMarchOfYear0 = 719_468

  /// Division that rounds down, for a divisor above 0.
  static func floorDivision(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return quotient * divisor > value ? quotient - 1 : quotient
  }
}
