import Testing

/// Every script of `Checks/`, and word for word what `check` says about it, given the records that
/// it loads.
@Suite struct CheckTests {
  static let names = Golden.names(in: "Tests/GoldenTests/Checks", ending: ".pubql")
  static let seeds = "seeds/policy-papers.txt"

  @Test(arguments: names)
  func told(_ name: String) throws {
    let path = "Tests/GoldenTests/Checks/\(name)"
    let run = try Command.pubql(["check", "\(path).pubql", "--schema", Self.seeds])
    try Golden.check("\(run.output)\(run.error)--- exit \(run.code)\n", "\(path).check")
  }

  @Test func warnings_count_when_strict() throws {
    let path = "Tests/GoldenTests/Checks/likely_not_meant.pubql"
    #expect(try Command.pubql(["check", path]).code == 0)
    #expect(try Command.pubql(["check", path, "--strict"]).code == 1)
  }

  @Test func warnings_can_be_json() throws {
    let path = "Tests/GoldenTests/Checks/likely_not_meant.pubql"
    let run = try Command.pubql(["check", path, "--diagnostics", "json"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count >= 11)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"code\":\"PQ02") && $0.hasSuffix("}") })
    #expect(lines.allSatisfy { $0.contains("\"severity\":\"warning\"") })
  }

  /// The fields of a script's own records are those of `--schema`.
  @Test func the_schema_stands_for_what_is_loaded() throws {
    let scratch = try Scratch()
    try scratch.write("s.pubql", "load \"x/*.txt\" as papers\nfrom papers | select titel, id\n")
    let plain = try Command.pubql(["check", scratch.path("s.pubql")])
    #expect(plain == Finished())
    let known = try Command.pubql(["check", scratch.path("s.pubql"), "--schema", Self.seeds])
    #expect(known.output.contains("error[PQ0104]: there is no field `titel`"))
    #expect(known.code == 1)
  }

  @Test(arguments: ExampleTests.names)
  func examples_are_well(_ name: String) throws {
    let data = name == "odd-records" ? "seeds/oddities.txt" : Self.seeds
    let run = try Command.pubql(["check", "Examples/\(name).pubql", "--schema", data, "--strict"])
    #expect(run == Finished())
  }
}
