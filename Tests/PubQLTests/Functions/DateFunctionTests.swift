extension FunctionCases {
  /// Functions of dates.
  static let dates = [
    FunctionCases(
      "date",
      ordinary: [
        ("date(\"May 2020\")", "2020-05"), ("date(2020)", "2020"), ("date(\"201X\")", "201X"),
        ("date(\"2020-05~\")", "2020-05~"),
      ],
      missing: [("date(missing)", "-")],
      empty: [("date(\"\")", "PQ0207")],
      wrong: [("date(\"nonsense\")", "PQ0207"), ("id = 1 | select date(title)", "-")],
      nonASCII: [("id = 6 | select date(title)", "-")],
      many: [("date([\"2020\", \"May 2020\"])", "2020 / 2020-05")]),
    FunctionCases(
      "today",
      ordinary: [("today() > 2020", "true"), ("today().precision", "day")],
      missing: [], empty: [],
      wrong: [("today(1)", "PQ0111")],
      nonASCII: [], many: []),
    FunctionCases(
      "year",
      ordinary: [("year(2020-05)", "2020"), ("year(2020)", "2020")],
      missing: [("year(missing)", "-"), ("id = 5 | select year(date)", "-")],
      empty: [("year(date(\"2019/2021\"))", "-"), ("year([])", "")],
      wrong: [("year(\"2020\")", "PQ0203"), ("year(2019..2021)", "PQ0203")],
      nonASCII: [],
      many: [("year([2020-05, 2019])", "2020 / 2019")]),
    FunctionCases(
      "month",
      ordinary: [("month(2020-05)", "5")],
      missing: [("month(missing)", "-")],
      empty: [("month(2020)", "-")],
      wrong: [("month(\"May\")", "PQ0203")],
      nonASCII: [],
      many: [("month([2020-05, 2020-06-30])", "5 / 6")]),
    FunctionCases(
      "day",
      ordinary: [("day(2020-05-14)", "14")],
      missing: [("day(missing)", "-")],
      empty: [("day(2020-05)", "-")],
      wrong: [("day(true)", "PQ0203")],
      nonASCII: [],
      many: [("day([2020-05-14, 2020-05-15])", "14 / 15")]),
    FunctionCases(
      "quarter",
      ordinary: [("quarter(2020-05)", "2")],
      missing: [("quarter(missing)", "-")],
      empty: [("quarter(2020)", "-")],
      wrong: [("quarter(\"x\")", "PQ0203")],
      nonASCII: [],
      many: [("quarter([2020-01, 2020-12])", "1 / 4")]),
    FunctionCases(
      "decade",
      ordinary: [("decade(1999)", "1990"), ("decade(date(\"201X\"))", "2010")],
      missing: [("decade(missing)", "-")],
      empty: [("decade(date(\"2019/2021\"))", "-")],
      wrong: [("decade(\"x\")", "PQ0203")],
      nonASCII: [],
      many: [("decade([1999, 2000])", "1990 / 2000")]),
  ]
}
