extension FunctionCases {
  /// 10 to the power of 308.
  static let huge = "1" + String(repeating: "0", count: 308) + ".0"

  /// Functions of numbers.
  static let numbers = numberRoundings + numberSums + numberTexts

  private static let numberRoundings = [
    FunctionCases(
      "round",
      ordinary: [
        ("round(2.5)", "3"), ("round(number: 2.55, digits: 1)", "2.6"),
        ("round(digits: 1, number: 2.5)", "2.5"), ("round(-2.5)", "-3"),
      ],
      missing: [("round(missing)", "-"), ("round(2.5, missing)", "3")],
      empty: [("round(0)", "0"), ("round(0.0, 3)", "0.0")],
      wrong: [
        ("round(\"a\")", "PQ0203"), ("round(1, number: 2)", "PQ0111"),
        ("round(2.5, 99)", "PQ0404"), ("round(2.5, -1)", "PQ0404"),
        ("round(2.5, 1.5)", "PQ0404"), ("round([1, \"a\"])", "PQ0403"),
      ],
      nonASCII: [],
      many: [
        ("round([1.4, 1.6])", "1 / 2"), ("round(9007199254740993)", "9007199254740993"),
        ("round(\(huge))", "1e+308"), ("round([1.5, missing])", "2 / -"),
      ]),
    FunctionCases(
      "floor",
      ordinary: [("floor(2.9)", "2"), ("floor(-2.1)", "-3")],
      missing: [("floor(missing)", "-")],
      empty: [("floor(0.0)", "0")],
      wrong: [("floor(\"a\")", "PQ0203")],
      nonASCII: [],
      many: [
        ("floor(-9223372036854775807)", "-9223372036854775807"), ("floor([1.5, 2])", "1 / 2"),
      ]),
    FunctionCases(
      "ceil",
      ordinary: [("ceil(2.1)", "3"), ("ceil(-2.9)", "-2")],
      missing: [("ceil(missing)", "-")],
      empty: [("ceil(0)", "0")],
      wrong: [("ceil(true)", "PQ0203")],
      nonASCII: [],
      many: [("ceil(\(huge))", "1e+308"), ("ceil([1.5, 2])", "2 / 2")]),
    FunctionCases(
      "abs",
      ordinary: [("abs(-3)", "3"), ("abs(2.5)", "2.5")],
      missing: [("abs(missing)", "-")],
      empty: [("abs(0)", "0")],
      wrong: [("abs(\"a\")", "PQ0203"), ("abs(-9223372036854775807 - 1)", "PQ0402")],
      nonASCII: [],
      many: [("abs([-1, 2])", "1 / 2")]),
    FunctionCases(
      "sqrt",
      ordinary: [("sqrt(9)", "3"), ("sqrt(2.25)", "1.5")],
      missing: [("sqrt(missing)", "-")],
      empty: [("sqrt(0)", "0")],
      wrong: [("sqrt(-1)", "PQ0404"), ("sqrt(\"a\")", "PQ0203"), ("sqrt(1, 2)", "PQ0111")],
      nonASCII: [],
      many: [("sqrt([4, 16])", "2 / 4"), ("sqrt(\(huge))", "1e+154")]),
    FunctionCases(
      "power",
      ordinary: [("power(2, 10)", "1024"), ("power(9, 0.5)", "3"), ("power(2, -1)", "0.5")],
      missing: [("power(missing, 2)", "-"), ("power(2, missing)", "-")],
      empty: [("power(0, 0)", "1"), ("power(0, 3)", "0")],
      wrong: [
        ("power(0, -1)", "PQ0404"), ("power(-4, 0.5)", "PQ0404"), ("power(10, 400)", "PQ0402"),
        ("power(\"a\", 2)", "PQ0203"), ("power(2)", "PQ0111"),
      ],
      nonASCII: [],
      many: [
        ("power([2, 3], 2)", "4 / 9"), ("power(2, 62)", "4611686018427387904"),
        ("power(2, 63)", "PQ0402"), ("power(-2, 63) + 1", "-9223372036854775807"),
        ("power(3, 39)", "4052555153018976267"), ("power(2.0, 64)", "1.8446744073709552e+19"),
        ("power(-1, 9223372036854775807)", "-1"), ("power(0, 9223372036854775807)", "0"),
      ]),
    FunctionCases(
      "log",
      ordinary: [
        ("log(1000, 10)", "3"), ("log(8, 2)", "3"), ("round(log(10), 3)", "2.303"),
        ("round(log(81, 3), 9)", "4"), ("log(0.5, 2)", "-1"),
      ],
      missing: [("log(missing)", "-"), ("log(1, missing)", "0")],
      empty: [("log(1)", "0")],
      wrong: [
        ("log(0)", "PQ0404"), ("log(-1)", "PQ0404"), ("log(2, 1)", "PQ0404"),
        ("log(2, -2)", "PQ0404"), ("log(\"a\")", "PQ0203"),
      ],
      nonASCII: [],
      many: [("log([10, 100], 10)", "1 / 2"), ("log(\(huge), 10)", "308")]),
  ]

  private static let numberSums = [
    FunctionCases(
      "min",
      ordinary: [
        ("min(3, 1, 2)", "1"), ("min([2020-05, 2019, 2020])", "2019"), ("min(\"b\", \"A\")", "A"),
        ("id = 1 | select min(length(topics), 2)", "2"), ("min(2020-05, 2019) + 1 year", "2020"),
        ("group by type { a: min(count(), 1) } | take 1", "Book | 1"),
        ("group { a: min(year), b: min(max(year), 2000) }", "1999 | 2000"),
      ],
      missing: [("min(missing)", "-"), ("min(3, missing, 2)", "2")],
      empty: [("min([])", "-"), ("min([], 3)", "3")],
      wrong: [
        ("min()", "PQ0111"), ("select min(year)", "PQ0114"), ("sort min(date)", "PQ0114"),
        ("group { a: min(year, 3) }", "PQ0201"), ("min(values: 3)", "PQ0111"),
      ],
      nonASCII: [("min(\"étude\", \"zebra\")", "étude"), ("min(\"研\", \"a\")", "a")],
      many: [
        ("min([3, [1]], 2)", "2"), ("min([4, 5], [3, 6])", "3"),
        ("id = 1 | select min(topics)", "Cities"),
        ("min(-\(huge), -9223372036854775807)", "-1e+308"),
      ]),
    FunctionCases(
      "max",
      ordinary: [
        ("max(3, 1, 2.5)", "3"), ("max(1999-05, 2019)", "2019"),
        ("max([2020-05, 2019])", "2020-05"),
        ("id in [1, 5] | sort id | select max(year, 2000)", "2020 / 2000"),
        ("group { a: round(max(count(), 3)), b: max(max(year), 1) }", "6 | 2020"),
        ("def most = max(year); group { a: most, b: max(most, 3000) }", "2020 | 3000"),
      ],
      missing: [("max(missing, missing)", "-"), ("max(missing, 2)", "2")],
      empty: [("max([])", "-")],
      wrong: [("max()", "PQ0111"), ("where max(year) > 3", "PQ0114")],
      nonASCII: [("max(\"Élan\", \"apple\")", "Élan")],
      many: [
        ("max([1, 2], [3])", "3"),
        ("id = 1 | select max(authors)", "Cristina de Esperanza Picardo"),
      ]),
    FunctionCases(
      "sum",
      ordinary: [
        ("sum(1, 2, 3.5)", "6.5"), ("sum([1, 2])", "3"),
        ("group { a: sum(count(), 10), b: sum(list(year)) }", "16 | 10078"),
        ("id = 1 | select sum(length(topics), 1)", "4"),
      ],
      missing: [("sum(missing)", "0"), ("sum(1, missing)", "1")],
      empty: [("sum([])", "0")],
      wrong: [
        ("sum(\"a\")", "PQ0203"), ("sum([1, \"a\"])", "PQ0403"), ("sum()", "PQ0111"),
        ("sum(9223372036854775807, 1)", "PQ0402"), ("select sum(year)", "PQ0114"),
        ("sum(\(huge), \(huge)) * 10", "PQ0402"),
      ],
      nonASCII: [],
      many: [("sum([1, 2], [3, 4], 5)", "15")]),
  ]

  private static let numberTexts = [
    FunctionCases(
      "format",
      ordinary: [
        ("format(1234.5)", "1,234.5"), ("format(1234567)", "1,234,567"), ("format(999)", "999"),
        ("format(-1234.5)", "-1,234.5"), ("format(1234.5, 2)", "1,234.50"),
        ("format(2.675, 1)", "2.7"), ("format(0.999, 2)", "1.00"), ("format(1234, 1)", "1,234.0"),
        ("format(1234567, 0, \" \")", "1 234 567"), ("format(1234567, 0, \"\")", "1234567"),
        ("format(2020-05-14)", "14 May 2020"), ("format(2020-05)", "May 2020"),
        ("format(date(\"2020-21\"))", "spring 2020"), ("format(date(\"201X~\"))", "c. 2010s"),
        ("format(date(\"2019/2021\"))", "2019–2021"), ("format(date(\"2020-05?\"))", "May 2020?"),
        ("format(2020-05-14, \"yyyy-MM-dd\")", "2020-05-14"),
        ("format(2020-05-04, \"EEEE, d MMM yy\")", "Monday, 4 May 20"),
        ("format(2020-05, \"'Q'Q yyyy\")", "Q2 2020"),
        ("format(2020-05, \"MMMM 'of' y\")", "May of 2020"),
        ("format(2020-05, \"d MMMM yyyy\")", "May 2020"), ("format(2020, \"yyyy-MM-dd\")", "2020"),
        ("format(2020-05, \"MMMM d, yyyy\")", "May 2020"),
        ("format(2020, \"(MM/yyyy)\")", "(2020)"),
        ("format(2020, \"MM\")", "-"), ("format(date(\"2019/2021\"), \"yyyy\")", "2019–2021"),
        ("format(date(\"2019-03/..\"), \"MMM yyyy\")", "Mar 2019–"),
        ("format(date(\"2020-05/2020-06\"), \"yyyy\")", "2020"),
        ("format(date(\"2020-21\"), \"MMMM yyyy\")", "2020"),
        ("format(2020-05-14, \"''yy\")", "'20"),
        ("format(date(\"-0043\"), \"y yyyy\")", "-43 -0043"),
        ("format(1970-01-01, \"EEE\")", "Thu"), ("format(1969-12-31, \"EEE\")", "Wed"),
        ("format(2001..2003)", "2001–2003"), ("format(2019-05..2021)", "May 2019–2021"),
        ("format(2020-01-03..2021, \"d MMM yyyy\")", "3 Jan 2020–2021"),
        ("format(2001.., \"yy\")", "01–"), ("format(..2003)", "–2003"),
        ("format(1..3)", "1..3"), ("format(0..1500)", "0..1,500"),
        ("format(1500..1700.5)", "1,500..1,700.5"), ("format(12345..)", "12,345.."),
        ("format(..12345)", "..12,345"), ("format(2001..2003, 0)", "2,001..2,003"),
        ("format(0..1500.25, 1, \" \")", "0.0..1 500.3"),
      ],
      missing: [
        ("format(missing)", "-"), ("format(1234.5, missing)", "1,234.5"),
        ("id = 5 | select format(date, \"yyyy\")", "-"),
      ],
      empty: [
        ("format(0)", "0"), ("format(-0.001, 1)", "0.0"), ("format(2020-05, \"\")", "-"),
        ("format(0.5, 0)", "1"), ("format([])", ""),
      ],
      wrong: [
        ("format(\"a\")", "PQ0403"), ("format(1.5, 16)", "PQ0404"), ("format(1.5, -1)", "PQ0404"),
        ("format(2020-05, \"YYYY\")", "PQ0404"), ("format(2020-05, \"d 'of\")", "PQ0404"),
        ("format(2020-05, 3)", "PQ0404"), ("format(true)", "PQ0403"), ("format()", "PQ0111"),
        ("format(5, \"yyyy\")", "PQ0404"), ("format(1..5, \"yyyy\")", "PQ0404"),
        ("format(2020-05..2021-01, 3)", "PQ0404"), ("format(1..5, 16)", "PQ0404"),
      ],
      nonASCII: [
        ("format(2020-05-14, \"yyyy年M月d日\")", "2020年5月14日"),
        ("format(1234.5, separator: \"’\")", "1’234.5"),
      ],
      many: [
        ("format([1000, 2020-05])", "1,000 / May 2020"),
        ("format(9223372036854775807)", "9,223,372,036,854,775,807"),
        ("format(-9223372036854775807 - 1)", "-9,223,372,036,854,775,808"),
        ("format(\(huge))", "1e+308"), ("format(12345.678, 15)", "12,345.677999999999884"),
        ("format(1000000000000000000.0)", "1,000,000,000,000,000,000"),
        ("format(0.00001)", "1e-05"), ("format(0.00001, 6)", "0.000010"),
        ("id = 1 | select format(year, \"yy\")", "20"),
      ]),
    FunctionCases(
      "number",
      ordinary: [
        ("number(\"12\") + 1", "13"), ("number(\"1,234.5\")", "1234.5"), ("number(\" -3 \")", "-3"),
        ("number(\"+1e3\")", "1000.0"), ("number(\".5\")", "0.5"), ("number(3)", "3"),
        ("number(\"1,234,567\")", "1234567"), ("where number(`pages`) > 10", "1"),
        ("number(find(\"12 pages\", /\\d+/)[0]) * 2", "24"),
      ],
      missing: [("number(missing)", "-"), ("id = 3 | select number(`pages`)", "-")],
      empty: [("number(\"\")", "-"), ("number(\"-\")", "-"), ("number(\".\")", "-")],
      wrong: [
        ("number(\"12 pages\")", "-"), ("number(\"1,23\")", "-"), ("number(\"1234,567\")", "-"),
        ("number(\"0x1F\")", "-"), ("number(\"inf\")", "-"), ("number(\"nan\")", "-"),
        ("number(\"1e999\")", "-"), ("number(\"5.\")", "-"), ("number(\"1e\")", "-"),
        ("number(true)", "-"), ("number(2020-05)", "-"), ("number()", "PQ0111"),
      ],
      nonASCII: [("number(\"−5\")", "-5"), ("number(\"5²\")", "-"), ("number(\"٣\")", "-")],
      many: [
        ("number([\"1\", \"x\"])", "1 / -"),
        ("number(\"9223372036854775807\")", "9223372036854775807"),
        ("number(\"9223372036854775808\")", "9.223372036854776e+18"),
      ]),
  ]
}
