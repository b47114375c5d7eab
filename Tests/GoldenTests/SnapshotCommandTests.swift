import Foundation
import Testing

/// `pubql build` and `pubql verify` from outside.
@Suite struct SnapshotCommandTests {
  static let seeds = "seeds/policy-papers.txt"

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

  @Test func oneRecord() throws {
    let scratch = try Scratch()
    let file = scratch.path("one.pubdb")
    try scratch.write("one.txt", "1. Rivers\n- Topic:\n- Trade\n")
    let built = try Command.pubql(["build", scratch.path("one.txt"), "-o", file])
    #expect(built.error == "1 record from 1 file\nwrote 1 record to \(file)\n")
    #expect(
      try Command.pubql(["verify", file]).output == "\(file): 1 record in 1 segment, whole\n")
    #expect(try Command.pubql(["compact", file]).error == "\(file): 1 record in 1 segment\n")
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

  @Test func deletesReplacesAndCompacts() throws {
    let scratch = try Scratch()
    let file = scratch.path("papers.pubdb")
    #expect(try Command.pubql(["build", "-q", Self.seeds, "-o", file]).code == 0)
    try scratch.write("ids.txt", "1984\n\n  1997\r\n")
    let deleted = try Command.pubql(
      ["delete", file, "1971", "-", "--ids-from", scratch.path("ids.txt")], input: "3316\n")
    #expect(deleted.code == 0)
    #expect(deleted.error == "deleted 4 records of \(file), which has 128 now\n")
    try scratch.write(
      "more.txt", "3335. Corrected\n- Topic:\n- Rivers\n\n1971. Back\n- Topic:\n- Trade\n")
    let replaced = try Command.pubql(
      ["build", "--replace", scratch.path("more.txt"), "-o", file])
    #expect(
      replaced.error == "2 records from 1 file\nwrote 2 records to \(file) in place of 1\n")
    let compacted = try Command.pubql(["compact", file])
    #expect(compacted.code == 0 && compacted.error == "\(file): 129 records in 1 segment\n")
    let titles = try Command.pubql(
      [file, "-c", "id in [1971, 3335, 3316] | sort id | select id, title", "-f", "csv"])
    #expect(titles.output == "id,title\n1971,Back\n3335,Corrected\n")
  }

  /// What does not fit into memory is written in parts.
  @Test func buildsWithinMemory() throws {
    let scratch = try Scratch()
    let file = scratch.path("papers.pubdb")
    let text = try String(
      contentsOf: Command.root.appendingPathComponent(Self.seeds), encoding: .utf8)
    try scratch.write("large.txt", String(repeating: text + "\n", count: 6 << 20 / text.utf8.count))
    let count = try Command.pubql([scratch.path("large.txt"), "-c", "count", "-f", "tsv"]).output
    for memory in ["16MB", "16 mib", "0.016G"] {
      let built = try Command.pubql(
        ["build", "--force", "--memory", memory, scratch.path("large.txt"), "-o", file])
      #expect(built.code == 0 && built.error.contains("in 2 segments"), "\(built)")
      #expect(try Command.pubql([file, "-c", "count", "-f", "tsv"]).output == count)
    }
    for memory in ["16", "1MB", "-1GB", "GB", "x", "1e300GB"] {
      let wrong = try Command.pubql(["build", "--memory=\(memory)", Self.seeds, "-o", file])
      #expect(wrong.code == 2, "\(memory): \(wrong)")
    }
  }

  @Test func deletesAllOrNothing() throws {
    let scratch = try Scratch()
    let file = scratch.path("papers.pubdb")
    #expect(try Command.pubql(["build", "-q", Self.seeds, "-o", file]).code == 0)
    let missing = try Command.pubql(["delete", file, "1971", "x1"])
    #expect(missing.code == 4 && missing.error.contains("PQ0525"))
    #expect(try Command.pubql(["delete", file]).code == 2)
    #expect(
      try Command.pubql(["verify", file]).output == "\(file): 132 records in 1 segment, whole\n")
    let nothing = try Command.pubql(["compact", scratch.path("paper.pubdb")])
    #expect(nothing.code == 4 && nothing.error.contains("did you mean"))
  }

  /// A link leads on to the file, and its rights stay.
  @Test func changesWhatALinkLeadsTo() throws {
    let scratch = try Scratch()
    let file = scratch.path("papers.pubdb")
    #expect(try Command.pubql(["build", "-q", Self.seeds, "-o", file]).code == 0)
    let changed = try Command.shell(
      "chmod 640 \(file); ln -s papers.pubdb link.pubdb; pubql delete -q link.pubdb 1971; "
        + "stat -c '%a %F' papers.pubdb link.pubdb; pubql verify papers.pubdb", in: scratch.folder)
    #expect(
      changed.output
        == "640 regular file\n777 symbolic link\npapers.pubdb: 131 records in 1 segment, whole\n")
  }
}
