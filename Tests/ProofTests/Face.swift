import Glibc
import PubQL
import PubQLCorpusGenerator

/// A corpus behind the public face, and what was meant by it.
struct ProofCorpus {
  let session = Session()
  let generated: [GeneratedRecord]
  let records: [ReferenceRecord]

  init(seed: UInt64, count: Int, oddities: Bool) throws {
    var generator = CorpusGenerator(seed: seed, count: count, oddities: oddities)
    var generated: [GeneratedRecord] = []
    var listing: [UInt8] = []
    while var record = generator.next() {
      // Whole abstracts add only time: three of four are cut after some words.
      if record.id % 4 != 0, let words = record.abstract?.split(separator: " ") {
        record.abstract = words.prefix(20 + record.id % 20).joined(separator: " ")
      }
      record.appendListing(to: &listing)
      generated.append(record)
    }
    self.generated = generated
    records = try generated.map(ReferenceRecord.init)
    _ = try session.load(bytes: listing, named: "generated.txt")
  }

  /// The numbers of the records that a query gives.
  func ids(_ query: String) throws -> [String] {
    try session.query(query).column("id")?.map { $0.text ?? "?" } ?? []
  }

  func ids(_ condition: Condition) -> [String] {
    records.filter(condition.holds).map(\.id)
  }
}

/// What may be asked for from outside.
enum ProofSettings {
  /// How many conditions are tried.
  static let cases = number("PUBQL_PROOF_CASES") ?? 2000
  static let seed = UInt64(number("PUBQL_PROOF_SEED") ?? 20_260_101)

  private static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}
