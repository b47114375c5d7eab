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
  ]

  private static func part(
    _ name: String, _ summary: String, _ example: (String, String),
    _ find: @escaping @Sendable (PlaceID) -> PlaceID?
  ) -> Builtin {
    Builtin(
      name, [Parameter("place", .place)], gives: .each(.place), summary: summary,
      examples: [("\(name)(\"\(example.0)\")", example.1)]
    ) { call throws(RunError.Reason) in
      guard let text = call.first.textual, let place = Gazetteer.builtIn.find(text),
        let found = find(place)
      else { return .missing }
      return .place(Gazetteer.builtIn.place(found).name)
    }
  }
}
