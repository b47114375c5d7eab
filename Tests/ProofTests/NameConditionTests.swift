import PubQL
import PubQLCorpusGenerator
import Testing

/// Conditions on names, which are looked up in the sorted names of all records, hold for the records
/// of which they hold name by name.
@Suite struct NameConditionTests {
  private let session = Session()

  init() throws {
    var generator = CorpusGenerator(seed: 7, count: 1_200, oddities: true)
    while let chunk = generator.nextChunk(bytes: 4 << 20) { try session.load(bytes: chunk) }
  }

  private static var names: [String] {
    var generator = CorpusGenerator(seed: 7, count: 1_200, oddities: true)
    var names: [String] = []
    while let record = generator.next() { names += record.authors }
    return stride(from: 0, to: names.count, by: 300).map { names[$0] }
      + ["O'Brien", "Ekman, Alice", "A", "", "林", "김", "de Souza", "Souza", "van", "D’Ivoire, J."]
  }

  @Test(arguments: ["=", "like", "starts", "=="])
  func holdNameByName(relation: String) throws {
    for name in Self.names {
      for name in [name, String(name.uppercased().dropLast()), String(name.dropFirst(2))] {
        let found = try ids("author \(relation) $name", name)
        let expected = try ids("any(authors, a => a \(relation) $name)", name)
        #expect(found == expected, "author \(relation) \(name)")
      }
    }
  }

  private func ids(_ condition: String, _ name: String) throws -> [Value] {
    try session.query("\(condition) | select id", parameters: ["name": .text(name)])
      .column("id") ?? []
  }
}
