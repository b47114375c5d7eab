import PubQLCorpusGenerator

extension Question {
  /// Questions about titles and abstracts.
  static let texts = [
    Question(
      name: "search", title: "two words, BM25, top 10",
      text: "search \"smart city\" | take 10 | select id, score", goal: 0.8,
      expectation: { SearchExpectation(["smart", "city"], top: 10) }),
    Question(
      name: "search-common", title: "the same, two very common words",
      text: "search \"policy world\" | take 10 | select id, score", goal: 4,
      expectation: { SearchExpectation(["policy", "world"], top: 10) }),
    Question(
      name: "phrase", title: "phrase count (4 % of records)",
      text: "abstract has \"rule of law\" | count", goal: 3,
      expectation: { CountExpectation { PlainWords.hasPhrase($0.abstract, "rule of law") } }),
    Question(
      name: "phrase-title", title: "phrase in titles, count",
      text: "title has \"place in the world\" | count",
      expectation: { CountExpectation { PlainWords.hasPhrase($0.title, "place in the world") } }),
    Question(
      name: "substring", title: "substring in titles", text: "title contains \"urban\" | count",
      goal: 2, expectation: { CountExpectation { PlainWords.contains($0.title, "urban") } }),
    Question(
      name: "regex", title: "regular expression over titles",
      text: "title matches /cit(y|ies)/i | count", goal: 15,
      expectation: {
        CountExpectation {
          PlainWords.contains($0.title, "city") || PlainWords.contains($0.title, "cities")
        }
      }),
  ]
}
