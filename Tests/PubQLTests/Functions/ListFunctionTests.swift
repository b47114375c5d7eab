extension FunctionCases {
  /// Functions of lists.
  static let lists = [
    FunctionCases(
      "length",
      ordinary: [("length([3, 4])", "2"), ("length(\"Cote\")", "4"), ("length(3)", "1")],
      missing: [("length(missing)", "0"), ("id = 5 | select length(abstract)", "0")],
      empty: [("length([])", "0"), ("length(\"\")", "0")],
      wrong: [("length()", "PQ0111")],
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
  ]
}
