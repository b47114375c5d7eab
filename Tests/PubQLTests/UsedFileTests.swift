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
    def twice(x) = double(x)
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

  @Test func definitionsOfFiles() throws {
    let use = "use \"lib/places.pubql\" as places\n"
    #expect(try answer(use + "places.coast(\"Asia\") | select id") == "1 6")
    #expect(try answer(use + "from corpus | places.few | select id") == "1 2")
    #expect(try answer(use + "from corpus | places.front | select id") == "1")
    #expect(try answer(use + "from corpus | places.front(n: 2) | select id") == "1 2")
    #expect(try answer(use + "def mine = places.few; from corpus | mine | select id") == "1 2")
    #expect(try answer(use + "places.limit") == "\(Value.whole(2))")
    #expect(try answer(use + "places.depth(5)") == "\(Value.whole(5))")
    // What a file names is its own.
    #expect(try answer(use + "few") == "PQ0104")
    #expect(try answer(use + "$limit") == "PQ0101")
    #expect(try answer(use + "def big = false; places.coast(\"Asia\") | select id") == "1 6")
    // Paths are relative to the text that uses them.
    let nested = "use \"places.pubql\" as places\nplaces.coast(\"Asia\") | select id"
    #expect(try answer(nested, named: "lib/x.pubql") == "1 6")
    #expect(
      try answer("use \"../lib/./places.pubql\" as p\np.limit", named: "lib/x.pubql")
        == "\(Value.whole(2))")
  }

  @Test func mistakesInFiles() throws {
    #expect(try answer("use \"a.pubql\" as a") == "PQ0127")
    #expect(try answer("use \"self.pubql\" as a") == "PQ0127")
    #expect(try answer("use \"nope.pubql\" as a") == "PQ0501")
    #expect(try answer("use \"bad.pubql\" as a").hasPrefix("PQ0004"))
    #expect(try answer("use \"query.pubql\" as a") == "PQ0125")
    let use = "use \"lib/places.pubql\" as places\n"
    #expect(try answer(use + "places.nope") == "PQ0104")
    #expect(try answer(use + "places.nope(3)") == "PQ0104")
    #expect(try answer(use + "from corpus | places.nope") == "PQ0104")
    #expect(try answer(use + "plces.few(3)") == "PQ0120")
    #expect(try answer("use \"lib/places.pubql\" as title") == "PQ0107")
    #expect(try answer("if true { use \"lib/places.pubql\" as p }") == "PQ0125")
    #expect(try answer("title.lower() = \"x\"") == "PQ0122")
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
