import PubQL
import Testing

/// Each problem that the checker knows, from a text that has it: its code, where it is, and an edit
/// that resolves it.
struct DiagnosticTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  /// Code, the marked part of the text, and the text that the edit gives, where there is one.
  private static let mistakes: [(text: String, code: String, at: String, fixed: String?)] = [
    ("date >= $sinse", "PQ0101", "$sinse", "date >= $since"),
    ("lenght(topics) > 3", "PQ0102", "lenght", "length(topics) > 3"),
    ("from corpus | newst", "PQ0103", "newst", "from corpus | newest"),
    ("yeer >= 2020", "PQ0104", "yeer", "year >= 2020"),
    ("type = Book", "PQ0104", "Book", "type = \"Book\""),
    ("titel has \"x\"", "PQ0104", "titel", "title has \"x\""),
    ("from corpsu", "PQ0105", "corpsu", "from corpus"),
    ("date.yaer > 2000", "PQ0106", "yaer", "date.year > 2000"),
    ("def title = 1", "PQ0107", "title", nil),
    ("select title, title", "PQ0108", "title", nil),
    ("def loop = loop", "PQ0109", "loop", nil),
    ("length(topics, 3) > 1", "PQ0111", "length", nil),
    ("length(lst: topics) > 1", "PQ0111", "lst", nil),
    ("topic = newest", "PQ0112", "newest", nil),
    ("from corpus | urban", "PQ0113", "urban", "from corpus | where urban"),
    ("where max(date) > 2020", "PQ0114", "max", nil),
    ("group by topic { t: title }", "PQ0115", "title", nil),
    ("load title", "PQ0116", "title", nil),
    ("where length(topics)", "PQ0201", "length(topics)", nil),
    ("title", "PQ0202", "title", "select title"),
    ("cite(\"apa\")", "PQ0202", "cite(\"apa\")", "select cite(\"apa\")"),
    ("round(title) > 1", "PQ0203", "title", nil),
    ("date + 1 > 2020", "PQ0204", "date + 1", nil),
    ("take \"x\"", "PQ0205", "\"x\"", nil),
    ("title matches /a(/", "PQ0206", "(/", nil),
    ("date = 2019-02-29", "PQ0207", "2019-02-29", nil),
    ("year in 2021..2019", "PQ0208", "2021..2019", nil),
    ("date >= \"2019\"", "PQ0210", "\"2019\"", "date >= 2019"),
    ("year = \"2019\"", "PQ0210", "\"2019\"", "year = 2019"),
    ("topic = 2019", "PQ0210", "2019", "topic = \"2019\""),
    ("date has \"2019\"", "PQ0211", "date", nil),
    ("date within \"Asia\"", "PQ0211", "date", nil),
    ("title overlaps 2019", "PQ0211", "title", nil),
    ("3 | count", "PQ0212", "3", nil),
    ("with length(topics)", "PQ0213", "length(topics)", nil),
    ("top 10", "PQ0214", "top", nil),
    ("group", "PQ0214", "group", nil),
    ("date = missing", "PQ0215", "missing", "missing(date)"),
    ("date != missing", "PQ0215", "missing", "not missing(date)"),
    ("group { p: percentile(year, 900) }", "PQ0216", "900", nil),
    ("join (count by type) on topic", "PQ0440", "topic", nil),
    (
      "join (count by type) on type = tpye", "PQ0440", "tpye", "join (count by type) on type = type"
    ),
    ("join (count by type) on type < type", "PQ0441", "type < type", nil),
    ("where cumulative(year) > 3", "PQ0442", "cumulative", nil),
    ("select id | except (count by type)", "PQ0443", "except (count by type)", nil),
    ("count by topic | select cite(\"apa\")", "PQ0420", "cite", nil),
    ("select cite(\"chigaco\")", "PQ0421", "\"chigaco\"", "select cite(\"chicago\")"),
  ]

  @Test func mistakes() {
    let setUp = "let since = 2015; def newest = take 1; def urban = topic = \"Cities\""
    #expect(session.answer(setUp) == "")
    for mistake in Self.mistakes {
      let found = session.check(mistake.text)
      #expect(found.map(\.code) == [mistake.code], "\(mistake.text)")
      guard let problem = found.first else { continue }
      let bytes = Array(mistake.text.utf8)
      #expect(problem.start <= problem.end && problem.end <= bytes.count, "\(mistake.text)")
      if problem.start <= problem.end, problem.end <= bytes.count {
        let marked = String(decoding: bytes[problem.start..<problem.end], as: UTF8.self)
        #expect(marked == mistake.at, "\(mistake.text)")
      }
      #expect(problem.line == 1)
      #expect(problem.text().contains(mistake.code))
      #expect(problem.json.contains(mistake.code))
      #expect(Reference.explanation(of: mistake.code) != nil)
      #expect(problem.edits.isEmpty == (mistake.fixed == nil), "\(mistake.text)")
      guard let fixed = mistake.fixed, let edit = problem.edits.first else { continue }
      let edited =
        String(decoding: bytes[..<edit.start], as: UTF8.self) + edit.replacement
        + String(decoding: bytes[edit.end...], as: UTF8.self)
      #expect(edited == fixed, "\(mistake.text)")
      #expect(!session.check(edited).contains { $0.severity == .error }, "\(edited)")
    }
  }

  /// The codes of the checker that the table above does not show are shown here and elsewhere.
  @Test func everyCodeIsProduced() throws {
    var seen = Set(Self.mistakes.map(\.code))
    // Growing and deep definitions, nothing loaded, no last result: see `DefinitionTests`.
    seen.formUnion(["PQ0110", "PQ0117", "PQ0118"])
    let deep = String(repeating: "not ", count: 150)
    #expect(
      session.answer("def q = \(deep)true; def r = \(deep)q; def s = \(deep)r; s").hasPrefix(
        "PQ0119"))
    seen.insert("PQ0119")
    #expect(session.answer("topic = \"Citees\" | count") == "PQ0220 ; 0")
    #expect(session.answer("title has \"--\" | count") == "PQ0221 ; 0")
    // Empty results, `why`, `explain`: see `EmptyResultTests`, `WhyTests`.
    seen.formUnion(["PQ0220", "PQ0221", "PQ0222", "PQ0223", "PQ0224", "PQ0225"])
    // Scripts and the files that they use: see `ScriptTests`, `UsedFileTests`.
    seen.formUnion(["PQ0120", "PQ0122", "PQ0123", "PQ0124", "PQ0125", "PQ0126", "PQ0127"])
    // Names that are given twice: and functions as values: see `NameTests`, `ArgumentTests`.
    seen.formUnion(["PQ0128", "PQ0129"])
    #expect(session.answer("let f = x => (where topic = x); $f(1)") == "PQ0121")
    seen.insert("PQ0121")
    // What is likely not meant: see `LintTests`.
    let lints = "PQ0230"..."PQ0249"
    let checker = Reference.codes.filter {
      $0 >= "PQ0101" && $0 < "PQ0300" && !lints.contains($0)
    }
    #expect(Set(checker).subtracting(seen).isEmpty)
  }

  @Test func everyCodeIsExplained() {
    #expect(Reference.codes.count > 60)
    #expect(Set(Reference.codes).count == Reference.codes.count)
    for code in Reference.codes {
      let text = Reference.explanation(of: code) ?? ""
      #expect(text.hasPrefix("\(code): "), "\(code)")
      #expect(text.split(separator: "\n").count > 1, "\(code)")
      #expect(Reference.explanation(of: code.lowercased()) == text)
    }
    #expect(Reference.explanation(of: "PQ9999") == nil)
  }

  /// All mistakes of a text are told in one go, each once.
  @Test func allAtOnce() {
    let text = """
      titel = "x"
      from corpus | where yeer > 2000 | sort dat | take "x"
      $nothing
      def f(a) = lenght(a) = $nix
      """
    #expect(
      session.check(text).map(\.code)
        == ["PQ0104", "PQ0104", "PQ0104", "PQ0205", "PQ0101", "PQ0102", "PQ0101"])
    #expect(session.check(text).map(\.line) == [1, 2, 2, 2, 3, 4, 4])
    #expect(session.answer(text).split(separator: " ").count == 7)
  }

  @Test func valuesThatOccurNowhere() throws {
    func notes(_ text: String) -> [String] {
      var notes: [String] = []
      try? session.run(text) { output in
        if case .note(let note) = output { notes.append("\(note.code) \(note.help ?? "-")") }
      }
      return notes
    }
    #expect(notes("topic = \"Citties\"") == ["PQ0220 the nearest is \"Cities\" (3 records)"])
    #expect(notes("author = \"Ekmann\"") == ["PQ0220 the nearest is \"Ekman\" (3 records)"])
    #expect(notes("region = \"Chna\"") == ["PQ0220 the nearest is \"China\" (1 record)"])
    #expect(notes("type = \"xyzzy\"") == ["PQ0220 -"])
    #expect(notes("topic = [\"Cities\", \"Traid\"]").count == 1)
    #expect(notes("topic = \"Cities\"") == [])
    #expect(notes("title = \"no such title\"") == [])
    #expect(notes("region within \"Oceania\"") == [])
    let many = (0..<50).map { "topic = \"none \($0)\"" }.joined(separator: " or ")
    #expect(notes(many).count == 10)
  }

  /// Nothing runs when anything is wrong.
  @Test func nothingRunsBeforeAllIsChecked() {
    #expect(session.answer("id = 1 | select id | save \"x.csv\"; titel = 1") == "PQ0104")
    #expect(session.memoryFiles.isEmpty)
  }

  @Test func kindsAndExitCodes() throws {
    func kind(_ text: String, _ session: Session) -> String {
      do throws(PubQLError) {
        _ = try session.query(text)
        return "none"
      } catch { return "\(error.kind) \(error.exitCode)" }
    }
    #expect(kind("titel = 1", session) == "compile 3")
    #expect(kind("load \"none.txt\"", session) == "input 4")
    #expect(kind("1 / 0", session) == "runtime 5")
    #expect(kind("id = 1 | save \"a.nix\"", session) == "output 6")
    #expect(kind("let x = 1", session) == "usage 2")
    var options = SessionOptions()
    options.files = .none
    let sandbox = Session(options: options)
    try sandbox.load(bytes: Array(Sample.listing.utf8), format: "ciao")
    #expect(kind("id = 1 | save \"a.csv\"", sandbox) == "output 6")
    #expect(sandbox.answer("id = 1 | save \"a.csv\"") == "PQ0507")
    #expect(sandbox.answer("load \"/etc/passwd\"") == "PQ0501")
    #expect(sandbox.answer("count") == "6")
    sandbox.cancellation.cancel()
    #expect(kind("count", sandbox) == "interrupted 130")
    sandbox.cancellation.reset()
    #expect(kind("count", sandbox) == "none")
  }
}
