import PubQL
import Testing

/// `sample`: a part of the rows, the same each time, each part as likely as the others.
struct SampleTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func sizes() {
    expect(
      session,
      [
        ("sample 99", "1 2 3 4 5 6"), ("sample 6", "1 2 3 4 5 6"), ("sample 0", ""),
        ("sample 9223372036854775807 seed 7", "1 2 3 4 5 6"), ("sample 2 | count", "2"),
        ("from corpus | where false | sample 3", ""), ("[] | sample 3", ""),
        ("sample 9 per type", "1 2 3 4 5 6"), ("sample 1 per type | count", "4"),
        ("sample 1 seed 3 per type | distinct type | count", "4"),
        ("sample 0 per topic", ""),
        // A row of several groups is kept once.
        ("sample 9 per topic | count", "6"),
        ("sample 2 | where true | count", "2"), ("[1, 2, 3] | sample 3", "1 / 2 / 3"),
      ])
  }

  @Test func mistakes() {
    expect(
      session,
      [
        ("sample -1", "PQ0205"), ("sample 1.5", "PQ0205"), ("sample length(topics)", "PQ0205"),
        ("sample 1 seed -1", "PQ0205"), ("sample 1 seed \"a\"", "PQ0205"),
        ("sample 1 seed 1, 2", "PQ0205"), ("sample 1 per titel", "PQ0104"),
      ])
  }

  /// The answers are part of what scripts rely on: they must not change with a version.
  @Test func answersStay() {
    let numbers = "[\((1...20).map(String.init).joined(separator: ", "))]"
    expect(
      session,
      [
        ("\(numbers) | sample 4", "1 / 8 / 16 / 20"),
        ("\(numbers) | sample 4 seed 0", "1 / 8 / 16 / 20"),
        ("\(numbers) | sample 4 seed 42", "3 / 6 / 7 / 13"),
        ("\(numbers) | sample 1 seed 1 per value % 3", "10 / 17 / 18"),
      ])
  }

  /// Each pair of five rows comes about equally often over many seeds.
  @Test func everyChoiceIsLikely() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<2000 {
      counts[session.answer("[1, 2, 3, 4, 5] | sample 2 seed \(seed)"), default: 0] += 1
    }
    #expect(counts.count == 10)
    // 200 each; four standard deviations are 54.
    #expect(counts.values.allSatisfy { (146...254).contains($0) }, "\(counts)")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func samplesAreParts(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let session = try random.session(80, 0)
    for query in [
      "from a", "from a | where not missing(topic)", "from a | sort date", "from a | each topic",
    ] {
      let all = try session.query("\(query) | with n: row() | select n").rows.map(\.line)
      for count in [0, 1, 7, 200] {
        let sample = "\(query) | with n: row() | sample \(count) seed \(seed) | select n"
        let some = try session.query(sample).rows.map(\.line)
        #expect(some.count == min(count, all.count), "seed \(seed): \(sample)")
        #expect(some == all.filter { some.contains($0) }, "seed \(seed): \(sample)")
        #expect(some == (try session.query(sample).rows.map(\.line)))
      }
    }
    // Of each group as many as there are, up to the number.
    let groups = try session.query("from a | sample 3 per type | count by type")
    let whole = try session.query("from a | count by type")
    for row in 0..<whole.rowCount {
      let found = groups.rows.first { $0.line.hasPrefix("{type: \(whole[row, 0].line),") }
      #expect(found?.line.hasSuffix("count: \(min(3, whole[row, 1].int ?? 0))}") == true)
    }
  }
}
