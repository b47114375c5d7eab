import Foundation
import PubQL
import PubQLCorpusGenerator
import Testing

/// What the engine reads is what stands in the text, by a second reading that shares no code.
@Suite struct PlainListingTests {
  @Test(arguments: [false, true]) func generatedListings(oddities: Bool) throws {
    var generator = CorpusGenerator(
      seed: ProofSettings.seed &+ 1, count: 1000, oddities: oddities)
    var listing: [UInt8] = []
    while let record = generator.next() { record.appendListing(to: &listing) }
    try compare(listing)
  }

  @Test func cleanSeeds() throws {
    let seeds = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../seeds/policy-papers.txt")
    try compare(Array(try Data(contentsOf: seeds)))
  }

  private func compare(_ listing: [UInt8]) throws {
    let plain = PlainListing(String(decoding: listing, as: UTF8.self)).records
    let session = Session()
    _ = try session.load(bytes: listing, named: "listing.txt")
    let rows = try session.query("from corpus").rows
    try #require(rows.count == plain.count)
    for (row, record) in zip(rows, plain) {
      let number = Comment(rawValue: record.number)
      #expect(row["id"].text == record.number, number)
      #expect(row["title"].text == record.title, number)
      #expect(row["type"].text == record.values["Content Type"]?.joined(separator: "; "), number)
      #expect(
        row["abstract"].text == record.values["Abstract"]?.joined(separator: "\n"), number)
      for (field, label) in [
        ("authors", "Author"), ("institutions", "Institution"), ("topics", "Topic"),
        ("regions", "Political Geography"),
      ] {
        let read = row[field].members.compactMap(\.text).joined(separator: " ")
        #expect(
          PlainListing.Record.substance(read) == record.substance(label),
          "\(record.number) \(field)")
      }
    }
  }
}
