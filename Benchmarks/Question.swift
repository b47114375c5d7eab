import PubQL

/// A question asked of the engine, with the answer that it must get.
struct Question: Sendable {
  let name: String
  let text: String
  /// The answer as a number, worked out from what the generator meant.
  let expected: @Sendable (BenchmarkCorpus) -> Int
  /// One part in so many may differ: where a list in prose can be read in two ways, or another
  /// person's name could be the one that is asked for.
  var tolerance = Int.max
  /// The number that the result comes to.
  let reduce: @Sendable (QueryResult) -> Int

  func answer(_ session: Session) throws -> Int { reduce(try session.query(text)) }

  @Sendable private static func firstCount(_ result: QueryResult) -> Int {
    result[0, "count"].int ?? -1
  }
  @Sendable private static func sum(_ result: QueryResult) -> Int {
    (result.column("count") ?? []).reduce(0) { $0 + ($1.int ?? 0) }
  }

  static let all = [
    Question(
      name: "count of one topic", text: "topic = \"Cities\" | count",
      expected: { $0.count { $0.topics.contains("Cities") } }, reduce: firstCount),
    Question(
      name: "count by topic", text: "count by topic",
      expected: { $0.total { max(1, $0.topics.count) } }, tolerance: 1_000, reduce: sum),
    Question(
      name: "topic, region and date range",
      text: "topic = \"Cities\" and region = \"China\" and date in 2015..2020 | count",
      expected: { corpus in
        corpus.count {
          $0.topics.contains("Cities") && $0.regions.contains("China")
            && (2015...2020).contains($0.year)
        }
      }, reduce: firstCount),
    Question(
      name: "region within Asia",
      text: "region within \"Asia\" and year >= 2010 | count by topic | top 10",
      expected: { _ in 10 }, reduce: { $0.rowCount }),
    Question(
      name: "author, exact", text: "author == \"\(BenchmarkCorpus.author)\"",
      expected: { $0.count { $0.authors.contains(BenchmarkCorpus.author) } },
      reduce: { $0.rowCount }),
    Question(
      name: "author, compatible names", text: "author = \"\(BenchmarkCorpus.author)\" | count",
      expected: { corpus in corpus.compatible(author: BenchmarkCorpus.author) }, tolerance: 100,
      reduce: firstCount),
    Question(
      name: "year by type", text: "count by year, type",
      expected: { $0.total { _ in 1 } }, reduce: sum),
    Question(
      name: "newest 20 of a topic",
      text: "topic = \"Cities\" | top 20 by date | select title, date",
      expected: { min(20, $0.count { $0.topics.contains("Cities") }) }, reduce: { $0.rowCount }),
    Question(
      name: "phrase in titles", text: "title has \"smart city\" | count",
      expected: { corpus in corpus.count { corpus.hasPhrase($0.title, "smart city") } },
      reduce: firstCount),
    Question(
      name: "pattern over titles", text: "title matches /cit(y|ies)/i | count",
      expected: { corpus in
        corpus.count {
          $0.title.lowercased().contains("city") || $0.title.lowercased().contains("cities")
        }
      }, reduce: firstCount),
  ]
}
