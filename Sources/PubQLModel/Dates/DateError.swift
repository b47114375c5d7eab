/// Why a text is not a date.
package enum DateError: Error, Hashable, Sendable {
  case empty
  /// The part of the text that could not be read.
  case notADate(String)
  case noSuchMonth(year: Int, month: Int)
  case noSuchDay(year: Int, month: Int, day: Int)
  case yearOutOfRange(String)
  /// `2X20`, `2010-0X`, `2010-XX-05`: only whole parts from the right may be unspecified.
  case misplacedUnspecified(String)
  case endsBeforeItBegins(from: String, through: String)
  /// Both ends are left out.
  case nothingKnown
  case timeOfDay(String)

  /// The cause as one sentence.
  package var sentence: String {
    switch self {
    case .empty: "there is no text to read a date from"
    case .notADate(let text): "`\(text)` is not a date"
    case .noSuchMonth(let year, let month): "there is no month \(month) in \(year)"
    case .noSuchDay(let year, let month, let day):
      "there is no day \(day) in month \(month) of \(year), which has "
        + "\(CivilDay.days(inMonth: month, of: year)) days"
    case .yearOutOfRange(let text):
      "the year of `\(text)` is outside "
        + "\(CivilDay.years.lowerBound) to \(CivilDay.years.upperBound)"
    case .misplacedUnspecified(let text):
      "`\(text)` leaves out more than the last digits of a year, the month or the day"
    case .endsBeforeItBegins(let from, let through):
      "the interval from \(from) to \(through) ends before it begins"
    case .nothingKnown: "an interval needs at least one end"
    case .timeOfDay(let text): "`\(text)` has a time of day; dates are whole days"
    }
  }
}
