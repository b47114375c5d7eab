/// A length of time in months and days: `18 months`, `2 weeks`.
///
/// Months and days do not convert into each other. Either may be negative.
package struct CalendarDuration: Hashable, Sendable {
  package let months: Int
  package let days: Int

  /// What a duration may be counted in.
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case year, month, week, day

    /// The unit of a word, `year` or `years`.
    package init?(word: some StringProtocol) {
      for unit in Unit.allCases where word == unit.rawValue || word == unit.rawValue + "s" {
        self = unit
        return
      }
      return nil
    }
  }

  package init(months: Int = 0, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// So many years, months, weeks or days; nil when that overflows.
  package init?(_ amount: Int, _ unit: Unit) {
    let factor =
      switch unit {
      case .year: 12
      case .week: 7
      case .month, .day: 1
      }
    let (value, overflow) = amount.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    switch unit {
    case .year, .month: self.init(months: value)
    case .week, .day: self.init(days: value)
    }
  }

  /// Reads `18 months` or `1 year 10 days`, which is also what `text` gives.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    guard !words.isEmpty, words.count % 2 == 0, words.count <= 8 else { return nil }
    var total = CalendarDuration()
    for index in stride(from: 0, to: words.count, by: 2) {
      guard let amount = Int(words[index]), let unit = Unit(word: words[index + 1]),
        let part = CalendarDuration(amount, unit), let sum = total.adding(part)
      else { return nil }
      total = sum
    }
    self = total
  }

  /// The duration in words: whole years as years, whole weeks as weeks.
  package var text: String {
    if months == 0, days == 0 { return "0 days" }
    var parts: [String] = []
    func add(_ value: Int, _ size: Int, _ large: Unit, _ small: Unit) {
      guard value != 0 else { return }
      let (amount, unit) = value % size == 0 ? (value / size, large) : (value, small)
      parts.append("\(amount) \(unit.rawValue)\(amount == 1 || amount == -1 ? "" : "s")")
    }
    add(months, 12, .year, .month)
    add(days, 7, .week, .day)
    return parts.joined(separator: " ")
  }

  /// The sum of two durations; nil when it overflows.
  package func adding(_ other: CalendarDuration) -> CalendarDuration? {
    let (months, monthsOverflow) = months.addingReportingOverflow(other.months)
    let (days, daysOverflow) = days.addingReportingOverflow(other.days)
    guard !monthsOverflow, !daysOverflow else { return nil }
    return CalendarDuration(months: months, days: days)
  }

  /// The duration backwards; nil when it overflows.
  package var negated: CalendarDuration? {
    guard months != .min, days != .min else { return nil }
    return CalendarDuration(months: -months, days: -days)
  }
}

extension CalendarDuration: CustomStringConvertible {
  package var description: String { text }
}
