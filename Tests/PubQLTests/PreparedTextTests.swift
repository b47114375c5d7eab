import PubQL
import Testing

/// A text that is run again is neither read nor checked again: its answers have to follow what has
/// changed since, as if it were.
struct PreparedTextTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func answersStay() {
    for _ in 0..<3 {
      #expect(session.answer("topic = \"Cities\" | select id") == "1 / 4 / 6")
      #expect(session.answer("1 + 1") == "2")
      #expect(session.answer("titel = 1") == "PQ0104")
    }
  }

  @Test func laterRecords() throws {
    let text = "count"
    #expect(session.answer(text) == "6")
    try session.load(bytes: Array(Sample.listing.utf8), named: "2.txt", format: "ciao", as: "more")
    #expect(session.answer(text) == "12")
    #expect(session.answer("from more | count") == "6")
    try session.load(
      bytes: Array("1. One\n- Pages:\n- 9\n".utf8), named: "3.txt", format: "ciao", as: "more")
    #expect(session.answer("from more | count") == "7")
  }

  @Test func laterFields() throws {
    #expect(session.answer("missing(isbn) | count") == "PQ0104")
    try session.add([
      .record([
        RecordField(name: "title", value: "A"), RecordField(name: "isbn", value: 1),
      ])
    ])
    #expect(session.answer("missing(isbn) | count") == "6")
  }

  @Test func laterNames() {
    let text = "year = $y | select id"
    #expect(session.answer(text) == "PQ0101")
    _ = session.answer("let y = 2019")
    #expect(session.answer(text) == "3")
    #expect(session.answer(text) == "3")
    _ = session.answer("let y = 1999")
    #expect(session.answer(text) == "4")
    _ = session.answer("def urban = topic = \"Cities\"")
    #expect(session.answer("urban | count") == "3")
    _ = session.answer("def urban = topic = \"Trade\"")
    #expect(session.answer("urban | count") == "1")
  }

  @Test func parameters() {
    let text = "year = $year | select id"
    #expect(session.answer(text, parameters: ["year": .whole(2019)]) == "3")
    #expect(session.answer(text, parameters: ["year": .whole(1999)]) == "4")
    #expect(session.answer(text, parameters: ["year": .text("x")]) == "PQ0210")
    #expect(session.answer(text, parameters: ["year": .whole(1999)]) == "4")
  }

  @Test func queriesInParentheses() {
    let text = "author in (from $old | distinct author) | count"
    _ = session.answer("let old = year = 1999")
    #expect(session.answer(text) == "1")
    #expect(session.answer(text) == "1")
    _ = session.answer("let old = year = 2020")
    #expect(session.answer(text) == "3")
  }

  @Test func notes() {
    for _ in 0..<3 {
      #expect(session.answer("topic = \"Citys\" | count") == "PQ0220 ; 0")
    }
  }

  @Test func linesThatGoOn() throws {
    func next() throws -> String {
      var line = ""
      try session.run("| count", allowsContinuation: true) { output in
        if case .result(let result) = output { line = result.line }
      }
      return line
    }
    #expect(session.answer("year = 2019 | select id") == "3")
    #expect(try next() == "1")
    #expect(session.answer("topic = \"Cities\" | select id") == "1 / 4 / 6")
    #expect(try next() == "3")
    // The same words at the beginning of a text are a mistake.
    #expect(session.answer("| count").hasPrefix("PQ"))
  }

  @Test func namesOfTexts() throws {
    for name in ["a.pubql", "b.pubql"] {
      #expect {
        try session.run("1 / 0", named: name) { _ in }
      } throws: { error in
        (error as? PubQLError)?.diagnostics.first?.file == name
      }
    }
  }

  @Test func savedFiles() {
    #expect(session.answer("count | save \"n.csv\"") == "saved n.csv 1")
    #expect(session.answer("count | save \"n.csv\"") == "PQ0506")
  }

  /// Queries in parentheses run for the check, and again for the run, which begins anew.
  @Test func memoryBeginsAnew() throws {
    let query = "title in (count by title, abstract, author | select title) | count"
    func answers(_ limit: Int) throws -> [String] {
      try ["", "let a = 1; "].map { before in
        var options = SessionOptions()
        options.files = .memory([:])
        options.limits.memory = limit
        let session = Session(options: options)
        try session.load(bytes: Array(Sample.listing.utf8), named: "1.txt", format: "ciao")
        return session.answer(before + query)
      }
    }
    var seen: Set<String> = []
    for limit in stride(from: 100, through: 6_000, by: 100) {
      let found = try answers(limit)
      #expect(found[0] == found[1], "\(limit)")
      seen.formUnion(found)
    }
    #expect(seen == ["6", "PQ0406"])
  }

  @Test func parametersOfARunThatFails() {
    #expect(session.answer("use \"no.pubql\" as m", parameters: ["x": .whole(1)]).hasPrefix("PQ"))
    #expect(session.answer("$x") == "PQ0101")
  }

  @Test func manyTexts() {
    for round in 0..<2 {
      for number in 0..<600 {
        #expect(session.answer("\(number) + \(round)") == "\(number + round)")
      }
    }
  }
}
