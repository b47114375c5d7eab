import PubQLModel

extension PlainFunction {
  /// What lies where is told by the table of places, which has tests of its own.
  static let places: [PlainFunction] = [
    part("country") { Gazetteer.builtIn.country(of: $0) },
    part("subregion") { Gazetteer.builtIn.subregion(of: $0) },
    part("continent") { Gazetteer.builtIn.continent(of: $0) },
    PlainFunction("within", [.kind(.list(.place)), .kind(.place)], .one(.bool)) { arguments in
      .bool(
        arguments[0].members.contains { a in
          arguments[1].members.contains {
            PlainRelation.within.meets(.place(a.text ?? ""), .place($0.text ?? ""))
          }
        })
    },
    // Of the regions that a place lies in, the nearest first, the last is the world.
    PlainFunction("parents", [.kind(.place)], .one(.list(.place))) { arguments in
      let known = arguments[0].members.compactMap { Gazetteer.builtIn.find($0.text ?? "") }
      guard let place = known.first else { return .list([]) }
      var above: [PlaceID] = []
      for next in [
        Gazetteer.builtIn.country(of: place), Gazetteer.builtIn.subregion(of: place),
        Gazetteer.builtIn.continent(of: place), Gazetteer.builtIn.find("World"),
      ] {
        if let next, next != place, !above.contains(next) { above.append(next) }
      }
      return .list(above.map { .place(Gazetteer.builtIn.place($0).name) })
    },
  ]

  private static func part(
    _ name: String, _ part: @escaping @Sendable (PlaceID) -> PlaceID?
  ) -> PlainFunction {
    PlainFunction(name, [.kind(.place)], .each(.place)) { arguments in
      guard let place = Gazetteer.builtIn.find(arguments[0].text ?? ""), let found = part(place)
      else { return .missing }
      return .place(Gazetteer.builtIn.place(found).name)
    }
  }
}
