/// The days a date may stand for, as it was given: `2020-05`, `201X`, `2019/2021`, `2020~`.
///
/// Shape: closed interval, first ≤ last; an open or unknown end is `Int32.min` or `Int32.max`.
/// Unit: days since 1970-01-01, proleptic Gregorian, may be negative.
/// - Source: ISO 8601-2:2019 (EDTF) levels 0 and 1, as published by the Library of Congress.
///   Not supported: times of day, level 2 (sets, `Y1E5`, qualifiers inside a date, quarters).
///   Ours alone: seasons and unspecified digits as ends of an interval, months of long years.
package struct PartialDate: Hashable, Sendable {
  package let firstDay: Int32
  package let lastDay: Int32
  /// How the date, or the first end of an interval, is written.
  let lower: WrittenEnd
  /// How the second end of an interval is written; `.none` for a simple date.
  let upper: WrittenEnd

  /// What a date is exact to.
  ///
  /// `2010-XX` is exact to the year and `2010-05-XX` to the month: the rest is not known.
  package enum Precision: String, Hashable, Sendable, CaseIterable {
    case day, month, season, year, decade, century, interval
  }

  /// What a source says about the date itself: `?`, `~`, and `%` for both.
  package struct Qualifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let uncertain = Qualifiers(rawValue: 1)
    package static let approximate = Qualifiers(rawValue: 2)
  }

  /// The way a date or an end of an interval is written; with its day this gives its text.
  enum Form: UInt8 {
    case none, day, month, monthUnspecifiedDay, season
    case year, yearUnspecifiedMonth, yearUnspecifiedDay, decade, century
    case open, unknown
  }

  /// Form and qualifiers in one byte: a date is an entry of a column's dictionary.
  struct WrittenEnd: Hashable, Sendable {
    private let bits: UInt8

    init(_ form: Form, _ qualifiers: Qualifiers = []) {
      bits = form.rawValue | (qualifiers.rawValue & 3) << 4
    }

    var form: Form { Form(rawValue: bits & 15) ?? .none }
    var qualifiers: Qualifiers { Qualifiers(rawValue: bits >> 4) }

    static let none = WrittenEnd(.none)
  }

  init(firstDay: Int32, lastDay: Int32, lower: WrittenEnd, upper: WrittenEnd = .none) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.lower = lower
    self.upper = upper
  }

  /// A year, a month or a day; nil when there is no such one.
  ///
  /// Shape: years −5,800,000 to 5,800,000, year 0 is 1 BC. A day without a month gives nil.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    switch (month, day) {
    case (nil, nil):
      self.init(.year, year, 1, through: year, 12)
    case (let month?, nil):
      self.init(.month, year, month, through: year, month)
    case (let month?, let day?):
      guard let civil = CivilDay(year: year, month: month, day: day) else { return nil }
      self.init(day: civil.number)
    case (nil, _?): return nil
    }
  }

  /// One day.
  ///
  /// Unit: days since 1970-01-01.
  package init(day: Int32) {
    self.init(firstDay: day, lastDay: day, lower: WrittenEnd(.day))
  }

  /// A season of the north: 1 spring (March to May), 2 summer, 3 autumn, 4 winter.
  ///
  /// Winter begins in December of its year: `2020-24` is December 2020 to February 2021, so it has
  /// no certain year. EDTF leaves the days of a season open.
  package init?(year: Int, season: Int) {
    guard 1...4 ~= season, CivilDay.years.contains(year) else { return nil }
    if season == 4 {
      self.init(.season, year, 12, through: year + 1, 2)
    } else {
      self.init(.season, year, season * 3, through: year, season * 3 + 2)
    }
  }

  /// A quarter of a year: an interval of three months, for EDTF level 1 has no quarters.
  package init?(year: Int, quarter: Int) {
    guard 1...4 ~= quarter,
      let from = PartialDate(year: year, month: quarter * 3 - 2),
      let through = PartialDate(year: year, month: quarter * 3)
    else { return nil }
    self.init(
      firstDay: from.firstDay, lastDay: through.lastDay, lower: from.lower, upper: through.lower)
  }

  /// Whole months, from one to another.
  init?(
    _ form: Form, _ year: Int, _ month: Int, through endYear: Int, _ endMonth: Int,
    qualifiers: Qualifiers = []
  ) {
    guard let first = CivilDay(year: year, month: month, day: 1),
      let last = CivilDay(
        year: endYear, month: endMonth, day: CivilDay.days(inMonth: endMonth, of: endYear))
    else { return nil }
    self.init(
      firstDay: first.number, lastDay: last.number, lower: WrittenEnd(form, qualifiers))
  }

  /// From the beginning of one date to the end of another; nil stands for an open end.
  ///
  /// Shape: nil when the range would end before it begins: `2021..2019` has no days.
  package static func range(from: PartialDate?, through: PartialDate?) -> PartialDate? {
    interval(from: from, through: through, otherwise: .open)
  }

  /// An interval whose missing ends are open or unknown.
  static func interval(
    from: PartialDate?, through: PartialDate?, otherwise missing: Form
  ) -> PartialDate? {
    let firstDay = from?.firstDay ?? .min
    let lastDay = through?.lastDay ?? .max
    guard firstDay <= lastDay else { return nil }
    let upper = through.map { $0.isInterval ? $0.upper : $0.lower }
    return PartialDate(
      firstDay: firstDay, lastDay: lastDay,
      lower: from?.lower ?? WrittenEnd(missing), upper: upper ?? WrittenEnd(missing))
  }

  /// Whether the date has two written ends.
  package var isInterval: Bool { upper != .none }

  /// The same date, with qualifiers (on both ends of an interval).
  package func qualified(_ qualifiers: Qualifiers) -> PartialDate {
    func added(_ end: WrittenEnd) -> WrittenEnd {
      switch end.form {
      case .none, .open, .unknown: end
      default: WrittenEnd(end.form, end.qualifiers.union(qualifiers))
      }
    }
    return PartialDate(
      firstDay: firstDay, lastDay: lastDay, lower: added(lower), upper: added(upper))
  }
}
