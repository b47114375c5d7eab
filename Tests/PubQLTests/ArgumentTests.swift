import PubQL
import Testing

/// What is told of arguments that are missing, given twice, or handed over as names.
struct ArgumentTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  private static let mistakes: [(text: String, told: String)] = [
    ("round(digits: 1)", "`round` needs `number`"),
    ("def f(a, b) = a\nf(b: 1)", "`f` needs `a`"),
    ("def f(a, b, c) = a\nf(b: 1)", "`f` needs `a` and `c`"),
    ("def f(a, b) = a\nf(1, a: 2)", "`a` of `f` is given twice"),
    ("round(1, digits: 2, digits: 3)", "`digits` of `round` is given twice"),
    ("round(1, number: 2)", "`number` of `round` is given twice"),
    ("round(1, 2, 3)", "`round` takes 1 or 2 arguments, not 3"),
    ("length()", "`length` takes 1 argument, not 0"),
    ("def f(a, b = 1) = a\nf(1, 2, 3)", "`f` takes 1 or 2 arguments, not 3"),
  ]

  @Test func mistakes() {
    for (text, told) in Self.mistakes {
      let found = session.check(text).filter { $0.severity == .error }
      #expect(found.map(\.message) == [told], "\(text)")
      #expect(found.map(\.code) == ["PQ0111"], "\(text)")
    }
  }

  @Test func namesOfFunctions() {
    expect(
      session,
      [
        ("map([[1, 2]], length)", "PQ0129"), ("fold([1], 0, max)", "PQ0129"),
        ("def twice(n) = n * 2\nmap([1], twice)", "PQ0129"),
        ("let length = x => x + 1\nmap([1], $length)", "2"),
        ("map([1], 3)", "PQ0203"), ("def inc = x => x + 1\nmap([1], inc)", "2"),
        ("def each_of(length) = map([1], length)\neach_of(x => x + 1)", "2"),
      ])
    #expect(
      session.check("map([1], length)").first?.edits.map(\.replacement) == ["x => length(x)"])
    #expect(
      session.check("fold([1], 0, max)").first?.edits.map(\.replacement) == ["(a, b) => max(a, b)"])
  }

  /// A definition may stand for a function, or make one.
  @Test func functionsAsDefinitions() {
    expect(
      session,
      [
        ("def compose(f, g) = x => f(g(x))\nmap([3], compose(x => x + 1, x => x * 2))", "7"),
        ("def more(n) = x => x + n\nlet f = more(3)\n$f(4)", "7"),
        ("def inc = x => x + 1\ninc(3)", "PQ0111"),
        ("print (x => x + 1)(3)", "PQ0072"), ("with f: x => x + 1", "PQ0072"),
        ("[x => x]", "PQ0072"), ("where (x, y) => x", "PQ0072"),
        ("(1, 2)", "PQ0021"), ("year => 2019", "PQ0030"),
      ])
  }
}
