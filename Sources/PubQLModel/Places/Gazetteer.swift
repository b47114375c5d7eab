import PubQLText

/// The places that PubQL knows, by name, and what lies in what.
///
/// Containment is the subset relation between sets of countries, seas and parts of countries
/// (see `GazetteerBuilder`): reflexive, transitive, and two groupings of the same members lie in
/// each other. No country lies in another. Only the world contains the world.
/// - Source: the tables beside this file, each with its own.
package struct Gazetteer: Sendable {
  private let places: [Place]
  private let table: NameTable
  private let sets: PlaceSets
  /// Names with a comma in them, folded.
  let commaNames: [[UInt8]]

  /// The gazetteer made of the built-in tables, when first used.
  package static let builtIn = Gazetteer()

  private init() {
    let built = GazetteerBuilder()
    places = built.places
    table = built.table
    sets = built.sets
    commaNames = built.commaNames
  }

  /// Every place, in the order of `PlaceID`.
  package var all: [PlaceID] { places.indices.map { PlaceID($0) } }

  /// The preferred names, in the order of `PlaceID`.
  package var names: [String] { places.map(\.name) }

  package static var world: PlaceID { PlaceID(0) }

  package func place(_ id: PlaceID) -> Place {
    places[min(Int(id.index), places.count - 1)]
  }

  /// Whether `inner` is `outer` or lies in it.
  package func isWithin(_ inner: PlaceID, _ outer: PlaceID) -> Bool {
    let inner = Int(inner.index)
    let outer = Int(outer.index)
    guard inner < sets.count, outer < sets.count else { return false }
    return sets.isSubset(inner, outer)
  }

  /// Whether `outer` is `inner` or contains it.
  package func contains(_ outer: PlaceID, _ inner: PlaceID) -> Bool { isWithin(inner, outer) }

  /// The countries and territories of a place, by name; of one of them itself. Hong Kong counts
  /// beside China.
  package func members(of id: PlaceID) -> [PlaceID] {
    guard Int(id.index) < places.count else { return [] }
    return sets.members(Int(id.index)).filter { places[$0].iso2 != nil }.map { PlaceID($0) }
  }

  /// The smallest countries, M49 regions, areas and groupings that contain a place and more, the
  /// smallest first: of China, Eastern Asia and BRICS, but not Asia.
  /// - Complexity: quadratic in the places that contain it, some dozens.
  package func parents(of id: PlaceID) -> [PlaceID] {
    let inner = Int(id.index)
    guard inner < places.count else { return [] }
    let outer = places.indices.filter { sets.isSubset(inner, $0) && !sets.isSubset($0, inner) }
    let direct = outer.filter { candidate in
      !outer.contains {
        places[$0].kind.family == places[candidate].kind.family
          && sets.isSubset($0, candidate) && !sets.isSubset(candidate, $0)
      }
    }
    return direct.map { (id: PlaceID($0), size: sets.size($0)) }
      .sorted { ($0.size, $0.id) < ($1.size, $1.id) }.map(\.id)
  }

  /// The country that a place is, or is a part of; nil for what lies in no one country.
  package func country(of id: PlaceID) -> PlaceID? {
    guard Int(id.index) < places.count else { return nil }
    if places[Int(id.index)].iso2 != nil { return id }
    return places.indices.first {
      places[$0].iso2 != nil && sets.isSubset(Int(id.index), $0)
    }.map { PlaceID($0) }
  }

  /// The country, regions and world that contain a place and more, the smallest first: of China,
  /// Eastern Asia, Asia and the world.
  package func ladder(of id: PlaceID) -> [PlaceID] {
    containers(of: id) { $0 != .area && $0 != .grouping }
  }

  /// The groupings and areas of the policy literature that contain a place and more, the smallest
  /// first.
  package func groupings(of id: PlaceID) -> [PlaceID] {
    containers(of: id) { $0 == .area || $0 == .grouping }
  }

  private func containers(of id: PlaceID, where wanted: (Place.Kind) -> Bool) -> [PlaceID] {
    let inner = Int(id.index)
    guard inner < places.count else { return [] }
    return places.indices.filter {
      wanted(places[$0].kind) && sets.isSubset(inner, $0) && !sets.isSubset($0, inner)
    }
    .map { (size: sets.size($0), id: PlaceID($0)) }
    .sorted { ($0.size, $0.id) < ($1.size, $1.id) }.map(\.id)
  }

  /// The smallest region of M49 that contains a place: Western Africa, not Sub-Saharan Africa.
  package func subregion(of id: PlaceID) -> PlaceID? {
    smallest(containing: id, where: { $0 == .subregion })
  }

  /// The one of Africa, Americas, Asia, Europe and Oceania that contains a place.
  ///
  /// Of Cyprus it is Asia, as in M49.
  package func continent(of id: PlaceID) -> PlaceID? {
    if let region = subregion(of: id) {
      return smallest(containing: region, where: { $0 == .region })
    }
    return smallest(containing: id, where: { $0 == .region })
  }

  private func smallest(containing id: PlaceID, where wanted: (Place.Kind) -> Bool) -> PlaceID? {
    guard Int(id.index) < places.count else { return nil }
    return places.indices.filter { wanted(places[$0].kind) && sets.isSubset(Int(id.index), $0) }
      .min { sets.size($0) < sets.size($1) }.map { PlaceID($0) }
  }
}

extension Place.Kind {
  /// What may be direct without regard to other families.
  fileprivate var family: Int {
    switch self {
    case .world, .region, .subregion: 0
    case .country, .territory, .part, .former: 1
    case .area: 2
    case .grouping: 3
    }
  }
}

// MARK: - Names

extension Gazetteer {
  /// The place of a name, forgiving case, accents, *the*, punctuation, `&`, *St.*, hyphens.
  ///
  /// Finds preferred and other names and three-letter codes; of two-letter words only the usual
  /// ones (*US*, *UK*, *EU*, *UN*, *AU*). An inverted name ("Korea, Republic of") and one with a
  /// remark in brackets ("Georgia (country)", "European Union (EU)") are found by the plain one.
  package func find(_ name: String) -> PlaceID? {
    Folding.fold(name).withUnsafeBufferPointer { find(folded: $0) }
  }

  /// The place of a folded name.
  /// - Complexity: linear in the name.
  package func find(folded name: UnsafeBufferPointer<UInt8>) -> PlaceID? {
    // Longer than any name, whatever its punctuation.
    guard name.count <= 1024 else { return nil }
    var key: [UInt8] = []
    key.reserveCapacity(64)
    if let found = look(name, &key) { return found }
    if let comma = name.firstIndex(of: UInt8(ascii: ",")),
      let found = find(inverted: name, at: comma, &key)
    {
      return found
    }
    guard let open = name.firstIndex(of: UInt8(ascii: "(")), open > 0 else { return nil }
    return look(UnsafeBufferPointer(rebasing: name[..<open]), &key)
  }

  /// The place whose key the name has.
  private func look(_ name: UnsafeBufferPointer<UInt8>, _ key: inout [UInt8]) -> PlaceID? {
    key.removeAll(keepingCapacity: true)
    LookupKey.append(folded: name, to: &key)
    return table.value(of: key).map { PlaceID(Int($0)) }
  }

  /// "Korea, Republic of" as "Republic of Korea".
  private func find(
    inverted name: UnsafeBufferPointer<UInt8>, at comma: Int, _ key: inout [UInt8]
  ) -> PlaceID? {
    var turned: [UInt8] = []
    turned.reserveCapacity(name.count + 1)
    turned.append(contentsOf: name[(comma + 1)...])
    turned.append(UInt8(ascii: " "))
    turned.append(contentsOf: name[..<comma])
    return turned.withUnsafeBufferPointer { look($0, &key) }
  }

  /// Hands over the key of every name, with its place, in the order of the tables.
  func forEachKey(_ body: (UnsafeBufferPointer<UInt8>, PlaceID) -> Void) {
    table.forEach { body($0, PlaceID(Int($1))) }
  }
}
