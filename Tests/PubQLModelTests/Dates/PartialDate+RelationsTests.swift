import PubQLModel
import Testing

@Suite struct PartialDateRelationsTests {
  /// The relations that hold: `<`, `>`, `l` for `<=`, `g` for `>=`, `i` in, `o` overlaps.
  @Test(arguments: [
    ("2020", "2020-06", "o"), ("2020-06", "2020", "lgio"), ("2019", "2020", "<l"),
    ("2021", "2020", ">g"), ("2020", "2020", "lgio"), ("2020-06", "2020-06~", "lgio"),
    ("2019/2021", "2020", "o"), ("2020", "2019/2021", "lgio"),
    ("2020", "2020/..", "lgio"), ("2019", "2020/..", "<l"), ("2020/..", "2020", "go"),
    ("2020/..", "2019/..", "lgio"), ("2019/..", "2020/..", "lo"), ("../2019", "2020/..", "<l"),
    ("2020/..", "../2019", ">g"), ("../2020", "../2019", "go"), ("../..", "../..", "lgio"),
    ("2020", "../..", "lgio"), ("../..", "2020", "o"),
    ("2020-01-01", "2020-24", "<l"), ("2021-02", "2020-24", "lgio"),
  ])
  func `as the language has them`(a: String, b: String, holding: String) throws {
    let (a, b) = (try date(a), try date(b))
    var found = ""
    if a.isCertainlyBefore(b) { found += "<" }
    if a.isCertainlyAfter(b) { found += ">" }
    if a.endsNoLater(than: b) { found += "l" }
    if a.beginsNoEarlier(than: b) { found += "g" }
    if a.isWithin(b) { found += "i" }
    if a.overlaps(b) { found += "o" }
    #expect(found == holding)
  }

  @Test func `sorted by first day, then the coarser first, then by text`() throws {
    let sorted = [
      "../2019", "/2019", "19XX", "1999", "20XX", "200X", "2000", "2000-XX", "2000?", "2000-01",
      "2000-01-01", "2020/..", "2020", "2020-05", "2020-05-14",
    ]
    let dates = try sorted.reversed().map { try date($0) }
    #expect(dates.sorted().map(\.edtf) == sorted)
  }
}

@Suite struct PartialDateArithmeticTests {
  @Test(
    arguments: [
      ("2020-05", "6 months", "2020-11"), ("2020-01-31", "1 month", "2020-02-29"),
      ("2020-03-31", "-1 month", "2020-02-29"), ("2020", "1 year", "2021"),
      ("2020", "6 months", "2020-07/2021-06"), ("2020", "12 months", "2021"),
      ("2020-05", "10 days", "2020-05-11/2020-06-10"), ("2020-05-14", "2 weeks", "2020-05-28"),
      ("2020-05-14", "-18 months", "2018-11-14"), ("2020-01", "1 month", "2020-02"),
      ("2020-02", "1 month", "2020-03"), ("2020-02", "12 months", "2021-02"),
      ("2020-21", "3 months", "2020-22"), ("2020-23", "3 months", "2020-24"),
      ("2020-24", "3 months", "2021-21"), ("2020-21", "1 month", "2020-04/2020-06"),
      ("201X", "10 years", "202X"), ("201X", "1 year", "2011/2020"), ("19XX", "100 years", "20XX"),
      ("20XX", "-3000 years", "-1000/-0901"), ("2020~", "1 year", "2021~"),
      ("2020/..", "1 year", "2021/.."), ("/2020", "1 month", "/2021-01"),
      ("2019/2021-05", "1 month", "2019-02/2021-06"),
      ("2020-01-31/2020-02-29", "1 month", "2020-02-29/2020-03-29"),
      ("2020-XX", "1 year", "2021-XX"),
      ("2020-05-XX", "1 month", "2020-06-XX"), ("0000", "-1 year", "-0001"),
      ("2020-05-14", "0 days", "2020-05-14"), ("2020", "1 month 1 day", "2020-02-02/2021-02-01"),
      ("Y5799999", "2 years", nil), ("2020", "9223372036854775807 months", nil),
      ("2020", "9223372036854775807 days", nil), ("2020", "-9223372036854775807 days", nil),
      ("201X", "768614336404564650 years", nil),
    ] as [(String, String, String?)])
  func sums(text: String, duration: String, sum: String?) throws {
    let duration = try #require(CalendarDuration(duration))
    #expect(try date(text).adding(duration)?.edtf == sum)
    if let negated = duration.negated {
      #expect(try date(text).subtracting(negated)?.edtf == sum)
    }
  }

  @Test(arguments: [
    ("18 months", 18, 0, "18 months"), ("1 year", 12, 0, "1 year"), ("24 months", 24, 0, "2 years"),
    ("2 weeks", 0, 14, "2 weeks"), ("10 days", 0, 10, "10 days"), ("1 day", 0, 1, "1 day"),
    ("1 year 3 days", 12, 3, "1 year 3 days"), ("-1 month", -1, 0, "-1 month"),
    ("0 years", 0, 0, "0 days"),
  ])
  func `durations in words`(text: String, months: Int, days: Int, written: String) throws {
    let duration = try #require(CalendarDuration(text))
    #expect(duration == CalendarDuration(months: months, days: days))
    #expect(duration.text == written)
    #expect(CalendarDuration(duration.text) == duration)
  }

  @Test func `what is no duration`() {
    for text in ["", "18", "months", "18 moons", "9223372036854775807 years", "1 year 2"] {
      #expect(CalendarDuration(text) == nil)
    }
    #expect(CalendarDuration(months: .min).negated == nil)
    #expect(CalendarDuration(months: .max).adding(CalendarDuration(months: 1)) == nil)
  }
}
