import PubQLFormats
import Testing

@Suite struct ListingReaderLawTests {
  @Test(arguments: 0..<8) func piecesGiveTheRecordsOfTheWhole(_ part: Int) {
    for round in 0..<300 {
      let seed = UInt64(part * 1000 + round)
      var random = SeededGenerator(seed: seed)
      var text =
        random.chance(50) ? RandomListing.shuffled(&random) : RandomListing.records(&random)
      if random.chance(30) { text = RandomListing.mutated(text, &random) }
      let cuts = (0..<4).map { _ in Int.random(in: 0...text.count, using: &random) }
      let whole = Reading(text)
      let pieces = Reading(text, cutAt: cuts)
      #expect(whole == pieces, "seed \(seed): \(String(decoding: text, as: UTF8.self))")
      if whole != pieces { return }
    }
  }

  @Test func everyRecordOfARegularListingIsFoundToBeginSo() {
    let text = (1...50).map { "\($0). T\n- Author:\n- A\n- Abstract:\n- B\n- Topic:\n- C\n" }
    for separator in ["", "\n"] {
      let bytes = Array(text.joined(separator: separator).utf8)
      bytes.withUnsafeBufferPointer { buffer in
        let start = ListingReader().recordStart(in: buffer, from: bytes.count / 2)
        #expect(start < bytes.count / 2 + 150)
      }
    }
  }

  @Test(arguments: 0..<4) func bytesOfAnyKindAreRead(_ part: Int) {
    for round in 0..<300 {
      var random = SeededGenerator(seed: UInt64(part * 1000 + round))
      let count = Int.random(in: 0..<300, using: &random)
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      for text in [noise, RandomListing.mutated(Array(ListingReaderTests.regular.utf8), &random)] {
        let reading = Reading(text)
        #expect(reading.lines == reading.lines.sorted())
        text.withUnsafeBufferPointer { #expect(0...100 ~= ListingReader().confidence($0)) }
      }
    }
  }

  @Test func noByteOfAValueIsLost() {
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed))
      var wanted: [[String: [UInt8]]] = []
      var text = ""
      for number in 1...Int.random(in: 1...5, using: &random) {
        let (record, lines) = Self.record(number, &random)
        wanted.append(record)
        text += lines + random.pick(["", "\n", "\n\n"])
      }
      let found = Reading(text).records.map { $0.mapValues { $0.flatMap { Self.inked($0) } } }
      #expect(found == wanted, "seed \(seed): \(text)")
      if found != wanted { return }
    }
  }

  /// A record with values of random characters, wrapped at random spaces, and the bytes of each.
  private static func record(
    _ number: Int, _ random: inout SeededGenerator
  ) -> ([String: [UInt8]], String) {
    let title = words(&random)
    var record = ["id": Array("\(number)".utf8), "title": inked(title)]
    var text = "\(number). \(title)\n"
    let labels = [
      ("Author", "authors"), ("Content Type", "type"), ("Institution", "institutions"),
      ("Abstract", "abstract"), ("Topic", "topics"), ("Political Geography", "regions"),
      ("Working language", "working_language"),
    ]
    for (label, field) in labels where random.chance(70) || label == "Author" {
      var value = words(&random)
      // What goes on in another line begins with a small letter or stands before more values.
      if random.chance(30) { value += "\nand \(words(&random))" }
      record[field, default: []] += inked(value)
      text += "- \(label):\n- \(value)\n"
    }
    return (record, text)
  }

  private static func words(_ random: inout SeededGenerator) -> String {
    let alphabet = Array("abcXYZ019.,;:!?-()&“”’éßф研 究/\\\"'#|<>")
    return (0..<Int.random(in: 1...6, using: &random)).map { _ in
      "w" + String((0..<Int.random(in: 1...9, using: &random)).map { _ in random.pick(alphabet) })
        + "w"
    }.joined(separator: " ")
  }

  /// The bytes that are not white.
  private static func inked(_ text: String) -> [UInt8] { text.utf8.filter { $0 > 0x20 } }
}
