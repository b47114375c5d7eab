extension ChartAxis {
  /// An axis for days, with ticks where years, months or days begin.
  ///
  /// - Parameter range: unit: days since 1970-01-01.
  package static func days(_ range: ClosedRange<Double>, ticks most: Int) -> ChartAxis {
    let low = range.lowerBound
    let high = range.lowerBound == range.upperBound ? low + 1 : range.upperBound
    let first = CivilDay(number: Int32(clamping: Int(low)))
    let last = CivilDay(number: Int32(clamping: Int(high)))
    let months = (last.year - first.year) * 12 + last.month - first.month
    let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
    // Beyond the centuries, years are numbers like others.
    guard months > 2, let step = steps.first(where: { months / $0 < max(2, most) }) else {
      return plain(low, high, most, isLong: months > 2)
    }
    var ticks: [Double] = []
    var labels: [String] = []
    let start = first.year * 12 + first.month - 1
    var month = CivilDay.floorDivision(start + step - 1, step) * step
    while let day = CivilDay(
      year: CivilDay.floorDivision(month, 12),
      month: month - CivilDay.floorDivision(month, 12) * 12 + 1,
      day: 1), Double(day.number) <= high
    {
      if Double(day.number) >= low {
        ticks.append(Double(day.number))
        labels.append(
          step % 12 == 0 ? "\(day.year)" : PartialDate(year: day.year, month: day.month)?.edtf ?? ""
        )
      }
      month += step
    }
    return ChartAxis(low: low, high: high, ticks: ticks, labels: labels)
  }

  private static func plain(
    _ low: Double, _ high: Double, _ most: Int, isLong: Bool
  ) -> ChartAxis {
    let axis = ChartAxis(low...high, ticks: most, wholes: true, reachesTicks: false)
    let labels = axis.ticks.map { tick in
      let day = CivilDay(number: Int32(clamping: Int(tick)))
      return isLong
        ? "\(day.year)" : PartialDate(year: day.year, month: day.month, day: day.day)?.edtf ?? ""
    }
    return ChartAxis(low: low, high: high, ticks: axis.ticks, labels: labels)
  }
}
