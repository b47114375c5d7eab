/// An axis: where it begins and ends, and where its ticks stand.
///
/// Shape: `low` < `high`, both finite; ticks ascend within them, with a label each.
package struct ChartAxis: Sendable, Equatable {
  package let low: Double
  package let high: Double
  package let ticks: [Double]
  package let labels: [String]

  /// Beyond this a step between ticks can no longer be worked out.
  private static let extreme = 1e300

  /// An axis for numbers, with ticks at multiples of 1, 2 or 5 of a power of ten.
  ///
  /// - Parameters:
  ///   - range: what must find room.
  ///   - ticks: how many there are at most; at least 2.
  ///   - wholes: whether there is nothing between whole numbers.
  ///   - reachesTicks: whether the axis begins and ends with a tick, or exactly with the range.
  package init(
    _ range: ClosedRange<Double>, ticks most: Int, wholes: Bool = false, reachesTicks: Bool = true
  ) {
    var (low, high) = (range.lowerBound, range.upperBound)
    if low == high { (low, high) = Self.widened(low) }
    let size = max(low.magnitude, high.magnitude)
    // Too large for a step, or too close together for one to be seen.
    guard size < Self.extreme, high - low > size * 1e-12, high - low > 1 / Self.extreme else {
      self.init(
        low: low, high: high, ticks: [low, high], labels: [low, high].map(ChartNumber.text))
      return
    }
    var step = Self.step(atLeast: (high - low) / Double(max(1, most + 1)))
    if wholes { step = max(1, step) }
    // Round zero there are three ticks at the least.
    while Self.count(low, high, step, reachesTicks) > max(3, most) {
      step = Self.step(atLeast: step * 1.5)
    }
    let first = reachesTicks ? (low / step).rounded(.down) : (low / step).rounded(.up)
    let last = reachesTicks ? (high / step).rounded(.up) : (high / step).rounded(.down)
    let ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    if reachesTicks {
      low = min(low, ticks.first ?? low)
      high = max(high, ticks.last ?? high)
    }
    // Products of steps may miss the ends by a hair.
    let placed = ticks.map { min(high, max(low, $0)) }
    self.init(low: low, high: high, ticks: placed, labels: ChartNumber.ticks(ticks, step: step))
  }

  /// An axis with ticks of one's own.
  package init(low: Double, high: Double, ticks: [Double], labels: [String]) {
    self.low = low
    self.high = high
    self.ticks = ticks
    self.labels = labels
  }

  /// Where a value lies, 0 to 1.
  package func fraction(_ value: Double) -> Double { Self.fraction(value, from: low, to: high) }

  /// Where a value lies between two others, 0 to 1.
  package static func fraction(_ value: Double, from low: Double, to high: Double) -> Double {
    // Halves, since the whole may be too large to be held.
    let part = (value / 2 - low / 2) / (high / 2 - low / 2)
    return part.isFinite ? min(1, max(0, part)) : 0
  }

  /// Room round a single value.
  private static func widened(_ value: Double) -> (Double, Double) {
    if value == 0 { return (0, 1) }
    let room = max(value.magnitude / 10, .leastNormalMagnitude)
    let greatest = Double.greatestFiniteMagnitude
    return (max(-greatest, value - room), min(greatest, value + room))
  }

  private static func count(_ low: Double, _ high: Double, _ step: Double, _ outer: Bool) -> Int {
    let span =
      outer
      ? (high / step).rounded(.up) - (low / step).rounded(.down)
      : (high / step).rounded(.down) - (low / step).rounded(.up)
    return Int(min(span, 1e6)) + 1
  }

  /// The least of 1, 2, 5, 10 … that is not below `least`.
  private static func step(atLeast least: Double) -> Double {
    let power = DecimalDigits(least).point - 1
    for multiple in [1, 2, 5, 10] {
      if let step = Double("\(multiple)e\(power)"), step >= least { return step }
    }
    return least
  }
}

extension ChartAxis {
  /// An axis of values, from zero where they come near it.
  package static func values(
    _ range: ClosedRange<Double>, ticks most: Int, wholes: Bool
  ) -> ChartAxis {
    var (low, high) = (range.lowerBound, range.upperBound)
    if low > 0, low <= high / 2 { low = 0 }
    if high < 0, high >= low / 2 { high = 0 }
    return ChartAxis(low...high, ticks: most, wholes: wholes)
  }

  /// The axis of some points of a chart; nil without any.
  package static func points(_ chart: Chart, _ points: [Int], ticks most: Int) -> ChartAxis? {
    let positions = points.compactMap { chart.position(of: $0) }
    guard let low = positions.min(), let high = positions.max() else { return nil }
    if low == high, let first = points.first {
      return ChartAxis(
        low: low - 1, high: low + 1, ticks: [low], labels: [chart.points[first].label])
    }
    switch chart.scale {
    case .categories:
      return ChartAxis(
        low: low, high: high, ticks: positions, labels: points.map { chart.points[$0].label })
    case .days: return .days(low...high, ticks: most)
    case .numbers:
      let wholes = positions.allSatisfy { $0 == $0.rounded() }
      return ChartAxis(low...high, ticks: most, wholes: wholes, reachesTicks: false)
    }
  }
}
