import PubQLText
import Testing

@testable import PubQLModel

@Suite("Gazetteer")
struct GazetteerTests {
  let gazetteer = Gazetteer.builtIn

  private func name(_ text: String) -> String? {
    gazetteer.find(text).map { gazetteer.place($0).name }
  }

  private func within(_ inner: String, _ outer: String) throws -> Bool {
    gazetteer.isWithin(
      try #require(gazetteer.find(inner), "\(inner)"),
      try #require(gazetteer.find(outer), "\(outer)"))
  }

  @Test(
    "usual names and short forms",
    arguments: [
      ("UK", "United Kingdom"), ("U.K.", "United Kingdom"), ("Great Britain", "United Kingdom"),
      ("britain", "United Kingdom"), ("USA", "United States"), ("u.s.", "United States"),
      ("The United States of America", "United States"), ("America", "United States"),
      ("ROK", "South Korea"), ("Korea, Republic of", "South Korea"),
      ("Korea, South", "South Korea"), ("Korea (South)", "South Korea"),
      ("DPRK", "North Korea"), ("Korea", "Korean Peninsula"),
      ("Korea, Democratic People’s Republic of", "North Korea"),
      ("DRC", "Democratic Republic of the Congo"), ("Zaire", "Democratic Republic of the Congo"),
      ("DR Congo", "Democratic Republic of the Congo"),
      ("Congo (Kinshasa)", "Democratic Republic of the Congo"),
      ("Congo-Brazzaville", "Republic of the Congo"), ("Congo", "Republic of the Congo"),
      ("Ivory Coast", "Côte d'Ivoire"), ("COTE D’IVOIRE", "Côte d'Ivoire"),
      ("Burma", "Myanmar"), ("Czech Republic", "Czechia"), ("Swaziland", "Eswatini"),
      ("Macedonia", "North Macedonia"), ("Cape Verde", "Cabo Verde"),
      ("East Timor", "Timor-Leste"), ("Holland", "Netherlands"),
      ("The Netherlands", "Netherlands"), ("Russian Federation", "Russia"),
      ("Islamic Republic of Iran", "Iran"), ("Iran, Islamic Republic of", "Iran"),
      ("Viet Nam", "Vietnam"), ("Türkiye", "Turkey"), ("turkiye", "Turkey"),
      ("Gambia, The", "Gambia"), ("Bahamas (the)", "Bahamas"), ("Macau", "Macao"),
      ("Vatican", "Vatican City"), ("PRC", "China"), ("UAE", "United Arab Emirates"),
      ("Saint Vincent & the Grenadines", "Saint Vincent and the Grenadines"),
      ("St. Lucia", "Saint Lucia"), ("Guinea Bissau", "Guinea-Bissau"),
      ("Bosnia & Herzegovina", "Bosnia and Herzegovina"), ("Georgia (country)", "Georgia"),
      ("West Bank and Gaza", "Palestine"), ("Gaza Strip", "Gaza"),
      ("USSR", "Soviet Union"), ("GDR", "East Germany"),
      ("Former Soviet Union", "Post-Soviet space"),
      ("Mideast", "Middle East"), ("MENA", "Middle East and North Africa"),
      ("GCC", "Gulf Cooperation Council"), ("Persian Gulf", "Gulf"),
      ("South-East Asia", "South-eastern Asia"), ("Southeast Asia", "South-eastern Asia"),
      ("south asia", "South Asia"), ("East Africa", "Eastern Africa"),
      ("Subsaharan Africa", "Sub-Saharan Africa"), ("Asia and the Pacific", "Asia-Pacific"),
      ("EU", "European Union"), ("European Union (EU)", "European Union"),
      ("UN", "United Nations"), ("NATO", "North Atlantic Treaty Organization"),
      ("Global", "World"), ("Global Focus", "World"), ("Nordic  countries.", "Nordic countries"),
      ("Washington, D.C.", "Washington, D.C."), ("deu", "Germany"),
    ])
  func findsName(written: String, expected: String) {
    #expect(name(written) == expected)
  }

  @Test(
    "what is no place",
    arguments: [
      "", " ", "the", "and", "&", ",", "(", "()", ",,(", "in", "de", "XX", "Atlantis", "Asiatic",
      "China and Asia", "Chin", "Republic of",
    ])
  func findsNothing(written: String) {
    #expect(name(written) == nil)
  }

  @Test("no name means two places, and every preferred name finds itself")
  func namesAreUnambiguous() {
    var clashes: [String] = []
    for table in [
      (RegionTable.rows, 2, 3), (CountryTable.rows, 6, 7), (PolicyAreaTable.rows, 0, 2),
      (GroupingTable.rows, 0, 3), (PartTable.rows, 0, 3),
    ] {
      TableRows(table.0).forEach { row in
        let preferred = gazetteer.find(row.text(table.1))
        if preferred.map({ gazetteer.place($0).name }) != row.text(table.1) {
          clashes.append(row.text(table.1))
        }
        for other in row.text(table.2).split(separator: "|")
        where gazetteer.find(String(other)) != preferred {
          clashes.append("\(row.text(table.1)): \(other)")
        }
      }
    }
    #expect(clashes == [])
    #expect(gazetteer.names.count == Set(gazetteer.names).count)
  }

  @Test("a country is found by its code of three letters, but for AND")
  func findsCodes() {
    for id in gazetteer.all {
      guard let code = gazetteer.place(id).iso3, code != "AND" else { continue }
      #expect(gazetteer.find(code) == id, "\(code)")
    }
  }

  @Test("every token of the tables means a place")
  func tokensResolve() {
    var unknown: [String] = []
    for table in [(PolicyAreaTable.rows, 1), (GroupingTable.rows, 2), (PartTable.rows, 2)] {
      TableRows(table.0).forEach { row in
        for token in row.text(table.1).split(separator: " ") where token != "-territories" {
          let token = token.first == "-" ? token.dropFirst() : token
          let isKnown =
            if token.first == "@" {
              gazetteer.find(String(token.dropFirst())) != nil
            } else {
              gazetteer.all.map { gazetteer.place($0) }.contains {
                $0.iso2 == String(token) || ($0.m49 != nil && $0.m49 == Int(token))
              }
            }
          if !isKnown { unknown.append("\(row.text(0)): \(token)") }
        }
      }
    }
    #expect(unknown == [])
  }

  @Test(
    "what lies in what",
    arguments: [
      ("China", "Asia"), ("China", "East Asia"), ("China", "China"), ("East Asia", "Asia"),
      ("Tibet", "China"), ("Xinjiang", "Asia"), ("Hong Kong", "China"), ("Hong Kong", "BRICS"),
      ("Scotland", "UK"), ("Scotland", "NATO"), ("England", "Europe"), ("Crimea", "Ukraine"),
      ("Crimea", "Eastern Europe"), ("Kashmir", "South Asia"), ("Kashmir", "Asia"),
      ("Jammu and Kashmir", "India"), ("Jammu and Kashmir", "Kashmir"),
      ("Gaza", "Palestine"), ("Gaza", "Middle East"), ("European Union", "Europe"),
      ("Eurozone", "EU"), ("Cyprus", "Europe"), ("Cyprus", "Western Asia"), ("GCC", "MENA"),
      ("GCC", "Gulf"), ("Visegrad", "EU"), ("Baltics", "NATO"), ("Middle East", "MENA"),
      ("North Africa", "MENA"), ("North Africa", "Africa"), ("ASEAN", "Southeast Asia"),
      ("Southeast Asia", "Asia-Pacific"), ("South Asia", "Southern Asia"),
      ("Mexico", "North America"), ("Mexico", "Central America"),
      ("Northern America", "North America"), ("South America", "Latin America"),
      ("Latin America", "Latin America and the Caribbean"), ("Kenya", "Global South"),
      ("Soviet Union", "Europe"), ("Soviet Union", "Eurasia"), ("East Germany", "Germany"),
      ("East Germany", "NATO"), ("Yugoslavia", "Balkans"), ("Taiwan", "East Asia"),
      ("Kosovo", "Southern Europe"), ("Kosovo", "Western Balkans"), ("Asia", "Global"),
      ("Antarctica", "World"), ("Atlantic Ocean", "World"), ("NATO", "World"),
      ("Arab Maghreb Union", "Maghreb"), ("G7", "G20"), ("Greenland", "Arctic"),
      ("Taiwan", "Greater China"), ("South China Sea", "Asia"), ("Sahel", "Africa"),
    ])
  func liesWithin(inner: String, outer: String) throws {
    #expect(try within(inner, outer))
  }

  @Test(
    "what does not lie in what",
    arguments: [
      ("Asia", "China"), ("China", "Tibet"), ("Russia", "Asia"), ("Turkey", "Europe"),
      ("Egypt", "Asia"), ("Kazakhstan", "Europe"), ("Taiwan", "China"), ("World", "Global South"),
      ("Global", "Europe"), ("French Guiana", "France"), ("French Guiana", "Europe"),
      ("Iran", "South Asia"), ("Israel", "Global South"), ("United Kingdom", "EU"),
      ("United States", "Arctic"), ("Russia", "Soviet Union"), ("Kashmir", "India"),
      ("NATO", "Europe"), ("Europe", "NATO"), ("Atlantic Ocean", "United Nations"),
      ("Northern Cyprus", "Turkey"), ("Sudan", "Sub-Saharan Africa"), ("Nile", "African Union"),
    ])
  func liesOutside(inner: String, outer: String) throws {
    #expect(try !within(inner, outer))
  }

  @Test("groupings have as many members as they say")
  func memberCounts() throws {
    for (name, count) in [
      ("United Nations", 193), ("European Union", 27), ("Eurozone", 20), ("Schengen", 29),
      ("NATO", 32), ("OECD", 38), ("African Union", 55), ("ECOWAS", 15), ("SADC", 16),
      ("EAC", 8), ("Arab League", 22), ("GCC", 6), ("OPEC", 12), ("CIS", 9), ("SCO", 10),
      ("Quad", 4), ("Five Eyes", 5), ("Mercosur", 5), ("Pacific Islands Forum", 18),
      ("Visegrad", 4), ("G7", 7), ("G20", 19), ("BRICS", 9), ("ASEAN", 10), ("APEC", 21),
      ("Commonwealth", 56), ("OIC", 57), ("Council of Europe", 46), ("COMESA", 21),
      ("CARICOM", 15), ("CPTPP", 12), ("SAARC", 8),
    ] {
      let id = try #require(gazetteer.find(name))
      // Hong Kong, Macao and Åland come with the country; members in their own right count.
      let counted = gazetteer.members(of: id).filter {
        !["MO", "AX"].contains(gazetteer.place($0).iso2)
          && (gazetteer.place($0).iso2 != "HK" || name == "APEC")
      }
      #expect(counted.count == count, "\(name)")
    }
  }

  @Test("containment is a partial order, and countries lie in none")
  func partialOrder() {
    let all = gazetteer.all
    let rows = all.map { outer in all.filter { gazetteer.isWithin($0, outer) } }
    for (outer, inside) in zip(all, rows) {
      #expect(inside.contains(outer))
      #expect(gazetteer.isWithin(outer, Gazetteer.world))
      let members = Set(inside)
      for inner in inside {
        #expect(members.isSuperset(of: rows[Int(inner.index)]))
        let kinds = (gazetteer.place(inner).kind, gazetteer.place(outer).kind)
        // Areas and groupings may have the members of another place; nothing else may.
        let named: Set<Place.Kind> = [.area, .grouping]
        if inner != outer, !named.contains(kinds.0), !named.contains(kinds.1) {
          let isBoth = gazetteer.isWithin(outer, inner)
          #expect(!isBoth)
        }
        #expect(inner == outer || kinds != (.country, .country))
      }
    }
  }

  @Test("helpers: country, sub-region, continent, parents, members")
  func helpers() throws {
    let china = try #require(gazetteer.find("China"))
    let parents = gazetteer.parents(of: china).map { gazetteer.place($0).name }
    #expect(parents.contains("Eastern Asia") && parents.contains("BRICS"))
    #expect(!parents.contains("Asia") && !parents.contains("World"))
    #expect(gazetteer.subregion(of: china).map { gazetteer.place($0).name } == "Eastern Asia")
    #expect(gazetteer.continent(of: china).map { gazetteer.place($0).name } == "Asia")
    let tibet = try #require(gazetteer.find("Tibet"))
    #expect(gazetteer.country(of: tibet) == china)
    #expect(gazetteer.parents(of: tibet).first == china)
    let kenya = try #require(gazetteer.find("Kenya"))
    #expect(gazetteer.subregion(of: kenya).map { gazetteer.place($0).name } == "Eastern Africa")
    let cyprus = try #require(gazetteer.find("Cyprus"))
    #expect(gazetteer.continent(of: cyprus).map { gazetteer.place($0).name } == "Asia")
    #expect(gazetteer.members(of: kenya) == [kenya])
    #expect(gazetteer.parents(of: Gazetteer.world) == [])
    #expect(gazetteer.country(of: try #require(gazetteer.find("Asia"))) == nil)
  }

  @Test("hostile names end in nothing or a place")
  func hostileNames() {
    var random = SeededBytes(seed: 20_261_124)
    let alphabet = Array("the and,(&.st -china\u{E9}".utf8) + [0, 255, 0xC2]
    for _ in 0..<3000 {
      let bytes = random.bytes(upTo: 40, alphabet: alphabet)
      bytes.withUnsafeBufferPointer { _ = gazetteer.find(folded: $0) }
      _ = gazetteer.find(String(decoding: bytes, as: UTF8.self))
    }
    #expect(gazetteer.find(String(repeating: "the, ", count: 10_000)) == nil)
    #expect(gazetteer.find("China" + String(repeating: " ", count: 50)) != nil)
  }
}
