import PubQL
import Testing

/// `snippet`: which passage it shows, and how.
struct SnippetTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func behindASearch() {
    expect(
      session,
      [
        ("search \"silk\" | select snippet(abstract, 4)", "The digital silk road…"),
        ("search \"nowhere\" | select snippet(abstract, 3)", "… It ends nowhere."),
        (
          "search \"cities road\" | select snippet(abstract, 4, \"*\")",
          "…*road* reaches many *cities*. …"
        ),
        (
          "search \"cities\" | sort id | take 1 | where id = 1 | with s: snippet(title) | select s",
          "Smart Cities in China"
        ),
        (
          "search \"cities\" | select id, abstract | select id, s: snippet(abstract, 2, mark: \"_\") "
            + "| where id = 1", "1 | …_cities_. It…"
        ),
        ("search \"cities\" | distinct | where snippet(title) has \"china\" | select id", "1"),
        ("search \"water\" | select snippet(missing)", "-"),
        ("search \"cities\" | where id = 6 | select snippet(abstract)", "-"),
        ("search \"cities\" | count by snippet(title, 1) | count", "1"),
        ("search \"cities\" | count by topic | select snippet(topic)", "PQ0434"),
        ("search \"cities\" | group by topic { t: list(title) } | select snippet(t)", "PQ0434"),
        ("search \"cities\" | where snippet(abstract, \"road\", 1) = \"…road…\" | select id", "1"),
        ("let found = search \"silk\"; from $found | select snippet(abstract, 2)", "…silk road…"),
        (
          "def found(w) = search w | select snippet(abstract, 1); from corpus | found(\"silk\")",
          "…silk…"
        ),
        ("select snippet(abstract)", "PQ0434"), ("snippet(\"a\")", "PQ0434"),
        ("search \"silk\" | select snippet(abstract, 0)", "PQ0439"),
        ("search \"silk\" | select snippet(abstract, 1001)", "PQ0439"),
        ("search \"silk\" | select snippet(abstract, \"-\")", "PQ0430"),
        ("search \"silk\" | select snippet(date)", "PQ0203"),
        ("search \"silk\" | select snippet(abstract, length(title))", "PQ0431"),
        ("search \"silk\" | select snippet(abstract, mark: title)", "PQ0431"),
      ])
  }

  /// At the prompt the next line goes on from the result.
  @Test func onTheNextLine() throws {
    var lines: [String] = []
    for text in ["search \"silk\"", "| select snippet(abstract, 2)", "| search \"x\" | count"] {
      try session.run(text, allowsContinuation: true) { output in
        if case .result(let result) = output { lines.append(result.line) }
      }
    }
    #expect(lines == ["1", "…silk road…", "0"])
  }

  @Test func passages() {
    let text = "First one. Then the other words follow, and more of them. Last one."
    expect(
      session,
      [
        ("snippet(\"\(text)\", \"words\", 4)", "… Then the other words…"),
        ("snippet(\"\(text)\", \"one\", 2)", "First one. …"),
        ("snippet(\"\(text)\", \"last one\", 2)", "… Last one."),
        (
          "snippet(\"\(text)\", '\"the other words follow\"', 2, \"*\")",
          "…*the other words follow*,…"
        ),
        ("snippet(\"\(text)\", \"nothing\", 2)", "First one. …"),
        (
          "snippet(\"\(text)\", \"one\", 100, \"|\")",
          "First |one|. Then the other words follow, and more of them. Last |one|."
        ),
        ("snippet(\" a\\n\\tb  c \", \"b\")", "a b c"), ("snippet(\"\", \"a\")", ""),
        ("snippet(\"?!\", \"a\")", "?!"), ("snippet(\"a ? b\", \"b\", 1)", "… b"),
        ("snippet(\"Smart-city, Smartcity\", \"city\", mark: \"*\")", "Smart-*city*, Smartcity"),
        ("snippet(\"Smart-city\", '\"smart city\"', mark: \"*\")", "*Smart-city*"),
        ("snippet(\"ab cd\", '\"ab cd\" cd', mark: \"*\")", "*ab cd*"),
        ("snippet(\"研究城市问题\", \"城市\", 3, \"*\")", "…*城市*问…"),
        ("snippet(\"Côte d’Ivoire\", \"cote\", mark: \"*\")", "*Côte* d’Ivoire"),
        ("snippet(\"co\u{AD}op wins\", \"coop\", mark: \"*\")", "*co\u{AD}op* wins"),
        ("snippet(\"citizens of cities\", \"cit*\", mark: \"*\")", "*citizens* of *cities*"),
        ("[\"a b\", \"b c d\"] | select snippet(value, \"c d\", mark: \"*\")", "a b / b *c* *d*"),
        ("snippet([\"a b\", \"b c\"], \"b c\")", "b c"), ("snippet([], \"b\")", "-"),
      ])
  }

  /// Over random texts: the passage stands in the text, keeps its width, and no other of that width
  /// has more of the words.
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func showsTheMostWords(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let session = try Sample.session()
    for _ in 0..<60 {
      let words = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        PlainSearch.vocabulary.randomElement(using: &random) ?? ""
      }
      let wanted = Set(
        (0..<3).compactMap { _ in PlainSearch.vocabulary.randomElement(using: &random) })
      let width = Int.random(in: 1...12, using: &random)
      let text = words.joined(separator: " ")
      let query = wanted.sorted().joined(separator: " ")
      let passage =
        try session.query("snippet(\"\(text)\", \"\(query)\", \(width))").value.text ?? ""
      let shown = passage.plainWords
      #expect(shown.count == min(width, words.count), "seed \(seed): \(text) / \(query)")
      #expect(words.occurrences(of: shown) > 0, "seed \(seed): \(passage)")
      let most = (0...max(0, words.count - width)).map { start in
        wanted.intersection(words[start...].prefix(width)).count
      }.max()
      #expect(wanted.intersection(shown).count == most, "seed \(seed): \(text) / \(query)")
      #expect(
        passage.hasPrefix("…") == !words.starts(with: shown) || words.occurrences(of: shown) > 1)
    }
  }
}
