import PubQL
import PubQLCorpusGenerator
import Testing

/// What is made of a listing is what was meant by it.
@Suite struct GeneratedListingTests {
  @Test(arguments: [false, true]) func recordsAreReadAsMeant(oddities: Bool) throws {
    let seed = ProofSettings.seed
    var generator = CorpusGenerator(seed: seed, count: 2000, oddities: oddities)
    var meant: [GeneratedRecord] = []
    var listing: [UInt8] = []
    while let record = generator.next() {
      record.appendListing(to: &listing)
      meant.append(record)
    }
    let session = Session()
    _ = try session.load(bytes: listing, named: "generated.txt")
    let rows = try session.query("from corpus").rows
    try #require(rows.count == meant.count)
    var wrong: [String] = []
    for (row, record) in zip(rows, meant) {
      let differing = Self.differences(row, record)
      if !differing.isEmpty { wrong.append("\(record.id): \(differing.joined(separator: "; "))") }
    }
    #expect(wrong.count <= meant.count / 1000, "seed \(seed)\n\(wrong.prefix(10))")
  }

  private static func differences(_ row: Value, _ record: GeneratedRecord) -> [String] {
    let fields: [(String, [String])] = [
      ("id", [String(record.id)]), ("title", [record.title]), ("authors", record.authors),
      ("date", record.date.map { [$0] } ?? []), ("type", record.type.map { [$0] } ?? []),
      ("institutions", record.institutions),
      ("abstract", record.abstract.map { [$0] } ?? []), ("topics", record.topics),
      ("regions", record.regions),
    ]
    return fields.compactMap { name, meant in
      let read = row[name].members.map { $0.text ?? $0.int.map(String.init) ?? "?" }
      return read == meant ? nil : "\(name) \(read) for \(meant)"
    }
  }
}
