extension FunctionCases {
  /// Functions of people.
  static let people = [
    FunctionCases(
      "family",
      ordinary: [("family(\"Jan van den Berg\")", "Berg"), ("family(\"Ekman, Alice\")", "Ekman")],
      missing: [("family(missing)", "-")],
      empty: [("family(\"\")", "-")],
      wrong: [("family(3)", "PQ0203")],
      nonASCII: [("family(\"Zoë Brækhus\")", "Brækhus")],
      many: [("id = 1 | select family(authors)", "[Ekman, Esperanza Picardo]")]),
    FunctionCases(
      "given",
      ordinary: [("given(\"Ekman, Alice\")", "Alice")],
      missing: [("given(missing)", "-")],
      empty: [("given(\"Cher\")", "-")],
      wrong: [("given(3)", "PQ0203")],
      nonASCII: [("given(\"Zoë Brækhus\")", "Zoë")],
      many: [("id = 1 | select given(authors)", "[Alice, Cristina]")]),
    FunctionCases(
      "particle",
      ordinary: [
        ("particle(\"Jan van den Berg\")", "van den"),
        ("particle(\"Berg, Jan van den\")", "van den"),
        ("particle(\"Yusuf al-Haddad\")", "al-"),
      ],
      missing: [("particle(missing)", "-")],
      empty: [("particle(\"Alice Ekman\")", "-"), ("particle(\"\")", "-")],
      wrong: [("particle(2020)", "PQ0203"), ("particle()", "PQ0111")],
      nonASCII: [("particle(\"Étienne de Courvallon\")", "de")],
      many: [("id = 1 | select particle(authors)", "[-, de]")]),
    FunctionCases(
      "suffix",
      ordinary: [("suffix(\"Walter Pope Jr.\")", "Jr."), ("suffix(\"Pope, Walter, III\")", "III")],
      missing: [("suffix(missing)", "-")],
      empty: [("suffix(\"Alice Ekman\")", "-")],
      wrong: [("suffix(true)", "PQ0203")],
      nonASCII: [("suffix(\"Zoë Brækhus Sr.\")", "Sr.")],
      many: [("suffix([\"Al Pope II\", \"Bo Ek\"])", "II / -")]),
    FunctionCases(
      "initials",
      ordinary: [
        ("initials(\"Ekman, Alice Maria\")", "A. M."), ("initials(\"Alice Ekman\")", "A."),
        ("initials(\"J.R.R. Tolkien\")", "J. R. R."), ("initials(\"JRR Tolkien\")", "J. R. R."),
        ("initials(\"Jean-Paul Roy\")", "J.-P."), ("initials(\"J.-P. Roy\")", "J.-P."),
        ("initials(\"Th. Mann\")", "Th."), ("initials(\"Ruiz, Maria del Carmen\")", "M. del C."),
        ("initials(\"Dr. Alice Ekman PhD\")", "A."), ("initials(\"hooks, bell\")", "b."),
        ("initials(\"Ekman, Alice (Lisa)\")", "A."),
      ],
      missing: [("initials(missing)", "-"), ("id = 5 | select initials(author)", "-")],
      empty: [
        ("initials(\"Cher\")", "-"), ("initials(\"\")", "-"), ("initials(\" , \")", "-"),
        ("initials(\"Council of Europe\")", "-"),
      ],
      wrong: [("initials(3)", "PQ0203"), ("initials(\"A\", 1)", "PQ0111")],
      nonASCII: [
        ("initials(\"Étienne de Courvallon\")", "É."), ("initials(\"Ødegård, Åse Þóra\")", "Å. Þ."),
        ("initials(\"山田 太郎\")", "太郎"), ("initials(\"Лев Толстой\")", "Л."),
      ],
      many: [("id = 1 | select initials(authors)", "[A., C.]")]),
    FunctionCases(
      "name",
      ordinary: [
        ("name(\"Ekman, Alice Maria\", \"F. Family\")", "A. M. Ekman"),
        ("name(\"Ekman, Alice Maria\", \"Family, F.\")", "Ekman, A. M."),
        ("name(\"Ekman, Alice Maria\", \"Given Family\")", "Alice Maria Ekman"),
        ("name(\"Alice Maria Ekman\", \"Family, Given\")", "Ekman, Alice Maria"),
        ("name(\"Alice Maria Ekman\", \"Family\")", "Ekman"),
        ("name(\"Ekman, Alice\")", "Alice Ekman"), ("name(\"Ekman, Alice\", \"family\")", "Ekman"),
        ("name(\"Jan van den Berg\", \"Family, F.\")", "van den Berg, J."),
        ("name(\"Berg, Jan van den\", \"Given Family\")", "Jan van den Berg"),
        ("name(\"Yusuf al-Haddad\", \"Family, F.\")", "al-Haddad, Y."),
        ("name(\"Walter P. Pope Jr.\", \"Family, Given\")", "Pope, Walter P., Jr."),
        ("name(\"Pope, Walter P., Jr.\", \"F. Family\")", "W. P. Pope Jr."),
      ],
      missing: [
        ("name(missing)", "-"), ("name(missing, \"Family\")", "-"),
        ("name(\"Ekman, Alice\", missing)", "Alice Ekman"),
      ],
      empty: [("name(\"\")", "-"), ("name(\"Cher\", \"Family, F.\")", "Cher")],
      wrong: [
        ("name(\"Alice Ekman\", \"G. Family\")", "PQ0421"), ("name(\"Alice Ekman\", 1)", "PQ0203"),
        ("name(\"Alice Ekman\", \"\")", "PQ0421"), ("name(3)", "PQ0203"),
        ("id = 1 | select name(author, title)", "PQ0404"),
      ],
      nonASCII: [
        ("name(\"Étienne de Courvallon\", \"Family, F.\")", "de Courvallon, É."),
        ("name(\"山田 太郎\", \"F. Family\")", "山田 太郎"),
        ("name(\"Chiara dell’Orsera\", \"F. Family\")", "C. dell’Orsera"),
      ],
      many: [
        (
          "id = 1 | select name(authors, \"Family, F.\")",
          "[Ekman, A., de Esperanza Picardo, C.]"
        ),
        ("name(\"World Health Organization\", \"F. Family\")", "World Health Organization"),
      ]),
    FunctionCases(
      "same_person",
      ordinary: [
        ("same_person(\"A. Ekman\", \"Ekman, Alice\")", "true"),
        ("same_person(\"Bo Ekman\", \"Alice Ekman\")", "false"),
        ("same_person(\"Berg\", \"Jan van den Berg\")", "true"),
        ("same_person(\"Ada Lovelace\", \"Lovelace Ada\")", "false"),
      ],
      missing: [
        ("same_person(missing, \"A\")", "false"), ("same_person(\"A\", missing)", "false"),
        ("same_person(missing, missing)", "false"),
      ],
      empty: [("same_person(\"\", \"\")", "false"), ("same_person([], [])", "false")],
      wrong: [("same_person(\"A\")", "PQ0111"), ("same_person(1, \"A\")", "PQ0203")],
      nonASCII: [("same_person(\"Zoë Brækhus\", \"Z. Braekhus\")", "true")],
      many: [
        ("where same_person(author, \"Ekman, Alice\")", "1 2"),
        ("same_person([\"Bo Ek\", \"A. Ekman\"], [\"Alice Ekman\"])", "true"),
      ]),
  ]
}
