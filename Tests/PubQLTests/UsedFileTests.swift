import PubQL
import Testing

/// Files of definitions that a script uses.
struct UsedFileTests {
  private static let files = [
    "lib/places.pubql": """
    # Places.
    use "names.pubql" as names
    let limit = 2
    def coast(p) = region within p and names.big
    def few = take $limit
    def front(n = 1) = few | take n
    def depth(n) = if n = 0 then 0 else 1 + depth(n - 1)
    """,
    "lib/names.pubql": "def big = length(topics) > 0\ndef double(x) = x * 2",
    "a.pubql": "use \"b.pubql\" as b", "b.pubql": "use \"a.pubql\" as a",
    "self.pubql": "use \"./self.pubql\" as me", "bad.pubql": "def f = titel &&",
    "query.pubql": "def f = 1\ncount", "fails.pubql": "def f(x) = 1 / x",
  ]

  private func session() throws -> Session {
    var options = SessionOptions()
    options.files = .memory(Self.files.mapValues { Array($0.utf8) })
    let session = Session(options: options)
    try session.load(bytes: Array(Sample.listing.utf8), named: "1.txt", format: "ciao")
    return session
  }

  private func answer(_ script: String, named name: String = "<query>") throws -> String {
    let session = try session()
    var results: [String] = []
    do throws(PubQLError) {
      try session.run(script, named: name) { output in
        if case .result(let result) = output {
          results.append(
            result.rows.map { $0[result.columns[0].name].text ?? "\(result[0, 0])" }
              .joined(separator: " "))
        }
      }
    } catch { return error.diagnostics.map(\.code).joined(separator: " ") }
    return results.joined(separator: " ; ")
  }

  private func expect(
    _ script: String, named name: String = "<query>", gives expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try answer(script, named: name)
    #expect(found == expected, "\(script)", sourceLocation: sourceLocation)
  }

  @Test func definitionsOfFiles() throws {
    let use = "use \"lib/places.pubql\" as places\n"
    try expect(use + "places.coast(\"Asia\") | select id", gives: "1")
    try expect(use + "from corpus | places.few | select id", gives: "1 2")
    try expect(use + "from corpus | places.front | select id", gives: "1")
    try expect(use + "from corpus | places.front(n: 2) | select id", gives: "1 2")
    try expect(use + "def mine = places.few; from corpus | mine | select id", gives: "1 2")
    try expect(use + "places.limit", gives: "\(Value.whole(2))")
    try expect(use + "places.depth(5)", gives: "\(Value.whole(5))")
    // What a file names is its own.
    try expect(use + "few", gives: "PQ0104")
    try expect(use + "$limit", gives: "PQ0101")
    try expect(use + "def big = false; places.coast(\"Asia\") | select id", gives: "1")
    // Paths are relative to the text that uses them.
    let nested = "use \"places.pubql\" as places\nplaces.coast(\"Asia\") | select id"
    try expect(nested, named: "lib/x.pubql", gives: "1")
    try expect(
      "use \"../lib/./places.pubql\" as p\np.limit", named: "lib/x.pubql",
      gives: "\(Value.whole(2))")
  }

  @Test func mistakesInFiles() throws {
    try expect("use \"a.pubql\" as a", gives: "PQ0127")
    try expect("use \"self.pubql\" as a", gives: "PQ0127")
    try expect("use \"nope.pubql\" as a", gives: "PQ0501")
    try expect("use \"bad.pubql\" as a", gives: "PQ0004 PQ0020")
    try expect("use \"query.pubql\" as a", gives: "PQ0125")
    let use = "use \"lib/places.pubql\" as places\n"
    try expect(use + "places.nope", gives: "PQ0104")
    try expect(use + "places.nope(3)", gives: "PQ0104")
    try expect(use + "from corpus | places.nope", gives: "PQ0104")
    try expect(use + "plces.few(3)", gives: "PQ0120")
    try expect("use \"lib/places.pubql\" as title", gives: "PQ0107")
    try expect("if true { use \"lib/places.pubql\" as p }", gives: "PQ0125")
    try expect("title.lower() = \"x\"", gives: "PQ0122")
  }

  /// What a file says that is likely not meant is told by `check`, at its place, once.
  @Test func checkLooksIntoFiles() throws {
    var options = SessionOptions()
    options.files = .memory(
      [
        "lib/a.pubql": "use \"b.pubql\" as b\ndef recent = year > 2020 and year < 2019\n"
          + "def f(x, y) = x and b.g",
        "lib/b.pubql": "def g = title has \"--\"\ndef h = not (topic != \"Trade\")",
        "wrong.pubql": "def f = year > 2020 and year < 2019\ndef g = 1 + \"a\"",
      ].mapValues { Array($0.utf8) })
    let session = Session(options: options)
    try session.load(bytes: Array(Sample.listing.utf8), named: "1.txt", format: "ciao")
    func told(_ script: String) -> [String] {
      session.check(script, named: "s.pubql").map {
        "\($0.code) \($0.file):\($0.line):\($0.column)"
      }
    }
    let files = [
      "PQ0221 lib/b.pubql:1:19", "PQ0235 lib/b.pubql:2:9", "PQ0230 lib/a.pubql:2:30",
      "PQ0242 lib/a.pubql:3:10",
    ]
    #expect(
      told("use \"lib/a.pubql\" as a; use \"lib/b.pubql\" as b; where a.recent and a.f(b.h, 1)")
        == files)
    // Those of the script come first, and keep none of a file from being told.
    #expect(
      told("use \"lib/a.pubql\" as a; where year > 2020 and year < 2019")
        == ["PQ0244 s.pubql:1:22", "PQ0230 s.pubql:1:47"] + files)
    #expect(told("use \"lib/a.pubql\" as a; where yeer > 1") == ["PQ0104 s.pubql:1:31"] + files)
    #expect(
      told("use \"wrong.pubql\" as w; where w.f").first == "PQ0230 wrong.pubql:1:25")
    #expect(told("use \"wrong.pubql\" as w; where w.f").contains("PQ0204 wrong.pubql:2:9"))
    // Running tells nothing of it.
    var notes: [String] = []
    try session.run("use \"lib/a.pubql\" as a; where a.recent | count") {
      if case .note(let note) = $0 { notes.append(note.code) }
    }
    #expect(notes.isEmpty)
  }

  /// A mistake inside of a definition shows the place and the use, in whichever file they are.
  @Test func mistakesTellTheUse() throws {
    let session = try session()
    do throws(PubQLError) {
      try session.run("use \"fails.pubql\" as f\nf.f(0)") { _ in }
      Issue.record("it ran")
    } catch {
      let text = error.diagnostics.map { $0.text() }.joined()
      #expect(text.contains("fails.pubql:1:12"))
      #expect(text.contains("used here"))
      #expect(text.contains("f.f(0)"))
    }
  }
}
