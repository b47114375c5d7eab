import Foundation
import Testing

/// `pubql build` and `pubql verify` from outside.
@Suite struct SnapshotCommandTests {
  static let seeds = "seeds/policy-papers.txt"

  /// How often a build is killed; `PUBQL_KILLS` says otherwise.
  static let kills = ProcessInfo.processInfo.environment["PUBQL_KILLS"].flatMap { Int($0) } ?? 20

  @Test func buildsOpensAndVerifies() throws {
    let scratch = try Scratch()
    let file = scratch.path("papers.pubdb")
    let built = try Command.pubql(["build", Self.seeds, "-o", file])
    #expect(built.code == 0 && built.output.isEmpty)
    #expect(built.error == "132 records from 1 file\nwrote 132 records to \(file)\n")
    let verified = try Command.pubql(["verify", file])
    #expect(verified.output == "\(file): 132 records in 1 segment, whole\n")
    let query = "topic = \"Cities\" | count by author | top 3"
    let fromText = try Command.pubql([Self.seeds, "-c", query])
    #expect(try Command.pubql([file, "-c", query]) == fromText)
    let script = "load \"\(file)\" as papers\nfrom papers | count"
    #expect(try Command.pubql(["-f", "csv"], input: script).output == "count\n132\n")
  }

  @Test func appendsAndReplaces() throws {
    let scratch = try Scratch()
    let file = scratch.path("papers.pubdb")
    #expect(try Command.pubql(["build", "-q", Self.seeds, "-o", file]).code == 0)
    let again = try Command.pubql(["build", "-q", Self.seeds, "-o", file])
    #expect(again.code == 6 && again.error.contains("PQ0506") && again.error.contains("--force"))
    let appended = try Command.pubql(["build", "-q", "--append", Self.seeds, "-o", file])
    #expect(appended == Finished())
    #expect(
      try Command.pubql(["verify", file]).output == "\(file): 264 records in 2 segments, whole\n")
    #expect(try Command.pubql(["build", "-q", "--force", Self.seeds, "-o", file]) == Finished())
    #expect(try Command.pubql([file, "-c", "count", "-f", "csv"]).output == "count\n132\n")
  }

  @Test func wrongCalls() throws {
    let scratch = try Scratch()
    let name = try Command.pubql(["build", Self.seeds, "-o", scratch.path("papers.db")])
    #expect(name.code == 2 && name.error.contains("ends in '.pubdb'"))
    let nothing = try Command.pubql(["build", "nowhere.txt", "-o", scratch.path("a.pubdb")])
    #expect(nothing.code == 4 && nothing.error.contains("PQ0501"))
    try scratch.write("text.pubdb", "no snapshot")
    let text = try Command.pubql(["verify", scratch.path("text.pubdb")])
    #expect(text.code == 4 && text.error.contains("PQ0520"))
    let folder = try Command.pubql(["build", Self.seeds, "-o", "/nowhere/a.pubdb"])
    #expect(folder.code == 6 && folder.error.contains("PQ0505"))
  }

  /// A build that is killed leaves the file as it was.
  @Test func survivesKills() throws {
    let scratch = try Scratch()
    let file = scratch.path("papers.pubdb")
    #expect(try Command.pubql(["build", "-q", Self.seeds, "-o", file]).code == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    // Larger, so that the kill finds it at work.
    let text = try String(
      contentsOf: Command.root.appendingPathComponent(Self.seeds), encoding: .utf8)
    try scratch.write("large.txt", String(repeating: text + "\n", count: 20))
    let other = scratch.path("other.pubdb")
    let start = ContinuousClock.now
    #expect(try Command.pubql(["build", "-q", scratch.path("large.txt"), "-o", other]).code == 0)
    let time = Double((ContinuousClock.now - start).components.attoseconds) / 1e18
    var completed = 0
    for _ in 0..<Self.kills {
      let delay = Double.random(in: 0...time)
      let run = try Command.shell(
        "timeout -s KILL \(delay) pubql build -q --force \(scratch.path("large.txt")) -o \(file)")
      let verified = try Command.pubql(["verify", file])
      #expect(verified.code == 0, "\(verified)")
      if run.code == 0 {
        completed += 1
        try before.write(to: URL(fileURLWithPath: file))
      } else {
        // A kill behind the renaming finds the new file, as whole as the old one.
        let found = try Data(contentsOf: URL(fileURLWithPath: file))
        let made = try Data(contentsOf: URL(fileURLWithPath: other))
        #expect(found == before || found == made)
        try before.write(to: URL(fileURLWithPath: file))
      }
    }
    #expect(completed < Self.kills)
  }

  /// A disk that is full is told, and the file stays.
  @Test func survivesAFullDisk() throws {
    let scratch = try Scratch()
    let file = scratch.path("papers.pubdb")
    #expect(try Command.pubql(["build", "-q", Self.seeds, "-o", file]).code == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    // The largest file that the process may write stands for what is left on the disk.
    let full = try Command.shell(
      "trap '' XFSZ; ulimit -f 40; pubql build -q --force \(Self.seeds) -o \(file)")
    #expect(full.code == 6 && full.error.contains("PQ0505"), "\(full)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names == ["papers.pubdb"])
  }
}
