/// What the parts of a loose date mean by the order in which they stand.
struct LooseDatePattern {
  let pattern: [UInt8]
  let values: [Int]

  var date: LooseDate? {
    var pattern = pattern
    // Japanese and Chinese dates end in a separator: 2020年5月.
    if pattern.last == UInt8(ascii: "-") { pattern.removeLast() }
    if pattern == Array("y=n".utf8), let years = shortRange { return years }
    for index in pattern.indices where pattern[index] == UInt8(ascii: "=") {
      pattern[index] = UInt8(ascii: "-")
    }
    let text = String(decoding: pattern, as: UTF8.self)
    return single(text) ?? range(text)
  }

  private subscript(_ index: Int) -> Int {
    values.indices.contains(index) ? values[index] : 0
  }

  /// `2019–20`: the second year by its last two digits.
  private var shortRange: LooseDate? {
    guard self[1] > self[0] % 100 else { return nil }
    return .range(.year(self[0]), .year(self[0] - self[0] % 100 + self[1]))
  }

  private func single(_ pattern: String) -> LooseDate? {
    switch pattern {
    case "y": .year(self[0])
    case "my", "m-y", "m/y", "n-y", "n/y", "n.y": .month(self[1], self[0])
    case "ym", "y-m", "y/m", "y.n": .month(self[0], self[1])
    case "y-n", "y/n": .month(self[0], self[1]) ?? shortRange
    case "n-n-y", "n/n/y", "n.n.y", "nny": .day(self[2], between: self[0], and: self[1])
    case "y-n-n", "y/n/n", "y.n.n", "ynn": .day(self[0], self[1], self[2])
    case "nmy", "n-m-y", "n/m/y": .day(self[2], self[1], self[0])
    case "mny", "m-n-y", "m/n/y": .day(self[2], self[0], self[1])
    case "ymn", "y-m-n", "y/m/n": .day(self[0], self[1], self[2])
    case "sy", "s-y", "s/y": .season(self[1], self[0])
    case "ys", "y-s", "y/s": .season(self[0], self[1])
    case "qy", "q-y", "q/y": .quarter(self[1], self[0])
    case "yq", "y-q", "y/q": .quarter(self[0], self[1])
    case "sy-n", "sy/n", "sy-y", "sy/y": winter
    default: nil
    }
  }

  /// `Winter 2019/20`, the only season that lies in two years.
  private var winter: LooseDate? {
    let next = self[1] + 1
    guard self[0] == 4, self[2] == next || self[2] == next % 100 else { return nil }
    return .season(self[1], 4)
  }

  private func range(_ pattern: String) -> LooseDate? {
    switch pattern {
    case "y-y", "y/y": .range(.year(self[0]), .year(self[1]))
    case "m-my", "m/my": .range(.month(self[2], self[0]), .month(self[2], self[1]))
    case "ym-m", "ym/m": .range(.month(self[0], self[1]), .month(self[0], self[2]))
    case "my-my", "my/my": .range(.month(self[1], self[0]), .month(self[3], self[2]))
    case "ym-ym", "ym/ym": .range(.month(self[0], self[1]), .month(self[2], self[3]))
    case "n/y-n/y", "n.y-n.y": .range(.month(self[1], self[0]), .month(self[3], self[2]))
    case "n-nmy", "n/nmy":
      .range(.day(self[3], self[2], self[0]), .day(self[3], self[2], self[1]))
    case "mn-ny", "mn/ny":
      .range(.day(self[3], self[0], self[1]), .day(self[3], self[0], self[2]))
    case "ymn-n": .range(.day(self[0], self[1], self[2]), .day(self[0], self[1], self[3]))
    case "nm-nmy": .range(.day(self[4], self[1], self[0]), .day(self[4], self[3], self[2]))
    case "mn-mny": .range(.day(self[4], self[0], self[1]), .day(self[4], self[2], self[3]))
    case "nmy-nmy": .range(.day(self[2], self[1], self[0]), .day(self[5], self[4], self[3]))
    case "mny-mny": .range(.day(self[2], self[0], self[1]), .day(self[5], self[3], self[4]))
    case "n.n.y-n.n.y", "n/n/y-n/n/y":
      .range(
        .day(self[2], between: self[0], and: self[1]),
        .day(self[5], between: self[3], and: self[4]))
    case "s-sy", "s/sy": .range(.season(self[2], self[0]), .season(self[2], self[1]))
    case "sy-sy", "sy/sy": .range(.season(self[1], self[0]), .season(self[3], self[2]))
    case "q-qy", "q/qy": .range(.quarter(self[2], self[0]), .quarter(self[2], self[1]))
    default: nil
    }
  }
}
