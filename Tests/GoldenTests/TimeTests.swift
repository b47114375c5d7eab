import Foundation
import Testing

/// `--time` and `--repeat`.
@Suite struct TimeTests {
  static let seeds = "seeds/policy-papers.txt"

  @Test func tellsTimes() throws {
    let run = try Command.pubql([Self.seeds, "-q", "--time", "-c", "topic = \"Cities\" | count"])
    #expect(run.output == "count\n26\n" && run.code == 0)
    let pattern =
      #/time: parse \d+\.\d{4} ms · plan \d+\.\d{4} ms · run \d+\.\d{4} ms · 1 row\n/#
    #expect(run.error.wholeMatch(of: pattern) != nil, "\(run.error)")
  }

  @Test func repeats() throws {
    let run = try Command.pubql([
      Self.seeds, "-q", "--repeat", "5", "-c", "count by year", "-c", "title has \"smart city\"",
      "-f", "csv",
    ])
    #expect(run.error.split(separator: "\n").count == 2)
    #expect(run.error.contains("(median of 5, ") && run.error.contains("rows"))
    let once = try Command.pubql([
      Self.seeds, "-q", "-c", "count by year", "-c", "title has \"smart city\"", "-f", "csv",
    ])
    #expect(run.output == once.output)
  }

  @Test func tellsTimesAsJSON() throws {
    let query = "title has \"smart \\\"city\" | count by year"
    let run = try Command.pubql([
      Self.seeds, "-q", "--time=json", "--repeat", "3", "-c", query,
    ])
    let line = try #require(run.error.split(separator: "\n").last { $0.hasPrefix("{") })
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["query"] as? String == query)
    #expect((object["runs_ms"] as? [Double])?.count == 3)
    #expect(object["parse_ms"] is Double && object["plan_ms"] is Double && object["rows"] is Int)
  }

  /// Of a snapshot it is told how much of it a query was the first to look at.
  @Test func tellsBytes() throws {
    let scratch = try Scratch()
    let snapshot = scratch.path("a.pubdb")
    #expect(try Command.pubql(["build", Self.seeds, "-o", snapshot]).code == 0)
    let query = "topic = \"Cities\" | count"
    func bytes(_ arguments: [String]) throws -> [Int] {
      let run = try Command.pubql(arguments + ["-q", "--time=json"])
      return try run.error.split(separator: "\n").filter { $0.hasPrefix("{") }.map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return try #require(object?["bytes"] as? Int)
      }
    }
    let asked = try bytes([
      snapshot, "-c", query, "-c", query, "-c", "abstract has \"city\" | count",
    ])
    #expect(asked.count == 3 && asked[0] > 0 && asked[1] == 0 && asked[2] > 0)
    #expect(try bytes([Self.seeds, "-c", query]) == [0])
  }

  /// What a query writes is written once.
  @Test func effectsHappenOnce() throws {
    let scratch = try Scratch()
    let run = try Command.pubql([
      Self.seeds, "--repeat", "3", "-c", "count by year | save \"\(scratch.path("a.csv"))\"",
    ])
    #expect(run.code == 0 && run.error.components(separatedBy: "wrote").count == 2)
  }

  @Test func wrongCalls() throws {
    #expect(try Command.pubql([Self.seeds, "--repeat", "0", "-c", "count"]).code == 2)
    #expect(try Command.pubql([Self.seeds, "--time=slow", "-c", "count"]).code == 2)
  }
}
