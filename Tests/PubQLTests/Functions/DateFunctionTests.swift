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
    FunctionCases(
      "season",
      ordinary: [
        ("season(2020-05)", "spring"), ("season(2020-12-31)", "winter"),
        ("season(2020-01)", "winter"), ("season(date(\"2020-23\"))", "autumn"),
        ("season(date(\"2020-24\"))", "winter"), ("season(date(\"2020-06/2020-08\"))", "summer"),
      ],
      missing: [("season(missing)", "-"), ("id = 5 | select season(date)", "-")],
      empty: [("season(2020)", "-"), ("season(date(\"2020-05/2020-06\"))", "-")],
      wrong: [("season(\"2020-05\")", "PQ0203")],
      nonASCII: [],
      many: [("season([2020-02, 2020-03])", "winter / spring")]),
    FunctionCases(
      "start",
      ordinary: [("start(2020-05)", "2020-05-01"), ("start(date(\"201X\"))", "2010-01-01")],
      missing: [("start(missing)", "-")],
      empty: [("start(date(\"../2020\"))", "-")],
      wrong: [("start(\"x\")", "PQ0203")],
      nonASCII: [],
      many: [("start([2020, 2021-02])", "2020-01-01 / 2021-02-01")]),
    FunctionCases(
      "end",
      ordinary: [("end(2020-02)", "2020-02-29"), ("end(2019)", "2019-12-31")],
      missing: [("end(missing)", "-")],
      empty: [("end(date(\"2020/..\"))", "-")],
      wrong: [("end(true)", "PQ0203")],
      nonASCII: [],
      many: [("end([2020, 2021-02])", "2020-12-31 / 2021-02-28")]),
    FunctionCases(
      "precision",
      ordinary: [
        ("precision(2020-05)", "month"), ("precision(2020)", "year"),
        ("precision(date(\"2019/2021\"))", "interval"),
      ],
      missing: [("precision(missing)", "-")],
      empty: [("precision([])", "")],
      wrong: [("precision(\"x\")", "PQ0203")],
      nonASCII: [],
      many: [("precision([2020, 2020-05-14])", "year / day")]),
    FunctionCases(
      "age",
      ordinary: [
        ("age(today())", "0"), ("age(today() - 3 years)", "3"),
        ("age(today() - 3 years + 1 day)", "2"), ("where age(date) > 20", "4"),
      ],
      missing: [("age(missing)", "-"), ("id = 5 | select age(date)", "-")],
      empty: [
        ("age(today() + 1 day)", "-"), ("age(date(\"2020/..\"))", "0"),
        ("age(date(\"9000\"))", "-"),
      ],
      wrong: [("age(\"x\")", "PQ0203"), ("age(2020, today())", "PQ0111")],
      nonASCII: [],
      many: [("age([today() - 1 year, missing])", "1 / -")]),
    FunctionCases(
      "between",
      ordinary: [
        ("between(2020-05-01, 2020-05-14)", "13"), ("between(2019, 2020-05, \"months\")", "16"),
        ("between(2020-01-31, 2020-02-29, \"months\")", "1"),
        ("between(2020-01-31, 2020-02-28, \"months\")", "0"),
        ("between(2019-05-14, 2020-05-13, \"years\")", "0"),
        ("between(2019-05-14, 2020-05-14, \"year\")", "1"),
        ("between(2020-05-01, 2020-05-14, \"weeks\")", "1"),
        ("between(from: 2019, to: 2020)", "365"),
      ],
      missing: [
        ("between(missing, 2020)", "-"), ("between(2020, missing)", "-"),
        ("between(2019, 2020, missing)", "365"),
      ],
      empty: [
        ("between(2020, 2020-01-01)", "0"), ("between(date(\"../2020\"), 2021)", "-"),
      ],
      wrong: [
        ("between(2020, \"x\")", "PQ0203"), ("between(2019, 2020, \"hours\")", "PQ0404"),
        ("between(2019)", "PQ0111"),
      ],
      nonASCII: [("between(2019, 2020, \"années\")", "PQ0404")],
      many: [
        ("between(2020-05-14, 2020-05-01)", "-13"), ("between(2020-05, 2019, \"years\")", "-1"),
        ("between([2019, 2018], 2020, \"years\")", "1 / 2"),
        ("between(date(\"Y-5800000\"), date(\"Y5800000\"), \"years\")", "11600000"),
      ]),
    FunctionCases(
      "add",
      ordinary: [
        ("add(2020-01-31, 1 month)", "2020-02-29"), ("add(2020, 2 years)", "2022"),
        ("add(2020, 6 months)", "2020-07/2021-06"),
        ("id = 1 | select add(date, 1 year)", "2021-05"),
      ],
      missing: [("add(missing, 1 year)", "-"), ("add(2020, missing)", "-")],
      empty: [("add(2020-05, 0 days)", "2020-05")],
      wrong: [
        ("add(2020, 1)", "PQ0203"), ("add(\"x\", 1 year)", "PQ0203"),
        ("add(2020, 99999999 years)", "PQ0402"),
      ],
      nonASCII: [],
      many: [("add([2019, 2020-05], -(1 month))", "2018-12/2019-11 / 2020-04")]),
  ]
}
