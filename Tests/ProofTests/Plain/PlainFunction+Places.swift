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
    // What lies nearest is what contains the fewest of the places that make up others.
    containers("parents") { $0 != .area && $0 != .grouping },
    containers("groupings") { $0 == .area || $0 == .grouping },
    listed("members") { place in
      gazetteer.all.filter {
        gazetteer.place($0).iso2 != nil && gazetteer.isWithin($0, place)
      }
    },
    iso(.digits(2...3)), iso(.choice(["numeric", "Numeric"])),
  ]

  private static let gazetteer = Gazetteer.builtIn

  private static func containers(
    _ name: String, where isWanted: @escaping @Sendable (Place.Kind) -> Bool
  ) -> PlainFunction {
    listed(name) { place in
      let found = gazetteer.all.filter {
        isWanted(gazetteer.place($0).kind) && gazetteer.isWithin(place, $0)
          && !gazetteer.isWithin($0, place)
      }
      // Of those that are equally large the first of the tables comes first.
      return found.map { (size: size(of: $0), place: $0) }
        .sorted { ($0.size, $0.place) < ($1.size, $1.place) }.map(\.place)
    }
  }

  /// How many countries, territories, parts and former states lie in a place.
  private static func size(of place: PlaceID) -> Int {
    gazetteer.all.count {
      [.country, .territory, .part, .former].contains(gazetteer.place($0).kind)
        && gazetteer.isWithin($0, place)
    }
  }

  /// Places that belong to places: each once, in the order in which they are found.
  private static func listed(
    _ name: String, _ find: @escaping @Sendable (PlaceID) -> [PlaceID]
  ) -> PlainFunction {
    PlainFunction(name, [.kind(.list(.place))], .one(.list(.place))) { arguments in
      var found: [PlaceID] = []
      for value in arguments[0].members {
        guard let place = gazetteer.find(value.text ?? "") else { continue }
        for other in find(place) where !found.contains(other) { found.append(other) }
      }
      return .list(found.map { .place(gazetteer.place($0).name) })
    }
  }

  /// Two letters unless three letters or digits are asked for.
  private static func iso(_ form: Parameter) -> PlainFunction {
    PlainFunction("iso", [.kind(.place), .optional(form)], .each(.text)) { arguments in
      guard let found = gazetteer.find(arguments[0].text ?? "") else { return .missing }
      let place = gazetteer.place(found)
      guard arguments.count > 1 else { return place.iso2.map { .text($0) } ?? .missing }
      if let letters = arguments[1].number {
        return (letters == 2 ? place.iso2 : place.iso3).map { .text($0) } ?? .missing
      }
      guard let number = place.m49 else { return .missing }
      return .text((number < 10 ? "00" : number < 100 ? "0" : "") + "\(number)")
    }
  }

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
