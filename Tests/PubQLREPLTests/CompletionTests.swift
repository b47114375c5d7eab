import PubQL
import PubQLREPL
import Testing

@Suite struct CompletionTests {
  private func session() throws -> Session {
    let names = ["seeds/a.txt", "seeds/b.txt", "notes.txt", "odd \"name\".csv"]
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, [UInt8]()) })
    var options = SessionOptions()
    options.files = .memory(files)
    let session = Session(options: options)
    try session.load(bytes: Array(Sample.listing.utf8), named: "pubs.txt", as: "ciao")
    try session.run("def urban = topic = \"Cities\"\ndef newest = sort date desc\nlet since = 2020")
    {
      _ in
    }
    return session
  }

  /// The labels at the `^` of a text.
  private func labels(_ text: String, _ session: Session) -> [String] {
    completions(text, session).items.map(\.label)
  }

  private func completions(_ text: String, _ session: Session) -> Completions {
    let parts = text.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
    return session.completions(in: parts.joined(), at: parts.first?.utf8.count ?? 0)
  }

  /// The text after Tab at `^`.
  private func completed(_ text: String, _ session: Session) -> String {
    let found = completions(text, session)
    let whole = text.filter { $0 != "^" }
    guard let insertion = found.insertion(in: whole) else { return whole }
    var bytes = Array(whole.utf8)
    bytes.replaceSubrange(found.replace, with: insertion.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func values_comeWithCounts_mostFrequentFirst() throws {
    let session = try session()
    let found = completions("topic = ^", session)
    #expect(
      found.items.first
        == Completion(
          text: "\"Cities\"", label: "\"Cities\"", kind: .value, detail: "3"))
    #expect(found.items.count == 5)
    #expect(labels("topic = \"Ci^", session) == ["\"Cities\"", "\"Civil Society\""])
    #expect(labels("topic = \"smg^", session) == ["\"Smart Grids\""])  // letters in that order
    #expect(labels("topic = \"gri^", session) == ["\"Smart Grids\""])  // the start of a word
    #expect(labels("region = \"zzz^", session).isEmpty)
  }

  @Test func kinds_ofAStageComeFirst() throws {
    let session = try session()
    #expect(
      labels("count by year | chart ^", session).prefix(4) == ["bar", "heat", "line", "spark"])
    #expect(completed("count by year | chart spa^", session) == "count by year | chart spark ")
    #expect(labels("count by year | chart bar ^", session) == ["by", "per"])
  }

  @Test(arguments: [
    "topic = [^", "topic in [\"Energy\", ^", "topic has any [^", "topic != ^", "topic not in [^",
    "from ciao | where (year = 2020 or topic = ^", "group by year { n: count(topic = ^",
    "topic all [\"Energy\", \"^", "def a = topic = ^", "topics == ^", "count\ntopic = ^",
    "topic = \"Energy\" and topic = '^", "region = \"Japan\"\n| where topic = ^",
  ])
  func values_standWhereAValueIsCompared(_ text: String) throws {
    let found = completions(text, try session())
    #expect(found.items.first?.label == "\"Cities\"", "\(text)")
  }

  @Test(arguments: [
    ("region = cote^", "region = \"Côte d’Ivoire\""),
    ("region = \"cote^", "region = \"Côte d’Ivoire\""),
    ("region = \"cote^\" | count", "region = \"Côte d’Ivoire\" | count"),
    ("region = 'jap^", "region = 'Japan'"),
    ("count | sel^", "count | select "),
    ("sel^ title", "select title"),
    ("topic = \"Smart Grids^", "topic = \"Smart Grids\""),
    ("from ci^", "from ciao "),
    ("date >= $si^", "date >= $since"),
    ("urb^", "urban"),
    ("count | newe^", "count | newest"),
    ("select topi^", "select topics "),
    ("sort date de^", "sort date desc "),
    ("title overl^", "title overlaps "),
    ("date.ye^", "date.year"),
    ("load \"see^", "load \"seeds/"),
    ("load \"seeds/b^", "load \"seeds/b.txt\""),
    ("count by topic | save \"no^", "count by topic | save \"notes.txt\""),
  ])
  func singleMatch_isPutIn(_ text: String, _ completed: String) throws {
    #expect(self.completed(text, try session()) == completed)
  }

  @Test func onlyWhatCanStandThere_isOffered() throws {
    let session = try session()
    let stages = labels("count | ^", session)
    #expect(stages.contains("where") && stages.contains("newest"))
    #expect(!stages.contains("title") && !stages.contains("urban") && !stages.contains("from"))
    let begin = labels("t^", session)
    #expect(begin.contains("title") && begin.contains("topic") && begin.contains("take"))
    #expect(Set(labels("from ^", session)) == ["corpus", "ciao", "$since"])
    for text in ["join ^", "join left ^", "union ^", "count | except ^"] {
      #expect(Set(labels(text, session)) == ["corpus", "ciao", "$since"], "\(text)")
    }
    #expect(labels("join ciao ^", session) == ["on"])
    #expect(labels("sample 3 ^", session) == ["per", "seed"])
    #expect(labels("count ^", session) == ["by"])
    #expect(labels("take 3 ^", session) == ["per"])
    #expect(labels("with n: row() p^", session) == ["per"])
    #expect(Set(labels("sort date ^", session)) == ["asc", "desc"])
    #expect(Set(labels("topic = \"Cities\" ^", session)) == ["and", "or"])
    for text in ["# topic = ^", "take ^", "title matches /a^", "let x^", "load x^", "20^"] {
      #expect(labels(text, session).isEmpty, "\(text)")
    }
  }

  @Test func commonBeginning_isPutIn() throws {
    let session = try session()
    #expect(completed("| where ti^", session) == "| where title ")
    let found = completions("select d^", session)
    #expect(found.items.contains { $0.label == "date" })
    #expect(completed("topic = \"C^", session) == "topic = \"Ci")
    #expect(completed("topic = \"Ci^", session) == "topic = \"Ci")
  }

  @Test func longLists_areCut() throws {
    let session = Session()
    let records: [Value] = (0..<431).map { index in
      .record([RecordField(name: "topics", value: .text("t\(index)"))])
    }
    try session.add(records)
    let found = completions("topic = \"^", session)
    #expect(found.items.count == 20 && found.more == 411)
    #expect(found.common == "\"t")
    let text = found.text(width: 60)
    #expect(text.hasSuffix("+ 411 more"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func neverTraps_whateverStandsThere() throws {
    let session = try session()
    let parts = [
      "topic", " = ", "\"", "'", "`", "(", ")", "[", "]", "{", "}", "|", "\n", "$", ".", "/", "#",
      "\\", "é", "日本", "from ", "load ", "save ", "def ", "let ", "2020-", "..", "\u{0}", ",", ":",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<1_000 {
      let text = (0..<next(12)).map { _ in parts[next(parts.count)] }.joined()
      let offset = next(text.utf8.count + 3) - 1
      let found = session.completions(in: text, at: offset)
      #expect((0...text.utf8.count).contains(found.replace.upperBound), "\(text)")
      #expect(found.replace.lowerBound >= 0, "\(text)")
      _ = found.insertion(in: text)
    }
  }
}
