extension FunctionCases {
  /// Functions of searches; see also `SnippetTests`.
  static let search = [
    FunctionCases(
      "snippet",
      ordinary: [
        ("snippet(\"One two three four\", \"three\", 2)", "…three four"),
        ("snippet(\"One two three four\", \"three\", 2, \"*\")", "…*three* four"),
        ("snippet(\"One two three four\", \"three\", width: 1)", "…three…"),
        ("search \"silk\" | select snippet(abstract, 2, \"*\")", "…*silk* road…"),
      ],
      missing: [
        ("snippet(missing, \"a\")", "-"), ("id = 5 | select snippet(abstract, \"a\")", "-"),
        ("id = 5 | select snippet(title, abstract)", "PQ0404"),
      ],
      empty: [
        ("snippet(\"\", \"a\")", ""), ("snippet([], \"a\")", "-"),
        ("snippet(\"a\", \"\")", "PQ0430"),
      ],
      wrong: [
        ("snippet()", "PQ0111"), ("snippet(3, \"a\")", "PQ0203"),
        ("snippet(\"a\", 2020-05)", "PQ0203"),
        ("snippet(\"a\", \"a\", \"b\")", "PQ0203"), ("snippet(\"a\", \"a\", 0)", "PQ0439"),
        ("snippet(\"a\", \"a\", 1.5)", "PQ0439"), ("snippet(\"a\", \"a\", 3, 4)", "PQ0203"),
      ],
      nonASCII: [
        ("snippet(\"Éléments d’été\", \"ete\", 1, \"*\")", "…d’*été*"),
        ("snippet(\"研究城市\", \"城\", 1)", "…城…"),
      ],
      many: [("snippet([\"a b\", \"c d\"], \"d\")", "c d")])
  ]
}
