import Foundation
import Testing

/// The questions of `Examples/questions/`: their answers, and how much shorter they are than SQL.
@Suite struct QuestionTests {
  static let folder = "Examples/questions"
  static let names = Golden.names(in: folder, ending: ".pubql")

  @Test func there_are_twenty_five() {
    #expect(Self.names.count == 25)
    #expect(Golden.names(in: "\(Self.folder)/expected", ending: ".out") == Self.names)
  }

  @Test(arguments: names)
  func answer(_ name: String) throws {
    let run = try Command.pubql([
      "run", "\(Self.folder)/\(name).pubql", "--format", "table", "--width", "100", "--limit", "0",
    ])
    try Golden.check(run.output, "\(Self.folder)/expected/\(name).out")
    #expect(run.code == 0, "\(run.error)")
    for remark in ["error", "warning", "note"] { #expect(!run.error.contains("\(remark)[")) }
  }

  /// Counted in words, numbers, texts and signs: at most half of the SQL, on average.
  @Test func they_are_half_as_long_as_in_SQL() throws {
    var ratios: [Double] = []
    for name in Self.names {
      let script = try String(
        contentsOf: Command.root.appendingPathComponent("\(Self.folder)/\(name).pubql"),
        encoding: .utf8)
      let lines = script.components(separatedBy: "\n")
      let sql = lines.filter { $0.hasPrefix("#     ") }.map { $0.dropFirst(6) }
      let query = lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("load ") }
      let counts = try (count(query.joined(separator: "\n")), count(sql.joined(separator: "\n")))
      #expect(counts.0 > 0 && counts.1 > 20, "\(name)")
      ratios.append(Double(counts.0) / Double(counts.1))
    }
    #expect(ratios.reduce(0, +) / Double(ratios.count) <= 0.5)
  }

  private func count(_ text: String) throws -> Int {
    let token = try NSRegularExpression(
      pattern: #""[^"\n]*"|'[^'\n]*'|\w+([.-]\d+)*|[<>=!|.]{1,3}|\S"#)
    return token.numberOfMatches(in: text, range: NSRange(text.startIndex..., in: text))
  }
}
