import Foundation
import Testing

/// The pictures of the grammar in `Grammar/railroad/` are those of `Grammar/pubql.ebnf`.
///
/// `PUBQL_UPDATE=1 swift test --filter RailroadTests` draws them again.
struct RailroadTests {
  private static let grammar = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Grammar")

  @Test func `pictures are those of the grammar`() throws {
    let text = try String(
      contentsOf: Self.grammar.appendingPathComponent("pubql.ebnf"), encoding: .utf8)
    let pages = try RailroadPages(text)
    var wanted = ["railroad.md": pages.index]
    for picture in pages.pictures { wanted["railroad/\(picture.file)"] = picture.svg }
    let folder = Self.grammar.appendingPathComponent("railroad")
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    if ProcessInfo.processInfo.environment["PUBQL_UPDATE"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in present where wanted["railroad/\(name)"] == nil {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
      }
      for (name, content) in wanted {
        try Data(content.utf8).write(to: Self.grammar.appendingPathComponent(name))
      }
      return
    }
    #expect(Set(present) == Set(pages.pictures.map(\.file)))
    for (name, content) in wanted.sorted(by: { $0.key < $1.key }) {
      let found = try? String(
        contentsOf: Self.grammar.appendingPathComponent(name), encoding: .utf8)
      #expect(found == content, "Grammar/\(name) is not current")
    }
  }

  @Test func `every rule has a picture that is XML`() throws {
    let text = "a = b, { \",\", b } ;\nb = [ \"x\" | '\"' | \"<&>\" ] ;\n"
    let pages = try RailroadPages(text)
    #expect(pages.pictures.map(\.file) == ["a.svg", "b.svg"])
    for picture in pages.pictures {
      #expect(XMLCheck.isWellFormed(picture.svg), "\(picture.svg)")
    }
    // The comma stands on the way back: `b` is drawn once.
    #expect(pages.pictures[0].svg.components(separatedBy: ">b</text>").count == 2)
    #expect(pages.pictures[1].svg.contains("&lt;&amp;&gt;"))
  }
}

/// Whether a text is XML: its tags close in order and its entities are known.
private enum XMLCheck {
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
      if tag.filter({ $0 == "\"" }).count % 2 != 0 { return false }
      rest = rest[rest.index(after: end)...]
    }
    let entities = text.components(separatedBy: "&").dropFirst()
    return open.isEmpty
      && entities.allSatisfy { entity in ["amp;", "lt;", "gt;"].contains { entity.hasPrefix($0) } }
  }
}
