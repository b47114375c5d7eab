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
    FunctionCases(
      "within",
      ordinary: [
        ("within(\"Kenya\", \"Africa\")", "true"), ("within(\"Africa\", \"Kenya\")", "false"),
        ("within(\"Kenya\", \"Kenya\")", "true"), ("within(\"Tibet\", \"China\")", "true"),
      ],
      missing: [("within(missing, \"Asia\")", "false"), ("within(\"China\", missing)", "false")],
      empty: [
        ("within(\"\", \"Asia\")", "false"), ("within(\"Nowhere\", \"nowhere\")", "true"),
        ("within([], \"Asia\")", "false"),
      ],
      wrong: [("within(1, \"Asia\")", "PQ0203"), ("within(\"China\")", "PQ0111")],
      nonASCII: [
        ("within(\"Cote d’Ivoire\", \"Afrique\")", "false"),
        (
          "within(\"Côte d'Ivoire\", \"Africa\")", "true"
        ),
      ],
      many: [
        ("where within(region, \"Africa\")", "3 4"), ("where not within(region, \"World\")", "5"),
        ("within([\"Kenya\", \"China\"], [\"Europe\", \"Asia\"])", "true"),
      ]),
    FunctionCases(
      "iso",
      ordinary: [
        ("iso(\"Kenya\")", "KE"), ("iso(\"Kenya\", 2)", "KE"), ("iso(\"Kenya\", 3)", "KEN"),
        ("iso(\"Afghanistan\", \"numeric\")", "004"), ("iso(\"Asia\", \"numeric\")", "142"),
      ],
      missing: [("iso(missing)", "-"), ("iso(\"Kenya\", missing)", "KE")],
      empty: [("iso(\"Asia\")", "-"), ("iso(\"Nowhere\", 3)", "-"), ("iso(\"\")", "-")],
      wrong: [
        ("iso(\"Kenya\", 4)", "PQ0404"), ("iso(\"Kenya\", \"alpha\")", "PQ0404"),
        ("iso(3)", "PQ0203"),
        ("iso()", "PQ0111"),
      ],
      nonASCII: [("iso(\"Côte d'Ivoire\", 3)", "CIV"), ("iso(\"Türkiye\")", "TR")],
      many: [("id = 1 | select iso(regions)", "[CN, -]")]),
    FunctionCases(
      "parents",
      ordinary: [
        ("parents(\"Xinjiang\")", "China / Eastern Asia / Asia / World"),
        ("parents(\"Kenya\")", "Eastern Africa / Sub-Saharan Africa / Africa / World"),
        ("parents(\"Asia\")", "World"),
      ],
      missing: [("parents(missing)", "")],
      empty: [("parents(\"World\")", ""), ("parents(\"Nowhere\")", ""), ("parents([])", "")],
      wrong: [("parents(3)", "PQ0203")],
      nonASCII: [
        ("first(parents(\"Côte d'Ivoire\"))", "Western Africa")
      ],
      many: [
        ("id = 1 | select parents(region)", "[Eastern Asia, Asia, World]"),
        ("where \"Africa\" in parents(region)", "3 4"),
      ]),
    FunctionCases(
      "groupings",
      ordinary: [
        ("first(groupings(\"Estonia\"))", "Baltic States"),
        ("\"NATO\" in groupings(\"Estonia\")", "true"),
        ("\"NATO\" in groupings(\"Kenya\")", "false"),
      ],
      missing: [("groupings(missing)", "")],
      empty: [("groupings(\"World\")", ""), ("groupings(\"\")", "")],
      wrong: [("groupings(false)", "PQ0203")],
      nonASCII: [("\"ECOWAS\" in groupings(\"Côte d'Ivoire\")", "true")],
      many: [("\"ASEAN\" in groupings([\"Kenya\", \"Laos\"])", "true")]),
    FunctionCases(
      "members",
      ordinary: [("members(\"Benelux\")", "Belgium / Luxembourg / Netherlands")],
      missing: [("members(missing)", "")],
      empty: [("members(\"Nowhere\")", ""), ("members(\"Tibet\")", "")],
      wrong: [("members(2020)", "PQ0203")],
      nonASCII: [("members(\"Côte d'Ivoire\")", "Côte d'Ivoire")],
      many: [
        ("members(\"World\") | count", "250"),
        ("length(members([\"Benelux\", \"Belgium\", \"France\"]))", "4"),
      ]),
  ]
}
