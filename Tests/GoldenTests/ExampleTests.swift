import Testing

/// Every script of `Examples/`, against the answer beside it.
///
/// The answers agree with a reading of the seeds that shares no code with PubQL; whoever rewrites
/// them checks that again.
@Suite struct ExampleTests {
  static let names = Golden.names(in: "Examples", ending: ".pubql")

  @Test func examples_exist() { #expect(Self.names.count >= 14) }

  @Test(arguments: names)
  func example(_ name: String) throws {
    let script = "Examples/\(name).pubql"
    let run = try Command.pubql([
      "run", script, "--format", "table", "--width", "100", "--limit", "0",
    ])
    try Golden.check(run.output, "Examples/expected/\(name).out")
    #expect(run.code == 0, "\(run.error)")
    for remark in ["error", "warning", "note"] { #expect(!run.error.contains("\(remark)[")) }
  }

  @Test func examples_check_without_data() throws {
    let run = try Command.pubql(["check"] + Self.names.map { "Examples/\($0).pubql" })
    #expect(run == Finished())
  }

  @Test func every_expectation_has_its_example() {
    #expect(Golden.names(in: "Examples/expected", ending: ".out") == Self.names)
  }
}
