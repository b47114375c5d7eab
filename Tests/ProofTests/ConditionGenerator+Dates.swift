import PubQLCorpusGenerator
import PubQLModel

extension ConditionGenerator {
  mutating func dateTest() -> WrittenCondition {
    let negated = random.chance(25)
    switch random.below(12) {
    case 0, 1, 2:
      let range = range()
      return dates(.in, negated, range.text, [range.date])
    case 3, 4:
      let range = random.chance(50) ? range() : literal()
      return dates(.overlaps, negated, range.text, [range.date])
    case 5:
      var members: [(text: String, date: PartialDate)] = []
      for _ in 0..<(1 + random.below(3)) { members.append(literal()) }
      let text = "[" + members.map(\.text).joined(separator: ", ") + "]"
      return dates(.in, negated, text, members.map(\.date))
    case 6, 7:
      let date = literal()
      return dates(.equal, negated, date.text, [date.date])
    case 8:
      let date = literal()
      return dates(.exactly, negated, date.text, [date.date])
    default:
      let relation: Condition.DateRelation = pick(
        [.less, .lessOrEqual, .greater, .greaterOrEqual], .less)
      let date = literal()
      return dates(relation, false, date.text, [date.date])
    }
  }

  private func dates(
    _ relation: Condition.DateRelation, _ negated: Bool, _ text: String, _ dates: [PartialDate]
  ) -> WrittenCondition {
    let sign =
      switch relation {
      case .equal where negated: "!="
      case .exactly where negated: "!=="
      default: (negated ? "not " : "") + relation.rawValue
      }
    return negate(negated, text: "date \(sign) \(text)", .date(relation, dates))
  }

  /// A date that some record has, or another near it.
  mutating func literal() -> (text: String, date: PartialDate) {
    let text = random.chance(60) ? value(.date) : plain()
    guard let date = try? PartialDate(edtf: text) else { return ("2000", year(2000)) }
    let isLiteral = !text.contains("/") && !text.contains("X")
    return (isLiteral && random.chance(85) ? text : "date(\"\(text)\")", date)
  }

  private mutating func plain() -> String {
    let year = 1988 + random.below(39)
    let month = 1 + random.below(12)
    let day = 1 + random.below(28)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch random.below(3) {
    case 0: return "\(year)"
    case 1: return "\(year)-\(two(month))"
    default: return "\(year)-\(two(month))-\(two(day))"
    }
  }

  private func year(_ number: Int) -> PartialDate {
    PartialDate(year: number) ?? PartialDate(day: 0)
  }

  /// `2019..2021`, `2020-05..`, `..2019-12-31`.
  private mutating func range() -> (text: String, date: PartialDate) {
    var first = plain()
    var second = plain()
    if second < first { swap(&first, &second) }
    guard let a = try? PartialDate(edtf: first), let b = try? PartialDate(edtf: second) else {
      return ("2000", year(2000))
    }
    switch random.below(4) {
    case 0: return ("\(first)..", PartialDate.range(from: a, through: nil) ?? a)
    case 1: return ("..\(second)", PartialDate.range(from: nil, through: b) ?? b)
    default:
      // `2020..2020-05` ends before it: then both ends are the longer of the two.
      guard let range = PartialDate.range(from: a, through: b) else { return (first, a) }
      return ("\(first)..\(second)", range)
    }
  }

  mutating func yearTest() -> WrittenCondition {
    let year = 1988 + random.below(39)
    let name = pick(["year", "date.year", "year(date)"], "year")
    if random.chance(25) {
      let last = year + random.below(8)
      return WrittenCondition(
        text: "\(name) in \(year)..\(last)", condition: .yearIn(year...last))
    }
    if random.chance(20) {
      return WrittenCondition(
        text: "\(name) != \(year)", condition: .not(.year(.equal, year)))
    }
    let relation = pick(Condition.NumberRelation.allCases, .equal)
    return WrittenCondition(
      text: "\(name) \(relation.rawValue) \(year)", condition: .year(relation, year))
  }
}
