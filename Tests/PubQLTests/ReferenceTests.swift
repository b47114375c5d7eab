import Foundation
import PubQL
import Testing

/// What help and documents say is made from the code, and true.
struct ReferenceTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `PUBQL_UPDATE=1 swift test --filter ReferenceTests` writes the document anew.
  @Test func functionsDocumentIsCurrent() throws {
    let file = Self.root.appendingPathComponent("Grammar/functions.md")
    let document = Reference.functionsDocument
    if ProcessInfo.processInfo.environment["PUBQL_UPDATE"] == "1" {
      try Data(document.utf8).write(to: file)
    }
    let written = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(written == document, "Grammar/functions.md differs: PUBQL_UPDATE=1 writes it anew")
  }

  @Test func documentHasEveryFunction() {
    let document = Reference.functionsDocument
    for entry in Reference.functions + Reference.aggregates {
      #expect(document.contains("### `\(entry.usage)`"), "\(entry.usage)")
    }
    for entry in Reference.runningColumns {
      #expect(document.contains("- `\(entry.usage)`: "), "\(entry.usage)")
    }
    #expect(Reference.functionFamilies.allSatisfy { !$0.functions.isEmpty })
    let names = Reference.functions.map(\.name)
    #expect(Set(names).count == names.count, "a name is in two families")
  }

  @Test func aggregatesDoWhatTheirExamplesSay() throws {
    let session = try Sample.session()
    for aggregate in Reference.aggregates {
      #expect(!aggregate.examples.isEmpty, "\(aggregate.name)")
      for example in aggregate.examples {
        let value = try session.query(example.query)[0, 0]
        let line = value.members.map(\.line).joined(separator: "; ")
        #expect(line == example.result, "\(example.query)")
      }
    }
  }

  @Test func helpFitsIntoALine() {
    for entry in Reference.functions {
      #expect(entry.help.hasPrefix("  \(entry.usage)\n"))
      #expect(entry.parameters.count == 0 || entry.help.contains(entry.parameters[0].kind))
      for line in entry.help.split(separator: "\n") where !line.contains("  →  ") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }
}
