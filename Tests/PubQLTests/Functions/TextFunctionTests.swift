extension FunctionCases {
  /// Functions of texts.
  static let text = [
    FunctionCases(
      "lower",
      ordinary: [("lower(\"Smart CITIES\")", "smart cities"), ("lower(text: \"A\")", "a")],
      missing: [("lower(missing)", "-"), ("id = 5 | select lower(type)", "-")],
      empty: [("lower(\"\")", ""), ("lower([])", "")],
      wrong: [
        ("lower(3)", "PQ0203"), ("lower()", "PQ0111"), ("lower(\"a\", \"b\")", "PQ0111"),
        ("lower(txt: \"A\")", "PQ0111"),
      ],
      nonASCII: [("lower(\"ÉLÉMENTS Ω ДА 研究\")", "éléments ω да 研究")],
      many: [
        ("id = 1 | select lower(topic)", "[cities, governance, covid-19]"),
        ("lower([\"A\", \"B\"])", "a / b"),
      ]),
    FunctionCases(
      "upper",
      ordinary: [("upper(\"Smart cities\")", "SMART CITIES")],
      missing: [("upper(missing)", "-"), ("id = 5 | select upper(abstract)", "-")],
      empty: [("upper(\"\")", "")],
      wrong: [("upper(true)", "PQ0203"), ("upper(2020-05)", "PQ0203")],
      nonASCII: [("upper(\"Côte, straße, ω\")", "CÔTE, STRASSE, Ω")],
      many: [("id = 1 | select upper(topic)", "[CITIES, GOVERNANCE, COVID-19]")]),
    FunctionCases(
      "trim",
      ordinary: [("trim(\"  a b \")", "a b"), ("trim(\"a\")", "a")],
      missing: [("trim(missing)", "-")],
      empty: [("trim(\"\")", ""), ("trim(\" \")", "")],
      wrong: [("trim(3)", "PQ0203")],
      nonASCII: [("trim(\"\u{3000}研究\u{A0}\\n\")", "研究")],
      many: [("trim([\" a\", \"b \"])", "a / b")]),
    FunctionCases(
      "words",
      ordinary: [
        ("words(\"xyz-abc\")", "xyz / abc"),
        ("words(\"Smart-city plans\")", "smart / city / plans"),
      ],
      missing: [("words(missing)", ""), ("id = 5 | select words(abstract)", "[]")],
      empty: [("words(\"\")", ""), ("words(\"--\")", "")],
      wrong: [("words(3)", "PQ0203")],
      nonASCII: [("words(\"Élan 研究\")", "elan / 研 / 究")],
      many: [("words([\"a b\", \"c\"])", "a / b / c")]),
    FunctionCases(
      "near",
      ordinary: [
        ("where near(title, \"smart\", \"china\", 5)", "1"),
        ("near(\"a b\", \"b\", \"a\", 1)", "true"), ("near(\"a a\", \"a\", \"a\", 1)", "true"),
        ("near(\"a\", \"a\", \"a\", 1)", "false"),
      ],
      missing: [("near(missing, \"a\", \"b\", 5)", "false")],
      empty: [
        ("near(\"\", \"a\", \"b\", 5)", "false"), ("near(\"a b\", \"\", \"b\", 5)", "false"),
      ],
      wrong: [("near(3, \"a\", \"b\", 5)", "PQ0203"), ("near(\"a b\", \"a\", \"b\")", "PQ0111")],
      nonASCII: [("near(\"Éléments of Trade\", \"elements\", \"TRADE\", 2)", "true")],
      many: [
        ("near(\"a b\", \"a\", \"b\", 9223372036854775807)", "true"),
        ("near(\"a b\", \"a\", \"b\", -9223372036854775807)", "false"),
        ("near([\"a\", \"a b\"], \"a\", \"b\", 1)", "true"),
      ]),
  ]
}
