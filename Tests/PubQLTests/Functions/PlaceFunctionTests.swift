extension FunctionCases {
  /// Functions of places.
  static let places = [
    FunctionCases(
      "country",
      ordinary: [("country(\"Xinjiang\")", "China")],
      missing: [("country(missing)", "-")],
      empty: [("country(\"Nowhere\")", "-"), ("country(\"Asia\")", "-")],
      wrong: [("country(3)", "PQ0203")],
      nonASCII: [("country(\"Côte d'Ivoire\")", "Côte d'Ivoire")],
      many: [("id = 1 | select country(regions)", "[China, -]")]),
    FunctionCases(
      "subregion",
      ordinary: [("subregion(\"China\")", "Eastern Asia")],
      missing: [("subregion(missing)", "-")],
      empty: [("subregion(\"Nowhere\")", "-")],
      wrong: [("subregion(3)", "PQ0203")],
      nonASCII: [("subregion(\"Côte d'Ivoire\")", "Western Africa")],
      many: [("subregion([\"China\", \"Kenya\"])", "Eastern Asia / Eastern Africa")]),
    FunctionCases(
      "continent",
      ordinary: [("continent(\"UK\")", "Europe")],
      missing: [("continent(missing)", "-")],
      empty: [("continent(\"Nowhere\")", "-")],
      wrong: [("continent(3)", "PQ0203")],
      nonASCII: [("continent(\"Türkiye\")", "Asia")],
      many: [("continent([\"China\", \"Kenya\"])", "Asia / Africa")]),
  ]
}
