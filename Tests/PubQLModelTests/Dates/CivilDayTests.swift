import PubQLModel
import Testing

@Suite struct CivilDayTests {
  @Test func `every day of 6000 years has its own number`() {
    var number: Int32? = nil
    var broken: [String] = []
    for year in -3000...3000 {
      for month in 1...12 {
        // First, last and two days between them: the days inside a month count on.
        let last = CivilDay.days(inMonth: month, of: year)
        guard let first = CivilDay(year: year, month: month, day: 1) else {
          broken.append("\(year)-\(month)")
          continue
        }
        if let number, number + 1 != first.number { broken.append("gap at \(year)-\(month)") }
        for day in [1, 2, 17, last] {
          let civil = CivilDay(year: year, month: month, day: day)
          if civil?.number != first.number + Int32(day) - 1
            || civil.map({ CivilDay(number: $0.number) }) != civil
          {
            broken.append("\(year)-\(month)-\(day)")
          }
        }
        number = first.number + Int32(last) - 1
      }
    }
    #expect(broken == [])
  }

  @Test(arguments: [
    (1970, 1, 1, 0), (2000, 3, 1, 11017), (1969, 12, 31, -1), (0, 3, 1, -719_468),
    (2020, 5, 14, 18396), (1582, 10, 15, -141_427),
  ])
  func `known days`(year: Int, month: Int, day: Int, number: Int32) {
    #expect(CivilDay(year: year, month: month, day: day)?.number == number)
  }

  @Test func `the ends of Int32 are days`() {
    for number in [Int32.min, Int32.min + 1, 0, Int32.max - 1, Int32.max] {
      let civil = CivilDay(number: number)
      #expect(1...12 ~= civil.month)
      #expect(1...31 ~= civil.day)
    }
  }

  @Test func `there is no such day`() {
    for (year, month, day) in [
      (2019, 2, 29), (2020, 2, 30), (2020, 13, 1), (2020, 0, 1), (2020, 1, 0), (Int.max, 1, 1),
      (Int.min, 1, 1), (2020, Int.max, 1), (2020, 1, Int.min), (1900, 2, 29),
    ] {
      #expect(CivilDay(year: year, month: month, day: day) == nil)
    }
    #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
  }
}
