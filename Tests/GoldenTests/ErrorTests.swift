import Testing

/// Every script of `Errors/`: a mistake, and word for word what is said about it.
@Suite struct ErrorTests {
  static let names = Golden.names(in: "Tests/GoldenTests/Errors", ending: ".pubql")

  @Test func mistakes_exist() { #expect(Self.names.count >= 25) }

  @Test(arguments: names)
  func mistake(_ name: String) throws {
    let path = "Tests/GoldenTests/Errors/\(name)"
    let run = try Command.pubql(["run", "\(path).pubql", "--format", "tsv"])
    let output = run.output.isEmpty ? "" : "--- output\n\(run.output)"
    try Golden.check("\(run.error)\(output)--- exit \(run.code)\n", "\(path).err")
  }
}
