extension FunctionCases {
  /// Statistics of lists.
  static let statistics = [
    FunctionCases(
      "avg",
      ordinary: [
        ("avg([1, 2, 6])", "3.0"), ("avg(1, 2)", "1.5"),
        ("group { a: avg(year), b: avg(count(), 2) }", "2015.6 | 4.0"),
      ],
      missing: [("avg(missing)", "-"), ("avg([1, missing, 3])", "2.0")],
      empty: [("avg([])", "-")],
      wrong: [
        ("avg(\"a\")", "PQ0203"), ("avg([1, \"a\"])", "PQ0403"), ("select avg(year)", "PQ0114"),
        ("avg()", "PQ0111"),
      ],
      nonASCII: [],
      many: [
        ("avg([1, 2], [3, 6])", "3.0"), ("avg([0.1, 0.1, 0.1])", "0.1"),
        ("avg([\(huge)], [\(huge)])", "PQ0402"),
      ]),
    FunctionCases(
      "median",
      ordinary: [("median([9, 1, 2])", "2"), ("median([1, 2, 3, 4])", "2.5")],
      missing: [("median(missing)", "-"), ("median([missing, 4])", "4")],
      empty: [("median([])", "-")],
      wrong: [("median(\"a\")", "PQ0203"), ("sort median(year)", "PQ0114")],
      nonASCII: [],
      many: [("median([1, 2], 9)", "2"), ("median([\(huge), -\(huge)])", "0")]),
    FunctionCases(
      "stddev",
      ordinary: [
        ("stddev([2, 4, 6])", "2.0"), ("round(stddev([1, 2, 2, 5]), 4)", "1.7321"),
        ("group { s: round(stddev(year), 2) }", "9.29"),
        ("group by type { s: stddev(year) } | take 1", "Book | -"),
      ],
      missing: [("stddev(missing)", "-"), ("stddev([1, missing, 3])", "1.4142135623730951")],
      empty: [
        ("stddev([])", "-"), ("stddev([1])", "-"), ("stddev([3, 3])", "0.0"),
        ("stddev([0.1, 0.1, 0.1])", "0.0"),
      ],
      wrong: [
        ("stddev(\"a\")", "PQ0203"), ("group { s: stddev(title) }", "PQ0203"),
        ("stddev([\(huge), -\(huge)])", "PQ0402"), ("select stddev(year)", "PQ0114"),
      ],
      nonASCII: [],
      many: [("stddev(1, [2, 3])", "1.0")]),
    FunctionCases(
      "percentile",
      ordinary: [
        ("percentile([1, 2, 3, 4, 5], 50)", "3"), ("percentile([10, 20], 90)", "19"),
        ("percentile([3, 1], 0)", "1"), ("percentile([3, 1], 100)", "3"),
        ("group { p: percentile(year, 25) }", "2019"),
      ],
      missing: [("percentile(missing, 50)", "-"), ("percentile([1, missing], missing)", "-")],
      empty: [("percentile([], 50)", "-")],
      wrong: [
        ("percentile([1], 101)", "PQ0404"), ("select percentile(year, 90)", "PQ0114"),
        ("percentile([1], -1)", "PQ0404"),
        ("percentile(\"a\", 50)", "PQ0203"), ("percentile([1])", "PQ0111"),
        ("group { p: percentile(year, 101) }", "PQ0216"),
      ],
      nonASCII: [],
      many: [("percentile([\(huge), -\(huge)], 50)", "0"), ("percentile(7, 10)", "7")]),
    FunctionCases(
      "mode",
      ordinary: [
        ("mode([3, 1, 3])", "3"), ("mode(\"a\", \"B\", \"b\")", "B"),
        ("group { m: mode(topic), t: mode(type) }", "Cities | Policy Brief"),
        ("mode([2, 1])", "2"),
      ],
      missing: [("mode(missing)", "-"), ("mode([missing, missing, 1])", "1")],
      empty: [("mode([])", "-")],
      wrong: [("mode()", "PQ0111"), ("select mode(type)", "PQ0114")],
      nonASCII: [("mode([\"étude\", \"x\", \"ETUDE\"])", "étude")],
      many: [("mode([1, 2], [2])", "2"), ("id = 1 | select mode(topics)", "Cities")]),
    FunctionCases(
      "correlation",
      ordinary: [
        ("correlation([1, 2, 3], [2, 4, 6])", "1.0"), ("correlation([1, 2, 3], [3, 2, 1])", "-1.0"),
        ("round(correlation([1, 2, 3, 4], [1, 3, 2, 4]), 2)", "0.8"),
        ("group { c: round(correlation(year, length(topics)), 2) }", "-0.11"),
        (
          "group { c: correlation(year, year, year > 2000), d: correlation(year, -year) }",
          "1.0 | -1.0"
        ),
      ],
      missing: [
        ("correlation(missing, missing)", "-"), ("correlation([1, missing, 3], [2, 9, 6])", "1.0"),
        ("group { c: correlation(year, missing) }", "-"),
      ],
      empty: [
        ("correlation([], [])", "-"), ("correlation([1], [2])", "-"),
        ("correlation([1, 1], [1, 2])", "-"), ("correlation([0.1, 0.1, 0.1], [1, 2, 3])", "-"),
      ],
      wrong: [
        ("correlation([1, 2], [1])", "PQ0404"), ("correlation([1, 2], [\"a\", \"b\"])", "PQ0203"),
        ("correlation([1, 2])", "PQ0111"), ("select correlation(year, year)", "PQ0114"),
        ("group { c: correlation(year) }", "PQ0111"),
        ("group { c: correlation(title, year) }", "PQ0203"),
        ("group { c: correlation(year, title) }", "PQ0203"),
        ("correlation([\(huge), -\(huge)], [1, 2])", "PQ0402"),
        ("group { c: correlation(year, year, true, 1) }", "PQ0111"),
      ],
      nonASCII: [],
      many: [("correlation([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12])", "1.0")]),
    FunctionCases(
      "histogram",
      ordinary: [
        (
          "histogram([1, 2, 3, 10], 3)",
          "{from: 1, to: 4, count: 3} / {from: 4, to: 7, count: 0} / {from: 7, to: 10, count: 1}"
        ),
        ("length(histogram([1, 2]))", "10"),
        ("histogram([0, 1, 2, 4], 2)", "{from: 0, to: 2, count: 2} / {from: 2, to: 4, count: 2}"),
      ],
      missing: [
        ("histogram(missing)", ""), ("histogram([1, missing], 5)", "{from: 1, to: 1, count: 1}"),
      ],
      empty: [("histogram([])", ""), ("histogram([3, 3])", "{from: 3, to: 3, count: 2}")],
      wrong: [
        ("histogram([1], 0)", "PQ0404"), ("histogram([1], 10001)", "PQ0404"),
        ("histogram([1], 1.5)", "PQ0404"), ("histogram([\"a\"])", "PQ0203"),
        ("histogram([1, \"a\"])", "PQ0403"),
      ],
      nonASCII: [],
      many: [
        (
          "histogram([-\(huge), \(huge)], 2)",
          "{from: -1e+308, to: 0, count: 1} / {from: 0, to: 1e+308, count: 1}"
        ),
        ("length(histogram([1, 2], 10000))", "10000"),
        // Each border but the last two begins a part of one number.
        ("length(filter(histogram(range(0, 100), 100), part => part.count = 1))", "99"),
      ]),
  ]
}
