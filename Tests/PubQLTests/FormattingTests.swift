import PubQL
import Testing

/// Formatting as hosts have it.
struct FormattingTests {
  @Test func `lays out a script`() throws {
    let layout = try Session.format("topic=\"Cities\"or a and b # why\ncount  by topic\n|top 3")
    #expect(layout == "topic = \"Cities\" or (a and b)  # why\ncount by topic | top 3\n")
    #expect(try Session.format(layout) == layout)
  }

  @Test func `tells all mistakes of a script with their places`() throws {
    let error = try #require(throws: PubQLError.self) {
      try Session.format("count by\na = = 3\n", named: "a.pubql")
    }
    #expect(error.kind == .compile)
    #expect(error.diagnostics.map(\.line) == [1, 2])
    #expect(error.diagnostics.allSatisfy { $0.file == "a.pubql" && $0.severity == .error })
  }

  @Test func `refuses bytes that are no text`() throws {
    let error = try #require(throws: PubQLError.self) { try Session.format(utf8: [0x61, 0xFF]) }
    #expect(error.kind == .compile)
  }

  /// A name that nobody has defined is no matter of layout.
  @Test func `needs neither records nor names`() throws {
    #expect(
      try Session.format("from nowhere|where nothing=$x") == "from nowhere | where nothing = $x\n")
  }
}
