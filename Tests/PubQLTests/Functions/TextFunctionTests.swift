extension FunctionCases {
  /// Functions of texts.
  static let text = textForms + textParts + textShapes

  /// Letters, words and sentences.
  private static let textForms = [
    FunctionCases(
      "lower",
      ordinary: [("lower(\"Smart CITIES\")", "smart cities"), ("lower(text: \"A\")", "a")],
      missing: [("lower(missing)", "-"), ("id = 5 | select lower(type)", "-")],
      empty: [("lower(\"\")", ""), ("lower([])", "")],
      wrong: [
        ("lower(3)", "PQ0203"), ("lower()", "PQ0111"), ("lower(\"a\", \"b\")", "PQ0111"),
        ("lower(txt: \"A\")", "PQ0111"), ("lower([1, \"a\"])", "PQ0403"),
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
      many: [("trim([\" a\", \"b \", missing])", "a / b / -")]),
    FunctionCases(
      "words",
      ordinary: [
        ("words(\"xyz-abc\")", "xyz / abc"),
        ("words(\"Smart-city plans\")", "smart / city / plans"),
      ],
      missing: [("words(missing)", ""), ("id = 5 | select words(abstract)", "[]")],
      empty: [("words(\"\")", ""), ("words(\"--\")", "")],
      wrong: [("words(3)", "PQ0203"), ("words([\"a\", 2])", "PQ0403")],
      nonASCII: [("words(\"Élan 研究\")", "elan / 研 / 究")],
      many: [("words([\"a b\", missing, \"c\"])", "a / b / c")]),
    FunctionCases(
      "sentences",
      ordinary: [
        ("sentences(\"One. Two! Three?\")", "One. / Two! / Three?"),
        (
          "sentences(\"Dr. Ekman and J. Smith left. No. 5 stays.\")",
          "Dr. Ekman and J. Smith left. / No. 5 stays."
        ),
        ("sentences(\"It costs 3.5 bn. e.g. in v1.2.\")", "It costs 3.5 bn. e.g. in v1.2."),
        ("sentences(\"He asked: “Why?” She left.\")", "He asked: “Why?” / She left."),
        (
          "sentences(\"Why? he asked. (Nobody knew.) So…\")",
          "Why? he asked. / (Nobody knew.) / So…"
        ),
        (
          "id = 1 | select sentences(abstract)",
          "[The digital silk road reaches many cities., It ends nowhere.]"
        ),
      ],
      missing: [("sentences(missing)", ""), ("id = 5 | select sentences(abstract)", "[]")],
      empty: [("sentences(\"\")", ""), ("sentences(\" \\n\")", ""), ("sentences(\"...\")", "...")],
      wrong: [("sentences(3)", "PQ0203"), ("sentences([\"a\", 2])", "PQ0403")],
      nonASCII: [("sentences(\"研究。都市！Élan. Été.\")", "研究。 / 都市！ / Élan. / Été.")],
      many: [
        ("sentences([\"Ab cd. Ef.\", \"Gh.\"])", "Ab cd. / Ef. / Gh."),
        ("sentences(\"A title\\n\\nA text. \")", "A title / A text."),
      ]),
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

  /// Parts of texts: found, replaced, taken apart.
  private static let textParts = [
    FunctionCases(
      "contains",
      ordinary: [
        ("contains(\"Smart Cities\", \"CIT\")", "true"), ("contains(\"a\", \"b\")", "false"),
        ("where contains(title, \"smart\") | sort id", "1 3"),
        ("where contains(continent(region), \"Ghana\") | sort id", "3 4"),
        ("where contains(region, \"Ghana\")", ""), ("where contains(region, \"ken\")", "3"),
        (
          "id = 1 | select a: contains(region, \"Japan\"), b: contains(region, \"China\")",
          "true | true"
        ),
        (
          "id = 2 | select a: contains(region, \"Japan\"), b: contains(region, \"Paris\")",
          "false | false"
        ),
        ("def urban = contains(title, \"urban\"); urban", "2"),
      ],
      missing: [
        ("contains(missing, \"a\")", "false"), ("contains(\"a\", missing)", "false"),
        ("where contains(abstract, \"a\") | sort id", "1 3"),
      ],
      empty: [
        ("contains(\"a\", \"\")", "true"), ("contains(\"\", \"a\")", "false"),
        ("contains([], \"a\")", "false"),
      ],
      wrong: [("contains(3, \"a\")", "PQ0203"), ("contains(\"a\")", "PQ0111")],
      nonASCII: [("contains(\"Élan\", \"elan\")", "true"), ("contains(\"研究\", \"究\")", "true")],
      many: [
        ("where contains(topic, \"trade\")", "4"), ("contains([\"ab\", \"cd\"], \"d\")", "true"),
        ("contains(\"ab\", [\"x\", \"b\"])", "true"),
      ]),
    FunctionCases(
      "starts",
      ordinary: [
        ("starts(\"The city\", \"the\")", "true"), ("starts(\"The city\", \"city\")", "false"),
        ("where starts(title, \"the\")", "2"),
      ],
      missing: [("starts(missing, \"a\")", "false"), ("starts(\"a\", missing)", "false")],
      empty: [("starts(\"a\", \"\")", "true"), ("starts(\"\", \"a\")", "false")],
      wrong: [("starts(2020, \"20\")", "PQ0203"), ("starts(\"a\", 1)", "PQ0203")],
      nonASCII: [("starts(\"Éléments\", \"ele\")", "true")],
      many: [("where starts(topic, \"gov\") | sort id", "1 2")]),
    FunctionCases(
      "ends",
      ordinary: [
        ("ends(\"Who pays?\", \"?\")", "true"), ("ends(\"The city\", \"the\")", "false"),
        ("where ends(title, \"?\")", "3"),
      ],
      missing: [("ends(missing, \"a\")", "false"), ("ends(\"a\", missing)", "false")],
      empty: [("ends(\"a\", \"\")", "true"), ("ends(\"\", \"a\")", "false")],
      wrong: [("ends(true, \"e\")", "PQ0203"), ("ends(\"a\", \"b\", \"c\")", "PQ0111")],
      nonASCII: [("ends(\"Café\", \"FE\")", "true")],
      many: [("where ends(topic, \"ies\") | sort id", "1 4 6")]),
    FunctionCases(
      "find",
      ordinary: [
        ("find(\"COP 21, COP 26\", /\\d+/)", "21 / 26"),
        ("find(\"China and CHINA\", \"china\")", "China / CHINA"),
        ("id = 6 | select find(title, /\\d{4}/)", "[2020]"),
        ("find(\"a1b22\", (/[a-z]\\d*/))", "a1 / b22"), ("find(\"aXbx\", /x/i)", "X / x"),
        ("find(\"aaa ab\", /a+b?/)", "aaa / ab"), ("find(\"abc abcd\", /abcd|abc/)", "abc / abcd"),
      ],
      missing: [
        ("find(missing, /a/)", ""), ("find(\"a\", missing)", ""),
        ("id = 5 | select find(abstract, /a/)", "[]"),
      ],
      empty: [
        ("find(\"\", /a/)", ""), ("find(\"abc\", \"\")", ""), ("find(\"abc\", /x*/)", " /  /  / "),
      ],
      wrong: [
        ("find(3, /a/)", "PQ0203"), ("find(\"a\", 3)", "PQ0203"), ("find(\"a\", /(/)", "PQ0206"),
        ("find(/a/, \"a\")", "PQ0211"), ("find([\"a\", 2], /a/)", "PQ0403"),
      ],
      nonASCII: [
        ("find(\"Straße, STRASSE\", \"strasse\")", "Straße / STRASSE"),
        ("find(\"Straße\", \"as\")", ""), ("find(\"研究 cities 都市\", /\\w+/)", "研究 / cities / 都市"),
        ("find(\"Éa e\u{301}b\", /e./i)", "Éa / e\u{301}b"),
      ],
      many: [
        ("find([\"a1\", missing, \"b2\"], /\\d/)", "1 / 2"),
        (
          "length(find(join(words(\"\(String(repeating: "ab ", count: 500))\"), \" \"), /a.*?b/))",
          "1"
        ),
      ]),
    FunctionCases(
      "replace",
      ordinary: [
        ("replace(\"Urban and urban\", \"urban\", \"city\")", "city and city"),
        ("replace(\"WP 12 of 2020\", /\\d+/, \"#\")", "WP # of #"),
        ("replace(\"a.c abc\", \"a.c\", \"x\")", "x abc"),
        (
          "def mask(t, p) = replace(t, p, \"#\"); def digits(t) = mask(t, /\\d+/); digits(\"a1b22\")",
          "a#b#"
        ),
        (
          "def bare(p) = not (\"ab\" matches p); bare(/^b/) and bare(replace(\"c\", \"c\", \"x\"))",
          "true"
        ),
        ("replace(\"a  b\", /\\s+/, \" \")", "a b"), ("replace(\"aXa\", /x/, \"-\")", "aXa"),
        ("replace(\"aXa\", /x/i, \"-\")", "a-a"), ("replace(\"aaa\", \"a\", \"aa\")", "aaaaaa"),
        ("id = 3 | select replace(title, /^(\\w+): .*$/, \"short\")", "short"),
      ],
      missing: [
        ("replace(missing, \"a\", \"b\")", "-"), ("replace(\"aba\", \"a\", missing)", "b"),
        ("replace(\"aba\", missing, \"x\")", "aba"),
      ],
      empty: [
        ("replace(\"\", \"a\", \"b\")", ""), ("replace(\"abc\", \"\", \"x\")", "abc"),
        ("replace(\"abxd\", /x*/, \"-\")", "-a-b-d-"), ("replace(\"abc\", \"b\", \"\")", "ac"),
      ],
      wrong: [
        ("replace(3, \"a\", \"b\")", "PQ0203"), ("replace(\"a\", \"b\")", "PQ0111"),
        ("replace(\"a\", /a/, 3)", "PQ0203"), ("replace(\"a\", /a/, /b/)", "PQ0211"),
        ("replace(\"a\", /[/, \"b\")", "PQ0206"),
      ],
      nonASCII: [
        ("replace(\"Élan ÉLAN elan\", \"elan\", \"x\")", "x x x"),
        ("replace(\"das Straße as\", \"as\", \"X\")", "dX Straße X"),
        ("replace(\"研究 cities\", \"研究\", \"都市\")", "都市 cities"),
        ("replace(\"e\u{301}te\u{301}\", \"É\", \"-\")", "-t-"),
        ("replace(\"soft\u{AD}hyphen\", \"SOFTHYPHEN\", \"x\")", "x"),
      ],
      many: [
        ("id = 1 | select replace(topic, \"i\", \"y\")", "[Cytyes, Governance, COVyD-19]"),
        (
          "replace(\"\(String(repeating: "a", count: 1700))\", \"a\", pad(\"\", 10000))",
          "PQ0410"
        ),
      ]),
    FunctionCases(
      "split",
      ordinary: [
        ("split(\"a; b;c\", \";\")", "a /  b / c"),
        ("split(\"a AND b and c\", \" and \")", "a / b / c"),
        ("split(\"one, two and three\", /, | and /)", "one / two / three"),
        ("split(\"abc\", \";\")", "abc"),
      ],
      missing: [("split(missing, \";\")", ""), ("split(\"a;b\", missing)", "a;b")],
      empty: [
        ("split(\"\", \";\")", ""), ("split(\";a;\", \";\")", " / a / "),
        ("split(\"abc\", \"\")", "abc"), ("split(\"abc\", /x*/)", "a / b / c"),
      ],
      wrong: [
        ("split(3, \";\")", "PQ0203"), ("split(\"a\")", "PQ0111"), ("split(\"a\", 1)", "PQ0203"),
      ],
      nonASCII: [("split(\"研·究·é\", \"·\")", "研 / 究 / é"), ("split(\"aßb\", \"SS\")", "a / b")],
      many: [("split([\"a;b\", \"c\"], \";\")", "a / b / c")]),
    FunctionCases(
      "similarity",
      ordinary: [
        ("similarity(\"Labour\", \"LABOUR\")", "1.0"), ("similarity(\"abc\", \"xyz\")", "0.0"),
        ("round(similarity(\"silk road\", \"silk rode\"), 2)", "0.78"),
        ("similarity(\"a b\", \"b a\")", "1.0"),
        ("where similarity(title, \"Smart Citys in China\") > 0.8", "1"),
      ],
      missing: [("similarity(missing, \"a\")", "-"), ("similarity(\"a\", missing)", "-")],
      empty: [("similarity(\"\", \"\")", "1.0"), ("similarity(\"\", \"a\")", "0.0")],
      wrong: [("similarity(1, \"a\")", "PQ0203"), ("similarity(\"a\")", "PQ0111")],
      nonASCII: [
        ("similarity(\"Élan\", \"elan\")", "1.0"), ("similarity(\"研究\", \"研\")", "0.5"),
      ],
      many: [
        ("similarity([\"a\", \"b\"], \"a\")", "1.0 / 0.0"),
        ("similarity(\"ab\", [\"xy\", \"ab\"])", "1.0"),
        ("similarity(\"\(String(repeating: "a", count: 2001))\", \"b\")", "0.0"),
      ]),
    FunctionCases(
      "distance",
      ordinary: [
        ("distance(\"Zamor\", \"zámora\")", "1"), ("distance(\"kitten\", \"sitting\")", "3"),
        ("distance(\"silk road\", \"silk raod\")", "1"), ("distance(\"ca\", \"abc\")", "3"),
        ("where distance(title, \"Smart Citys in Chena\") <= 3", "1"),
        ("where distance(author, \"Alice Ekmann\") = 1", "1"),
        ("where 2 > distance(\"Alice Ekmann\", author)", "1"),
      ],
      missing: [
        ("distance(missing, \"a\")", "-"), ("distance(\"a\", missing)", "-"),
        ("distance(\"a\", [missing, \"ab\"])", "1"), ("distance(\"a\", [missing])", "-"),
        ("where distance(type, \"\") >= 0 and missing(type)", ""),
      ],
      empty: [
        ("distance(\"\", \"\")", "0"), ("distance(\"\", \"abc\")", "3"),
        ("distance(\"a\", [])", "-"),
      ],
      wrong: [
        ("distance(1, \"a\")", "PQ0203"), ("distance(\"a\")", "PQ0111"),
        ("distance(\"a\", 2020-05)", "PQ0203"), ("distance(\"a\", [\"b\", 1])", "PQ0403"),
      ],
      nonASCII: [
        ("distance(\"Élan\", \"elan\")", "0"), ("distance(\"研究\", \"究研\")", "1"),
        ("distance(\"Straße\", \"strasse\")", "0"),
      ],
      many: [
        ("distance([\"a\", \"bc\"], \"a\")", "0 / 2"),
        ("distance(\"ab\", [\"xyz\", \"abc\"])", "1"),
        (
          "distance(\"\(String(repeating: "ab", count: 3000))\", \"\(String(repeating: "ba", count: 3000))\")",
          "2"
        ),
      ]),
  ]

  /// Texts of another shape, and texts of values.
  private static let textShapes = [
    FunctionCases(
      "slice",
      ordinary: [
        ("slice(\"Cities\", 0, 2)", "Cit"), ("slice(\"Cities\", -3)", "ies"),
        ("slice(\"Cities\", 1, -2)", "itie"), ("slice([5, 6, 7, 8], 1, 2)", "6 / 7"),
        ("slice([5, 6], 1.0)", "6"), ("upper(slice(\"ab\", 0, 0))", "A"),
      ],
      missing: [
        ("slice(missing, 0)", "-"), ("slice(\"abc\", missing, 1)", "ab"),
        ("slice(\"abc\", 1, missing)", "bc"),
      ],
      empty: [
        ("slice(\"\", 0, 9)", ""), ("slice([], 0)", ""), ("slice(\"abc\", 2, 1)", ""),
        ("slice(\"abc\", 9)", ""), ("slice([1], -9, -5)", ""),
      ],
      wrong: [
        ("slice(\"abc\")", "PQ0111"), ("slice(\"abc\", \"1\")", "PQ0203"),
        ("slice(\"abc\", 0.5)", "PQ0404"),
      ],
      nonASCII: [
        ("slice(\"研究 é\", 1, 3)", "究 é"), ("slice(\"e\u{301}t\", 0, 0)", "e\u{301}"),
      ],
      many: [
        ("id = 1 | select slice(topics, 0, 1)", "[Cities, Governance]"),
        ("id = 1 | select slice(authors[0], 0, 4)", "Alice"),
        ("slice(\"abc\", -9223372036854775807, 9223372036854775807)", "abc"),
        ("slice(3, 0)", "3"),
      ]),
    FunctionCases(
      "pad",
      ordinary: [
        ("pad(\"ab\", 4, fill: \".\")", "ab.."), ("pad(\"7\", 3, \"right\", \"0\")", "007"),
        ("pad(\"ab\", 5, \"center\", \"-\")", "-ab--"), ("length(pad(\"ab\", 4))", "4"),
        ("pad(\"abc\", 2)", "abc"), ("pad(\"a\", 6, fill: \"xy\")", "axyxy "),
      ],
      missing: [
        ("pad(missing, 4)", "-"), ("pad(\"a\", missing)", "a"),
        ("pad(\"a\", 2, missing, \".\")", "a."),
      ],
      empty: [
        ("pad(\"\", 2, fill: \"-\")", "--"), ("pad(\"a\", 0)", "a"),
        ("pad(\"a\", 2, fill: \"\")", "a "),
      ],
      wrong: [
        ("pad(3, 4)", "PQ0203"), ("pad(\"a\", -1)", "PQ0404"), ("pad(\"a\", 10001)", "PQ0404"),
        ("pad(\"a\", 1.5)", "PQ0404"), ("pad(\"a\", 4, \"middle\")", "PQ0404"),
        ("pad(\"a\", 4, 0)", "PQ0203"),
      ],
      nonASCII: [
        ("pad(\"研\", 4, fill: \".\")", "研.."), ("pad(\"a\", 4, fill: \"研\")", "a研 "),
        ("pad(\"é\", 3, \"right\", \"·\")", "··é"),
      ],
      many: [
        ("pad([\"a\", \"bb\"], 2, fill: \".\")", "a. / bb"), ("length(pad(\"\", 10000))", "10000"),
      ]),
    FunctionCases(
      "fold",
      ordinary: [
        ("fold(\"Smart – “CITIES”\")", "smart - \"cities\"")
      ],
      missing: [
        ("fold([missing, \"A\"])", "- / a"), ("fold(missing)", "-"),
      ],
      empty: [("fold(\"\")", ""), ("fold([])", "")],
      wrong: [
        ("fold(3)", "PQ0403"), ("fold([1], 2)", "PQ0404"), ("fold()", "PQ0111"),
        ("fold([1], 0, 3)", "PQ0203"),
      ],
      nonASCII: [("fold(\"ÉLAN Straße ﬁ\")", "elan strasse fi")],
      many: [
        ("id = 1 | select fold(topic)", "[cities, governance, covid-19]")
      ]),
    FunctionCases(
      "text",
      ordinary: [
        ("text(1234)", "1234"), ("text(2020-05)", "2020-05"), ("text(18 months)", "18 months"),
        ("length(text(2.50))", "3"), ("text(true)", "true"), ("text({ a: 1 })", "{a: 1}"),
        ("where text(year) starts \"20\" | sort id", "1 2 3 6"),
      ],
      missing: [("text(missing)", "-"), ("id = 5 | select text(date)", "-")],
      empty: [("text(\"\")", ""), ("text([])", "")],
      wrong: [("text()", "PQ0111"), ("text(1) + 1", "PQ0204"), ("text(1) = 1", "PQ0210")],
      nonASCII: [("text(\"Élan\")", "Élan")],
      many: [("text([1, 2.5])", "1 / 2.5")]),
  ]
}
