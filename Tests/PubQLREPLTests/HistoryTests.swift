import PubQLREPL
import Testing

@Suite struct HistoryTests {
  @Test func store_keepsStatements_newestOfEqual() throws {
    try Sample.withFolder { folder in
      let path = folder + "/deep/state/history"
      let store = HistoryStore(path: path)
      store.corpus = "ciao"
      for text in ["count", "topic = \"a\"\n| count", " secret", "日本 \"x\" \\ \t|", "count", ""] {
        #expect(store.record(text) == nil)
      }
      let expected = ["topic = \"a\"\n| count", "日本 \"x\" \\ \t|", "count"]
      #expect(store.entries.map(\.text) == expected)
      let again = HistoryStore(path: path)
      #expect(again.entries.map(\.text) == expected)
      #expect(again.entries.allSatisfy { $0.corpus == "ciao" && $0.time > 0 })
      #expect(again.entries(with: "TOPIC").map(\.number) == [1])
    }
  }

  @Test func store_skipsCorruptLines() throws {
    try Sample.withFolder { folder in
      let path = folder + "/history"
      try Sample.write(
        """
        {"time":1,"corpus":"","text":"one"}
        not json
        {"time":2,"corpus":"","text":"tw
        {"text":"no time"}

        {"time":99999999999999999999,"text":"x"}
        {"text":[[[[[[[[[[1]]]]]]]]]]}
        {"text":"\\ud800"}
        {"time":3,"new":"member","text":"\\u0041\\n\\/"} \t
        \u{0}\u{1}{"text":
        """, to: path)
      let texts = HistoryStore(path: path).entries.map(\.text)
      #expect(texts == ["one", "no time", "A\n/"])
    }
  }

  @Test func store_warnsOnce_whenItCannotWrite() {
    let store = HistoryStore(path: "/dev/null/pubql/history")
    #expect(store.record("count")?.contains("/dev/null/pubql/history") == true)
    #expect(store.record("count by topic") == nil)
    #expect(store.entries.count == 2)
    #expect(HistoryStore(path: nil).record("count") == nil)
  }

  @Test func store_isBounded() throws {
    try Sample.withFolder { folder in
      let path = folder + "/history"
      let lines = (0..<(2 * HistoryStore.limit + 1)).map {
        HistoryEntry(time: $0, corpus: "", text: "take \($0)").line + "\n"
      }
      try Sample.write(lines.joined(), to: path)
      let store = HistoryStore(path: path)
      #expect(store.entries.count == HistoryStore.limit)
      #expect(store.entries.last?.text == "take \(2 * HistoryStore.limit)")
      #expect(HistoryStore(path: path).entries == store.entries)
      let long = String(repeating: "x", count: HistoryStore.longestStatement + 1)
      #expect(store.record(long) == nil && store.entries.last?.text != long)
    }
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/pubql/history"),
    (["HOME": "/h"], "/h/.local/state/pubql/history"),
    (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/pubql/history"),
    ([:], nil),
  ])
  func defaultPath(_ variables: [String: String], _ path: String?) {
    #expect(HistoryStore.defaultPath { variables[$0] } == path)
  }

  @Test func navigator_findsWhatBeginsSo_andComesBack() {
    var history = HistoryNavigator()
    for text in ["count", "topic = \"a\"", "take 3", "topic = \"b\"", "count"] { history.add(text) }
    #expect(history.earlier(than: "to", cursor: "to") == "topic = \"b\"")
    #expect(history.earlier(than: "topic = \"b\"", cursor: "topic") == "topic = \"a\"")
    #expect(history.earlier(than: "topic = \"a\"", cursor: "") == nil)
    #expect(history.later(than: "topic = \"a\"", cursor: "") == "topic = \"b\"")
    #expect(history.later(than: "topic = \"b\"", cursor: "") == "to")
    #expect(history.later(than: "to", cursor: "to") == nil)
    #expect(history.earlier(than: "", cursor: "") == "count")
    #expect(history.earlier(than: "count", cursor: "count") == "topic = \"b\"")
    // An edited line begins a new search.
    #expect(history.earlier(than: "topic = \"b\" x", cursor: "ta") == "take 3")
  }
}
