import PubQL
import Testing

/// Names that a text gives twice: nothing tells which of the two is meant.
struct NameTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func givenTwice() {
    expect(
      session,
      [
        ("def f(x, x) = x", "PQ0128"), ("def f(x, y, x = 2) = x", "PQ0128"),
        ("def f(x, y) = x + y; f(1, 2)", "3"),
        ("let f = (x, x) => x", "PQ0128"), ("fold([1], 0, (x, x) => x)", "PQ0128"),
        ("map([1], x => x + fold([2], 0, (a, x) => a + x))", "3"),
        ("{ a: 1, a: 2 }", "PQ0128"), ("{ a: 1, b: { a: 2 } }", "1 | {a: 2}"),
        ("map([1], x => { a: x, a: x })", "PQ0128"),
        ("param a: text = \"x\"\nparam a: number = 1", "PQ0128"),
        ("let since = 1\nparam since: number = 2", "PQ0128"),
        ("param since: number = 2\nlet since = $since + 1\n$since", "3"),
        ("let a = 1\nlet a = 2\n$a", "2"),
      ])
  }

  /// A value that a host or an earlier line of the prompt bound is no reason against a parameter.
  @Test func boundBeforeTheText() {
    #expect(session.answer("let old = 1") == "")
    #expect(session.answer("param old: number = 2\n$old") == "2")
  }

  @Test func both_places_are_told() {
    let found = session.check("param a: text = \"x\"\nparam a: number = 1\nprint $a")
    #expect(found.map(\.message) == ["two parameters of this script are called `a`"])
    #expect(found.map(\.line) == [2])
  }
}
