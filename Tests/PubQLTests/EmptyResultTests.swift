import PubQL
import Testing

/// A query without rows tells why: behind which condition the last ones went, and what leaving
/// conditions out would give.
struct EmptyResultTests {
  private let session: Session

  init() throws {
    var options = SessionOptions()
    options.files = .memory([:])
    options.explainsEmptyResults = true
    session = Session(options: options)
    try session.load(bytes: Array(Sample.listing.utf8), named: "1.txt", format: "ciao")
  }

  /// The notes of a text: message and help.
  private func notes(_ text: String) throws -> [String] {
    var notes: [String] = []
    try session.run(text) { output in
      if case .note(let note) = output {
        notes.append("\(note.code) \(note.message)" + (note.help.map { " / " + $0 } ?? ""))
      }
    }
    return notes
  }

  private static let single: [(text: String, note: String)] = [
    ("date >= 2030", "`date >= 2030`: the dates go from 1999 to 2020"),
    ("date < 1999 | sort date", "`date < 1999`: the dates go from 1999 to 2020"),
    ("year > 2030", "`year > 2030`: `year` goes from 1999 to 2020"),
    (
      "date in 1999-02..1999-03",
      "`date in 1999-02..1999-03`: the dates of 1 record are too coarse to be certain; "
        + "`overlaps` finds what may lie there"
    ),
    (
      "title has \"silk road\"",
      "`title has \"silk road\"`: no title has the word \"silk\""
    ),
    ("title has \"cities smart\"", ": not in this order; `has all` finds the words in 1 record"),
    (
      "title has \"silk\"",
      "`title has \"silk\"`: no title meets it, but the abstract of 1 record does"
    ),
    ("title contains \"xyz\"", "`title contains \"xyz\"`: no record meets it"),
    ("type == \"POLICY BRIEF\"", "`type == \"POLICY BRIEF\"`: `=` finds 2 records"),
    ("title starts \"Urban\"", "`title starts \"Urban\"`: `contains` finds 1 record"),
    ("title = \"Untitlet\"", "`title = \"Untitlet\"`: the nearest is \"Untitled\""),
    ("id = 66", "`id = 66`: the nearest is \"6\""),
    ("missing(title)", "`missing(title)`: every record has `title`"),
    ("title != title", "`title != title`: every record meets its opposite"),
    ("from corpus | where false", "`false`: it holds for no record whatever"),
    ("not (id > \"\")", "`not (id > \"\")`: every record meets what stands behind `not`"),
    ("region within \"Oceania\"", "`region within \"Oceania\"`: no record meets it"),
    (
      "author in (date > 2030 | distinct author)",
      "`author in (date > 2030 | distinct author)`: there is nothing to compare with"
    ),
    ("count by type | where count > 9", "`count > 9`: `count` goes from 1 to 2"),
    ("[1, 2] | where value = 7", "`value = 7`: `value` goes from 1 to 2"),
    ("take 0", "nothing is left after `take 0`, which keeps none of 6 records"),
    ("skip 9 | select id", "nothing is left after `skip 9`, which keeps none of 6 records"),
    ("date > 2030 | count", "`date > 2030`: the dates go from 1999 to 2020"),
    (
      "topic = \"Cities\" | intersect (type = \"Nope\" or id = 2)",
      "(type = \"Nope\" or id = 2)`, which keeps none of 3 records"
    ),
    (
      "from corpus | where topic = \"Trade\" | join semi (id = 2) on id",
      "`join semi (id = 2) on id`, which keeps none of 1 record"
    ),
    ("search \"zeppelin\"", "`search \"zeppelin\"`"),
    ("for n in [1, 2, 3] { from corpus | where date > 2030 }", "the dates go from 1999 to 2020"),
    ("def late = where date > 2030; from corpus | late", "`date > 2030`: the dates go from"),
    ("let x = take 0", "nothing is left after `take 0`"),
    ("from $none | sort id", "nothing is found: `from $none` has no rows"),
    ("[] | sort", "nothing is found: `[]` has no rows"),
  ]

  @Test func reasons() throws {
    _ = try notes("let none = skip 6")
    for (text, expected) in Self.single {
      let all = try notes(text)
      let found = all.filter { !$0.hasPrefix("PQ0220") }
      #expect(found.count == 1, "\(text): \(all)")
      #expect(found.first?.hasPrefix("PQ0222 nothing is ") == true, "\(text)")
      #expect(found.first?.contains(expected) == true, "\(text): \(found)")
      #expect(found.first?.contains(" / ") == false, "\(text): \(found)")
    }
  }

  private static let several: [(text: String, note: String)] = [
    (
      "topic = \"Cities\" and region = \"Kenya\"",
      "`region = \"Kenya\"`: 1 record meets it, which is none of the 3 left before it"
        + " / without `topic = \"Cities\"` there would be 1 record, "
        + "without `region = \"Kenya\"` 3 records"
    ),
    (
      "topic = \"Cities\" | sort id | where (date > 2000 and type = \"Book\") | select id",
      "`type = \"Book\"`: 1 record meets it, which is none of the 2 left before it"
        + " / without `date > 2000` there would be 1 record, without `type = \"Book\"` 2 records"
    ),
    (
      "year > 2019 and year < 2000 and type = \"Book\"",
      "`year < 2000`: 1 record meets it, which is none of the 3 left before it"
        + " / without `year > 2019` there would be 1 record"
    ),
    (
      "date > 2030 and date < 1990",
      "`date > 2030`: the dates go from 1999 to 2020"
        + " / leaving out one of the conditions is not enough"
    ),
  ]

  @Test func conditions() throws {
    for (text, expected) in Self.several {
      #expect(try notes(text) == ["PQ0222 nothing is left after \(expected)"], "\(text)")
    }
  }

  /// What was told of a value is not told again.
  @Test func valuesThatOccurNowhere() throws {
    #expect(try notes("topic = \"Citees\"").map { $0.prefix(6) } == ["PQ0220"])
    #expect(try notes("topic = \"Citees\" | count").map { $0.prefix(6) } == ["PQ0220"])
    #expect(
      try notes("topic = \"Citees\" and date > 2000").dropFirst() == [
        "PQ0222 nothing is left after `topic = \"Citees\"`"
          + " / without `topic = \"Citees\"` there would be 4 records"
      ])
  }

  @Test func marksTellWhatWasLeft() throws {
    var drawn = ""
    try session.run("topic = \"Cities\" and type = \"Working Paper\" and region = \"Kenya\"") {
      if case .note(let note) = $0 { drawn = note.text() }
    }
    #expect(
      drawn == """
        note[PQ0222]: nothing is left after `region = "Kenya"`: 1 record meets it, which is none \
        of the 1 left before it
          1 | topic = "Cities" and type = "Working Paper" and region = "Kenya"
            | ----------------     ----------------------     ^^^^^^^^^^^^^^^^ none left
            | 3 left               1 left
          help: without `region = "Kenya"` there would be 1 record

        """)
  }

  @Test func nothingIsSaidOtherwise() throws {
    for text in [
      "topic = \"Cities\"", "count", "topic = \"Cities\" | count", "1 < 0", "[]", "missing",
      "group { n: count(date > 2030) }", "{ a: 1 }",
    ] {
      #expect(try notes(text) == [], "\(text)")
    }
    let silent = try Sample.session()
    #expect(silent.answer("date > 2030") == "")
  }

  /// More conditions than anybody reads are not left out one by one; very many do no harm.
  @Test func manyConditions() throws {
    let many = (0..<300).map { "date > \(1000 + $0)" }.joined(separator: " and ")
    let found = try notes(many + " and date > 2030")
    #expect(found.count == 1)
    #expect(found.first?.contains("nothing is left after `date > 2030`") == true)
    #expect(found.first?.contains(" / ") == false)
  }
}
