import PubQLModel
import Testing

@Suite struct DatePatternTests {
  /// For each precision there are the same parts as the date itself tells.
  @Test(
    arguments: [
      ("2020-05-14", "yyyy-MM-dd", "2020-05-14"), ("2020-05", "yyyy-MM-dd", "2020-05"),
      ("2020", "yyyy-MM-dd", "2020"), ("201X", "yyyy-MM-dd", nil), ("2020-21", "MMMM y", "2020"),
      ("2020-05-14", "EEEE d MMMM y", "Thursday 14 May 2020"),
      ("2020-05", "EEEE d MMMM y", "May 2020"),
      ("2020-05-XX", "d.M.yy", "5.20"), ("2020-05-14~", "d.M.yy", "14.5.20"),
      ("2019-03/2021-04", "MMM yyyy", "Mar 2019–Apr 2021"), ("../2021", "yyyy", "–2021"),
      ("2020-05-01/2020-05-31", "MMMM y", "May 2020"), ("2020-11", "'Q'Q", "Q4"),
      ("-0043", "yyyy", "-0043"), ("Y12345", "yy yyyy", "45 12345"), ("2020", "''yy", "'20"),
      ("0000-02-29", "EEE", "Tue"),
    ] as [(String, String, String?)])
  func writes(date: String, pattern: String, expected: String?) throws {
    #expect(try DatePattern(pattern).text(of: PartialDate(edtf: date)) == expected)
  }

  @Test(arguments: ["YYYY", "h", "'open", "yyyy x"]) func refuses(pattern: String) {
    #expect(throws: DatePattern.Problem.self) { try DatePattern(pattern) }
  }

  /// Adding as many months or years as lie between two days does not go beyond the second, and one
  /// more does.
  @Test(arguments: [1, 2]) func betweenIsTheInverseOfAdding(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let start = PartialDate(day: Int32.random(in: -200_000...200_000, using: &random))
      let end = PartialDate(
        day: start.firstDay + Int32.random(in: 0...20_000, using: &random))
      for unit in CalendarDuration.Unit.allCases {
        let count = try #require(PartialDate.whole(unit, from: start, to: end))
        let reached = try #require(CalendarDuration(count, unit).flatMap(start.adding))
        let beyond = try #require(CalendarDuration(count + 1, unit).flatMap(start.adding))
        #expect(reached.firstDay <= end.firstDay, "seed \(seed): \(start) \(end) \(unit)")
        #expect(beyond.firstDay > end.firstDay, "seed \(seed): \(start) \(end) \(unit)")
        #expect(PartialDate.whole(unit, from: end, to: start) == -count)
      }
    }
  }

  @Test func ages() throws {
    let today = try PartialDate(edtf: "2022-06-15")
    func age(_ date: String) throws -> Int? { try PartialDate(edtf: date).age(on: today) }
    #expect(try age("2020") == 1)
    #expect(try age("2020-06-15") == 2)
    #expect(try age("2020-06-16") == 1)
    #expect(try age("2022") == 0)
    #expect(try age("2023") == nil)
    #expect(try age("../2000") == 21)
    #expect(try age("2000/..") == 0)
  }
}
