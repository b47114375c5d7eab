import Testing

/// The program that embeds PubQL, built as a package of its own.
@Suite struct EmbeddingTests {
  static let command =
    "swift run --package-path Examples/embedding --scratch-path .build-embedding -q"
  static let expectation = "Examples/embedding/expected.out"

  @Test func embedding_example() throws {
    // A build folder from before a file was added builds only at the second attempt.
    let run = try Command.shell("\(Self.command) || \(Self.command)")
    #expect(run.code == 0, "\(run.error)")
    try Golden.check(run.output, Self.expectation)
  }
}
