import PubQL
import Testing

/// Running columns: what stands in each row, where they may stand, and what they take.
struct RunningColumnTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func columns() throws {
    expect(
      session,
      [
        (
          "count by year | with part: share(count), total: cumulative(count), delta: change(count)",
          "1999 | 1 | 0.16666666666666666 | 1 | - / 2019 | 1 | 0.16666666666666666 | 2 | 0 / "
            + "2020 | 3 | 0.5 | 5 | 2 / - | 1 | 0.16666666666666666 | 6 | -2"
        ),
        ("[5, 3, 5, 1] | with r: rank(value)", "5 | 1 / 3 | 3 / 5 | 1 / 1 | 4"),
        ("[\"b\", \"Á\", \"a\"] | select value, rank(value)", "b | 1 / Á | 2 / a | 2"),
        ("[3, 4] | select row(), value", "1 | 3 / 2 | 4"),
        ("[3, 4] | with before: previous(value)", "3 | - / 4 | 3"),
        ("id < 3 | select before: previous(topics)", "- / [Cities, Governance, COVID-19]"),
        ("[2020-05, 2020-03] | with gap: change(value)", "2020-05 | - / 2020-03 | 0m-61d"),
        ("[1 year, 18 months] | select change(value)", "- / 6m0d"),
        // In the order of the rows, whatever that is.
        ("[1, 2, 3] | sort value desc | with sum: cumulative(value)", "3 | 3 / 2 | 5 / 1 | 6"),
        ("sort id desc | with n: row() | where n <= 2 | select id", "6 / 5"),
        (
          "id in [1, 3] | with n: row() | select id, n, source",
          "1 | 1 | 1.txt:1 / 3 | 2 | 1.txt:36"
        ),
        // Inside of expressions and of each other; a column may be given another content.
        ("count by type | select type, p: round(100 * share(count)) | take 1", "Policy Brief | 33"),
        ("[1, 2, 3] | select cumulative(cumulative(value))", "1 / 4 / 10"),
        ("[1, 2, 3] | select cumulative(value) - previous(cumulative(value))", "- / 2 / 3"),
        ("[1, 2, 3] | with value: cumulative(value * 2)", "2 / 6 / 12"),
        ("[2, 3] | with a: cumulative(value), b: share(value)", "2 | 2 | 0.4 / 3 | 5 | 0.6"),
        ("[] | with a: row(), b: 1", ""),
        // Missing in, missing out; the sum goes on.
        (
          "[1, missing, 2] | with s: share(value), c: cumulative(value), d: change(value), "
            + "r: rank(value)",
          "1 | 0.3333333333333333 | 1 | - | 2 / - | - | - | - | - / 2 | 0.6666666666666666 | 3 | - | 1"
        ),
        ("[0, 0] | select share(value)", "- / -"), ("[1, -1] | select share(value)", "- / -"),
        ("[0.5, 1] | select cumulative(value)", "0.5 / 1.5"),
        ("[9223372036854775807, 1] | select cumulative(value)", "PQ0402"),
        ("[1, \"a\"] | select cumulative(value)", "PQ0403"),
        ("[1, \"a\"] | select share(value)", "PQ0403"),
        ("[1, [2]] | select change(value)", "PQ0403"),
      ])
    let names = { (text: String) throws in
      try self.session.query(text).columns.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    }
    #expect(
      try names("sort date | select date, change(date), row(), previous(author), rank(title)")
        == "date: date, change: duration, row: number, previous: list of people, rank: number")
  }

  @Test func perGroup() {
    let pairs =
      "[{k: \"a\", n: 1}, {k: \"b\", n: 2}, {k: \"A\", n: 3}, {k: \"b\", n: 6}, {n: 5}]"
      + " | each value | select k: value.k, n: value.n"
    expect(
      session,
      [
        (pairs + " | select cumulative(n) per k", "1 / 2 / 4 / 8 / 5"),
        (pairs + " | select row() per k", "1 / 1 / 2 / 2 / 1"),
        (pairs + " | select previous(n), change(n) per k", "- | - / - | - / 1 | 2 / 2 | 4 / - | -"),
        (
          pairs + " | select share(n), rank(n) per k",
          "0.25 | 2 / 0.25 | 2 / 0.75 | 1 / 0.75 | 1 / 1.0 | 1"
        ),
        // The order of the rows stays, and is the order in which the columns run.
        (pairs + " | sort n desc | select n, row() per k", "6 | 1 / 5 | 1 / 3 | 1 / 2 | 2 / 1 | 2"),
        (pairs + " | with m: cumulative(cumulative(n)) per k | select m", "1 / 2 / 5 / 10 / 5"),
        (pairs + " | select row() per k, n", "1 / 1 / 1 / 1 / 1"),
        (pairs + " | select row() per n > 2", "1 / 2 / 1 / 2 / 3"),
        // A key may be what the stage gives another content, and a field called like the word.
        (pairs + " | with n: row() per k, n > 2 | select n", "1 / 1 / 1 / 1 / 1"),
        ("[1, 2] | with per: value | select per, n: row() per per", "1 | 1 / 2 | 1"),
        ("[1, 2] | with per: value | select per", "1 / 2"),
        ("count by type, year | with n: row() per type | where n = 1 | count", "4"),
        ("each author | with n: row() per author | where n > 1 | count", "1"),
        ("def f(k) = with n: row() per k; [1, 2] | f(value > 1)", "1 | 1 / 2 | 1"),
        ("[] | with n: row() per value", ""),
        ("with n: length(title) per type", "PQ0445"), ("select id per type", "PQ0445"),
        ("with n: row() per author", "PQ0446"), ("with n: row() per row()", "PQ0442"),
        ("with n: row() per kind: type", "PQ0049"), ("with n: row() per", "PQ0050"),
        ("with n: row() per typ", "PQ0104"), ("with n: row() per type desc", "PQ0051"),
        ("[[1, 2], 3] | select value: [value] | each value | select row() per value", "PQ0403"),
        ("[1, \"a\"] | select cumulative(value) per value", "PQ0403"),
      ])
  }

  @Test func definitions() {
    expect(
      session,
      [
        (
          "def part(x) = share(x); count by type | select part(count) | take 1",
          "0.3333333333333333"
        ),
        ("def grown(x) = with total: cumulative(x); [1, 2] | grown(value)", "1 | 1 / 2 | 3"),
        ("def books = share(type = \"Book\"); group { p: books }", "0.16666666666666666"),
        ("def total = 3", ""), ("def cumulative(x) = x", "PQ0107"), ("def row = 1", "PQ0107"),
        ("def f(x) = x; [1, 2] | select f(cumulative(value))", "1 / 3"),
        // The value of a column never changes what a field means.
        ("[1, 2] | with row: 7 | select row, row()", "PQ0108"),
        ("[1, 2] | with row: 7 | select row, n: row()", "7 | 1 / 7 | 2"),
        ("group by type { p: share() } | take 1", "Book | 0.16666666666666666"),
      ])
  }

  @Test func mistakes() {
    expect(
      session,
      [
        ("count by type | where share(count) > 0.5", "PQ0442"), ("sort rank(date)", "PQ0442"),
        ("count by cumulative(year)", "PQ0442"), ("row() > 3", "PQ0442"),
        ("group by type { c: cumulative(count()) }", "PQ0442"),
        ("[1] | with a: cumulative()", "PQ0111"), ("[1] | with a: row(value)", "PQ0111"),
        ("[1] | with a: share(value, 2)", "PQ0111"), ("[1] | with a: share(x: value)", "PQ0111"),
        ("with a: cumulative(title)", "PQ0203"), ("with a: change(title)", "PQ0203"),
        ("with a: share(date)", "PQ0203"), ("[1] | with a: cumulatve(value)", "PQ0102"),
        ("with a: id in (from corpus | where row() = 1 | select id)", "PQ0442"),
        ("[1] | select (cumulative(x))", "PQ0104"),
      ])
  }

  /// Against the plainest reckoning.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func agreesWithPlainReckoning(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let numbers: [Int?] = (0..<200).map { _ in
      Int.random(in: 0...9, using: &random) == 0 ? nil : Int.random(in: 0...20, using: &random)
    }
    let list = numbers.map { $0.map(String.init) ?? "missing" }.joined(separator: ", ")
    let found = try session.query(
      "[\(list)] | select row(), previous(value), change(value), cumulative(value), "
        + "share(value), rank(value)")
    let sum = numbers.compactMap { $0 }.reduce(0, +)
    var total = 0
    for (row, number) in numbers.enumerated() {
      let before = row == 0 ? nil : numbers[row - 1]
      total += number ?? 0
      let expected: [Value] = [
        .whole(row + 1), before.map { .whole($0) } ?? .missing,
        number.flatMap { number in before.map { .whole(number - $0) } } ?? .missing,
        number == nil ? .missing : .whole(total),
        number.map { .decimal(Double($0) / Double(sum)) } ?? .missing,
        number.map { number in .whole(numbers.count { ($0 ?? -1) > number } + 1) } ?? .missing,
      ]
      let cells = (0..<6).map { found[row, $0] }
      #expect(cells == expected, "seed \(seed), row \(row)")
    }
  }
}
