import PubQL
import Testing

/// Lambdas, definitions with defaults and of themselves, slices, rows as values.
struct FunctionValueTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func lambdas() {
    expect(
      session,
      [
        ("map([1, 2], x => x * 2)", "2 / 4"), ("let f = x => x + 1; $f(2)", "3"),
        ("let f = (a, b) => a - b; $f(5, 3)", "2"), ("let f = () => 7; $f()", "7"),
        ("let n = 10; map([1, 2], x => x + $n)", "11 / 12"),
        ("map([1, 2], x => map([10, 20], y => x + y))", "[11, 21] / [12, 22]"),
        ("filter([1, 2, 3], x => x > 1 and x < 3)", "2"),
        ("any(topics, t => t = \"Trade\")", "4"),
        ("all(topics, t => t contains \"e\") and not missing(topic) | count", "4"),
        ("select id, n: map(topics, t => \"{id}-{length(t)}\") | take 1", "1 | [1-6, 1-10, 1-8]"),
        ("where any(authors, a => a.family = \"Ekman\")", "1 2 6"),
        (
          "with k: filter(topics, t => t != \"Cities\") | select id, k | take 1",
          "1 | [Governance, COVID-19]"
        ),
        ("def twice(f, x) = f(f(x)); twice(y => y * 3, 2)", "18"),
        ("def keep(f) = where f(title); from corpus | keep(t => t has \"smart\")", "1 3"),
        ("let f = x => x + 1; map([1], y => $f(y))", "2"),
        ("fold([1, 2], 0, (sum, x) => sum + x)", "3"),
        ("map([date(\"2020\"), 2020-05], d => d).month", "5"),
        ("length([{ b: 1 }, { b: missing }, { a: 2 }].b)", "1"),
        ("let f = x => x; $f(1, 2)", "PQ0404"),
        ("let f = x => 1 / x; $f(0)", "PQ0401"),
        ("let x = 3; $x(1)", "PQ0203"), ("map([1], title => 1)", "PQ0107"),
        ("map([1], x => y)", "PQ0104"), ("map(3, 4)", "PQ0203"),
        ("where (year => 2020)", "PQ0030"),
        ("map([\"Cities\"], t => (where topic = t))", "PQ0121"),
      ])
  }

  @Test func defaultsAndNames() {
    expect(
      session,
      [
        ("def f(a, b = 10) = a + b; f(1)", "11"), ("def f(a, b = 10) = a + b; f(1, 2)", "3"),
        ("def f(a, b = 10) = a - b; f(b: 1, a: 5)", "4"), ("def f(a = 1) = a; f", "1"),
        ("def ends_of(xs) = last(xs, 2); ends_of([1, 2, 3])", "2 / 3"),
        ("def part(x) = round(max(x)); group { n: part(year) }", "2020"),
        ("def f(a, b = 10) = a + b; f()", "PQ0111"), ("def f(a) = a; f(1, 2)", "PQ0111"),
        ("def f(a, b) = a + b; f(1, a: 2)", "PQ0111"),
        ("def newest(n = 2) = sort date desc | take n; from corpus | newest | select id", "1 / 6"),
        ("def newest(n = 2) = sort date desc | take n; from corpus | newest(1) | select id", "1"),
        ("def since(d = 2020) = date >= d; since | count", "3"),
      ])
  }

  @Test func recursion() {
    expect(
      session,
      [
        ("def fact(n) = if n < 2 then 1 else n * fact(n - 1); fact(10)", "3628800"),
        (
          "def fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2); map([1, 5, 10], x => fib(x))",
          "1 / 5 / 55"
        ),
        ("def even(n) = n = 0 or not even(n - 1); [even(4), even(3)]", "true / false"),
        (
          "def size(xs) = if missing(xs) then 0 else 1 + size(xs[1..]); id = 1 | select n: size(topics)",
          "3"
        ),
        ("def up(n, to = 3) = if n >= to then [n] else [n, up(n + 1, to)]; length(up(1))", "2"),
        ("def down(n) = if n = 0 then 0 else down(n - 1); down(15)", "0"),
        ("def down(n) = if n = 0 then 0 else down(n - 1); down(1000)", "PQ0408"),
        ("def f(n) = try f(n + 1) else 0; f(1)", "PQ0109"),
        ("def f(n) = if n > 0 then 1 / (n - 1) + f(n - 1) else 0; f(3)", "PQ0401"),
        ("def s = take 1 | s", "PQ0109"),
      ])
  }

  @Test func slices() {
    expect(
      session,
      [
        ("[1, 2, 3, 4][1..2]", "2 / 3"), ("[1, 2, 3][..1]", "1 / 2"), ("[1, 2, 3][1..]", "2 / 3"),
        ("[1, 2, 3][-2..]", "2 / 3"), ("[1, 2, 3][..-2]", "1 / 2"), ("[1, 2, 3][1..-2]", "2"),
        ("[1, 2, 3][5..9]", ""), ("[1, 2, 3][2..1]", ""), ("[][0..3]", ""),
        ("[1, 2][-9..9]", "1 / 2"), ("\"Smart\"[0..1]", "Sm"), ("\"Côte\"[1..-1]", "ôte"),
        ("\"研究\"[1..]", "究"), ("missing[0..1]", "PQ0203"), ("3[0..1]", "PQ0203"),
        ("[1, 2, 3][\"a\"..2]", "PQ0203"), ("select title[0..4] | take 1", "Smart"),
        ("id = 1 | select t: topics[1..]", "[Governance, COVID-19]"),
        ("[1, 2][0..9223372036854775807]", "1 / 2"), ("[1, 2][-9223372036854775807..]", "1 / 2"),
      ])
  }

  @Test func rowsAsValues() {
    expect(
      session,
      [
        ("length((where true))", "6"), ("let x = topic = \"Cities\"; length($x)", "3"),
        ("let x = take 2; $x.title", "Smart Cities in China / The Future of Urban Health"),
        ("let x = take 2; $x.nope", "PQ0106"),
        ("map((take 2), r => r.id)", "1 / 2"),
        ("let x = take 2; map($x, r => length(r.topics))", "3 / 2"),
        ("length((select topic))", "6"), ("(take 1)[0].title", "Smart Cities in China"),
        ("if length((where false)) = 0 then \"none\" else \"some\"", "none"),
      ])
  }

  /// Nothing in the language can loop without end.
  @Test func endlessScripts() throws {
    var options = SessionOptions()
    options.limits.steps = 100_000
    let session = Session(options: options)
    let tooDeep = [
      "def f(n) = if n > 90 then 0 else f(n + 1) + f(n + 1); f(0)",
      "let f = (g, n) => if n = 0 then 0 else g(g, n - 1); $f($f, 100000)",
      "def f(n) = try (if n > 0 then f(n + 1) else 0) else 0; f(1)",
    ]
    let nested = "length(fold(range(1, 20000), [], (inner, x) => [inner]))"
    #expect(code(of: nested, Session()) == "PQ0408")
    for script in tooDeep { #expect(code(of: script, session) == "PQ0408", "\(script)") }
    let scripts = [
      "def fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2); fib(24)",
      "def grow(xs, n) = if n = 0 then xs else grow([xs, xs], n - 1); grow([1], 20)",
      "def grow(t, n) = if n = 0 then t else grow(\"{t}{t}\", n - 1); length(grow(\"a\", 25))",
      "let xs = map([1,2,3,4,5,6,7,8,9,0], x => [1,2,3,4,5,6,7,8,9,0])\n"
        + "for a in $xs { for b in $xs { for c in $xs { for d in $xs { for e in $xs { let y = 1 } } } } }",
      "let a = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]\nlet b = map($a, x => map($a, y => map($a, z => map($a, u => map($a, v => v)))))\n3",
    ]
    for script in scripts { #expect(code(of: script, session) == "PQ0406", "\(script)") }
    #expect(session.answer("1 + 1") == "2")
  }

  private func code(of script: String, _ session: Session) -> String {
    do throws(PubQLError) {
      try session.run(script) { _ in }
      return ""
    } catch { return error.diagnostics.map(\.code).joined(separator: " ") }
  }
}
