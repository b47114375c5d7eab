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
