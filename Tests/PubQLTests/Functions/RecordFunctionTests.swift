extension FunctionCases {
  /// Functions of records.
  static let records = [
    FunctionCases(
      "keys",
      ordinary: [("keys({a: 1, b: 2})", "a / b")],
      missing: [("keys(missing)", "-")],
      empty: [("length(keys({}))", "0")],
      wrong: [
        ("keys(3)", "PQ0203"), ("keys(\"a\")", "PQ0203"), ("keys()", "PQ0111"),
        ("keys([1, {a: 1}][0])", "PQ0203"),
      ],
      nonASCII: [("keys({`größe`: 1})", "größe")],
      many: [("keys([{a: 1}, {b: 2, c: 3}])", "[a] / [b, c]")]),
    FunctionCases(
      "values",
      ordinary: [("values({a: 1, b: \"x\"})", "1 / x")],
      missing: [("values(missing)", "-"), ("values({a: missing, b: 1})", "- / 1")],
      empty: [("length(values({}))", "0")],
      wrong: [("values(true)", "PQ0203")],
      nonASCII: [("values({a: \"研究\"})", "研究")],
      many: [("values([{a: 1}, {b: 2, c: [3]}])", "[1] / [2, [3]]")]),
    FunctionCases(
      "has",
      ordinary: [("has({a: 1}, \"a\")", "true"), ("has({a: 1}, \"b\")", "false")],
      missing: [
        ("has(missing, \"a\")", "false"), ("has({a: missing}, \"a\")", "false"),
        ("has({a: 1}, missing)", "false"),
      ],
      empty: [("has({}, \"\")", "false"), ("has({a: []}, \"a\")", "true")],
      wrong: [
        ("has({a: 1})", "PQ0111"), ("has({a: 1}, 1)", "PQ0203"), ("has(1, \"a\")", "PQ0203"),
      ],
      nonASCII: [("has({`größe`: 1}, \"größe\")", "true")],
      many: [
        ("has([{a: 1}, {b: 2}], \"b\")", "true"), ("where has({a: title}, \"a\")", "1 2 3 4 5 6"),
        ("where not has({a: date}, \"a\")", "5"),
      ]),
    FunctionCases(
      "get",
      ordinary: [
        ("get({a: 1, b: 2}, \"b\")", "2"), ("get({a: 1}, \"b\", 0)", "0"),
        ("get({a: 1}, \"a\", 0)", "1"),
      ],
      missing: [
        ("get(missing, \"a\", 0)", "-"), ("get({a: missing}, \"a\", 0)", "0"),
        ("get({a: 1}, missing)", "-"),
      ],
      empty: [("get({}, \"a\")", "-")],
      wrong: [("get({a: 1})", "PQ0111"), ("get(1, \"a\")", "PQ0203")],
      nonASCII: [("get({`größe`: 1}, \"größe\")", "1")],
      many: [
        ("get([{a: 1}, {b: 2}], \"a\")", "1 / -"),
        ("id in [1, 5] | select get({x: title, y: date}, \"y\", 1900)", "2020-05 / 1900"),
      ]),
    FunctionCases(
      "merge",
      ordinary: [("merge({a: 1, b: 2}, {b: 3, c: 4})", "1 | 3 | 4")],
      missing: [
        ("merge(missing, {a: 1})", "1"), ("merge({a: 1}, missing)", "1"),
        ("merge(missing, missing)", "-"), ("merge({a: 1}, {a: missing})", "-"),
      ],
      empty: [("merge({}, {a: 1})", "1")],
      wrong: [("merge({a: 1})", "PQ0111"), ("merge({a: 1}, 3)", "PQ0203")],
      nonASCII: [("keys(merge({`é`: 1}, {e: 2}))", "é / e")],
      many: [("length(keys(merge({a: 1, b: 1, c: 1}, {c: 2, d: 2, a: 2})))", "4")]),
  ]
}
