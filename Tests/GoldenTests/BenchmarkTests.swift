import Foundation
import Testing

/// The benchmark's answers, not its times: on a small corpus every row is measured and right.
@Suite struct BenchmarkTests {
  static let bench = Command.products.appendingPathComponent("pubql-bench").path

  struct Figure: Decodable {
    let row: String
    let records: Int
    let right: Bool
    let problem: String?
  }

  @Test func allAnswersAreRight() throws {
    let figures = try figures(["--size", "300", "--size", "500"])
    #expect(Set(figures.map(\.records)) == [300, 500])
    #expect(Set(figures.map(\.row)).count * 2 == figures.count && figures.count >= 40)
  }

  @Test func processesAnswerTheSame() throws {
    let figures = try figures(["author", "search", "jsonl", "--cold", "--size", "300"])
    #expect(figures.map(\.row) == ["author", "jsonl", "search"])
  }

  private func figures(_ arguments: [String]) throws -> [Figure] {
    let run = try Command.run([Self.bench, "--runs", "1", "--json", "-"] + arguments)
    #expect(run.code == 0, "\(run.output) \(run.error)")
    let figures = try JSONDecoder().decode([Figure].self, from: Data(run.output.utf8))
    for figure in figures { #expect(figure.right, "\(figure.row): \(figure.problem ?? "")") }
    return figures
  }

  @Test func rowsAreChosen() throws {
    #expect(try figures(["topic", "regex", "--size", "100"]).map(\.row) == ["topic", "regex"])
    let wrong = try Command.run([Self.bench, "rows"])
    #expect(wrong.code != 0 && wrong.error.contains("There is no row 'rows'. There are: load,"))
  }

  @Test func answersForAComparison() throws {
    let scratch = try Scratch()
    let snapshot = scratch.path("a.pubdb")
    _ = try Command.pubql(["build", "seeds/policy-papers.txt", "-q", "-o", snapshot])
    let run = try Command.run(
      [Self.bench, "serve", snapshot],
      input: "3\t\ttopic = \"Cities\" | count\n1\tjsonl\ttopic = \"Debt\"\n")
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == 2 && run.code == 0, "\(run.error)")
    #expect(lines[0].contains(#"{"count":26}"#))
    #expect(lines[0].prefix { $0 != "]" }.split(separator: ",").count == 3)
    #expect(lines[1].contains(#""bytes": "#))
    let wrong = try Command.run([Self.bench, "serve", snapshot], input: "count\n")
    #expect(wrong.code != 0 && wrong.error.contains("a format or nothing, and a query"))
  }
}
