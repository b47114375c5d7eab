import Foundation
import FoundationXML
import Testing

/// Every script of `Charts/`: its chart as text, plain and as a picture.
@Suite struct ChartGoldenTests {
  static let names = Golden.names(in: "Tests/GoldenTests/Charts", ending: ".pubql")

  @Test func charts_exist() { #expect(Self.names.count >= 9) }

  @Test(arguments: names)
  func text(_ name: String) throws {
    let path = "Tests/GoldenTests/Charts/\(name)"
    let options = ["run", "\(path).pubql", "--format", "table", "--width", "80"]
    let drawn = try Command.pubql(options)
    let plain = try Command.pubql(options + ["--plain"])
    #expect(drawn.code == 0 && plain.code == 0, "\(drawn.error)")
    let footers = "--- footer\n\(drawn.error)"
    try Golden.check(
      "\(drawn.output)\(footers)--- plain\n\(plain.output)", "\(path).txt")
  }

  @Test(arguments: names)
  func picture(_ name: String) throws {
    let path = "Tests/GoldenTests/Charts/\(name)"
    let scratch = try Scratch()
    let file = scratch.path("chart.svg")
    let run = try Command.pubql(["run", "\(path).pubql", "-o", file])
    #expect(run == Finished())
    let picture = try scratch.read("chart.svg")
    #expect(XMLParser(data: Data(picture.utf8)).parse(), "not well formed")
    try Golden.check(picture, "\(path).svg")
  }

  @Test func other_formats_hold_the_rows() throws {
    for name in Self.names {
      let script = try String(
        contentsOf: Command.root.appendingPathComponent("Tests/GoldenTests/Charts/\(name).pubql"),
        encoding: .utf8)
      let rows = script.replacing(/\| chart.*/, with: "")
      let charted = try Command.pubql(["run", "-", "--format", "csv"], input: script)
      #expect(try Command.pubql(["run", "-", "--format", "csv"], input: rows) == charted)
    }
  }

  @Test func save_writes_a_picture() throws {
    let scratch = try Scratch()
    let file = scratch.path("years.svg")
    let run = try Command.pubql(
      ["seeds/policy-papers.txt", "-c", "count by year | chart | save \"\(file)\""])
    #expect(run == Finished(error: "wrote 35 rows to \(file)\n"))
    #expect(try scratch.read("years.svg").hasSuffix("</svg>\n"))
  }

  @Test func two_pictures_are_no_file() throws {
    let scratch = try Scratch()
    let run = try Command.pubql([
      "seeds/policy-papers.txt", "-c", "count by year | chart", "-c", "count by type | chart",
      "-o", scratch.path("a.svg"),
    ])
    #expect(run.code == 6)
    #expect(run.error.hasPrefix("error[PQ0457]"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [])
  }
}
