import PubQLModel
import Testing

@Suite struct PartialDateLawTests {
  static let seed: UInt64 = 20_200_514

  /// A random date of any form.
  static func randomDate(_ random: inout SeededGenerator) -> PartialDate? {
    func two(_ range: ClosedRange<Int>) -> String {
      let value = Int.random(in: range, using: &random)
      return value < 10 ? "0\(value)" : "\(value)"
    }
    func simple() -> String {
      let century = Bool.random(using: &random) ? two(19...20) : two(0...99)
      let sign = Int.random(in: 0..<12, using: &random) == 0 ? "-" : ""
      let mark = ["", "", "", "?", "~", "%"].randomElement(using: &random) ?? ""
      let year = sign + century + two(0...99)
      let text =
        switch Int.random(in: 0..<10, using: &random) {
        case 0: "\(sign)\(century)XX"
        case 1: "\(sign)\(century)\(Int.random(in: 0...9, using: &random))X"
        case 2: "\(year)-XX"
        case 3: "\(year)-XX-XX"
        case 4: "\(year)-\(two(1...12))-XX"
        case 5: "\(year)-\(two(21...24))"
        case 6: "\(year)-\(two(1...12))"
        case 7: "\(year)-\(two(1...12))-\(two(1...28))"
        case 8: "Y\(sign)\(Int.random(in: 10_000...5_700_000, using: &random))"
        default: year
        }
      return text + mark
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return try? PartialDate(edtf: "\(simple())/\(simple())")
    case 1: return try? PartialDate(edtf: "\(simple())/..")
    case 2: return try? PartialDate(edtf: "/\(simple())")
    default: return try? PartialDate(edtf: simple())
    }
  }

  static func randomDates(_ count: Int) -> [PartialDate] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).compactMap { _ in randomDate(&random) }
  }

  @Test func `the text of a date reads back equal`() {
    let dates = Self.randomDates(5000)
    #expect(dates.count > 3500)
    for date in dates {
      #expect((try? PartialDate(edtf: date.edtf)) == date, "\(date), seed \(Self.seed)")
      #expect(date.firstDay <= date.lastDay)
    }
  }

  @Test func `relations agree with the days`() {
    let dates = Self.randomDates(220)
    for a in dates {
      #expect(a.isWithin(a) && a.overlaps(a) && !(a < a) && !a.isCertainlyBefore(a))
      for b in dates {
        let label: Comment = "\(a) and \(b), seed \(Self.seed)"
        // Of two dates one is certainly before, or certainly after, or they overlap.
        let cases = [a.isCertainlyBefore(b), a.isCertainlyAfter(b), a.overlaps(b)]
        if cases.count(where: { $0 }) != 1 { Issue.record(label) }
        if a.isCertainlyAfter(b) != b.isCertainlyBefore(a) { Issue.record(label) }
        if a.isWithin(b) != (a.beginsNoEarlier(than: b) && a.endsNoLater(than: b)) {
          Issue.record(label)
        }
        if a.isCertainlyBefore(b), !a.endsNoLater(than: b) { Issue.record(label) }
        if (a == b) != (a.edtf == b.edtf) { Issue.record(label) }
        if [a < b, b < a, a == b].count(where: { $0 }) != 1 { Issue.record(label) }
      }
    }
  }

  @Test func `a sum has as many months as were added`() throws {
    var random = SeededGenerator(seed: Self.seed)
    for date in Self.randomDates(1500) {
      let months = Int.random(in: -500...500, using: &random)
      guard let sum = date.adding(CalendarDuration(months: months)) else { continue }
      #expect(sum.firstDay <= sum.lastDay, "\(date) + \(months) months, seed \(Self.seed)")
      #expect((try? PartialDate(edtf: sum.edtf)) == sum, "\(date) + \(months), seed \(Self.seed)")
      let first = CivilDay(number: date.firstDay)
      let moved = CivilDay(number: sum.firstDay)
      if !date.hasOpenStart {
        #expect(
          (moved.year - first.year) * 12 + moved.month - first.month == months,
          "\(date) + \(months), seed \(Self.seed)")
      }
    }
  }

  @Test func `no bytes trap`() {
    var random = SeededGenerator(seed: Self.seed)
    let alphabet = Array("0123456789-/.XY?~% ,maysepqc[]()年\u{A0}–°é".utf8) + [0, 0x80, 0xFF, 0xE2]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...20, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      bytes.withUnsafeBufferPointer { bytes in
        if let read = PartialDate.reading(bytes) {
          #expect(read.date.firstDay <= read.date.lastDay)
          if (try? PartialDate(edtf: read.date.edtf)) != read.date {
            Issue.record("\(Array(bytes)), seed \(Self.seed)")
          }
        }
      }
    }
  }
}
