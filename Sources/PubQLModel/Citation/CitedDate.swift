/// The date of a work as citations write it.
///
/// Shape: a year, and month, season and day as far as the date is certain of them. An interval has
/// its years alone (`2019–2021`), a decade or century its name (`2010s`).
struct CitedDate {
  /// Empty where there is no date.
  let year: String
  /// 1 to 12
  let month: Int?
  let day: Int?
  /// 0 is spring, 3 winter.
  let season: Int?
  let isApproximate: Bool
  let isUncertain: Bool

  init(_ date: PartialDate?) {
    let date = date.flatMap { $0.hasOpenStart && $0.hasOpenEnd ? nil : $0 }
    year = date.map(Self.year) ?? ""
    let isInterval = date?.precision == .interval
    month = isInterval ? nil : date?.month
    day = isInterval ? nil : date?.day
    season = date?.precision == .season ? date?.start?.month.map { $0 / 3 - 1 } : nil
    isApproximate = date?.qualifiers.contains(.approximate) ?? false
    isUncertain = date?.qualifiers.contains(.uncertain) ?? false
  }

  var isEmpty: Bool { year.isEmpty }

  /// The name of the month, or of the season; nil where neither is known.
  func part(months: [String] = Self.months, seasons: [String]) -> String? {
    if let month, months.indices.contains(month - 1) { return months[month - 1] }
    if let season, seasons.indices.contains(season) { return seasons[season] }
    return nil
  }

  /// `14 May`, `May`, `spring`; nil where only the year is known.
  func dayAndMonth(months: [String] = Self.months, seasons: [String]) -> String? {
    part(months: months, seasons: seasons).map { part in day.map { "\($0) \(part)" } ?? part }
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let americanSeasons = ["Spring", "Summer", "Fall", "Winter"]
  static let britishSeasons = ["Spring", "Summer", "Autumn", "Winter"]

  private static func year(of date: PartialDate) -> String {
    switch date.precision {
    case .decade, .century:
      return date.start?.year.map { "\(text($0))s" } ?? ""
    case .interval:
      let first = date.start?.year.map(text) ?? ""
      let last = date.end?.year.map(text) ?? ""
      return first == last ? first : "\(first)–\(last)"
    default:
      return date.start?.year.map(text) ?? ""
    }
  }

  /// The year 0 of the calendar is 1 BCE.
  private static func text(_ year: Int) -> String { year > 0 ? "\(year)" : "\(1 - year) BCE" }
}
