import Foundation
import PubQLDiagnostics
import PubQLSyntax
import SyntaxShapes
import Testing

/// The grammar and the parser agree, and nothing that is given to the parser breaks it.
struct GrammarTests {
  static let seed: UInt64 = 0x5EED_0002
  /// Rules that are statements; the ones with many ways more often.
  static let starts = [
    "statement", "stageBody", "pipeline", "load", "use", "param", "letStatement", "def",
    "ifStatement", "stageBody", "forStatement", "print", "assert", "explain", "why", "stageBody",
    "pipeline",
  ]

  static func grammar() throws -> EBNF {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try EBNF(
      String(contentsOf: root.appendingPathComponent("Grammar/pubql.ebnf"), encoding: .utf8))
  }

  @Test func `accepts what the grammar makes, and survives its mutants`() throws {
    let grammar = try GrammarTests.grammar()
    var maker = SentenceMaker(grammar, seed: GrammarTests.seed)
    var random = Seeded(state: GrammarTests.seed)
    let starts = GrammarTests.starts
    for number in 0..<12_000 {
      let rule = number % 20 == 0 ? "script" : starts[number % starts.count]
      let text = maker.sentence(rule, depth: number % 3 == 0 ? 32 : 10 + number % 12)
      guard accepts(text, number) else { return }
      check(Mutation.of(Array(text.utf8), using: &random), number)
      if number % 250 == 0 {
        let bytes = Array(text.utf8)
        for end in bytes.indices.prefix(150) { check(Array(bytes[..<end]), number) }
      }
    }
    // The parts of stages are rare among so many; they get sentences until all have had their turn.
    for number in 12_000..<24_000 where !maker.untaken.isEmpty {
      guard accepts(maker.sentence("stageBody", depth: 16 + number % 8), number) else { return }
    }
    #expect(maker.untaken == [])
  }

  /// Whether the parser finds nothing wrong with a sentence of the grammar; else it is told.
  private func accepts(_ text: String, _ number: Int) -> Bool {
    guard let first = parsed(text).diagnostics.first else { return true }
    let near = Array(text.utf8).prefix(first.span?.end ?? 0).suffix(60)
    Issue.record(
      """
      seed \(GrammarTests.seed), \(number): \(first.message) at the end of
      \(String(decoding: near, as: UTF8.self))
      in
      \(text)
      """)
    return false
  }

  @Test func `the grammar names every stage`() throws {
    let grammar = try GrammarTests.grammar()
    guard case .choice(let options, _)? = grammar.rules["stageBody"] else {
      Issue.record("stageBody is no choice")
      return
    }
    let names = options.map { option -> String in
      if case .sequence(let parts) = option, case .terminal(let name)? = parts.first {
        name
      } else {
        ""
      }
    }
    #expect(names == StageGrammar.all.map(\.name))
  }

  /// What holds for every text.
  private func check(_ bytes: [UInt8], _ number: Int) {
    let file = SourceFile(name: "mutant", bytes: bytes)
    let result = parse(file, id: SourceID(index: 0))
    let isWithin = result.diagnostics.allSatisfy { diagnostic in
      guard let span = diagnostic.span else { return false }
      let edit = diagnostic.edit?.span
      return span.start >= 0 && span.end <= bytes.count && (edit?.end ?? 0) <= bytes.count
    }
    if !isWithin { Issue.record("\(number): a span outside of \(bytes)") }
    if result.diagnostics.isEmpty, Shape.of(result.script).contains("INVALID") {
      Issue.record("\(number): silent about \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

/// A text changed at random.
enum Mutation {
  private static let signs = [
    "|", "(", ")", "[", "]", "{", "}", "\"", "'", "/", "`", "$", "=", "-", "..", ".", ",", ":",
    ";", "\n", "&&", "!", "not ", " and ", " in ", " by ", "%", "#", "--", "2020-5", "“", "\u{0}",
    "from ", "select ", "let ", "\\",
  ]

  static func of(_ text: [UInt8], using random: inout Seeded) -> [UInt8] {
    var bytes = text
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...6, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: if place < bytes.count { bytes[place] ^= UInt8.random(in: 1...255, using: &random) }
      case 1: bytes.removeSubrange(place..<end)
      case 2:
        bytes.insert(contentsOf: Array((signs.randomElement(using: &random) ?? "").utf8), at: place)
      case 3:
        let piece = Array(bytes[place..<end])
        bytes.removeSubrange(place..<end)
        let other = Int.random(in: 0...bytes.count, using: &random)
        bytes.insert(contentsOf: piece, at: other)
      default: bytes.removeLast(bytes.count - place)
      }
    }
    return bytes
  }
}
