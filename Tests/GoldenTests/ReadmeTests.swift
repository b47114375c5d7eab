import Foundation
import Testing

/// Every command of the README, against the output that stands below it.
@Suite struct ReadmeTests {
  /// A fenced block.
  struct Block {
    var language: String
    var line: Int
    var lines: [String] = []
    /// The block that follows directly, if it shows output.
    var output: [String]?
  }

  static let blocks = read()

  /// Those of `make` build all anew; that of `swift run` is run by `EmbeddingTests`.
  static let commands = blocks.filter {
    $0.language == "sh"
      && !$0.lines.allSatisfy { $0.hasPrefix("make ") || $0 == EmbeddingTests.command }
  }

  @Test func commands_exist() { #expect(Self.commands.count >= 5) }

  @Test(arguments: commands.indices)
  func command(_ index: Int) throws {
    let block = Self.commands[index]
    let run = try terminal(block.lines.joined(separator: "\n"))
    let expected = try #require(block.output, "README.md:\(block.line): no output is shown")
    #expect(run == expected, "README.md:\(block.line)")
  }

  @Test func embedding_example_shows_its_output() throws {
    let block = try #require(Self.blocks.first { $0.lines == [EmbeddingTests.command] })
    let file = Command.root.appendingPathComponent(EmbeddingTests.expectation)
    let output = try String(contentsOf: file, encoding: .utf8)
    #expect(try #require(block.output).joined(separator: "\n") + "\n" == output)
  }

  /// Queries at the prompt give the same as on the command line.
  @Test func session() throws {
    let lines = Self.blocks.filter { $0.language == "session" }.flatMap(\.lines)
    let prompt = "pubql> "
    let queries = lines.filter { $0.hasPrefix(prompt) }.map { $0.dropFirst(prompt.count) }
    try #require(queries.count >= 2)
    let options = queries.map { "-c '\($0)'" }.joined(separator: " ")
    let run = try terminal("pubql seeds/policy-papers.txt -q \(options)")
    #expect(run == lines.filter { !$0.hasPrefix(prompt) })
  }

  @Test func targets_of_make_exist() throws {
    let file = Command.root.appendingPathComponent("Makefile")
    let rules = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let used = Self.blocks.filter { $0.language == "sh" }.flatMap(\.lines)
      .filter { $0.hasPrefix("make ") }.map { $0.split(separator: " ")[1] }
    #expect(used.count >= 3)
    for target in used { #expect(rules.contains { $0.hasPrefix("\(target):") }, "\(target)") }
  }

  @Test func files_that_are_named_exist() throws {
    let text = try Self.text()
    for part in text.components(separatedBy: "](").dropFirst() {
      let path = part.prefix { $0 != ")" }
      let file = Command.root.appendingPathComponent(String(path)).path
      #expect(path.contains("://") || FileManager.default.fileExists(atPath: file), "\(path)")
    }
  }

  /// What a terminal of 80 cells without colours shows.
  private func terminal(_ commands: String) throws -> [String] {
    let scratch = try Scratch()
    try scratch.write("commands", "stty cols 80; export NO_COLOR=1\n" + commands + "\n")
    let run = try Command.run([
      "/usr/bin/script", "-qec", "/bin/bash \(scratch.path("commands"))", "/dev/null",
    ])
    let text = run.output.replacingOccurrences(of: "\r\n", with: "\n")
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private static func text() throws -> String {
    let file = Command.root.appendingPathComponent("README.md")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private static func read() -> [Block] {
    let lines = ((try? text()) ?? "").components(separatedBy: "\n")
    var blocks: [Block] = []
    var open: Block?
    var lastEnd = -1
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          if block.language == "text", lastEnd == block.line - 2, !blocks.isEmpty {
            blocks[blocks.count - 1].output = block.lines
          } else {
            blocks.append(block)
          }
          open = nil
          lastEnd = number
        } else {
          open = Block(language: String(line.dropFirst(3)), line: number + 1)
        }
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }
}
