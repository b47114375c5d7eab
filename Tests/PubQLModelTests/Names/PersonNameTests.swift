import PubQLModel
import Testing

@Suite struct PersonNameTests {
  @Test(arguments: [
    // printed | given | particle | family | suffix
    "Alice Ekman|Alice||Ekman|", "Ekman, Alice|Alice||Ekman|", "Plato|||Plato|",
    "Cristina de Esperanza Picardo|Cristina|de|Esperanza Picardo|",
    "Ludwig van Beethoven|Ludwig|van|Beethoven|", "Beethoven, Ludwig van|Ludwig|van|Beethoven|",
    "van der Berg, Jan|Jan|van der|Berg|", "Jan van der Berg|Jan|van der|Berg|",
    "Van der Berg, Jan|Jan|Van der|Berg|", "de Gaulle||de|Gaulle|",
    "Martin Luther King, Jr.|Martin Luther||King|Jr.",
    "King, Martin Luther, Jr.|Martin Luther||King|Jr.",
    "King, Jr., Martin Luther|Martin Luther||King|Jr.",
    "John Smith III|John||Smith|III", "Lt. Gen. John Smith|John||Smith|",
    "Dr. Alice Ekman|Alice||Ekman|",
    "Alice Ekman, PhD|Alice||Ekman|", "Alice Ekman Ph.D.|Alice||Ekman|",
    "Prof. Dr. Bob Lee, MD, Jr.|Bob||Lee|Jr.",
    "J.R.R. Tolkien|J.R.R.||Tolkien|", "J. R. R. Tolkien|J. R. R.||Tolkien|",
    "Xi Jinping|Xi||Jinping|",
    "Nguyễn Văn A|Nguyễn Văn||A|", "习近平|||习近平|", "山田 太郎|太郎||山田|",
    "García Márquez, Gabriel|Gabriel||García Márquez|",
    "José Ortega y Gasset|José||Ortega y Gasset|",
    "Jean-Paul Sartre|Jean-Paul||Sartre|", "Flann O’Brien|Flann||O’Brien|",
    "Bashar al-Assad|Bashar|al-|Assad|", "Al-Assad, Bashar|Bashar|Al-|Assad|",
    "Mohammed bin Salman|Mohammed|bin|Salman|",
    "Valéry Giscard d’Estaing|Valéry Giscard|d’|Estaing|",
    "EKMAN, Alice|Alice||EKMAN|", "Alice EKMAN|Alice||EKMAN|", "EKMAN Alice|Alice||EKMAN|",
    "Gabriel GARCÍA MÁRQUEZ|Gabriel||GARCÍA MÁRQUEZ|", "Jack Ma|Jack||Ma|",
    "  Alice\u{A0}Ekman |Alice||Ekman|",
    ", Alice|||Alice|", "Bank, Aaron|Aaron||Bank|", "Aaron Bank|Aaron||Bank|", "Dr.|||Dr.|",

  ])
  func parts(row: String) {
    let columns = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 5 else {
      Issue.record("\(row) has not five columns")
      return
    }
    let name = PersonName(columns[0])
    #expect(name.printed == columns[0])
    #expect([name.given, name.particle, name.family, name.suffix] == Array(columns[1...]))
    #expect(!name.isCorporate)
  }

  @Test(arguments: [
    "European Union Institute for Security Studies",
    "Center for Strategic and International Studies",
    "United Nations", "World Bank", "Ministry of Foreign Affairs and Trade", "European Commission",
    "International Crisis Group", "University of Oxford", "Amnesty International",
    "Council of Europe",
    "Université de Genève", "Ministry of Defence, Norway", "Acme Holdings Inc.", "African Union",
    "The Brookings Institution", "Human Rights Watch",
  ])
  func organisations(text: String) {
    let name = PersonName(text)
    #expect(name.isCorporate)
    #expect(name.family == text)
    #expect(name.matches(PersonName("{\(text.uppercased())}")))
  }

  @Test func `braces keep a name whole`() {
    let name = PersonName("{Alice and Bob, Ltd}")
    #expect(name.isCorporate)
    #expect(name.family == "Alice and Bob, Ltd")
  }

  @Test(arguments: [
    ("Ekman", "Alice Ekman"), ("ekman", "EKMAN, Alice"), ("A. Ekman", "Ekman, Alice"),
    ("A Ekman", "Alice Ekman"), ("Alice Ekman", "Ekman, Alice"), ("Alice Ekman", "Alice M. Ekman"),
    ("Picardo", "Cristina de Esperanza Picardo"),
    ("Esperanza Picardo", "Cristina de Esperanza Picardo"),
    ("de Esperanza Picardo", "Cristina de Esperanza Picardo"),
    ("García", "García Márquez, Gabriel"),
    ("Garcia Marquez", "García Márquez, Gabriel"),
    ("Gabriel García Márquez", "García Márquez, Gabriel"),
    ("Ludwig Beethoven", "Ludwig van Beethoven"), ("J.-P. Sartre", "Jean-Paul Sartre"),
    ("JRR Tolkien", "John Ronald Reuel Tolkien"), ("J. Tolkien", "J.R.R. Tolkien"),
    ("Assad", "Bashar al-Assad"), ("Th. Mann", "Thomas Mann"), ("O'Brien", "Flann O’Brien"),
    ("Martin Luther King", "King, Martin Luther, Jr."),
    ("M. L. King Junior", "Martin Luther King, Jr."),
    ("Dr. Alice Ekman", "Alice Ekman, PhD"), ("Plato", "Plato"),
    ("der Berg, Jan", "Jan van der Berg"),
    ("习近平", "习近平"), ("Nguyen Van A", "Nguyễn Văn A"), ("Smith-Jones, A.", "Alice Smith Jones"),
  ])
  func `may be one`(a: String, b: String) {
    #expect(PersonName(a).matches(PersonName(b)))
    #expect(PersonName(b).matches(PersonName(a)))
  }

  @Test(arguments: [
    ("Bob Ekman", "Alice Ekman"), ("B. Ekman", "Alice Ekman"), ("Ekmann", "Alice Ekman"),
    ("Alice", "Alice Ekman"), ("M. A. Ekman", "Alice M. Ekman"), ("Al Ekman", "Alice Ekman"),
    ("King, Martin, Sr.", "King, Martin, Jr."), ("Jan von Berg", "Jan van Berg"),
    ("Paul Smith", "John Paul Smith"), ("Union", "European Union Institute for Security Studies"),
    ("", "Alice Ekman"), ("Picardo, Esperanza", "Cristina de Esperanza Picardo"), ("王, 明", "王, 明华"),
    ("Esperanza", "Picardo"), ("John Smith II", "John Smith III"),
  ])
  func `cannot be one`(a: String, b: String) {
    #expect(!PersonName(a).matches(PersonName(b)))
    #expect(!PersonName(b).matches(PersonName(a)))
  }

  @Test func `names from their parts`() {
    let name = PersonName(family: "Assad", given: "Bashar", particle: "al-")
    #expect(name.printed == "Bashar al-Assad")
    #expect(name.matches(PersonName("Bashar al-Assad")))
    #expect(PersonName(family: "", given: "").printed == "")
    #expect(PersonName(corporate: "Oxfam").isCorporate)
  }

  @Test func `matching is symmetric, reflexive and shares a key`() {
    let seed: UInt64 = 1971
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "Alice", "A.", "Ekman", "EKMAN", "Smith", "de", "van", "der", "al-Assad", ",", ",", "Jr.",
      "III",
      "García", "Márquez", "J.R.R.", "JP", "山田", "太郎", "Bank", "Institute", "of", "{", "}", "Dr.",
      "PhD", "y", "d’Orsay", "-", "’", "Jean-Paul", "The", ";", "World",
    ]
    var names = (0..<400).map { _ in
      (0..<Int.random(in: 0...5, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }.map { PersonName($0) }
    names.append(PersonName(family: "—", given: "Alice"))
    var matches = 0
    for a in names {
      if !a.matches(a) { Issue.record("\(a) is not itself, seed \(seed)") }
      for b in names {
        let isMatch = a.matches(b)
        if isMatch != b.matches(a) { Issue.record("\(a) and \(b), seed \(seed)") }
        if isMatch {
          matches += 1
          if Set(a.familyKeys).isDisjoint(with: b.familyKeys) {
            Issue.record("no key for \(a) and \(b), seed \(seed)")
          }
        }
      }
    }
    #expect(matches > names.count)
  }

  /// The index finds what comparing with each name does.
  @Test(arguments: [1, 2, 3] as [UInt64]) func `the index misses no name`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "Alice", "A.", "Anna", "Bo", "Ekman", "EKMAN", "García", "Márquez", "Garcia", "Gabriel", "G.",
      "de", "van", "Esperanza", "Picardo", ",", "Jr.", "李", "伟", "Council", "of", "Europe", "{",
      "}",
      "The", "Bank",
    ]
    let names = (0..<500).map { _ in
      PersonName(
        (0..<Int.random(in: 0...4, using: &random))
          .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " "))
    }
    let index = PersonIndex(names: names)
    var found = 0
    for query in names {
      let codes = index.codes(matching: query)
      let expected = names.indices.filter { names[$0].matches(query) }.map { UInt32($0) }
      if codes != expected { Issue.record("\(query), seed \(seed)") }
      found += codes.count
    }
    #expect(found > 2 * names.count)
  }

  @Test func `no bytes trap`() {
    let seed: UInt64 = 7
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("aBé.,;{}&- '’習 and with van al-".utf8) + [0, 0xC3, 0xD0, 0xFF, 0xC2]
    for _ in 0..<4000 {
      let count = Int.random(in: 0...30, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      bytes.withUnsafeBufferPointer { bytes in
        let name = PersonName(utf8: bytes)
        if !name.matches(name) { Issue.record("\(Array(bytes)), seed \(seed)") }
        let list = NameList(bytes)
        var end = 0
        for range in list.ranges {
          if range.lowerBound < end || range.upperBound > bytes.count {
            Issue.record("\(Array(bytes)), seed \(seed)")
          }
          end = range.upperBound
        }
      }
    }
    #expect(PersonName.splitList(String(repeating: "{", count: 20_000)).count <= 1)
    #expect(PersonName.splitList(String(repeating: "a, and ", count: 5000)).count == 5000)
    let trades = "Ministry of Trade" + String(repeating: " and Trade", count: 5000)
    #expect(PersonName.splitList(trades).count > 1)
  }
}
