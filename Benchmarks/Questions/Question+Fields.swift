import PubQLCorpusGenerator

extension Question {
  /// Questions that fields of names, codes and dates answer.
  static func fields(records: Int) -> [Question] {
    conditions(records: records) + groups
  }

  private static func conditions(records: Int) -> [Question] {
    let author = author(records: records)
    let misspelt = misspelt(records: records)
    return [
      Question(
        name: "topic", title: "count of one topic (22 % of records)",
        text: "topic = \"Foreign Policy\" | count", goal: 0.01,
        expectation: { CountExpectation { $0.topics.contains("Foreign Policy") } }),
      Question(
        name: "three-conditions", title: "topic and region and date range, count",
        text: "topic = \"Cities\" and region = \"China\" and date in 2015..2020 | count",
        goal: 0.1,
        expectation: {
          CountExpectation {
            $0.topics.contains("Cities") && $0.regions.contains("China")
              && (2015...2020).contains($0.year)
          }
        }),
      Question(
        name: "author", title: "author exact, list",
        text: "author == \"\(author)\" | select id, title", goal: 0.05,
        expectation: { RowsExpectation { $0.authors.contains(author) } }),
      Question(
        name: "author-names", title: "author by compatible names, count",
        text: "author = \"\(author)\" | count",
        expectation: {
          CountExpectation { $0.authors.contains { $0.isOfSamePerson(as: author) } }
        }),
      Question(
        name: "author-edit", title: "author within one edit, count",
        text: "distance(author, \"\(misspelt)\") <= 1 | count", goal: 0.03,
        expectation: { EditExpectation(misspelt, within: 1) }),
      Question(
        name: "author-like", title: "author like another, count",
        text: "author like \"\(misspelt)\" | count", goal: 0.1,
        expectation: { LikenessExpectation(misspelt) }),
      Question(
        name: "newest", title: "filter, newest 20",
        text: "topic = \"Cities\" | top 20 by date | select id, date", goal: 0.03,
        expectation: { NewestExpectation(20) { $0.topics.contains("Cities") } }),
    ]
  }

  private static let groups = [
    Question(
      name: "by-topic", title: "count by topic, top 10", text: "count by topic | top 10", goal: 2,
      expectation: { GroupsExpectation(top: 10) { $0.topics } }),
    Question(
      name: "by-topic-filtered", title: "the same of a filtered set",
      text: "region = \"China\" and date >= 2010 | count by topic | top 10", goal: 2,
      expectation: {
        GroupsExpectation(top: 10) {
          $0.regions.contains("China") && $0.year >= 2010 ? $0.topics : []
        }
      }),
    Question(
      name: "year-type", title: "year × type table", text: "count by year, type", goal: 1.2,
      expectation: { GroupsExpectation { ["\($0.year)\t\($0.type ?? "")"] } }),
    Question(
      name: "topic-pairs", title: "topic pairs, top 20", text: "count by pairs(topic) | top 20",
      goal: 10, expectation: { GroupsExpectation(top: 20) { $0.topicPairs } }),
    Question(
      name: "jsonl", title: "100,000 records out as JSONL", text: "from corpus | take 100_000",
      goal: 70, format: "jsonl", expectation: { LinesExpectation(atMost: 100_000) }),
  ]
}

extension GeneratedRecord {
  /// 0 without a date.
  var year: Int { date.flatMap { Int($0.prefix(4)) } ?? 0 }

  /// Each two topics, in the order of the alphabet; a record of fewer is counted under nothing.
  var topicPairs: [String] {
    guard topics.count > 1 else { return [""] }
    let sorted = topics.sorted()
    return sorted.indices.flatMap { index in
      sorted[(index + 1)...].map { "\(sorted[index]); \($0)" }
    }
  }
}

extension String {
  /// Whether it is another name but for initials that it has in the middle: `Ann B. Lee` for
  /// `Ann Lee`. The generator makes no others that may be of one person.
  fileprivate func isOfSamePerson(as name: String) -> Bool {
    split(separator: " ").filter { !$0.hasSuffix(".") }.joined(separator: " ") == name
  }
}
