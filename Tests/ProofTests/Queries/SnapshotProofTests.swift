import PubQL
import PubQLCorpusGenerator
import Testing

/// Random queries have the same answers on texts and on snapshots of them, of one segment and of
/// several.
@Suite struct SnapshotProofTests {
  @Test func snapshotsAnswerAsTexts() throws {
    let corpora = max(1, ProofSettings.cases / 200)
    for number in 0..<corpora {
      let seed = ProofSettings.seed &+ 7_000_000 &+ UInt64(number)
      let corpus = try ProofCorpus(seed: seed)
      let parts = try SnapshotParts(seed: seed, segments: 1 + number % 3)
      var queries = QueryGenerator(corpus, seed: seed)
      for _ in 0..<25 {
        let text = queries.query().text
        let meant = Answer(text, parts.texts)
        let given = Answer(text, parts.snapshot)
        #expect(
          meant == given, "PUBQL_PROOF_SEED=\(seed)\n\(text)\n\(meant.shown)\n\(given.shown)")
      }
    }
  }
}

/// The same records, read from texts and opened from a snapshot that the texts were added to.
struct SnapshotParts {
  let texts: Session
  let snapshot: Session

  init(seed: UInt64, segments: Int) throws {
    var generator = CorpusGenerator(seed: seed, count: 40, oddities: seed % 2 == 0)
    var listings = [[UInt8]](repeating: [], count: segments)
    var number = 0
    while let record = generator.next() {
      record.appendListing(to: &listings[number * segments / 40])
      number += 1
    }
    texts = Self.session([:])
    var file: [UInt8] = []
    for (index, listing) in listings.enumerated() {
      try texts.load(bytes: listing, named: "\(index).txt")
      let part = Self.session(index == 0 ? [:] : ["a.pubdb": file])
      try part.load(bytes: listing, named: "\(index).txt")
      if index == 0 { try part.build("a.pubdb") } else { try part.append(to: "a.pubdb") }
      file = try #require(part.memoryFiles["a.pubdb"])
    }
    snapshot = Self.session(["a.pubdb": file])
    try snapshot.load(["a.pubdb"])
  }

  private static func session(_ files: [String: [UInt8]]) -> Session {
    var options = SessionOptions()
    options.files = .memory(files)
    options.mayReplaceFiles = true
    return Session(options: options)
  }
}
