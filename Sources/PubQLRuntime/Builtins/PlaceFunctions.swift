import PubQLEngine
import PubQLModel

extension Builtin {
  /// Functions of places.
  static let placeFunctions = [
    part("country", "The country that a place is or lies in", ("Xinjiang", "China")) {
      Gazetteer.builtIn.country(of: $0)
    },
    part("subregion", "The UN sub-region of a place", ("China", "Eastern Asia")) {
      Gazetteer.builtIn.subregion(of: $0)
    },
    part("continent", "The UN region of a place", ("China", "Asia")) {
      Gazetteer.builtIn.continent(of: $0)
    },
    within, iso,
    places(
      "parents", "The country, regions and world that a place lies in, the nearest first",
      notes: "The place itself is none of them. `groupings` has organisations of countries.",
      ("parents(\"Xinjiang\")", "China; Eastern Asia; Asia; World")
    ) { Gazetteer.builtIn.ladder(of: $0) },
    places(
      "groupings", "The organisations and areas that a place lies in, the smallest first",
      notes: "Membership is that of the gazetteer: mostly of December 2024.",
      ("first(groupings(\"Estonia\"))", "Baltic States")
    ) { Gazetteer.builtIn.groupings(of: $0) },
    places(
      "members", "The countries and territories of a place",
      notes: "Of a country it is the country itself, and territories that lie in it.",
      ("members(\"Benelux\")", "Belgium; Luxembourg; Netherlands")
    ) { Gazetteer.builtIn.members(of: $0) },
  ]

  private static func part(
    _ name: String, _ summary: String, _ example: (String, String),
    _ find: @escaping @Sendable (PlaceID) -> PlaceID?
  ) -> Builtin {
    Builtin(
      name, [Parameter("place", .place)], gives: .each(.place), summary: summary,
      notes: "Missing for a place that is not known, and for one that lies in none or in several.",
      examples: [("\(name)(\"\(example.0)\")", example.1)]
    ) { call throws(RunError.Reason) in
      guard let text = call.first.textual, let place = Gazetteer.builtIn.find(text),
        let found = find(place)
      else { return .missing }
      return .place(Gazetteer.builtIn.place(found).name)
    }
  }

  /// A function that gives places; of several places each of theirs once.
  private static func places(
    _ name: String, _ summary: String, notes: String, _ example: (String, String),
    _ find: @escaping @Sendable (PlaceID) -> [PlaceID]
  ) -> Builtin {
    Builtin(
      name, [Parameter("place", .place)], gives: .one(.list(.place)), summary: summary,
      notes: notes + " Of a place that is not known there are none.", examples: [example]
    ) { call throws(RunError.Reason) in
      var seen: Set<PlaceID> = []
      var found: [Value] = []
      for text in call.first.members.compactMap(\.textual) {
        guard let place = Gazetteer.builtIn.find(text) else { continue }
        for other in find(place) where seen.insert(other).inserted {
          found.append(.place(Gazetteer.builtIn.place(other).name))
        }
      }
      return .list(found)
    }
  }

  /// What the operator asks.
  private static let within = Builtin(
    "within", [Parameter("place", .place), Parameter("whole", .place)], gives: .one(.bool),
    summary: "Whether a place is another or lies in it, as the operator `within`",
    notes: """
      Of lists, whether any place of the first lies in any of the second. A place that is not \
      known lies in itself only. False where one is missing.
      """,
    examples: [
      ("within(\"Kenya\", \"Africa\")", "true"), ("within(\"Africa\", \"Kenya\")", "false"),
    ]
  ) { call throws(RunError.Reason) in
    .bool(ValueTest(.within, call[1]).holds(call.first))
  }

  /// Codes of countries.
  private static let iso = Builtin(
    "iso", [Parameter("place", .place), Parameter("form", .any, optional: true)],
    gives: .each(.text), summary: "The ISO 3166 code of a country or territory",
    notes: """
      The form is 2 or 3 letters, else 2; "numeric" gives three digits, and also the UN M49 \
      numbers of regions. Missing for a place that has no such code.
      """,
    examples: [
      ("iso(\"Kenya\")", "KE"), ("iso(\"Kenya\", 3)", "KEN"),
      ("iso(\"Kenya\", \"numeric\")", "404"),
    ]
  ) { call throws(RunError.Reason) in
    let form = try isoForm(call[1])
    guard let text = call.first.textual, let found = Gazetteer.builtIn.find(text) else {
      return .missing
    }
    let place = Gazetteer.builtIn.place(found)
    switch form {
    case .two: return nonEmpty(place.iso2)
    case .three: return nonEmpty(place.iso3)
    case .numeric:
      return nonEmpty(place.m49.map { String(repeating: "0", count: 3 - "\($0)".count) + "\($0)" })
    }
  }

  private enum ISOForm { case two, three, numeric }

  private static func isoForm(_ value: Value) throws(RunError.Reason) -> ISOForm {
    switch value.wholeNumber {
    case 2: return .two
    case 3: return .three
    default:
      if value.isMissing { return .two }
      if value.textual?.lowercased() == "numeric" { return .numeric }
      throw .badArgument(function: "iso", "the form is 2, 3 or \"numeric\"")
    }
  }
}
