import PubQLModel

/// The different points of some rows, and which of them each row has.
struct ChartPlaces {
  private(set) var points: [Chart.Point] = []
  /// For each row the index of its point.
  private(set) var places: [Int] = []

  /// So many points that no row has are put in at most.
  static let fillLimit = 1_000

  /// - Parameters:
  ///   - rows: the point of each row.
  ///   - keys: tells which of them are the same; nil where all differ.
  ///   - isSorted: whether points come by their position, those without one last; else as their
  ///     rows do.
  ///   - fillsSteps: how many whole numbers that are missing between others are put in at most,
  ///     all or none: the years in which nothing was counted.
  init(
    _ rows: [Chart.Point], _ keys: [GroupKey]?, isSorted: Bool, fillsSteps: Int = 0
  ) {
    var known: [GroupKey: Int] = [:]
    for (row, point) in rows.enumerated() {
      let place = keys.flatMap { known[$0[row]] } ?? points.count
      if place == points.count {
        points.append(point)
        if let keys { known[keys[row]] = place }
      }
      places.append(place)
    }
    if fillsSteps > 0 { fillSteps(atMost: fillsSteps) }
    if isSorted { sort() }
  }

  private mutating func sort() {
    let order = points.indices.sorted { left, right in
      let (a, b) = (points[left].position, points[right].position)
      return (a == nil ? 1 : 0, a ?? 0, left) < (b == nil ? 1 : 0, b ?? 0, right)
    }
    var newPlaces = [Int](repeating: 0, count: points.count)
    for (new, old) in order.enumerated() { newPlaces[old] = new }
    points = order.map { points[$0] }
    places = places.map { newPlaces[$0] }
  }

  /// Years have a step of 1, decades one of 10.
  private mutating func fillSteps(atMost limit: Int) {
    let known = Set(points.compactMap { $0.position.flatMap { Int(exactly: $0) } })
    guard known.count == points.count(where: { $0.position != nil }), let low = known.min(),
      let high = known.max()
    else { return }
    var step = 0
    for number in known {
      let (distance, overflow) = number.subtractingReportingOverflow(low)
      if overflow { return }
      step = Self.commonDivisor(step, distance)
    }
    guard step > 0, (high - low) / step + 1 - known.count <= limit else { return }
    for number in stride(from: low, through: high, by: step) where !known.contains(number) {
      points.append(Chart.Point("\(number)", at: Double(number)))
    }
  }

  private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
