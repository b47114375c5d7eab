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
  ]
}
