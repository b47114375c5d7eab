import PubQL
import Testing

/// Records as values, rows that `for` goes over, and values that a script will know only when it
/// has read its records.
struct RecordValueTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  /// What a script prints, or the codes of its mistakes.
  private func printed(_ script: String, _ session: Session? = nil) -> String {
    var lines: [String] = []
    do throws(PubQLError) {
      try (session ?? self.session).run(script) { output in
        switch output {
        case .printed(let text): lines.append(text)
        case .result(let result): lines.append("\(result[0, 0].int ?? -1)")
        default: break
        }
      }
    } catch { lines.append(error.diagnostics.map(\.code).joined(separator: " ")) }
    return lines.joined(separator: " / ")
  }

  private func expectPrinted(_ cases: [(script: String, output: String)]) {
    for (script, output) in cases {
      #expect(printed(script) == output, "\(script)")
    }
  }

  @Test func membersOfMembers() {
    expectPrinted([
      ("print {a: {b: 1}}.a.b", "1"), ("let r = {a: {b: {c: 2}}}; print $r.a.b.c", "2"),
      ("print get({a: 2020-05}, \"a\").year, zip([1], [2020-05])[0][1].month", "2020 5"),
      ("for r in (id = 1 | select id, date) { print r.date.month = 5, r.date.year }", "true 2020"),
      (
        "for r in (id = 1 | select id, author) { print r.author.family }",
        "Ekman; Esperanza Picardo"
      ),
      ("print {a: {b: 1}}.a.c", "PQ0106"), ("print {a: missing}.a.b", ""),
    ])
  }

  /// A record of the corpus has its fields under all their names.
  @Test func namesOfFields() {
    expectPrinted([
      (
        "for r in (where id = 1) { print r.year, r.topic, r.region }",
        "2020 Cities; Governance; COVID-19 China; Asia"
      ),
      ("for r in (where id = 5) { print r.year, \"-\" }", " -"),
      ("print map((where id in [1, 2]), r => r.year)", "2020; 2020"),
      ("print (id = 1 | take 1)[0].author[0]", "Alice Ekman"),
      ("for r in (count by type | top 1) { print r.typ }", "PQ0106"),
      ("print (count by type)[0].cnt", "PQ0106"),
      ("for r in [{a: 1}, {b: 2}] { print has(r, \"a\") }", "true / false"),
    ])
  }

  /// What a loop goes over may fail.
  @Test func listsThatFail() {
    expectPrinted([
      ("for x in [1 / 0] { print x }", "PQ0401"), ("for x in range(1, 3, 0) { print x }", "PQ0404"),
      ("for x in [sqrt(-1)] { print x }; print \"after\"", "PQ0404"),
      ("let z = 0; for x in [1, 2 / $z] { print x }", "PQ0401"),
      ("for x in [] { print x }; print \"after\"", "after"),
      ("for x in [1, 2] { print x }", "1 / 2"),
    ])
  }

  /// A script that reads its own records is checked before it does: what it makes of them is not
  /// known then.
  @Test func valuesOfRecordsThatAreStillToBeRead() throws {
    var options = SessionOptions()
    options.files = .memory(["1.txt": Array(Sample.listing.utf8)])
    let cases = [
      ("let newest = max((select year))\nyear = $newest | count", "3"),
      ("let t = (count by type | top 1)[0].type\ntype = $t | count", "2"),
      ("let d = (id = 1 | select date)[0]\nprint $d.year", "2020"),
      ("let k = max((select year)) - 1\nyear >= $k | count", "4"),
      ("let c = (count by type)\nprint $c[0].count", "2"),
      ("let m = mode((select type))\nprint upper($m)", "POLICY BRIEF"),
      ("let xs = [3, 1] | sort\nprint $xs[0]", "1"),
      ("let n = length((where topic = \"Cities\"))\nif $n > 2 { print \"many\" }", "many"),
      ("let t = count by type\nprint $t[0].typ", "PQ0106"),
    ]
    for (script, output) in cases {
      let session = Session(options: options)
      #expect(printed("load \"1.txt\"\n" + script, session) == output, "\(script)")
    }
  }

  /// A condition is no list of records.
  @Test func lengthOfConditions() {
    expectPrinted([
      ("where length((topic = \"Cities\")) > 1 | count", "PQ0203"),
      ("print length(true)", "PQ0203"),
      ("print length(3)", "PQ0203"), ("print length((where topic = \"Cities\"))", "3"),
      ("print length(\"Côte\"), length([1]), length(missing)", "4 1 0"),
    ])
  }
}
