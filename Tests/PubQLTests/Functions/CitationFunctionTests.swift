extension FunctionCases {
  /// Functions of citation; what each style makes of a work is in `CitationStyleTests`.
  static let citation = [
    FunctionCases(
      "cite",
      ordinary: [
        (
          "id = 1 | select cite(\"apa\")",
          "Ekman, A., & de Esperanza Picardo, C. (2020, May). Smart Cities in China "
            + "[Policy brief]. European Union Institute for Security Studies."
        ),
        (
          "id = 1 | select authors, title, year | select cite(\"Chicago\")",
          "Ekman, Alice, and Cristina de Esperanza Picardo. 2020. Smart Cities in China."
        ),
        ("cite(\"mla\", {title: \"Rain\", date: 2020})", "Rain. 2020."),
      ],
      missing: [
        ("cite(\"apa\", missing)", "-"), ("cite(missing, {title: \"Rain\"})", "-"),
        ("id = 5 | select cite(\"harvard\")", "Untitled (no date)."),
      ],
      empty: [
        ("cite(\"apa\", {title: \"\"})", "[Untitled]. (n.d.)."),
        ("cite(\"apa\", {author: [], title: \" Rain \"})", "Rain. (n.d.)."),
        ("cite(\"mla\", {})", "[Untitled]."),
      ],
      wrong: [
        ("select cite(\"chigaco\")", "PQ0421"), ("select cite(\"\")", "PQ0421"),
        ("select cite()", "PQ0111"), ("select cite(3)", "PQ0203"),
        ("select cite(\"apa\", title)", "PQ0203"), ("let entry = cite(\"apa\")", "PQ0202"),
        ("count by topic | select cite(\"apa\")", "PQ0420"),
        ("id = 1 | select cite(title)", "PQ0404"),
        ("cite(\"apa\", {title: 3, date: \"never\", author: 4})", "3. (n.d.)."),
      ],
      nonASCII: [
        (
          "id = 4 | select cite(\"apa\")",
          "van den Berg, J. (1999). Éléments of Trade. Clingendael."
        ),
        (
          "id = 6 | select cite(\"mla\")", "Ekman, Bo. 研究 cities 2020. May 2020. Working Paper."
        ),
      ],
      many: [
        (
          "where id in [2, 3] | select cite(\"chicago\")",
          "Ekman, A. 2020. “The Future of Urban Health.” Working Paper, Chatham House; "
            + "Clingendael. / Rivers: A Smart-City Problem? 2019. policy brief."
        ),
        (
          "id = 1 | each author | select cite(\"apa\") | skip 1",
          "de Esperanza Picardo, C. (2020, May). Smart Cities in China [Policy brief]. "
            + "European Union Institute for Security Studies."
        ),
      ]),
    FunctionCases(
      "bibkey",
      ordinary: [
        ("id = 1 | select bibkey()", "ekman2020smart"),
        ("id = 4 | select bibkey()", "berg1999elements"),
        (
          "bibkey({author: \"The World Bank Group\", year: 2020, title: \"Poverty\"})",
          "world2020poverty"
        ),
        (
          "bibkey({author: \"O’Brien-Smith, Ann\", year: 2020, title: \"A Plan\"})",
          "obriensmith2020plan"
        ),
      ],
      missing: [("bibkey(missing)", "-"), ("id = 5 | select bibkey()", "anonnduntitled")],
      empty: [
        ("bibkey({})", "anonnduntitled"),
        ("bibkey({title: \"?!\", author: \"–\"})", "anonnduntitled"),
        ("bibkey({title: \"The\"})", "anonndthe"),
      ],
      wrong: [
        ("bibkey()", "PQ0202"), ("bibkey(3)", "PQ0203"), ("bibkey({}, {})", "PQ0111"),
        ("count by year | where bibkey() = \"x\"", "PQ0420"),
      ],
      nonASCII: [
        ("id = 6 | select bibkey()", "ekman2020u7814"),
        (
          "bibkey({author: \"Øyvind Łukasiewicz\", year: 1990, title: \"L’État\"})",
          "lukasiewicz1990etat"
        ),
        ("bibkey({author: \"林美玲\", title: \"研究\"})", "u6797u7f8eu73b2ndu7814"),
      ],
      many: [
        (
          "bibkey({author: [\"Bo Ek\", \"Al Po\"], date: date(\"2019/2021\"), title: \"X-Ray\"})",
          "ek2019x"
        ),
        ("bibkey({author: \"Bo Ek\", date: date(\"201X\"), title: \"5G\"})", "ek20105g"),
        ("where id in [1, 2] | select bibkey()", "ekman2020smart / ekman2020future"),
      ]),
  ]
}
