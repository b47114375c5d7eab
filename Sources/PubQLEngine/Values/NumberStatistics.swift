import PubQLText

/// Mean, spread and distribution of numbers.
package struct NumberStatistics {
  private let numbers: [Double]

  /// - Throws: `.wrongKind` when a value is no number.
  package init(_ values: [Value], _ operation: String) throws(RunError) {
    var numbers: [Double] = []
    numbers.reserveCapacity(values.count)
    for value in values { numbers.append(try value.requiredNumber(operation)) }
    self.numbers = numbers
  }

  /// - Throws: `.overflow` when the sum is too large.
  func mean() throws(RunError) -> Value {
    numbers.isEmpty ? .missing : .decimal(try numbers.mean())
  }

  /// Of a sample: the squares are divided by one less than there are numbers. Missing for fewer
  /// than two.
  /// - Throws: `.overflow` when the squares are too large.
  func standardDeviation() throws(RunError) -> Value {
    guard numbers.count > 1 else { return .missing }
    let mean = try numbers.mean()
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares.isFinite else { throw RunError(.overflow) }
    return .decimal((squares / Double(numbers.count - 1)).squareRoot())
  }

  /// Between the two nearest ranks, in proportion (method 7 of Hyndman and Fan, 1996).
  func percentile(_ percent: Double) -> Value {
    guard !numbers.isEmpty else { return .missing }
    let sorted = numbers.sorted()
    let place = Double(sorted.count - 1) * min(max(percent, 0), 100) / 100
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    let part = place - Double(low)
    let step = sorted[high] - sorted[low]
    // The difference of the two may be too large for a number; where it is not, it keeps the
    // percentile of equal numbers equal to them.
    let value =
      step.isFinite
      ? sorted[low] + step * part : sorted[low] * (1 - part) + sorted[high] * part
    return Self.whole(value)
  }

  /// How many numbers lie in each of so many parts of their range, all of one width.
  ///
  /// Shape: a record of `from`, `to` and `count` a part; a number on a border belongs to the upper
  /// part, the greatest to the last. One part where all numbers are equal, none without numbers.
  package func histogram(parts: Int) -> [Value] {
    guard let least = numbers.min(), let greatest = numbers.max(), parts > 0 else { return [] }
    let parts = least == greatest ? 1 : parts
    // Halves, for the difference of the two may be too large for a number.
    let width = greatest / 2 - least / 2
    let borders = (0...parts).map { place in
      place == parts ? greatest : least + (width * Double(place) / Double(parts)) * 2
    }
    var counts = [Int](repeating: 0, count: parts)
    for number in numbers {
      // Looked for, as a quotient would be rounded: of 100 parts of 0 to 100 it has 29 in the part
      // before its own.
      counts[(0..<parts).lastOfPrefix { borders[$0] <= number }] += 1
    }
    return counts.enumerated().map { place, count in
      .record([
        RecordMember(name: "from", value: Self.whole(borders[place])),
        RecordMember(name: "to", value: Self.whole(borders[place + 1])),
        RecordMember(name: "count", value: .whole(count)),
      ])
    }
  }

  private static func whole(_ number: Double) -> Value {
    Int(exactly: number).map { .whole($0) } ?? .decimal(number)
  }
}

/// Numbers that belong together two by two.
struct NumberPairs {
  private var pairs: [(x: Double, y: Double)] = []

  /// - Parameter values: records of two; one in which a member is missing is left out.
  /// - Throws: `.wrongKind` when a member is no number.
  init(_ values: [Value]) throws(RunError) {
    for value in values {
      guard case .record(let members) = value, members.count == 2 else { continue }
      let (x, y) = (members[0].value, members[1].value)
      if x.isMissing || y.isMissing { continue }
      pairs.append(
        (try x.requiredNumber("correlation"), try y.requiredNumber("correlation")))
    }
  }

  /// How far the two rise and fall together (Pearson): -1 to 1. Missing for fewer than two pairs,
  /// and where one of the two never changes.
  /// - Throws: `.overflow` when the squares are too large.
  func correlation() throws(RunError) -> Value {
    guard pairs.count > 1 else { return .missing }
    let (meanX, meanY) = (try pairs.map(\.x).mean(), try pairs.map(\.y).mean())
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for pair in pairs {
      let (x, y) = (pair.x - meanX, pair.y - meanY)
      xx += x * x
      yy += y * y
      xy += x * y
    }
    // One root of the product is the more exact, unless that leaves the range of numbers.
    let product = xx * yy
    let scale =
      product.isNormal ? product.squareRoot() : xx.squareRoot() * yy.squareRoot()
    guard scale.isFinite, xy.isFinite else { throw RunError(.overflow) }
    if scale == 0 { return .missing }
    return .decimal(max(-1, min(1, xy / scale)))
  }
}

extension [Double] {
  /// 0 where there are none. Between the least and the greatest, which a rounded sum can leave: the
  /// mean of equal numbers is these, so that they do not differ from it.
  /// - Throws: `.overflow` when the sum is too large.
  fileprivate func mean() throws(RunError) -> Double {
    let sum = reduce(0, +)
    guard sum.isFinite else { throw RunError(.overflow) }
    guard let least = self.min(), let greatest = self.max() else { return 0 }
    return Swift.min(Swift.max(sum / Double(count), least), greatest)
  }
}

extension Value {
  /// - Throws: `.wrongKind` when the value is no number.
  fileprivate func requiredNumber(_ operation: String) throws(RunError) -> Double {
    guard let number else { throw RunError(.wrongKind(operation: operation, kind: kindName)) }
    return number
  }
}
