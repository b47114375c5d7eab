extension FunctionCases {
  /// Functions of lists.
  static let lists = [
    FunctionCases(
      "length",
      ordinary: [("length([3, 4])", "2"), ("length(\"Cote\")", "4")],
      missing: [("length(missing)", "0"), ("id = 5 | select length(abstract)", "0")],
      empty: [("length([])", "0"), ("length(\"\")", "0")],
      wrong: [
        ("length()", "PQ0111"), ("length(3)", "PQ0203"), ("length(true)", "PQ0203"),
        ("length(values({a: 3})[0])", "PQ0203"),
      ],
      nonASCII: [("length(\"研究 Côte\")", "7")],
      many: [("length([[1], [2]])", "2"), ("where length(topics) > 2", "1")]),
    FunctionCases(
      "join",
      ordinary: [("join([\"a\", \"b\"], \" + \")", "a + b"), ("join([1, 2])", "1; 2")],
      missing: [("join([1, missing, \"a\"], \"-\")", "1--a"), ("join(missing)", "")],
      empty: [("join([], \"-\")", "")],
      wrong: [("join([1], 2)", "PQ0203")],
      nonASCII: [("join([\"é\", \"研\"], \"·\")", "é·研")],
      many: [("id = 1 | select join(topics, \"/\")", "Cities/Governance/COVID-19")]),
    FunctionCases(
      "reverse",
      ordinary: [("reverse([1, 2, 3])", "3 / 2 / 1")],
      missing: [("reverse(missing)", "")],
      empty: [("reverse([])", "")],
      wrong: [("reverse()", "PQ0111")],
      nonASCII: [("reverse([\"é\", \"研\"])", "研 / é")],
      many: [("id = 1 | select reverse(topics)", "[COVID-19, Governance, Cities]")]),
    FunctionCases(
      "first",
      ordinary: [("first([3, 4])", "3"), ("first([3, 4, 5], 2)", "3 / 4"), ("first(7)", "7")],
      missing: [
        ("first(missing)", "-"), ("first(missing, 2)", ""), ("first([1, 2], missing)", "1"),
        ("first([missing, 2])", "-"),
      ],
      empty: [("first([])", "-"), ("first([], 3)", ""), ("first([1], 0)", "")],
      wrong: [
        ("first()", "PQ0111"), ("first([1], -1)", "PQ0404"), ("first([1], 1.5)", "PQ0404"),
        ("first([1], \"a\")", "PQ0203"),
      ],
      nonASCII: [("first([\"é\", \"研\"])", "é")],
      many: [
        ("first([1, 2], 9223372036854775807)", "1 / 2"),
        ("id = 1 | select first(topics), n: first(topics, 2)", "Cities | [Cities, Governance]"),
        ("where first(authors).family = \"Ekman\"", "1 2 6"),
      ]),
    FunctionCases(
      "last",
      ordinary: [("last([3, 4])", "4"), ("last([3, 4, 5], 2)", "4 / 5")],
      missing: [("last(missing)", "-"), ("last(missing, 2)", "")],
      empty: [("last([])", "-"), ("last([1], 0)", "")],
      wrong: [("last([1], -1)", "PQ0404"), ("last([1], 1, 1)", "PQ0111")],
      nonASCII: [("last([\"é\", \"研\"])", "研")],
      many: [
        ("last([1, 2], 9223372036854775807)", "1 / 2"),
        ("id = 1 | select last(topics)", "COVID-19"),
      ]),
    FunctionCases(
      "take",
      ordinary: [("take([3, 4, 5], 2)", "3 / 4")],
      missing: [("take(missing, 2)", ""), ("take([1], missing)", "PQ0404")],
      empty: [("take([], 2)", ""), ("take([1], 0)", "")],
      wrong: [
        ("take([1])", "PQ0111"), ("take([1], -1)", "PQ0404"), ("take([1], \"a\")", "PQ0203"),
      ],
      nonASCII: [("take([\"é\", \"研\"], 1)", "é")],
      many: [
        ("take([1, 2], 9223372036854775807)", "1 / 2"),
        ("id = 1 | select take(topics, 1)", "[Cities]"),
      ]),
    FunctionCases(
      "skip",
      ordinary: [("skip([3, 4, 5], 2)", "5")],
      missing: [("skip(missing, 2)", "")],
      empty: [("skip([], 2)", ""), ("skip([1], 0)", "1"), ("skip([1], 3)", "")],
      wrong: [("skip([1], -1)", "PQ0404"), ("skip([1], 0.5)", "PQ0404")],
      nonASCII: [("skip([\"é\", \"研\"], 1)", "研")],
      many: [
        ("skip([1, 2], 9223372036854775807)", ""),
        ("id = 1 | select skip(topics, 1)", "[Governance, COVID-19]"),
      ]),
    FunctionCases(
      "unique",
      ordinary: [
        ("unique([\"Cities\", \"cities\", \"Trade\"])", "Cities / Trade"),
        ("unique([1, 1.0, 2])", "1 / 2"), ("unique([2020, 2020-05, 2020-05])", "2020 / 2020-05"),
        ("unique([[1, 2], [1, 2], [2, 1]])", "[1, 2] / [2, 1]"),
      ],
      missing: [("unique(missing)", ""), ("unique([missing, 1, missing])", "- / 1")],
      empty: [("unique([])", "")],
      wrong: [("unique()", "PQ0111"), ("unique([1], [2])", "PQ0111")],
      nonASCII: [("unique([\"é\", \"E\", \"研\"])", "é / 研")],
      many: [
        ("unique(range(1, 100000)) | count", "100000"),
        (
          "unique((from corpus | each author | select author))",
          "Alice Ekman / Cristina de Esperanza Picardo / Jan van den Berg / Ekman, Bo"
        ),
      ]),
    FunctionCases(
      "flatten",
      ordinary: [("flatten([1, [2, [3]], []])", "1 / 2 / 3"), ("flatten(3)", "3")],
      missing: [("flatten(missing)", ""), ("flatten([1, [missing]])", "1 / -")],
      empty: [("flatten([])", ""), ("flatten([[], [[]]])", "")],
      wrong: [("flatten()", "PQ0111")],
      nonASCII: [("flatten([[\"é\"], \"研\"])", "é / 研")],
      many: [("flatten([range(1, 500000), [range(1, 500000)]]) | count", "1000000")]),
    FunctionCases(
      "zip",
      ordinary: [("zip([1, 2], [\"a\", \"b\"])", "[1, a] / [2, b]")],
      missing: [("zip(missing, [1])", ""), ("zip([missing], [1])", "[-, 1]")],
      empty: [("zip([], [1])", ""), ("zip([1, 2, 3], [4])", "[1, 4]")],
      wrong: [("zip([1])", "PQ0111")],
      nonASCII: [("zip([\"é\"], [\"研\"])", "[é, 研]")],
      many: [
        (
          "id = 1 | select zip(authors, regions)",
          "[[Alice Ekman, China], [Cristina de Esperanza Picardo, Asia]]"
        )
      ]),
    FunctionCases(
      "pairs",
      ordinary: [
        ("pairs([\"b\", \"a\", \"c\"])", "[a, b] / [b, c] / [a, c]"),
        ("pairs([2, 1])", "[1, 2]"),
      ],
      missing: [("pairs(missing)", ""), ("pairs([1, missing, 2])", "[1, 2]")],
      empty: [("pairs([])", ""), ("pairs([1])", ""), ("pairs([\"a\", \"A\"])", "")],
      wrong: [("pairs()", "PQ0111"), ("pairs(range(1, 1000000))", "PQ0404")],
      nonASCII: [("pairs([\"Zulu\", \"Éire\"])", "[Éire, Zulu]")],
      many: [
        ("pairs(range(1, 1000)) | count", "499500"),
        (
          "id = 1 | select pairs(topic)",
          "[[Cities, Governance], [Cities, COVID-19], [COVID-19, Governance]]"
        ),
        ("count by pairs(topic) | where count > 1 and not missing(pairs)", ""),
      ]),
    FunctionCases(
      "range",
      ordinary: [
        ("range(1, 3)", "1 / 2 / 3"), ("range(3, 1, -1)", "3 / 2 / 1"),
        ("range(2000, 2025, 10)", "2000 / 2010 / 2020"), ("range(-1, 1)", "-1 / 0 / 1"),
        ("range(0, 1, 0.5)", "0.0 / 0.5 / 1.0"), ("range(0, 1, 0.1)[-1]", "1.0"),
      ],
      missing: [
        ("range(missing, 3)", ""), ("range(1, missing)", ""), ("range(1, 2, missing)", "1 / 2"),
      ],
      empty: [("range(3, 1)", ""), ("range(1, 3, -1)", ""), ("range(2, 2)", "2")],
      wrong: [
        ("range(1)", "PQ0111"), ("range(\"a\", 2)", "PQ0203"), ("range(1, 2, 0)", "PQ0404"),
        ("range(1, 2, 0.0)", "PQ0404"), ("range(1, 1000001)", "PQ0404"),
        ("range(0, 1, 0.0000001)", "PQ0404"),
      ],
      nonASCII: [],
      many: [
        ("range(1, 1000000) | count", "1000000"),
        (
          "range(-9223372036854775807, 9223372036854775807, 9000000000000000000)",
          "-9223372036854775807 / -223372036854775807 / 8776627963145224193"
        ),
        ("range(-9223372036854775807, 9223372036854775807)", "PQ0404"),
        ("range(9223372036854775806, 9223372036854775807)[1]", "9223372036854775807"),
        ("range(-\(huge), \(huge), 1)", "PQ0404"),
      ]),
    FunctionCases(
      "sort",
      ordinary: [("sort([3, 1, 2])", "1 / 2 / 3"), ("sort([\"b\", \"A\", \"a\"])", "A / a / b")],
      missing: [("sort(missing)", ""), ("sort([missing, 2, 1])", "1 / 2 / -")],
      empty: [("sort([])", ""), ("sort(3)", "3")],
      wrong: [("sort()", "PQ0111"), ("sort([1], 2)", "PQ0203")],
      nonASCII: [("sort([\"z\", \"é\", \"f\"])", "é / f / z")],
      many: [
        ("sort([true, \"a\", 2020-05, 3])", "true / 3 / 2020-05 / a"),
        ("sort([3, 1, 2], x => -x)", "3 / 2 / 1"),
        ("sort([\"b1\", \"a1\", \"b0\"], t => t[0..0])", "a1 / b1 / b0"),
        ("sort([1, 2, 3], x => if x = 1 then missing else 0)", "2 / 3 / 1"),
        (
          "id = 1 | select sort(authors, a => a.family)",
          "[Alice Ekman, Cristina de Esperanza Picardo]"
        ),
        ("id = 1 | select sort(topics)", "[Cities, COVID-19, Governance]"),
        ("sort([2020-05, date(\"2020\"), 2019-12])", "2019-12 / 2020 / 2020-05"),
      ]),
    FunctionCases(
      "map",
      ordinary: [("map([1, 2], x => x * 10)", "10 / 20"), ("map([1], x => [x, x])", "[1, 1]")],
      missing: [("map(missing, x => 1)", ""), ("map([missing, 1], x => x + 1)", "- / 2")],
      empty: [("map([], x => 1 / 0)", "")],
      wrong: [
        ("map([1], 2)", "PQ0203"), ("map([1])", "PQ0111"), ("map([1], (a, b) => a)", "PQ0404"),
        ("map([1, 0], x => 1 / x)", "PQ0401"), ("map([1], \"x => x\")", "PQ0203"),
      ],
      nonASCII: [("map([\"é\"], x => upper(x))", "É")],
      many: [
        ("id = 1 | select map(authors, a => a.family)", "[Ekman, Esperanza Picardo]"),
        ("map(range(1, 100000), x => x)[-1]", "100000"),
      ]),
    FunctionCases(
      "filter",
      ordinary: [("filter([1, 5, 7], x => x > 4)", "5 / 7")],
      missing: [
        ("filter(missing, x => true)", ""), ("filter([1, missing], x => missing(x))", "-"),
        ("filter([1, 2], x => missing)", ""),
      ],
      empty: [("filter([], x => true)", "")],
      wrong: [
        ("filter([1], x => x)", "PQ0404"), ("filter([1], true)", "PQ0203"),
        ("filter([1])", "PQ0111"),
      ],
      nonASCII: [("filter([\"é\", \"研\"], x => x = \"E\")", "é")],
      many: [
        ("id = 1 | select filter(topics, t => t starts \"C\")", "[Cities, COVID-19]"),
        ("filter(range(1, 100000), x => x % 50000 = 0)", "50000 / 100000"),
      ]),
    FunctionCases(
      "any",
      ordinary: [("any([1, 5], x => x > 4)", "true"), ("any([1, 2], x => x > 4)", "false")],
      missing: [("any(missing, x => true)", "false"), ("any([missing], x => x > 4)", "false")],
      empty: [("any([], x => true)", "false")],
      wrong: [
        ("any([1], x => x)", "PQ0404"), ("any([1])", "PQ0111"), ("any([1], 3)", "PQ0203"),
        ("any([5, 0], x => 10 / x > 1)", "true"), ("any([0, 5], x => 10 / x > 1)", "PQ0401"),
      ],
      nonASCII: [("any([\"Côte\"], x => x = \"cote\")", "true")],
      many: [
        ("where any(topics, t => t starts \"C\")", "1 4 6"),
        ("where any(authors, a => a.given starts \"A\")", "1 2"),
      ]),
    FunctionCases(
      "all",
      ordinary: [("all([5, 6], x => x > 4)", "true"), ("all([1, 5], x => x > 4)", "false")],
      missing: [("all(missing, x => false)", "true"), ("all([missing], x => x > 4)", "false")],
      empty: [("all([], x => false)", "true")],
      wrong: [("all([1], x => \"a\")", "PQ0404"), ("all(3, 4)", "PQ0203")],
      nonASCII: [("all([\"é\", \"E\"], x => x = \"e\")", "true")],
      many: [
        ("where not missing(topic) and all(topics, t => t starts \"C\")", "6"),
        ("all(range(1, 100000), x => x > 0)", "true"),
      ]),
  ]
}
