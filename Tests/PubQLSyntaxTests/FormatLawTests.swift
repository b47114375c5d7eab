import Foundation
import PubQLDiagnostics
import PubQLSyntax
import SyntaxShapes
import Testing

/// What holds of the layout of every script.
struct FormatLawTests {
  static let seed: UInt64 = 0x5EED_0F17
  static let mutants = 2_000

  static let scripts: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "pubql" && !$0.pathComponents.contains(".build") }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }()

  @Test func `holds for the scripts of the repository`() {
    #expect(FormatLawTests.scripts.count > 90)
    for text in FormatLawTests.scripts where parsed(text).diagnostics.isEmpty {
      FormatLaws.check(text, "a script")
    }
  }

  @Test func `holds for the scripts of other tests`() {
    for text in ParserTests.cases.map(\.text) + FormatTests.cases.map(\.text) {
      FormatLaws.check(text, "a case")
    }
  }

  @Test func `holds for what the grammar makes, with comments and line ends put in`() throws {
    var maker = SentenceMaker(try GrammarTests.grammar(), seed: FormatLawTests.seed)
    var random = Seeded(state: FormatLawTests.seed)
    var scrambled = 0
    for number in 0..<2_000 {
      let rule = number % 10 == 0 ? "script" : "statement"
      let text = maker.sentence(rule, depth: number % 3 == 0 ? 28 : 10 + number % 12)
      let place = "seed \(FormatLawTests.seed), \(number)"
      FormatLaws.check(text, place)
      let apart = Scramble.of(text, ["\n", "  ", "\n\n\n"], using: &random)
      // Blank lines between the statements of a block are kept as they are.
      if rule == "statement", lines(of: apart) != lines(of: text) {
        Issue.record("\(place): depends on line ends:\n\(apart)\n\(formatted(apart) ?? "-")")
      }
      let commented = Scramble.of(
        text, ["\n# one\n", " # two\n", "# three \n # four\n", "\n\n"], using: &random)
      if commented != text { scrambled += 1 }
      FormatLaws.check(commented, place)
    }
    #expect(scrambled > 1_000)
  }

  /// The lines of a text that was laid out, but for blank ones.
  private func lines(of text: String) -> [Substring]? {
    formatted(text)?.split(separator: "\n")
  }

  @Test func `holds for what mutants can still be read`() throws {
    var maker = SentenceMaker(try GrammarTests.grammar(), seed: FormatLawTests.seed + 1)
    var random = Seeded(state: FormatLawTests.seed + 1)
    var readable = 0
    for number in 0..<FormatLawTests.mutants {
      let text = maker.sentence(number % 4 == 0 ? "script" : "statement", depth: 8 + number % 12)
      let bytes = Mutation.of(Array(text.utf8), using: &random)
      let mutant = String(decoding: bytes, as: UTF8.self)
      guard parsed(mutant).diagnostics.isEmpty else { continue }
      readable += 1
      FormatLaws.check(mutant, "seed \(FormatLawTests.seed + 1), \(number)")
    }
    #expect(readable > FormatLawTests.mutants / 10)
  }
}

enum FormatLaws {
  static func check(_ text: String, _ place: String) {
    let before = parsed(text)
    guard let layout = formatted(text) else {
      Issue.record("\(place): not formatted:\n\(text)\n\(before.diagnostics.map(\.message))")
      return
    }
    let after = parsed(layout)
    func told(_ law: String) -> Comment { "\(place): \(law):\n\(text)\n--- is\n\(layout)" }
    #expect(after.diagnostics.map(\.message) == [], told("can be read"))
    #expect(
      Shape.ofMeaning(after.script) == Shape.ofMeaning(before.script), told("keeps the tree"))
    #expect(comments(after, layout) == comments(before, text), told("keeps the comments"))
    #expect(formatted(layout) == layout, told("is idempotent"))
    let lines = layout.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(!lines.contains { $0.hasSuffix(" ") }, told("no blanks at line ends"))
    #expect(!layout.contains("\n\n\n") && !layout.hasPrefix("\n"), told("no empty room"))
    #expect(layout.isEmpty || layout.hasSuffix("\n") && !layout.hasSuffix("\n\n"), told("one end"))
  }

  private static func comments(_ script: ParsedScript, _ text: String) -> [String] {
    let file = SourceFile(name: "test", text: text)
    return script.script.comments.map {
      String(file.text($0.start, $0.end).trimmingCharacters(in: .whitespaces))
    }
  }
}

/// A script with blanks, line ends and comments put in where its tree stays the same.
enum Scramble {
  static func of(
    _ text: String, _ pieces: [String], using random: inout Seeded
  ) -> String {
    var result = Array(text.utf8)
    let wanted = Shape.of(parsed(text).script)
    let tokens = Lexer.tokens(of: SourceFile(name: "test", text: text))
    let places = Set((0..<5).compactMap { _ in tokens.randomElement(using: &random)?.start })
    // From the end, so that the places of what comes before stay right.
    for place in places.sorted(by: >) {
      var other = result
      other.insert(
        contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
      let again = parsed(String(decoding: other, as: UTF8.self))
      if again.diagnostics.isEmpty, Shape.of(again.script) == wanted { result = other }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
