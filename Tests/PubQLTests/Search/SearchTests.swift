import PubQL
import Testing

/// The stage `search`: what it finds, in which order, and what it says of mistakes.
struct SearchTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func words() {
    expect(
      session,
      [
        ("search \"cities\" | select id", "1 / 6"), ("search \"CITIES smart\" | select id", "1"),
        ("search \"digital nowhere\" | select id", "1"), ("search \"nonesuch\" | count", "0"),
        ("search \"cities nonesuch\" | count", "0"), ("search \"elements\" | select id", "4"),
        ("search \"Éléments\" | select id", "4"), ("search \"研究\" | select id", "6"),
        ("search \"究\" | select id", "6"), ("search \"究研\" | count", "0"),
        ("search \"smart-city\" | select id", "3"), ("search \"citi\" | count", "0"),
      ])
  }

  @Test func phrasesExclusionsAndEndings() {
    expect(
      session,
      [
        ("search '\"smart cities\"' | select id", "1"), ("search '\"cities smart\"' | count", "0"),
        ("search '“smart cities”' | select id", "1"),
        ("search '\"silk road' | select id", "1"), ("search 'cities -silk' | select id", "6"),
        ("search 'cities -\"digital silk\"' | select id", "6"),
        ("search 'smart cit*' | sort id | select id", "1 / 3"),
        ("search '\"smart cit*\"' | sort id | select id", "1 / 3"),
        ("search '\"smart cit\"*' | sort id | select id", "1 / 3"),
        ("search 'ci* -road' | sort id | select id", "3 / 6"),
        ("search 'smart -cit*' | count", "0"), ("search '* cities' | count", "2"),
        ("search '- cities' | count", "2"), ("search '--silk cities' | select id", "6"),
        ("search 'trade,elements' | count", "0"), ("search 'elements,of,trade' | select id", "4"),
      ])
  }

  @Test func fields() {
    expect(
      session,
      [
        ("search \"cities\" { topics: 1 } | sort id | select id", "1 / 4 / 6"),
        ("search \"cities\" { topic: 1, title: 2 } | sort id | select id", "1 / 4 / 6"),
        ("search \"road\" { title: 1 } | count", "0"),
        ("search \"ekman\" { authors: 1 } | count", "3"),
        ("search \"kenya\" { region: 1 } | select id", "3"),
        ("search \"francais\" { language: 1 } | select id", "3"),
        // Words of one value do not go over into the next.
        ("search '\"cities governance\"' { topics: 1 } | count", "0"),
        ("search \"cities governance\" { topics: 1 } | count", "1"),
        ("search \"cities\" { titel: 1 }", "PQ0104"), ("search \"cities\" { date: 1 }", "PQ0432"),
        ("search \"cities\" { title: 0 }", "PQ0433"), ("search \"cities\" { title: -1 }", "PQ0433"),
        ("search \"cities\" { title: \"x\" }", "PQ0433"),
        ("search \"cities\" { title: 1001 }", "PQ0433"),
        ("search \"cities\" { title: length(title) }", "PQ0433"),
        ("search \"cities\" { topic: 1, topics: 2 }", "PQ0438"),
      ])
  }

  @Test func whatIsSearchedFor() {
    expect(
      session,
      [
        ("let q = \"cities\"; search $q | count", "2"), ("search \"{\"ci\"}ties\" | count", "2"),
        ("def about(w) = search w | count; from corpus | about(\"cities\")", "2"),
        ("search \"\"", "PQ0430"), ("search \"  ?! \"", "PQ0430"), ("search \"-cities\"", "PQ0430"),
        ("search title", "PQ0431"), ("search 3", "PQ0203"), ("search [\"a\"]", "PQ0203"),
        ("search 2020-05", "PQ0203"),
      ])
  }

  @Test func score() throws {
    expect(
      session,
      [
        ("search \"cities\" | where score > 0 | count", "2"),
        ("search \"cities\" | search \"smart\" | select id", "1"),
        ("search \"cities\" | select id, score | search \"研究\" { id: 1 } | count", "0"),
        ("with score: 1 | search \"cities\"", "PQ0437"),
        ("search \"cities\" | with score: 1 | search \"cities\"", "PQ0437"),
        ("let found = search \"cities\"; from $found | search \"smart\" | select id", "1"),
      ])
    #expect(
      try session.query("search \"cities\"").columns.map(\.name)
        == session.query("from corpus").columns.map(\.name) + ["score"])
    #expect(try session.query("search \"cities\"").columns.last?.type == "number")
  }

  /// A field of the data does not stand in the way: it gives way, and nothing is lost.
  @Test func scoreInTheData() throws {
    let session = try Sample.session("1. Water\n- Score:\n- high\n\n2. Fire\n")
    expect(
      session,
      [
        ("search \"water\" | select score_2", "high"), ("search \"water\" | where score > 0", "1"),
        // A column that the query itself names is another thing.
        ("select id, title, score | search \"water\"", "PQ0437"),
      ])
  }

  @Test func tablesAndLists() {
    expect(
      session,
      [
        (
          "[\"fire and water\", \"water\", \"earth\"] | search \"water\" | select value",
          "water / fire and water"
        ),
        ("[[\"a b\", \"c\"], [\"b c\"]] | search '\"b c\"' | select value", "[b c]"),
        ("[1, 2] | search \"1\"", "PQ0432"), ("[] | search \"a\" | count", "0"),
        ("count by topic | search \"cities\" | select topic, count", "Cities | 3"),
        ("select id, abstract | search \"water\" | select id", "3"),
        ("select id | search \"1\"", "PQ0432"), ("count | search \"1\"", "PQ0432"),
        (
          "group by topic { n: count(), t: list(title) } | search \"rivers\" | select topic",
          "Water and Sanitation"
        ),
        ("each author | search \"cities\" | count", "3"),
        ("[missing, \"a\"] | search \"a\" | select value", "a"),
      ])
  }

  /// Rows that have the words equally often, each another one, are equally good and keep their
  /// order: no rounding of sums tells them apart.
  @Test func equallyGoodRowsKeepTheirOrder() throws {
    let words = ["water", "fire", "earth", "iron"]
    for shift in 0..<4 {
      let records = (0..<4).map { row in
        let title = words.indices.flatMap { place in
          Array(repeating: words[place], count: 1 + (place + row * 3 + shift) % 4)
        }
        return PlainRecord(id: "\(row)", title: title.joined(separator: " "))
      }
      expect(
        try PlainRecord.session(records),
        [("search \"water fire earth iron\" | select id", "0 / 1 / 2 / 3")])
    }
  }

  /// The words counted and ranked in the plainest way, over random records.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func agreesWithAPlainImplementation(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let records = Self.records(40, &random)
    let session = try PlainRecord.session(records)
    for _ in 0..<40 {
      let query = PlainSearch(&random)
      let result = try session.query("search '\(query.text)' \(query.block) | select id, score")
      let expected = query.ranking(records)
      let found = result.rows.indices.map { result[$0, 0].text }
      #expect(found == expected.map(\.id), "seed \(seed), \(query.text) \(query.block)")
      for (row, pair) in expected.enumerated() where row < result.rowCount {
        guard case .decimal(let score) = result[row, 1] else {
          Issue.record("no score, seed \(seed)")
          continue
        }
        #expect(abs(score - pair.score) < 1e-9, "seed \(seed), \(query.text)")
      }
    }
  }

  static func records(_ count: Int, _ random: inout SeededGenerator) -> [PlainRecord] {
    func text(_ length: ClosedRange<Int>) -> String? {
      if Int.random(in: 0..<8, using: &random) == 0 { return nil }
      let words = (0..<Int.random(in: length, using: &random)).map { _ in
        PlainSearch.vocabulary.randomElement(using: &random) ?? ""
      }
      let signs = [" ", " ", " ", ", ", " - ", ". ", "-"]
      return words.reduce("") { text, word in
        let cased = Bool.random(using: &random) ? word : word.uppercased()
        return text.isEmpty ? cased : text + (signs.randomElement(using: &random) ?? " ") + cased
      }
    }
    return (1...count).map { id in
      PlainRecord(id: "\(id)", title: text(1...6), abstract: text(1...30))
    }
  }

  /// An empty answer tells which word is to blame.
  @Test func explainsAnEmptyAnswer() throws {
    var options = SessionOptions()
    options.files = .memory([:])
    options.explainsEmptyResults = true
    let session = Session(options: options)
    try session.load(bytes: Array(Sample.listing.utf8), named: "1.txt", format: "ciao")
    for (text, reason) in [
      ("search \"smart rivrs\"", "no record has `rivrs`; the nearest word is `rivers`"),
      ("search \"xxxxxxxx\"", "no record has `xxxxxxxx`"),
      ("search '\"smart rivers\"'", "no record has `\"smart rivers\"`"),
      (
        "search \"trade urban\"",
        "no record has all of the words; without `trade` it finds 1 record"
      ),
      ("search \"silk -road\"", "what is left out with `-` is in each record that has `silk`"),
      ("[\"a\"] | search \"bb\"", "no row has `bb`"),
    ] {
      var notes: [String] = []
      try session.run(text) { output in
        if case .note(let note) = output { notes.append(note.message) }
      }
      #expect(notes.count == 1 && notes[0].hasSuffix(": " + reason), "\(text): \(notes)")
    }
  }

  /// More rows than are looked at in one go: nothing is lost or out of order between the parts.
  @Test func manyRows() throws {
    let titles = (1...9_000).map { $0 % 1_000 == 0 ? "rare earth \($0)" : "fire \($0)" }
    let session = try PlainRecord.session(
      titles.enumerated().map { PlainRecord(id: "\($0 + 1)", title: $1) })
    let found = (1...9).map { "\($0 * 1_000)" }.joined(separator: " / ")
    expect(
      session,
      [
        ("search \"rare earth\" | select id", found),
        ("search \"fire -17\" | count", "8990"),
        ("similar 5000 | where title has \"rare\" | count", "8"),
        ("similar 5000 | take 8 | where title has \"rare\" | count", "8"),
      ])
  }

  /// Many words, long words and signs end in an answer.
  @Test func hostileTexts() throws {
    let long = String(repeating: "a ", count: 20_000)
    let session = try PlainRecord.session([
      PlainRecord(id: "1", title: long, abstract: String(repeating: "x", count: 100_000)),
      PlainRecord(id: "2", title: "\u{FFFD}\u{0}\u{301}", abstract: "\u{200D}"),
    ])
    expect(
      session,
      [
        ("search '\"\(String(repeating: "a ", count: 500))b\"' | count", "0"),
        ("search '\"\(String(repeating: "a ", count: 500))\"' | count", "1"),
        ("search '\(String(repeating: "a b ", count: 500))' | count", "0"),
        ("search 'x*' | select id", "1"), ("search '\"\"\"\"\" a' | select id", "1"),
        ("search 'a' | select length(snippet(title, 1000))", "2000"),
      ])
  }
}

/// A random search, and its answer worked out by counting words.
struct PlainSearch {
  static let vocabulary = [
    "water", "wat", "city", "cities", "smart", "road", "belt", "silk", "of", "the", "and", "in",
    "covid", "19", "health", "river",
  ]

  /// Words of each phrase; whether the last may have other endings; whether it is excluded.
  private var terms: [(words: [String], isPrefix: Bool, isExcluded: Bool)] = []
  private var weights: (title: Double, abstract: Double) = (2, 1)
  private(set) var block = ""
  private(set) var text = ""

  init(_ random: inout SeededGenerator) {
    for number in 0..<Int.random(in: 1...3, using: &random) {
      let length = Int.random(in: 0..<3, using: &random) == 0 ? 2 : 1
      var words = (0..<length).map { _ in
        Self.vocabulary.randomElement(using: &random) ?? ""
      }
      let isPrefix = Int.random(in: 0..<4, using: &random) == 0
      if isPrefix { words[length - 1] = String(words[length - 1].prefix(2)) }
      let isExcluded = number > 0 && Int.random(in: 0..<3, using: &random) == 0
      if terms.contains(where: {
        $0.words == words && $0.isPrefix == isPrefix && $0.isExcluded == isExcluded
      }) {
        continue
      }
      terms.append((words, isPrefix, isExcluded))
      let star = isPrefix ? "*" : ""
      text += " " + (isExcluded ? "-" : "")
      text += length == 1 ? words[0] + star : "\"" + words.joined(separator: " ") + star + "\""
    }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: (weights, block) = ((3, 0.5), "{ title: 3, abstract: 0.5 }")
    case 1: (weights, block) = ((0, 1), "{ abstract: 1 }")
    default: break
    }
  }

  private func count(_ term: Int, _ words: [String]) -> Int {
    let (phrase, isPrefix, _) = terms[term]
    guard isPrefix, let last = phrase.last else { return words.occurrences(of: phrase) }
    var count = 0
    var place = 0
    while place + phrase.count <= words.count {
      let here = Array(words[place..<place + phrase.count])
      if here.dropLast() == phrase.dropLast(), here[phrase.count - 1].hasPrefix(last) {
        count += 1
        place += phrase.count
      } else {
        place += 1
      }
    }
    return count
  }

  func ranking(_ records: [PlainRecord]) -> [(id: String, score: Double)] {
    var fields: [(weight: Double, words: [[String]])] = []
    if weights.title > 0 {
      fields.append((weights.title, records.map { $0.title?.plainWords ?? [] }))
    }
    fields.append((weights.abstract, records.map { $0.abstract?.plainWords ?? [] }))
    let averages = fields.map { field in
      let lengths = field.words.map(\.count).filter { $0 > 0 }
      return Double(lengths.reduce(0, +)) / Double(max(1, lengths.count))
    }
    func has(_ term: Int, _ row: Int) -> Bool {
      fields.contains { count(term, $0.words[row]) > 0 }
    }
    var found: [(row: Int, score: Double)] = []
    for row in records.indices {
      guard terms.indices.allSatisfy({ has($0, row) != terms[$0].isExcluded }) else { continue }
      var score = 0.0
      for term in terms.indices where !terms[term].isExcluded {
        let rows = Double(records.indices.count { has(term, $0) })
        let idf = logarithm(1 + (Double(records.count) - rows + 0.5) / (rows + 0.5))
        var frequency = 0.0
        for (field, average) in zip(fields, averages) {
          let words = field.words[row]
          let length = Double(words.count) / average
          frequency += field.weight * Double(count(term, words)) / (0.25 + 0.75 * length)
        }
        score += idf * 2.2 * frequency / (1.2 + frequency)
      }
      found.append((row, score))
    }
    // Scores that differ only in rounding count as equal.
    found.sort { abs($0.score - $1.score) > 1e-12 ? $0.score > $1.score : $0.row < $1.row }
    return found.map { (records[$0.row].id, $0.score) }
  }
}

/// The natural logarithm, by its series: `ln x = 2 artanh((x − 1) / (x + 1))`.
func logarithm(_ x: Double) -> Double {
  var (x, twos) = (x, 0.0)
  while x > 1.5 {
    x /= 2
    twos += 1
  }
  while x < 0.75, x > 0 {
    x *= 2
    twos -= 1
  }
  let z = (x - 1) / (x + 1)
  var (power, sum) = (z, 0.0)
  for n in stride(from: 1.0, through: 61, by: 2) {
    sum += power / n
    power *= z * z
  }
  return 2 * sum + twos * 0.693147180559945309417
}
