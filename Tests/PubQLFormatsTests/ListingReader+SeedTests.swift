import Foundation
import PubQLFormats
import Testing

/// The listings of the repository, and those beside it where there are any.
@Suite struct ListingSeedTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static var files: [URL] {
    ["seeds", "../shared/seeds"].flatMap { folder in
      let url = root.appendingPathComponent(folder)
      let found = try? FileManager.default.contentsOfDirectory(
        at: url, includingPropertiesForKeys: nil)
      return (found ?? []).filter { $0.pathExtension == "txt" }
    }
  }

  @Test func seedsAreRead() throws {
    for file in Self.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let reading = Reading(bytes)
      #expect(!reading.records.isEmpty, "\(file.lastPathComponent)")
      #expect(reading.records.allSatisfy { $0["id"] != nil })
      #expect(reading == Reading(bytes, cutAt: [bytes.count / 3, bytes.count / 2]))
      bytes.withUnsafeBufferPointer { #expect(ListingReader().confidence($0) > 90) }
    }
  }

  /// The fields that need no more than reading; lists and dates are taken apart elsewhere.
  private static let plainFields = [
    "id", "title", "type", "institutions", "abstract", "language", "pages", "funded_by",
    "date_accessed", "issn",
  ]

  @Test func odditiesAreReadAsExpected() throws {
    let answers = Self.root.appendingPathComponent("seeds/expected-oddities.json")
    guard let data = try? Data(contentsOf: answers) else { return }
    let expected = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
    for (name, wanted) in expected {
      let file = Self.root.appendingPathComponent("seeds/\(name)")
      let reading = Reading([UInt8](try Data(contentsOf: file)))
      #expect(reading.records.count == wanted.count, "\(name)")
      for (found, record) in zip(reading.records, wanted) {
        for field in Self.plainFields {
          let values = record[field].map { $0 as? [String] ?? ["\($0)"] }
          #expect(found[field] == values, "\(name): \(found["id"] ?? []) \(field)")
        }
        let others = Set(found.keys).subtracting(record.keys)
        #expect(others.isSubset(of: ["date"]), "\(name): \(found["id"] ?? []) \(others)")
      }
    }
  }

  @Test func theFirstSeed() throws {
    let name = "000_46a78c746c6c29f9.txt"
    guard let file = Self.files.first(where: { $0.lastPathComponent == name }) else { return }
    let reading = Reading([UInt8](try Data(contentsOf: file)))
    let record = try #require(reading.records.first)
    #expect(reading.problems.isEmpty)
    #expect(record["id"] == ["1971"])
    #expect(record["authors"] == ["Alice Ekman and Cristina de Esperanza Picardo"])
    #expect(record["date"] == ["05-2020"])
    #expect(record["regions"] == ["China and Asia"])
    #expect(record.count == 9)
  }
}
