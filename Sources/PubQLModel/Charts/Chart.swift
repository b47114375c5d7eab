/// What a chart shows: numbers, with the labels of their places. Who draws it decides how.
///
/// Shape: each series has a value for each point, in the order of `points`; a missing value is a
/// gap. With a scale other than `categories` points come in its order, those without a place last;
/// only bars of one series keep the order of their rows.
package struct Chart: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case bar, line, spark, heat
  }

  /// How points lie beside each other.
  package enum Scale: Sendable, Equatable {
    /// One after the other
    case categories
    /// By their number
    case numbers
    /// By their day; unit: days since 1970-01-01
    case days
  }

  /// A place on the axis of points.
  package struct Point: Sendable, Equatable {
    package let label: String
    /// Its number or day; nil for a missing one, and for categories.
    package let position: Double?

    package init(_ label: String, at position: Double? = nil) {
      self.label = label
      self.position = position
    }
  }

  /// Values that belong together. They are finite.
  package struct Series: Sendable, Equatable {
    package let name: String
    package let values: [Double?]

    package init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  package let kind: Kind
  package let scale: Scale
  /// What the points are: `year`.
  package let pointName: String
  /// What the values are: `count`; several names where each series is a column.
  package let valueName: String
  /// What the series are: `type`; nil where there is one, or each is a column.
  package let seriesName: String?
  package let points: [Point]
  package let series: [Series]
  /// How many rows of the table have no place here, since there are too many.
  package let cutRows: Int
  /// The first point that is drawn, where bars are shown page by page.
  package var firstPoint = 0

  package init(
    _ kind: Kind, scale: Scale = .categories, pointName: String, valueName: String,
    seriesName: String? = nil, points: [Point], series: [Series], cutRows: Int = 0
  ) {
    self.kind = kind
    self.scale = scale
    self.pointName = pointName
    self.valueName = valueName
    self.seriesName = seriesName
    self.points = points
    self.series = series
    self.cutRows = cutRows
  }

  /// The label of a point without a value.
  package static let missingLabel = "missing"
}

extension Chart {
  /// `count by year`, `count by year per type`
  package var title: String {
    "\(valueName) by \(pointName)" + (seriesName.map { " per \($0)" } ?? "")
  }

  /// Whether there is more than one value for a point.
  package var hasSeries: Bool { seriesName != nil || series.count > 1 }

  /// Whether each row of a table is a bar of its own, so that bars can be shown page by page.
  package func isPaged(_ rowCount: Int) -> Bool {
    kind == .bar && !hasSeries && points.count + cutRows == rowCount
  }

  /// Where a point lies; nil for one without a place.
  package func position(of index: Int) -> Double? {
    scale == .categories ? Double(index) : points[index].position
  }

  /// The points that have a place, in order.
  package var placedPoints: [Int] { points.indices.filter { position(of: $0) != nil } }

  /// The least and the greatest value; nil where there is none.
  package var valueRange: ClosedRange<Double>? { Self.range(series) }

  /// The least and the greatest value of some series.
  package static func range(_ series: some Sequence<Series>) -> ClosedRange<Double>? {
    var low = Double.infinity
    var high = -Double.infinity
    for one in series {
      for case let value? in one.values {
        low = min(low, value)
        high = max(high, value)
      }
    }
    return low <= high ? low...high : nil
  }

  /// Whether all values of some series are whole numbers.
  package static func areWholes(_ series: [Series]) -> Bool {
    series.allSatisfy { $0.values.allSatisfy { $0.map { $0 == $0.rounded() } ?? true } }
  }

  /// The series with the greatest sums, in their order, where there is no room for all.
  package func largestSeries(_ limit: Int) -> [Series] {
    guard series.count > limit else { return series }
    let sizes = series.map { $0.values.reduce(0) { $0 + ($1 ?? 0).magnitude } }
    let kept = series.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(limit)
    return kept.sorted().map { series[$0] }
  }
}
