import PubQLCorpusGenerator

#if canImport(Glibc)
  import Glibc
#endif

/// The files of a generated corpus.
struct GeneratedFiles {
  let folder: String
  let records: Int
  /// Unit: bytes.
  private(set) var listingSize = 0

  var listing: String { "\(folder)/\(records).txt" }
  var snapshot: String { "\(folder)/\(records).pubdb" }

  /// Writes the listing, unless it is there, and hands over each record as it was meant.
  init(folder: String, records: Int, _ see: (GeneratedRecord) -> Void) throws {
    self.folder = folder
    self.records = records
    let present = Self.size(of: listing)
    guard let file = present == nil ? fopen(listing, "w") : fopen("/dev/null", "w") else {
      throw BenchError.file(listing)
    }
    defer { fclose(file) }
    var generator = CorpusGenerator(seed: 2_020, count: records)
    var chunk: [UInt8] = []
    while let record = generator.next() {
      see(record)
      record.appendListing(to: &chunk)
      if chunk.count > 1 << 20 { try flush(&chunk, to: file) }
    }
    try flush(&chunk, to: file)
    // A file of another size was left by a run that was broken off, or by another generator.
    if let present, present != listingSize { throw BenchError.stale(listing) }
  }

  private mutating func flush(_ chunk: inout [UInt8], to file: UnsafeMutablePointer<FILE>) throws {
    guard fwrite(chunk, 1, chunk.count, file) == chunk.count else {
      throw BenchError.file(listing)
    }
    listingSize += chunk.count
    chunk.removeAll(keepingCapacity: true)
  }

  /// Unit: bytes; nil where there is no file.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }
}

/// Why nothing can be measured.
enum BenchError: Error, CustomStringConvertible {
  case file(String)
  case stale(String)
  case command(String)

  var description: String {
    switch self {
    case .file(let path): "`\(path)` cannot be written"
    case .stale(let path): "`\(path)` is not what the generator makes; remove it"
    case .command(let command): "`\(command)` failed"
    }
  }
}
