import Glibc
import PubQL
import PubQLCorpusGenerator

/// A corpus behind the public face, and what was meant by it.
struct ProofCorpus {
  let session: Session
  let generated: [GeneratedRecord]
  let records: [ReferenceRecord]
  /// File and line of each record
  let sources: [String]

  /// - Parameter words: how long most abstracts are: whole ones add only time.
  init(seed: UInt64, count: Int, oddities: Bool, words: Int = 20) throws {
    var generator = CorpusGenerator(seed: seed, count: count, oddities: oddities)
    var generated: [GeneratedRecord] = []
    var listing: [UInt8] = []
    var sources: [String] = []
    while var record = generator.next() {
      if record.id % 4 != 0 || words < 20, let text = record.abstract?.split(separator: " ") {
        record.abstract = text.prefix(words + record.id % words).joined(separator: " ")
      }
      sources.append("generated.txt:\(listing.count { $0 == UInt8(ascii: "\n") } + 1)")
      record.appendListing(to: &listing)
      generated.append(record)
    }
    session = Self.newSession()
    self.generated = generated
    self.sources = sources
    records = try generated.map(ReferenceRecord.init)
    _ = try session.load(bytes: listing, named: "generated.txt")
  }

  /// A small corpus for queries that are evaluated plainly.
  init(seed: UInt64) throws {
    try self.init(seed: seed, count: 12 + Int(seed % 4) * 16, oddities: seed % 3 != 0, words: 5)
  }

  /// Without files but those that queries write.
  private static func newSession() -> Session {
    var options = SessionOptions()
    options.files = .memory([:])
    options.mayReplaceFiles = true
    return Session(options: options)
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
