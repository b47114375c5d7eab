import PubQLText
import Testing

@testable import PubQLModel

@Suite("Lists written as prose")
struct ProseListTests {
  @Test(
    "topics",
    arguments: [
      (
        "Science and Technology, Governance, Geopolitics, Cities, and COVID-19",
        ["Science and Technology", "Governance", "Geopolitics", "Cities", "COVID-19"]
      ),
      ("Cities", ["Cities"]), ("", []), (" , ;, ", []), ("and", ["and"]),
      ("Science and Technology", ["Science and Technology"]),
      ("science & technology", ["science & technology"]),
      ("Geopolitics and Cities", ["Geopolitics", "Cities"]),
      ("Geopolitics AND Cities", ["Geopolitics", "Cities"]),
      ("Geopolitics & Cities", ["Geopolitics", "Cities"]),
      ("R&D", ["R&D"]), ("Sand dunes", ["Sand dunes"]), ("Brandy and", ["Brandy and"]),
      ("A, B and C", ["A", "B", "C"]), ("A, B, and C", ["A", "B", "C"]),
      ("A, B & C", ["A", "B", "C"]), ("A, B, & C", ["A", "B", "C"]),
      ("A and B, C", ["A and B", "C"]),
      ("Cities, and Science and Technology", ["Cities", "Science and Technology"]),
      ("Cities, Science and Technology", ["Cities", "Science and Technology"]),
      ("Cities, and This and That", ["Cities", "This and That"]),
      ("Science and Technology and Governance", ["Science and Technology", "Governance"]),
      ("Governance and Science and Technology", ["Governance", "Science and Technology"]),
      ("Law and Order and War and Peace", ["Law and Order", "War and Peace"]),
      ("Fire and Ice and Wind", ["Fire and Ice", "Wind"]),
      ("Fire & Ice and Wind", ["Fire & Ice", "Wind"]),
      ("Wind and Fire & Ice", ["Wind", "Fire & Ice"]),
      ("One and Two and Three and Four", ["One and Two", "Three and Four"]),
      ("Women, Peace and Security", ["Women, Peace and Security"]),
      ("Women, Peace, and Security", ["Women, Peace, and Security"]),
      ("Cities, Women, Peace and Security, Law", ["Cities", "Women, Peace and Security", "Law"]),
      ("Trade (goods, services and data), Law", ["Trade (goods, services and data)", "Law"]),
      ("Trade (goods, Law", ["Trade (goods", "Law"]),
      ("Trade ) goods, ((Law, a) b", ["Trade ) goods", "((Law, a) b"]),
      ("A; B; C", ["A", "B", "C"]), ("A; B and C", ["A", "B and C"]),
      ("A; B; and C", ["A", "B", "C"]),
      ("Cities,Law", ["Cities", "Law"]), ("A,\u{A0}B\u{A0}and\u{A0}C", ["A", "B", "C"]),
      ("\t A  ,  B \u{3000}", ["A", "B"]), ("A, , B,", ["A", "B"]), ("A, and", ["A"]),
      ("Covid-19 in the U.S.", ["Covid-19 in the U.S."]),
    ] as [(String, [String])])
  func splitsTopics(text: String, expected: [String]) {
    #expect(ProseList.split(text, vocabulary: .topics) == expected)
  }

  @Test(
    "places",
    arguments: [
      ("China and Asia", ["China", "Asia"]),
      ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"]),
      ("Serbia, Bosnia & Herzegovina", ["Serbia", "Bosnia & Herzegovina"]),
      ("Trinidad and Tobago and Cuba", ["Trinidad and Tobago", "Cuba"]),
      ("Cuba and Trinidad and Tobago", ["Cuba", "Trinidad and Tobago"]),
      ("China and Japan and South Korea", ["China", "Japan", "South Korea"]),
      ("Middle East and North Africa", ["Middle East and North Africa"]),
      ("the Middle East and North Africa", ["the Middle East and North Africa"]),
      ("Australia and New Zealand", ["Australia", "New Zealand"]),
      ("Fiji, Australia and New Zealand", ["Fiji", "Australia", "New Zealand"]),
      ("Australia and New Zealand, Fiji", ["Australia", "New Zealand", "Fiji"]),
      ("China and Japan, Iran", ["China", "Japan", "Iran"]),
      ("Iran, and China and Japan", ["Iran", "China", "Japan"]),
      ("Korea, Republic of", ["Korea, Republic of"]),
      ("Japan, Korea, Republic of, China", ["Japan", "Korea, Republic of", "China"]),
      ("Japan and Korea, Republic of", ["Japan", "Korea, Republic of"]),
      ("Korea, Republic of and Japan", ["Korea, Republic of", "Japan"]),
      ("Japan, and Korea, Republic of", ["Japan", "Korea, Republic of"]),
      ("Korea, South Africa", ["Korea", "South Africa"]),
      ("Korea, South, Africa", ["Korea, South", "Africa"]),
      ("Guinea, Bissau", ["Guinea", "Bissau"]), ("Gambia, The, Mali", ["Gambia, The", "Mali"]),
      ("Iran, Islamic Republic of, Iraq", ["Iran, Islamic Republic of", "Iraq"]),
      ("Congo (Kinshasa), Chad", ["Congo (Kinshasa)", "Chad"]),
      ("China; Japan and Iran", ["China", "Japan", "Iran"]),
      ("Washington, D.C.", ["Washington, D.C."]),
      ("São Tomé and Príncipe", ["São Tomé and Príncipe"]),
      ("Asia and the Pacific, Europe", ["Asia and the Pacific", "Europe"]),
    ] as [(String, [String])])
  func splitsPlaces(text: String, expected: [String]) {
    #expect(ProseList.split(text, vocabulary: .places) == expected)
  }

  @Test("every name of a place with `and` or a comma stays whole, alone and in a list")
  func placeNamesStayWhole() {
    let names = Gazetteer.builtIn.names.filter { $0.contains(" and ") || $0.contains(",") }
      .filter { !GazetteerBuilder.listedApart.contains($0) }
    #expect(names.count > 20)
    for name in names {
      #expect(ProseList.split(name, vocabulary: .places) == [name])
      #expect(ProseList.split("Chile, \(name), Peru", vocabulary: .places).contains(name))
      #expect(ProseList.split("Chile, Peru and \(name)", vocabulary: .places).contains(name))
    }
  }

  @Test("a list with the comma before `and` gives its names back")
  func oxfordLists() {
    let plain = ["Cities", "COVID-19", "U.S. Politics", "Énergie", "R&D", "A (b, c)", "城市"]
    let compound = ["This and That", "Bread & Circuses", "Science and Technology", "A and B and C"]
    let seed: UInt64 = 7
    var random = SeededBytes(seed: seed)
    for round in 0..<600 {
      let count = 2 + round % 9
      let names = (0..<count).map { _ in
        (Bool.random(using: &random) ? plain : compound).randomElement(using: &random) ?? ""
      }
      let and = Bool.random(using: &random) ? "and" : "&"
      let text = names.dropLast().joined(separator: ", ") + ", \(and) \(names[count - 1])"
      #expect(ProseList.split(text, vocabulary: .topics) == names, "seed \(seed), round \(round)")
      let bare = names.joined(separator: "; ")
      #expect(ProseList.split(bare, vocabulary: Vocabulary()) == names, "seed \(seed): \(bare)")
    }
  }

  @Test("no byte is lost but separators, and hostile values end")
  func hostileValues() {
    let seed: UInt64 = 11
    var random = SeededBytes(seed: seed)
    let alphabet = Array(" ,;&()and AND\t\u{A0}xyKorea, Republic of".utf8) + [0, 0xE2, 0x80, 0xFF]
    for round in 0..<4000 {
      let bytes = random.bytes(upTo: 60, alphabet: alphabet)
      var covered = [Bool](repeating: false, count: bytes.count)
      var last = 0
      bytes.withUnsafeBufferPointer { value in
        ProseList.split(value, vocabulary: .places) { range in
          #expect(range.lowerBound >= last && !range.isEmpty, "seed \(seed), round \(round)")
          last = range.upperBound
          for index in range { covered[index] = true }
        }
      }
      let rest = zip(bytes, covered).filter { !$0.1 }.map(\.0)
      let allowed = Set(" ,;&andAND\t\n\u{A0}".utf8 + [0xE2, 0x80])
      #expect(rest.allSatisfy(allowed.contains), "seed \(seed), round \(round)")
    }
    for piece in ["(", ")", "a and ", ", and ", "Korea, ", "& ", " ", "Korea, Republic of and "] {
      let text = String(repeating: piece, count: 5000)
      #expect(ProseList.split(text, vocabulary: .places).count <= 10_001)
    }
  }

  @Test("reasons are given for every name")
  func explains() {
    let text = "Science and Technology, Law and Cities"
    #expect(
      ProseList.explain(text, vocabulary: .topics) == [
        "`Science and Technology` is one name of the built-in vocabulary",
        "`Law` is cut off at `and`: the whole is not known as one name",
        "`Cities` is cut off at `and`: the whole is not known as one name",
      ])
  }
}
