import PubQL
import Testing

/// `let`, `def`, sources, parameters of a host: what names mean, and where.
struct DefinitionTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func values() {
    expect(
      session,
      [
        ("let n = 2; take $n", "1 2"), ("let x = [3, 1]; $x | sort", "1 / 3"),
        ("let x = 1 + 1; $x", "2"), ("let d = 2020-05; date = $d", "1 6"),
        ("let d = 2020; date in $d..", "1 2 6"), ("let y = 2019; year in $y..2020", "1 2 3 6"),
        ("let t = [\"Trade\", \"Health\"]; topic = $t", "2 4"),
        ("let r = { a: 1, b: \"x\" }; $r.b", "x"), ("let r = { a: 1 }; $r.c", "PQ0106"),
        ("let old = date < 2020", ""), ("let old = date < 2020; $old | count", "2"),
        ("let old = date < 2020; from $old | select id", "3 / 4"),
        ("let old = date < 2020; author in (from $old | distinct author)", "4"),
        ("let t = count by topic; $t | top 1", "Cities | 3"),
        ("let t = count by topic; $t | where count = 2 | select topic", "Governance"),
        ("let t = date < 2020 | select topic; topic in $t", "1 3 4 6"),
        ("let x = 1; let x = 2; $x", "2"), ("$nothing", "PQ0101"), ("let x = $zzz", "PQ0101"),
        ("let x = titel", "PQ0104"), ("let x = from corpus; length($x)", "6"),
        ("let x = from corpus; \"{$x}\"", "PQ0203"), ("let x = from corpus; [$x]", "PQ0203"),
        ("let x = from corpus; missing($x)", "PQ0203"),
        ("let x = from corpus; take 1 | select a: $x", "PQ0203"),
        ("let x = from corpus; author = $x", "PQ0210"), ("let x = missing; date = $x", "PQ0215"),
        ("let x = [2, 1] | sort; $x[0]", "1"), ("let x = [2, 1] | sort; $x", "1 / 2"),
        ("let s = id = 1 | select id, title | save \"l.json\"; $s | count", "saved l.json 1 ; 1"),
      ])
  }

  @Test func conditions() {
    expect(
      session,
      [
        ("def urban = topic = \"Cities\"; urban", "1 4 6"),
        ("def urban = topic = \"Cities\"; not urban", "2 3 5"),
        ("def urban = topic = \"Cities\"; where urban and year = 2020", "1 6"),
        ("def urban = topic = \"Cities\"; from corpus | count by urban", "false | 3 / true | 3"),
        ("def urban = topic = \"Cities\"; count by urban | where urban", "true | 3"),
        ("def urban = topic = \"Cities\"; group by year { n: count(urban) } | take 1", "1999 | 1"),
        ("def urban = topic = \"Cities\"; def old = date < 2019; urban and old", "4"),
        ("def a = topic = \"Cities\"; def b = a and date < 2019; b", "4"),
        ("def k = l; def l = topic = \"Cities\"; k", "1 4 6"),
        ("def urban = topic = \"Cities\"; from corpus | urban", "PQ0113"),
        ("def urban = topic = \"Cities\"; urban(1)", "PQ0111"),
        ("def urban = topic = \"Cities\"; select urban | take 1", "true"),
        (
          "def urban = topic = \"Cities\"; author in (from corpus | where urban | distinct author)",
          "1 2 4 6"
        ),
        ("def bad = titel = \"x\"; bad", "PQ0104"),
      ])
  }

  @Test func parameters() {
    expect(
      session,
      [
        ("def about(t) = topic = t; about(\"Trade\")", "4"),
        ("def about(t) = topic = t; about(\"Trade\") or about(\"Health\")", "2 4"),
        ("def double(n) = n * 2; double(double(3))", "12"),
        ("def twice(n) = double(n) ; def double(n) = n * 2; twice(4)", "8"),
        ("def f(a, b) = a - b; f(5, 3)", "2"), ("def f(a) = a; f(1, 2)", "PQ0111"),
        ("def f(a) = a; f()", "PQ0111"), ("def f(a) = a; f", "PQ0111"),
        ("def f(a) = a; f(a: 1)", "1"), ("def f(a) = a; f(b: 1)", "PQ0111"),
        ("def f() = 7; f()", "7"),
        ("def size = length(topics); size > 2", "1"),
        ("def size = length(topics); sort size desc | take 1", "1"),
        ("def size = length(topics); size", "PQ0202"),
        ("def words_of(x) = length(words(x)); select words_of(title) | take 1", "4"),
        (
          "def cited(x) = author in (from corpus | where topic = x | distinct author)"
            + "; cited(\"Health\")", "1 2"
        ),
        (
          "def same(x) = topic in (from corpus | where title = x | distinct topic); same(title)",
          "PQ0116"
        ),
        ("def a(x) = x + 1; def b(x) = a(x) * x; b(3)", "12"),
      ])
  }

  @Test func chains() {
    expect(
      session,
      [
        ("def newest = sort date desc | take 1; newest", "1"),
        ("def newest = sort date desc | take 1; topic = \"Trade\" | newest", "4"),
        ("def newest(n) = sort date desc | take n; from corpus | newest(2)", "1 6"),
        ("def yearly = group by year { n: count() }; yearly | top 1", "2020 | 3"),
        (
          "def by(k) = count by k | sort k; from corpus | by(year)",
          "1999 | 1 / 2019 | 1 / "
            + "2020 | 3 / - | 1"
        ),
        ("def by(k) = count by k; from corpus | by(topic) | select topic | take 1", "Cities"),
        ("def f(k) = select title | sort k; from corpus | f(date)", "PQ0104"),
        (
          "def f(k) = each k | select k | distinct; topic = \"Trade\" | f(topic)",
          "Trade / Cities"
        ),
        ("def f(k) = select k; id = 1 | f(length(topics)) | select length", "3"),
        ("def recent(d) = from corpus | where date >= d; recent(2020) | count", "3"),
        ("def recent = from corpus | where date >= 2020; from recent | select id", "1 / 2 / 6"),
        (
          "def recent = from corpus | where date >= 2020; author in (recent | distinct author)",
          "1 2 6"
        ),
        ("def size(t) = from t | count; size(corpus)", "6"),
        ("let old = date < 2020; def size(t) = from t | count; size($old)", "2"),
        ("def a = where year = 2020; def b = a | take 1; from corpus | b", "1"),
        ("def newest = take 1; newest = 3", "PQ0112"), ("def n = take 1; [n]", "PQ0112"),
        ("def newest(n) = take n; from corpus | newest", "PQ0111"),
        ("def newest(n) = take n; from corpus | newest(n: 1)", "1"),
        ("def newest(n) = take n; from corpus | newest(m: 1)", "PQ0111"),
        ("def newest(n) = take n; from corpus | newest(\"x\")", "PQ0205"),
        ("def share_of(c) = count(c) / count(); group { s: share_of(topic = \"Cities\") }", "0.5"),
        ("def percent(x) = round(x * 100); group { s: percent(share(topic = \"Cities\")) }", "50"),
      ])
  }

  @Test func takenNames() {
    expect(
      session,
      [
        ("def title = 1", "PQ0107"), ("def topic = 1", "PQ0107"), ("def year = 1", "PQ0107"),
        ("def source = 1", "PQ0107"), ("def corpus = 1", "PQ0107"), ("def length = 1", "PQ0107"),
        ("def sum = 1", "PQ0107"), ("def describe = 1", "PQ0107"), ("def f(title) = 1", "PQ0107"),
        ("load \"x.txt\" as corpus", "PQ0107"), ("load \"x.txt\" as topic", "PQ0107"),
      ])
  }

  @Test func endless() {
    expect(
      session,
      [
        ("def a = a", "PQ0109"), ("def b = b; b", "PQ0109"),
        ("def c = d; def d = c; c", "PQ0109 PQ0109"),
        ("def e = take 1 | e; from corpus | e", "PQ0109"),
        ("def f = author in (from corpus | where f | distinct author); f", "PQ0109"),
        ("def g(x) = g(x); g(1)", "PQ0109"), ("def h = from h; h", "PQ0109"),
      ])
    var doubling = "def d0(x) = x + x; "
    for level in 1...14 { doubling += "def d\(level)(x) = d\(level - 1)(x) + d\(level - 1)(x); " }
    #expect(codes(doubling + "d14(1)") == ["PQ0110"])
    let nested = String(repeating: "n(", count: 60) + "1" + String(repeating: ")", count: 60)
    #expect(codes("def n(x) = x + x; \(nested)") == ["PQ0110"])
  }

  private func codes(_ text: String) -> Set<Substring> {
    Set(session.answer(text).split(separator: " "))
  }

  /// A field that only the data knows never takes the name of a definition, a parameter, `year`
  /// or `source`; backticks reach it.
  @Test func dataNeverCapturesNames() throws {
    let odd = """
      1. First
      - Publication Date:
      - 2020
      - Urban:
      - yes
      - Year:
      - MMXX
      - Source:
      - somewhere
      - N:
      - seven

      """
    let session = try Sample.session(odd)
    expect(
      session,
      [
        ("urban = \"yes\"", "1"),
        ("def urban = title = \"Second\"; urban", ""),
        ("def urban = title = \"Second\"; `urban` = \"yes\"", "1"),
        ("def urban = title = \"Second\"; let t = from corpus; $t | where urban | count", "0"),
        ("def urban = title = \"Second\"; select urban", "false"),
        ("def urban = title = \"Second\"; select `urban` | where urban = \"yes\"", "yes"),
        ("year = 2020", "1"), ("label_year = \"MMXX\"", "1"),
        ("source ends \":1\"", "1"), ("label_source = \"somewhere\"", "1"),
        ("def f(n) = n + 1; f(1)", "2"), ("n = \"seven\"", "1"),
        ("load \"{title}\"", "PQ0116"),
      ])
    let host = Session()
    try host.add([
      .record([
        RecordField(name: "id", value: "7"), RecordField(name: "date", value: 2020),
        RecordField(name: "year", value: "MMXX"), RecordField(name: "source", value: "nowhere"),
      ])
    ])
    expect(
      host,
      [
        ("year = 2020", "7"), ("`year` = \"MMXX\"", "7"), ("year = \"MMXX\"", "PQ0210"),
        ("source ends \":1\"", "7"), ("`source` = \"nowhere\"", "7"),
      ])
  }

  @Test func sources() throws {
    var options = SessionOptions()
    options.files = .memory([
      "a.txt": Array("1. One\n- Topic:\n- A\n".utf8),
      "b/c.txt": Array("2. Two\n- Topic:\n- B\n".utf8),
      "b/d.txt": Array("3. Three\n- Extra:\n- x\n".utf8), "x.bin": [0, 1, 2],
    ])
    let session = Session(options: options)
    expect(
      session,
      [
        ("from corpus", "PQ0117"), ("topic = \"A\"", "PQ0117"), ("count", "PQ0117"),
        ("1 + 1", "2"), ("[2, 1] | sort", "1 / 2"),
        ("load \"nowhere.txt\"", "PQ0501"), ("load \"a.tx\"", "PQ0501"), ("load 3", "PQ0203"),
        ("load \"x.bin\"", "PQ0504"),
        ("load \"a.txt\" as one; from one", "loaded 1 ; 1"),
        ("from onne", "PQ0105"), ("from one | count", "1"), ("extra = \"x\"", "PQ0104"),
        ("load \"b/*.txt\" as rest; extra = \"x\"", "loaded 2 ; 3"),
        ("from rest | select id", "2 / 3"), ("from corpus | select id", "1 / 2 / 3"),
        ("from one | where extra = \"x\"", "PQ0104"),
        ("load \"a.txt\" as rest; from rest | count; count", "loaded 1 ; 3 ; 4"),
        ("load \"b\" as folder; from folder | count", "loaded 2 ; 2"),
        (
          "let f = \"a.txt\"; load \"{$f}\", \"b/c.txt\" as two; from two | count",
          "loaded 2 ; 2"
        ),
        ("load \"a.txt\"; titel = 1", "PQ0104"), ("count", "8"),
        ("load \"a.txt\" as again; topic in (from again | distinct topic)", "loaded 1 ; 1 1 1 1"),
        (
          "load \"a.txt\" as again; let t = from again | distinct topic; topic in (from $t)",
          "loaded 1 ; 1 1 1 1 1"
        ),
        ("load \"a.txt\"; let x = $zzz; take \"z\"", "PQ0101 PQ0205"),
      ])
  }

  @Test func parametersOfAHost() throws {
    func answer(_ text: String, _ parameters: [String: Value]) -> String {
      session.answer(text, parameters: parameters)
    }
    #expect(answer("date >= $since", ["since": 2020]) == "1 2 6")
    #expect(answer("date >= $since", ["since": .date("2020-05")]) == "1 6")
    #expect(answer("topic = $t", ["t": ["Trade", "Health"]]) == "2 4")
    #expect(answer("title = $t", ["t": "\" or true or title = \""]) == "")
    #expect(answer("author = $a", ["a": .person("Ekman")]) == "1 2 6")
    #expect(answer("region within $p", ["p": .place("Asia")]) == "1")
    #expect(answer("date > 2020-01 - $d", ["d": .duration(months: 12, days: 0)]) == "1 2 3 6")
    #expect(answer("missing(date) = $b", ["b": true]) == "5")
    #expect(answer("$r.a + 1", ["r": .record([RecordField(name: "a", value: 2)])]) == "3")
    #expect(answer("take $n", ["n": 1.0]) == "1")
    #expect(answer("date >= $since", ["since": "2020"]) == "PQ0210")
    #expect(answer("$x", ["x": .missing]) == "-")
    #expect(throws: PubQLError.self) {
      try session.query("1", parameters: ["d": .date("2019-02-29")])
    }
    #expect(throws: PubQLError.self) {
      try session.query("1", parameters: ["d": .decimal(.nan)])
    }
  }

  @Test func continuation() throws {
    func go(_ text: String) -> String {
      var answers: [String] = []
      do throws(PubQLError) {
        try session.run(text, allowsContinuation: true) { output in
          if case .result(let result) = output { answers.append(result.line) }
        }
      } catch { answers.append(error.diagnostics.map(\.code).joined(separator: " ")) }
      return answers.joined(separator: " ; ")
    }
    #expect(go("| count") == "PQ0118")
    #expect(go("topic = \"Cities\"") == "1 4 6")
    #expect(go("| sort id desc") == "6 4 1")
    #expect(go("| take 2") == "6 4")
    #expect(go("| titel") == "PQ0103")
    #expect(go("| count by topic") == "Cities | 2 / Trade | 1")
    #expect(go("| where topic = \"Trade\"") == "Trade | 1")
    #expect(go("[3, 1]") == "3 / 1")
    #expect(go("| sort") == "1 / 3")
    #expect(go("7") == "7")
    #expect(go("| count") == "PQ0212")
    #expect(go("count\n| select count") == "6")
    #expect(session.answer("| count") == "PQ0065")
  }
}
