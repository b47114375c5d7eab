import Glibc
import PubQL
import Testing

/// Snapshots of which bytes were changed: refused, or harmless, and never a wrong answer.
///
/// `PUBQL_DAMAGE_CASES` says how many are tried.
struct SnapshotDamageTests {
  static let cases = getenv("PUBQL_DAMAGE_CASES").flatMap { Int(String(cString: $0)) } ?? 300

  private let whole: [UInt8]
  private let right: [String]

  init() throws {
    whole = try SnapshotTests.sample()
    let session = SnapshotTests.session(["a.pubdb": whole])
    try session.load(["a.pubdb"])
    right = SnapshotTests.answers(session)
  }

  /// What is answered is right; all else is an error about the file.
  private func isHarmless(_ bytes: [UInt8]) -> Bool {
    let session = SnapshotTests.session(["a.pubdb": bytes])
    do throws(PubQLError) { try session.load(["a.pubdb"]) } catch {
      return error.diagnostics[0].code.hasPrefix("PQ052")
    }
    return zip(SnapshotTests.answers(session), right).allSatisfy { answer, right in
      answer == right || answer.hasPrefix("PQ052")
    }
  }

  @Test func changedBytes() throws {
    var random = SeededGenerator(seed: 7)
    for number in 0..<Self.cases {
      var bytes = whole
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(isHarmless(bytes), "case \(number), byte \(place)")
      // Nothing but the bytes between sections is not looked at.
      if bytes[place] != 0, whole[place] != 0 {
        let session = SnapshotTests.session(["a.pubdb": bytes])
        #expect(throws: PubQLError.self, "case \(number), byte \(place)") {
          try session.verify("a.pubdb")
        }
      }
    }
  }

  @Test func cutFiles() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<Self.cases {
      let length = Int.random(in: 0..<whole.count, using: &random)
      #expect(isHarmless(Array(whole.prefix(length))), "\(length) bytes")
    }
  }

  @Test func otherBytes() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<Self.cases / 10 {
      let noise = (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(isHarmless(noise) && isHarmless(Array(whole.prefix(64)) + noise))
    }
  }
}
