import Foundation
import Testing

/// Whatever happens to those who write a snapshot, it is what it was or what it was to become.
@Suite struct SnapshotSafetyTests {
  static let seeds = SnapshotCommandTests.seeds

  /// How often each change is killed; `PUBQL_KILLS` says otherwise.
  static let kills = ProcessInfo.processInfo.environment["PUBQL_KILLS"].flatMap { Int($0) } ?? 4

  /// What changes a snapshot `papers.pubdb` of two segments, in its folder.
  static let changes = [
    "build -q --force large.txt -o papers.pubdb", "build -q --append large.txt -o papers.pubdb",
    "build -q --replace large.txt -o papers.pubdb", "delete -q papers.pubdb 1971 1984",
    "compact -q papers.pubdb",
  ]

  /// A folder with that snapshot, and a text that is large enough for a kill to find a process at
  /// work.
  private static func folder() throws -> Scratch {
    let scratch = try Scratch()
    let text = try String(contentsOf: Command.root.appendingPathComponent(seeds), encoding: .utf8)
    try scratch.write("large.txt", String(repeating: text + "\n", count: 10))
    let made = try Command.shell(
      "pubql build -q large.txt -o papers.pubdb && pubql build -q --append large.txt -o papers.pubdb",
      in: scratch.folder)
    try #require(made == Finished())
    return scratch
  }

  private static func bytes(_ scratch: Scratch) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: scratch.path("papers.pubdb")))
  }

  private static func files(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
  }

  @Test(arguments: changes) func survivesKills(change: String) throws {
    let scratch = try Self.folder()
    let before = try Self.bytes(scratch)
    let start = ContinuousClock.now
    #expect(try Command.shell("pubql \(change)", in: scratch.folder) == Finished())
    let time = Double((ContinuousClock.now - start).components.attoseconds) / 1e18
    let after = try Self.bytes(scratch)
    var killed = 0
    for _ in 0..<Self.kills {
      try before.write(to: URL(fileURLWithPath: scratch.path("papers.pubdb")))
      let run = try Command.shell(
        "timeout -s KILL \(Double.random(in: 0...time)) pubql \(change)", in: scratch.folder)
      let found = try Self.bytes(scratch)
      // A kill behind the renaming finds the new file.
      #expect(found == after || found == before && run.code != 0)
      if run.code != 0 { killed += 1 }
    }
    #expect(killed > 0)
    // What is killed leaves its temporary file, which goes when the snapshot is next written.
    #expect(try Command.shell("pubql \(change)", in: scratch.folder).code == 0)
    #expect(try Self.files(scratch) == ["large.txt", "papers.pubdb"])
  }

  @Test(arguments: changes) func survivesAFullDisk(change: String) throws {
    let scratch = try Self.folder()
    let before = try Self.bytes(scratch)
    // The largest file that the process may write stands for what is left on the disk.
    let full = try Command.shell(
      "trap '' XFSZ; ulimit -f 200; pubql \(change)", in: scratch.folder)
    #expect(full.code == 6 && full.error.contains("PQ0505"), "\(full)")
    #expect(try Self.bytes(scratch) == before)
    #expect(try Self.files(scratch) == ["large.txt", "papers.pubdb"])
  }

  /// One at a time changes a snapshot; temporary files of those who are at work stay.
  @Test func oneChangesAtATime() throws {
    let scratch = try Self.folder()
    let temporary = ".papers.pubdb.pubql-abc123"
    let busy = try Command.shell(
      """
      touch \(temporary) .papers.pubdb.pubql-abc124 .papers.pubdb.other; exec 3<papers.pubdb 4<\(temporary)
      flock 3; flock 4; pubql delete -q papers.pubdb 1971; echo $?; pubql build -q --force large.txt -o papers.pubdb
      """, in: scratch.folder)
    #expect(busy.error.contains("PQ0512") && busy.output == "6\n" && busy.code == 0)
    #expect(
      try Self.files(scratch)
        == [temporary, ".papers.pubdb.other", "large.txt", "papers.pubdb"].sorted())
  }

  /// Of many changes at once none is lost without being told.
  @Test func noChangeIsLost() throws {
    let scratch = try Scratch()
    let runs = try Command.shell(
      """
      cp \(Command.root.path)/\(Self.seeds) a.txt; pubql build -q a.txt -o papers.pubdb
      for i in 1 2 3 4 5 6; do (pubql build -q --append a.txt -o papers.pubdb 2>/dev/null && echo yes) & done
      wait; pubql verify papers.pubdb
      """, in: scratch.folder)
    let done = runs.output.split(separator: "\n").filter { $0 == "yes" }.count
    #expect(done >= 1)
    #expect(
      runs.output.contains("papers.pubdb: \(132 * (done + 1)) records in \(done + 1) segments"))
  }
}
