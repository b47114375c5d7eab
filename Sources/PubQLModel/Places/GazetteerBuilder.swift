import PubQLText

/// Reads the tables into names, places and the sets that decide what lies in what.
///
/// A country, a territory, a part, a sea, a former state is an *atom*: it is a member of its own
/// set. The set of any other place is made of those of its members. What lies in what is then
/// the subset relation, and so a partial order by construction.
///
/// The sets of countries come first. An atom that only lies somewhere, such as a part, is then
/// put into every set that contains all of a place it lies in; so whatever contains China
/// contains Tibet, and no earlier relation between two places changes by it.
struct GazetteerBuilder {
  var places: [Place] = []
  var table = NameTable(minimumCapacity: 2048)
  var sets: PlaceSets
  /// The M49 region right above a region or country; -1 where there is none.
  var above: [Int16] = []
  private var byM49 = [Int16](repeating: -1, count: 1000)
  private var byISO2 = [Int16](repeating: -1, count: 26 * 26)
  /// Folded names with a comma, which their keys do not show.
  var commaNames: [[UInt8]] = []
  private var byISO3: [(code: UnsafeBufferPointer<UInt8>, place: Int)] = []
  private var folded: [UInt8] = []
  private var key: [UInt8] = []

  /// Names that are read as two in a list though they are in the tables.
  static let listedApart = [
    "Australia and New Zealand", "Serbia and Montenegro", "Europe and Central Asia",
    "North Africa and the Middle East", "East Asia and the Pacific",
    "Oceania and the Pacific", "East Asia and Pacific",
  ]

  /// More places than the tables have.
  private static let capacity = 640

  init() {
    sets = PlaceSets(count: Self.capacity)
    places.reserveCapacity(Self.capacity)
    addRegions()
    addCountries()
    addSets(PolicyAreaTable.rows, kind: .area, period: nil, members: 1)
    addSets(GroupingTable.rows, kind: .grouping, period: 1, members: 2)
    addParts()
    // Codes give way to names: no name that anybody writes is lost to one.
    for (code, place) in byISO3 { addName(code, place) }
  }

  private mutating func addRegions() {
    TableRows(RegionTable.rows).forEach { row in
      let number = row.number(0)
      let parent = row.number(1).flatMap { region($0) }
      let kind: Place.Kind = parent == nil ? .world : parent == 0 ? .region : .subregion
      add(row, name: 2, names: 3, kind: kind, m49: number, above: parent)
    }
  }

  private mutating func addCountries() {
    var dependents: [(part: Int, whole: UnsafeBufferPointer<UInt8>)] = []
    TableRows(CountryTable.rows).forEach { row in
      let kind: Place.Kind = row[4].first == UInt8(ascii: "t") ? .territory : .country
      let parent = row.number(3).flatMap { region($0) }
      let place = add(
        row, name: 6, names: 7, kind: kind, iso2: row.text(0), iso3: row.text(1),
        m49: row.number(2), above: parent)
      sets.insert(place, into: place)
      if let code = Self.iso2(row[0]) { byISO2[code] = Int16(place) }
      byISO3.append((row[1], place))
      if row[5].count > 0 { dependents.append((place, row[5])) }
    }
    for (part, code) in dependents {
      if let whole = member(code) { sets.insert(part, into: whole) }
    }
    for place in places.indices where places[place].iso2 != nil {
      var region = Int(above[place])
      while region >= 0 {
        sets.formUnion(place, into: region)
        region = Int(above[region])
      }
    }
    // See the head of `CountryTable` for why Cyprus is in Europe too.
    if let europe = region(150), let cyprus = find("Cyprus") {
      sets.formUnion(cyprus, into: europe)
    }
  }

  private mutating func addSets(
    _ rows: StaticString, kind: Place.Kind, period: Int?, members column: Int
  ) {
    TableRows(rows).forEach { row in
      let place = add(
        row, name: 0, names: column + 1, kind: kind, period: period.map { row.text($0) })
      TableRows.pieces(of: row[column], at: UInt8(ascii: " ")) { token in
        if token.first == UInt8(ascii: "-") {
          takeAway(UnsafeBufferPointer(rebasing: token.dropFirst()), from: place)
        } else if let member = member(token) {
          sets.formUnion(member, into: place)
        }
      }
    }
  }

  private mutating func takeAway(_ token: UnsafeBufferPointer<UInt8>, from place: Int) {
    if token.elementsEqual("territories".utf8) {
      for other in places.indices where places[other].kind == .territory {
        sets.subtract(other, from: place)
      }
      // Hong Kong is in whatever China is in.
      for member in sets.members(place) { sets.formUnion(member, into: place) }
    } else if let member = member(token) {
      sets.subtract(member, from: place)
    }
  }

  private mutating func addParts() {
    TableRows(PartTable.rows).forEach { row in
      let former = row[1].count > 0
      let place = add(
        row, name: 0, names: 3, kind: former ? .former : .part,
        period: former ? row.text(1) : nil)
      var wholes: [Int] = []
      TableRows.pieces(of: row[2], at: UInt8(ascii: " ")) { token in
        if let whole = member(token) { wholes.append(whole) }
      }
      putInto(wholes, place)
    }
  }

  /// Makes `atom` a member of itself and of whatever contains one of `wholes`.
  private mutating func putInto(_ wholes: [Int], _ atom: Int) {
    // All are found before one is changed: with the atom in it, a place is no subset any more.
    let outers = places.indices.filter { outer in
      wholes.contains { sets.isSubset($0, outer) }
    }
    for outer in outers { sets.insert(atom, into: outer) }
    sets.insert(atom, into: atom)
  }

  /// The place a token of a table means.
  private mutating func member(_ token: UnsafeBufferPointer<UInt8>) -> Int? {
    if let number = TableRows.number(token) { return region(number) }
    if token.first == UInt8(ascii: "@") {
      return find(UnsafeBufferPointer(rebasing: token.dropFirst()))
    }
    guard let code = Self.iso2(token), byISO2[code] >= 0 else { return nil }
    return Int(byISO2[code])
  }

  private func region(_ number: Int) -> Int? {
    byM49.indices.contains(number) && byM49[number] >= 0 ? Int(byM49[number]) : nil
  }

  private static func iso2(_ token: UnsafeBufferPointer<UInt8>) -> Int? {
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard token.count == 2, letters.contains(token[0]), letters.contains(token[1]) else {
      return nil
    }
    return Int(token[0] - letters.lowerBound) * 26 + Int(token[1] - letters.lowerBound)
  }

  @discardableResult
  private mutating func add(
    _ row: TableRows.Fields, name: Int, names: Int, kind: Place.Kind, iso2: String? = nil,
    iso3: String? = nil, m49: Int? = nil, above parent: Int? = nil, period: String? = nil
  ) -> Int {
    let place = places.count
    places.append(
      Place(name: row.text(name), kind: kind, iso2: iso2, iso3: iso3, m49: m49, period: period))
    above.append(Int16(parent ?? -1))
    if iso2 == nil, let m49, byM49.indices.contains(m49) { byM49[m49] = Int16(place) }
    addName(row[name], place)
    TableRows.pieces(of: row[names], at: UInt8(ascii: "|")) { addName($0, place) }
    return place
  }

  private mutating func addName(_ name: UnsafeBufferPointer<UInt8>, _ place: Int) {
    makeKey(name)
    // AND is the code of Andorra, and a word.
    if key.isEmpty || key.elementsEqual("and".utf8) { return }
    table.add(key, UInt32(place))
    if folded.contains(UInt8(ascii: ",")) { commaNames.append(folded) }
  }

  private mutating func makeKey(_ name: UnsafeBufferPointer<UInt8>) {
    folded.removeAll(keepingCapacity: true)
    key.removeAll(keepingCapacity: true)
    Folding.fold(name, into: &folded)
    folded.withUnsafeBufferPointer { LookupKey.append(folded: $0, to: &key) }
  }

  private mutating func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    makeKey(name)
    return table.value(of: key).map { Int($0) }
  }

  private func find(_ name: String) -> Int? {
    table.value(of: LookupKey.of(name)).map { Int($0) }
  }
}
