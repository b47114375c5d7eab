import Foundation
import PubQL
import Testing

/// The sample files are read as `seeds/expected-oddities.json` says.
struct SeedTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "seeds")

  private static var expected: [String: [[String: Any]]] {
    guard let data = try? Data(contentsOf: folder.appending(path: "expected-oddities.json")),
      let json = try? JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]]
    else { return [:] }
    return json
  }

  private func session(_ file: String) throws -> Session {
    let session = Session()
    try session.load([Self.folder.appending(path: file).path])
    return session
  }

  @Test(arguments: ["oddities.txt", "oddities-latin1.txt", "oddities-bom.txt"])
  func oddities(_ file: String) throws {
    let expected = try #require(Self.expected[file])
    let result = try session(file).query("from corpus")
    #expect(result.rowCount == expected.count)
    for (row, record) in expected.enumerated() where row < result.rowCount {
      let id = record["id"] as? String ?? "?"
      var found: [String: Value] = [:]
      for (index, column) in result.columns.enumerated() where result[row, index] != .missing {
        found[column.name] = result[row, index]
      }
      #expect(Set(found.keys) == Set(record.keys), "fields of \(id)")
      for (name, wanted) in record {
        let values = found[name]?.members.compactMap(\.text)
        let list = wanted as? [String] ?? [wanted as? String ?? "\(wanted)"]
        #expect(values == list, "\(name) of \(id)")
      }
    }
  }

  @Test func policyPapersAreRegular() throws {
    let session = try session("policy-papers.txt")
    #expect(session.recordCount == 132)
    #expect(session.sources.first?.problemCount == 0)
    #expect(session.sources.first?.skippedLines == 0)
    #expect(session.answer("missing(title) or missing(date) or missing(topics) | count") == "0")
    #expect(session.answer("from corpus | distinct id | count") == "132")
    #expect(
      session.answer(
        "topic = \"Cities\" and region within \"Asia\" and date in 2019..2021 and id = 1971"
          + " | select id, authors, date, length(topics), n: length(regions)")
        == "1971 | [Alice Ekman, Cristina de Esperanza Picardo] | 2020-05 | 5 | 2")
  }
}
