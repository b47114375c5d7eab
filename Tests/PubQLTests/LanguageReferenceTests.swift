import Foundation
import PubQL
import Testing

/// Every example of `Grammar/reference.md` gives the answer that stands below it.
///
/// `PUBQL_UPDATE=1` writes the answers anew: read the diff as carefully as code.
struct LanguageReferenceTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let file = root.appendingPathComponent("Grammar/reference.md")

  @Test func examplesGiveTheirAnswers() throws {
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    let answered = try Self.answered(written)
    if ProcessInfo.processInfo.environment["PUBQL_UPDATE"] == "1" {
      try answered.write(to: Self.file, atomically: true, encoding: .utf8)
      return
    }
    let lines = (written.split(separator: "\n"), answered.split(separator: "\n"))
    #expect(lines.0.count == lines.1.count)
    for (index, (old, new)) in zip(lines.0, lines.1).enumerated() where old != new {
      Issue.record("line \(index + 1) says \(old), and it is \(new)")
      break
    }
    #expect(written.components(separatedBy: "```pubql").count > 45)
  }

  /// Every stage has its section.
  @Test func stagesAreDescribed() throws {
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    for stage in Reference.stages {
      #expect(written.contains("#### `\(stage.name)"), "\(stage.name)")
    }
  }

  /// The document with the answers that there are.
  private static func answered(_ text: String) throws -> String {
    var output: [String] = []
    var block: Block?
    for line in text.components(separatedBy: "\n") {
      if line == "```pubql" {
        block = try Block()
        output.append(line)
      } else if block != nil, line == "```" {
        output += block?.end() ?? []
        output.append(line)
        block = nil
      } else if block != nil {
        output += block?.add(line) ?? []
      } else {
        output.append(line)
      }
    }
    return output.joined(separator: "\n")
  }

  /// An example while it is read: its statements share a session.
  private struct Block {
    private let session: Session
    private var code: [String] = []
    private var hasAnswer = false

    init() throws {
      var options = SessionOptions()
      let seeds = try Data(contentsOf: root.appendingPathComponent("seeds/policy-papers.txt"))
      options.files = .memory(["papers.txt": Array(seeds), "places.pubql": Array(library.utf8)])
      session = Session(options: options)
      try session.load(["papers.txt"])
    }

    /// A file that examples use.
    private let library = """
      def coastal(p) = region within p and topic = "Cities"
      def few(n = 2) = take n
      """

    /// The lines to write for a line: an answer stands in the place of the old one.
    mutating func add(_ line: String) -> [String] {
      if line.hasPrefix("#>") || line.hasPrefix("#!") {
        defer { hasAnswer = true }
        return hasAnswer ? [] : answer()
      }
      let pending = hasAnswer ? [] : [String]()
      if hasAnswer { code = [] }
      hasAnswer = false
      code.append(line)
      return pending + [line]
    }

    mutating func end() -> [String] { hasAnswer || code.isEmpty ? [] : answer() }

    private func answer() -> [String] {
      var lines: [String] = []
      do throws(PubQLError) {
        try session.run(code.joined(separator: "\n")) { output in
          switch output {
          case .result(let result): lines += Self.lines(of: result)
          case .printed(let text): lines.append(text)
          case .note(let note): lines.append("note \(note.code): \(note.message)")
          case .timed: break
          case .saved(let path, let rows): lines.append("wrote \(rows) rows to \(path)")
          case .loaded: break
          }
        }
      } catch {
        return lines.map { "#> \($0)" } + error.diagnostics.map { "#! \($0.code): \($0.message)" }
      }
      return lines.map { "#> \($0)" }
    }

    private static func lines(of result: QueryResult) -> [String] {
      if result.isValue, result.columns.count == 1 { return [text(result[0, 0])] }
      if result.columns.contains(where: { $0.name == "abstract" }),
        result.columns.first?.name == "id"
      {
        let ids = (0..<result.rowCount).map { text(result[$0, 0]) }
        return [
          ids.count <= 8 && !ids.isEmpty ? ids.joined(separator: ", ") : "\(ids.count) records"
        ]
      }
      let rows = (0..<result.rowCount).map { row in
        result.columns.indices.map { text(result[row, $0]) }.joined(separator: " | ")
      }
      return rows.isEmpty ? ["(no rows)"] : rows
    }

    private static func text(_ value: Value) -> String {
      switch value {
      case .missing: "missing"
      case .bool(let flag): "\(flag)"
      case .whole(let number): "\(number)"
      case .decimal(let number): "\((number * 1000).rounded() / 1000)"
      case .text(let text), .date(let text), .person(let text), .place(let text): text
      case .duration(let months, let days): "\(months) months \(days) days"
      case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
      case .record(let fields):
        "{" + fields.map { "\($0.name): \(text($0.value))" }.joined(separator: ", ") + "}"
      }
    }
  }
}
