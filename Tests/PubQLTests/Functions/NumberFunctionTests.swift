extension FunctionCases {
  /// 10 to the power of 308.
  static let huge = "1" + String(repeating: "0", count: 308) + ".0"

  /// Functions of numbers.
  static let numbers = [
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
        ("round(2.5, 1.5)", "PQ0404"),
      ],
      nonASCII: [],
      many: [
        ("round([1.4, 1.6])", "1 / 2"), ("round(9007199254740993)", "9007199254740993"),
        ("round(\(huge))", "1e+308"),
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
  ]
}
