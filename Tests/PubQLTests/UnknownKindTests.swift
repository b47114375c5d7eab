import PubQL
import Testing

/// Values whose kind is known only when the query runs, and values that cannot be worked out.
struct UnknownKindTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  /// Numbers and dates come in order, also those of a list in which something is missing.
  @Test func order() {
    expect(
      session,
      [
        (
          "let t = [5, 2, missing, 5]; $t | count by value",
          "2 | 1 / 5 | 2 / - | 1"
        ),
        ("let t = [[5, 2], missing, [5]]; $t | count by value", "2 | 1 / 5 | 2 / - | 1"),
        (
          "def f(n) = if n < 1 then 0 else n + f(n - 1); [9, 3, 9] | count by x: f(value)",
          "6 | 1 / 45 | 2"
        ),
        ("let t = [\"b\", missing, \"a\", \"b\"]; $t | count by value", "b | 2 / a | 1 / - | 1"),
      ])
  }

  /// A function of each value gives a list for a list, which a definition may wait for.
  @Test func functionsOfEach() {
    expect(
      session,
      [
        ("def last_of = select x: ceil(x)[-1]; [1.5] | select x: [value, 2.5] | last_of", "3"),
        ("[] | where max(log(value)) > 0 | count", "0"),
        ("def loud(x) = upper(x)[0]; loud([\"a\", \"b\"])", "A"),
      ])
  }

  /// What is missing equals nothing, not even inside of a list.
  @Test func missingMembers() {
    expect(
      session,
      [
        ("id = 5 | select y: [year, year] | where y = y | count", "0"),
        ("id = 5 | select y: [year, year] | where not (y = y) | count", "1"),
        ("id = 5 | select y: [year, year] | where y != y | count", "1"),
        ("id = 5 | select y: [year] | intersect (id = 5 | select y: [year]) by y | count", "1"),
        ("id = 5 | select y: [year] | except (id = 5 | select y: [year]) by y | count", "0"),
      ])
  }

  /// Of several spellings of a key the one that is met first stands for all.
  @Test func spellings() {
    expect(
      session,
      [
        ("sort id desc | count by x: if id = 6 then \"ALL\" else \"all\"", "ALL | 6"),
        ("sort id | count by x: if id = 6 then \"ALL\" else \"all\"", "all | 6"),
      ])
  }

  /// An aggregate or running column that fails does so where somebody looks at it.
  @Test func failingAggregates() {
    expect(
      session,
      [
        ("[4, -4] | group { x: try avg(sqrt(value)) else 0 }", "0"),
        ("[4, -4] | group by value { x: try avg(sqrt(value)) else 0 }", "-4 | 0 / 4 | 2.0"),
        ("[4, -4] | group by value { x: try count(sqrt(value) > 1) else 9 }", "-4 | 9 / 4 | 1"),
        (
          "[4, -4] | group by value { x: value > 0 and avg(sqrt(value)) > 1 }",
          "-4 | false / 4 | true"
        ),
        (
          "[4, -4] | group by value { x: if value > 0 then avg(sqrt(value)) else 1 }",
          "-4 | 1 / 4 | 2.0"
        ),
        ("[4, -4] | group { x: avg(sqrt(value)) }", "PQ0404"),
        ("[4, -4] | group by value { x: avg(sqrt(value)) }", "PQ0404"),
        ("[4, -4] | with x: try previous(sqrt(value)) else 0", "4 | 0 / -4 | 0"),
        ("[4, -4] | with x: previous(sqrt(value))", "PQ0404"),
      ])
  }

  /// An aggregate handed to a definition is worked out where it stands.
  @Test func aggregatesAsArguments() {
    expect(
      session,
      [
        ("def over(n) = filter([1, 2, 3], x => x > n); [8, 9] | group { x: over(count()) }", "[3]"),
        (
          "def plus(n) = fold([1, 2], 0, (sum, x) => sum + x * n); [8, 9] | group { x: plus(max(value)) }",
          "27"
        ),
        (
          "def plus(n) = map([1, 2], x => x + n); [8, 9] | with x: plus(row())",
          "8 | [2, 3] / 9 | [3, 4]"
        ),
        ("[8, 9] | group { x: map([1, 2], x => x + count()) }", "PQ0114"),
      ])
  }

  /// Equal numbers have themselves as percentiles, to the last digit.
  @Test func percentiles() {
    expect(
      session,
      [
        ("percentile([12, 12], 30)", "12"), ("percentile([12, 12, 12, 12], 70)", "12"),
      ])
  }
}
