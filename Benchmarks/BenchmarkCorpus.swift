import PubQLCorpusGenerator

#if canImport(Glibc)
  import Glibc
#endif

/// The generated records: as a listing, and as what was meant by it.
struct BenchmarkCorpus {
  /// What questions need of a record.
  struct Meant {
    let title: String
    let authors: [String]
    let topics: [String]
    let regions: [String]
    let year: Int
  }

  /// The author that questions ask for; the generator makes records deterministically.
  static let author = BenchmarkCorpus(records: 1).records[0].authors[0]

  private(set) var bytes: [UInt8] = []
  private var records: [Meant] = []

  init(records count: Int) {
    var generator = CorpusGenerator(seed: 2_020, count: count)
    while let record = generator.next() {
      record.appendListing(to: &bytes)
      records.append(
        Meant(
          title: record.title, authors: record.authors, topics: record.topics,
          regions: record.regions, year: record.date.flatMap { Int($0.prefix(4)) } ?? 0))
    }
  }

  func count(where holds: (Meant) -> Bool) -> Int { records.count(where: holds) }
  func total(_ value: (Meant) -> Int) -> Int { records.reduce(0) { $0 + value($1) } }

  /// Unit: MB/s.
  func speed(_ seconds: Double) -> Int { Int(Double(bytes.count) / seconds / 1_000_000) }

  /// Records under the very name; a few more have a name that could be the same person's.
  func compatible(author: String) -> Int { count { $0.authors.contains(author) } }

  /// Whether the words stand in a text one after the other.
  func hasPhrase(_ text: String, _ phrase: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return " \(words) ".contains(" \(phrase) ")
  }

  /// Writes the listing to a temporary file.
  func file() throws -> String {
    let path = "/tmp/pubql-bench-\(getpid()).txt"
    guard let file = fopen(path, "w") else { throw BenchmarkError.noFile }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw BenchmarkError.noFile }
    return path
  }
}

enum BenchmarkError: Error {
  case noFile
}
