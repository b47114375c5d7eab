import PubQL
import Testing

/// The stage `similar`: what counts as like a record.
struct SimilarTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func records() throws {
    expect(
      session,
      [
        ("similar 1 | where id = 1 | count", "0"), ("similar \"1\" | take 1 | select id", "6"),
        ("similar 5 | count", "0"), ("similar 1 | where score <= 0 or score > 1 | count", "0"),
        ("similar 1 | with s: score | sort s desc | select id | take 1", "6"),
        // The record may be filtered out of the rows.
        ("where id != 1 | similar 1 | take 1 | select id", "6"),
        ("where false | similar 1 | count", "0"),
        ("select id, title | similar 3 | select id", "1"),
        ("similar 1 | similar 6 | count", "0"), ("similar 6 | select id", "1 / 4"),
        ("search \"cities\" | similar 1 | select id, snippet(title)", "6 | 研究 cities 2020"),
        ("let x = 1; similar $x | count", "3"), ("similar 7", "PQ0435"), ("similar \"\"", "PQ0435"),
        ("similar id", "PQ0431"), ("similar 1.5", "PQ0203"), ("similar true", "PQ0203"),
        ("similar 2020-05", "PQ0203"), ("select title | similar 1", "PQ0436"),
        ("select id | similar 1", "PQ0436"), ("[1, 2] | similar 1", "PQ0436"),
        ("with score: 1 | similar 1", "PQ0437"), ("count by topic | similar 1", "PQ0436"),
      ])
    #expect(
      try session.query("similar 1").columns.map(\.name)
        == session.query("from corpus").columns.map(\.name) + ["score"])
  }

  @Test func nearestID() throws {
    let session = try PlainRecord.session([PlainRecord(id: "smith2020", title: "Water")])
    do throws(PubQLError) {
      _ = try session.query("similar \"smith2019\"")
      Issue.record("an id that is not there")
    } catch {
      #expect(error.diagnostics.first?.message == "there is no record with the id `smith2019`")
      #expect(error.diagnostics.first?.help == "the nearest is `smith2020`")
    }
    expect(session, [("similar \"SMITH2020\" | count", "0")])
  }

  /// The same words in other rows and fields change nothing; equal records are alike in full.
  @Test func equalRecords() throws {
    let record = PlainRecord(
      id: "1", title: "Water in cities", abstract: "It flows downhill.",
      authors: ["Alice Ekman", "Bo Berg"], topics: ["Water"])
    var twin = record
    twin.id = "2"
    twin.authors = ["Ekman, A.", "Berg, B."]
    let other = PlainRecord(id: "3", title: "Fire", abstract: "It flows, too.")
    let session = try PlainRecord.session([record, other, twin])
    expect(
      session,
      [
        ("similar 1 | select id", "2 / 3"),
        ("similar 1 | take 1 | where score > 0.999999 | count", "1"),
        ("where id != 3 | similar 2 | where score > 0.999999 | select id", "1"),
      ])
  }

  /// Records that have other words, but as many that are as rare, are equally alike and keep their
  /// order: no rounding of sums tells them apart.
  @Test(arguments: [41, 42, 43, 44, 45, 46] as [UInt64])
  func equallyAlikeRecordsKeepTheirOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = 60
    var words = [[String]](repeating: [], count: count)
    // Of each size of group two words a group: each record has two words of its own, two that one
    // other record has, and so on.
    for size in 1...6 {
      for first in stride(from: 0, to: count, by: size) {
        for _ in 0..<2 {
          let word = String((0..<8).map { _ in "abcdefgh".randomElement(using: &random) ?? "a" })
          for row in first..<min(first + size, count) { words[row].append(word) }
        }
      }
    }
    let records = words.enumerated().map { row, words in
      PlainRecord(
        id: "\(row + 1)", title: words.prefix(6).joined(separator: " "),
        abstract: words.dropFirst(6).joined(separator: " "),
        authors: row % 10 == 0 ? ["Bo Berg"] : [], topics: row % 10 == 0 ? ["Cities"] : [])
    }
    // These have author and topic in common with the first, and nothing else.
    let query = "similar 1 | where author = \"Berg\" | select id"
    expect(try PlainRecord.session(records), [(query, "11 / 21 / 31 / 41 / 51")])
  }

  /// Cosines worked out with dictionaries of words, over random records.
  @Test(arguments: [21, 22, 23, 24] as [UInt64])
  func agreesWithAPlainImplementation(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var records = SearchTests.records(30, &random)
    let people = ["Ann Ek", "Bo Alm", "Cy Dahl", "Di Ek"]
    let topics = ["Water", "Cities", "Trade", "Health"]
    for index in records.indices {
      records[index].authors = people.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      records[index].topics = topics.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    }
    let session = try PlainRecord.session(records)
    for model in 0..<10 {
      let result = try session.query("similar \(records[model].id) | select id, score")
      let expected = Self.ranking(records, like: model)
      #expect(
        result.rows.indices.map { result[$0, 0].text } == expected.map(\.id),
        "seed \(seed), \(model)")
      for (row, pair) in expected.enumerated() where row < result.rowCount {
        guard case .decimal(let score) = result[row, 1] else { continue }
        #expect(abs(score - pair.score) < 1e-9, "seed \(seed), \(model)")
      }
    }
  }

  private static func ranking(
    _ records: [PlainRecord], like model: Int
  ) -> [(id: String, score: Double)] {
    let counts = records.map { record in
      var counts: [String: Double] = [:]
      for word in record.title?.plainWords ?? [] { counts["w " + word, default: 0] += 3 }
      for word in record.abstract?.plainWords ?? [] { counts["w " + word, default: 0] += 1 }
      for topic in record.topics { counts["t " + topic] = 1 }
      for author in record.authors { counts["a " + author] = 1 }
      return counts
    }
    var rows: [String: Int] = [:]
    for record in counts { for term in record.keys { rows[term, default: 0] += 1 } }
    let vectors = counts.map { record in
      record.reduce(into: [String: Double]()) { vector, entry in
        let rare = logarithm(Double(records.count + 1) / Double(rows[entry.key] ?? 1))
        vector[entry.key] = (1 + logarithm(entry.value)) * rare
      }
    }
    func length(_ vector: [String: Double]) -> Double {
      vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    var found: [(row: Int, score: Double)] = []
    for (row, vector) in vectors.enumerated() where row != model {
      let product = vector.reduce(0) { $0 + $1.value * (vectors[model][$1.key] ?? 0) }
      let score = product == 0 ? 0 : product / (length(vector) * length(vectors[model]))
      if score >= 0.01 { found.append((row, score)) }
    }
    found.sort { abs($0.score - $1.score) > 1e-12 ? $0.score > $1.score : $0.row < $1.row }
    return found.map { (records[$0.row].id, $0.score) }
  }
}
