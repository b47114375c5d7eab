import PubQLModel
import Testing

/// The date of an EDTF text that the test knows to be right.
func date(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> PartialDate {
  do {
    return try PartialDate(edtf: text)
  } catch {
    Issue.record("\(text): \(error.sentence)", sourceLocation: location)
    throw error
  }
}

@Suite struct PartialDateTests {
  @Test(
    arguments: [
      ("2020", "2020-01-01", "2020-12-31"), ("2020-05", "2020-05-01", "2020-05-31"),
      ("2020-05-14", "2020-05-14", "2020-05-14"), ("201X", "2010-01-01", "2019-12-31"),
      ("20XX", "2000-01-01", "2099-12-31"), ("2010-XX", "2010-01-01", "2010-12-31"),
      ("2010-XX-XX", "2010-01-01", "2010-12-31"), ("2010-02-XX", "2010-02-01", "2010-02-28"),
      ("2020-21", "2020-03-01", "2020-05-31"), ("2020-22", "2020-06-01", "2020-08-31"),
      ("2020-23", "2020-09-01", "2020-11-30"), ("2020-24", "2020-12-01", "2021-02-28"),
      ("2019-24", "2019-12-01", "2020-02-29"), ("2020?", "2020-01-01", "2020-12-31"),
      ("2020-05~", "2020-05-01", "2020-05-31"), ("2020-05-14%", "2020-05-14", "2020-05-14"),
      ("2019/2021", "2019-01-01", "2021-12-31"), ("2019-02/2019", "2019-02-01", "2019-12-31"),
      ("2019~/2020-24?", "2019-01-01", "2021-02-28"), ("0476", "0476-01-01", "0476-12-31"),
      ("-0043", "-0043-01-01", "-0043-12-31"), ("-004X", "-0049-01-01", "-0040-12-31"),
      ("-000X", "-0009-01-01", "-0001-12-31"), ("000X", "0000-01-01", "0009-12-31"),
      ("Y12345", "Y12345-01-01", "Y12345-12-31"), ("Y-12345", "Y-12345-01-01", "Y-12345-12-31"),
      ("198X/199X", "1980-01-01", "1999-12-31"), ("18XX/20XX?", "1800-01-01", "2099-12-31"),
      ("-004X/000X", "-0049-01-01", "0009-12-31"), ("0000", "0000-01-01", "0000-12-31"),
      ("Y5800000-24", nil, nil),
    ] as [(String, String?, String?)])
  func `days and text`(text: String, first: String?, last: String?) throws {
    guard let first, let last else {
      #expect(throws: DateError.self) { try PartialDate(edtf: text) }
      return
    }
    let date = try date(text)
    #expect(date.edtf == text)
    #expect(date.start?.edtf == first)
    #expect(date.end?.edtf == last)
  }

  @Test(arguments: [
    "2020/..", "../2020", "2020/", "/2020", "../..", "2020-05?/..", "../201X~", "/..",
  ])
  func `open and unknown ends`(text: String) throws {
    let date = try date(text)
    #expect(date.edtf == text)
    #expect(date.precision == .interval)
    #expect((date.start == nil) == (text.hasPrefix(".") || text.hasPrefix("/")))
    #expect((date.end == nil) == (text.hasSuffix(".") || text.hasSuffix("/")))
    #expect(date.year == nil)
  }

  @Test(arguments: [
    ("", DateError.empty),
    ("2019-02-29", .noSuchDay(year: 2019, month: 2, day: 29)),
    ("2020-04-31", .noSuchDay(year: 2020, month: 4, day: 31)),
    ("2020-05-00", .noSuchDay(year: 2020, month: 5, day: 0)),
    ("2020-13", .noSuchMonth(year: 2020, month: 13)),
    ("2020-25", .noSuchMonth(year: 2020, month: 25)),
    ("2020-21-03", .noSuchMonth(year: 2020, month: 21)),
    ("2020-00", .noSuchMonth(year: 2020, month: 0)),
    ("2X20", .misplacedUnspecified("2X20")), ("2XXX", .misplacedUnspecified("2XXX")),
    ("XXXX", .misplacedUnspecified("XXXX")), ("2010-0X", .misplacedUnspecified("2010-0X")),
    ("2010-XX-05", .misplacedUnspecified("2010-XX-05")),
    ("201X-05", .misplacedUnspecified("201X-05")),
    ("2021/2019", .endsBeforeItBegins(from: "2021", through: "2019")),
    ("/", .nothingKnown), ("2020-05-14T10:00:00Z", .timeOfDay("2020-05-14T10:00:00Z")),
    ("Y6000000", .yearOutOfRange("Y6000000")), ("Y123456789", .yearOutOfRange("Y123456789")),
    ("Y-6000000-02-01", .yearOutOfRange("Y-6000000-02-01")),
    ("20200", .notADate("20200")), ("202", .notADate("202")), ("-0000", .notADate("-0000")),
    ("2020-5", .notADate("2020-5")), ("2020-", .notADate("2020-")), ("soon", .notADate("soon")),
    ("2020-05-14-03", .notADate("2020-05-14-03")), ("2020??", .notADate("2020??")),
    ("2020/2021/2022", .notADate("2021/2022")), ("Y", .notADate("Y")), ("?", .notADate("?")),
    (" 2020", .notADate(" 2020")),
  ])
  func `what is no date says why`(text: String, cause: DateError) {
    #expect(throws: cause) { try PartialDate(edtf: text) }
    #expect(!cause.sentence.isEmpty)
  }

  @Test func `a long text is no date`() {
    #expect(throws: DateError.self) {
      try PartialDate(edtf: String(repeating: "2", count: 100_000))
    }
  }

  @Test func `a long year of four digits is an ordinary year`() throws {
    #expect(try date("Y2020") == date("2020"))
  }

  @Test(arguments: [
    ("2020-05-14", PartialDate.Precision.day), ("2020-05", .month), ("2020-05-XX", .month),
    ("2020-21", .season), ("2020", .year), ("2020-XX", .year), ("2020-XX-XX", .year),
    ("202X", .decade), ("20XX", .century), ("2020/2020", .interval),
  ])
  func precision(text: String, precision: PartialDate.Precision) throws {
    #expect(try date(text).precision == precision)
  }

  @Test(
    arguments: [
      // text, year, month, day, quarter, decade
      ("2020-05-14", 2020, 5, 14, 2, 2020), ("2020-05", 2020, 5, nil, 2, 2020),
      ("2020", 2020, nil, nil, nil, 2020), ("2020-21", 2020, nil, nil, nil, 2020),
      ("2020-24", nil, nil, nil, nil, 2020), ("2019-24", nil, nil, nil, nil, nil),
      ("2019-04/2019-06", 2019, nil, nil, 2, 2010), ("201X", nil, nil, nil, nil, 2010),
      ("2019/2020", nil, nil, nil, nil, nil), ("-0043-03", -43, 3, nil, 1, -50),
      ("2019-05/2020-05", nil, nil, nil, nil, nil), ("2020-05-14/2020-05-14", 2020, 5, 14, 2, 2020),
      ("-0001-12", -1, 12, nil, 4, -10),
    ] as [(String, Int?, Int?, Int?, Int?, Int?)])
  func `parts are given when they are certain`(
    text: String, year: Int?, month: Int?, day: Int?, quarter: Int?, decade: Int?
  ) throws {
    let date = try date(text)
    #expect(date.year == year)
    #expect(date.month == month)
    #expect(date.day == day)
    #expect(date.quarter == quarter)
    #expect(date.decade == decade)
  }

  @Test func qualifiers() throws {
    #expect(try date("2020").qualifiers == [])
    #expect(try date("2020?").qualifiers == .uncertain)
    #expect(try date("2020~").qualifiers == .approximate)
    #expect(try date("2020%").qualifiers == [.uncertain, .approximate])
    #expect(try date("2019?/2020~").qualifiers == [.uncertain, .approximate])
    #expect(try date("2020?").qualified(.approximate).edtf == "2020%")
    #expect(try date("2020/..").qualified(.approximate).edtf == "2020~/..")
  }

  @Test func `year, month and day make a date`() throws {
    #expect(PartialDate(year: 2020)?.edtf == "2020")
    #expect(PartialDate(year: 2020, month: 5)?.edtf == "2020-05")
    #expect(PartialDate(year: 2020, month: 2, day: 29)?.edtf == "2020-02-29")
    #expect(PartialDate(year: 2019, month: 2, day: 29) == nil)
    #expect(PartialDate(year: 2019, month: nil, day: 2) == nil)
    #expect(PartialDate(year: .max) == nil)
    #expect(PartialDate(year: .min, month: 1) == nil)
    #expect(PartialDate(year: .max, season: 4) == nil)
    #expect(PartialDate(year: .max, quarter: 4) == nil)
    #expect(PartialDate(year: 2020, quarter: 2)?.edtf == "2020-04/2020-06")
  }

  @Test func `ranges are written as intervals`() throws {
    #expect(
      PartialDate.range(from: try date("2019"), through: try date("2021"))?.edtf == "2019/2021")
    #expect(PartialDate.range(from: try date("2020-05"), through: nil)?.edtf == "2020-05/..")
    #expect(PartialDate.range(from: nil, through: try date("2019"))?.edtf == "../2019")
    #expect(PartialDate.range(from: nil, through: nil)?.edtf == "../..")
    #expect(PartialDate.range(from: try date("2021"), through: try date("2019")) == nil)
    let nested = PartialDate.range(from: try date("2019/2020"), through: try date("2018/2022-24"))
    #expect(nested?.edtf == "2019/2022-24")
  }

  @Test func `a date is small`() {
    #expect(MemoryLayout<PartialDate>.stride <= 12)
  }
}
