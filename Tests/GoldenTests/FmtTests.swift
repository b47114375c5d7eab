import Foundation
import Testing

/// `pubql fmt`, and that all scripts of the repository have its layout.
@Suite struct FmtTests {
  static let untidy = "count   by topic|top 3   # most\n"
  static let tidy = "count by topic | top 3  # most\n"

  /// The scripts below a folder of the repository.
  private static func scripts(in folder: String) -> [String] {
    let path = Command.root.appendingPathComponent(folder).path
    let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".pubql") && !$0.contains(".build/") }
      .map { folder + "/" + $0 }.sorted()
  }

  /// Those that show a mistake keep the lines that its message shows.
  @Test func scripts_of_the_repository_have_the_layout() throws {
    let scripts = ["Examples", "Sources", "Benchmarks"].flatMap(Self.scripts)
    #expect(scripts.count >= 26)
    let run = try Command.pubql(["fmt", "--check"] + scripts)
    #expect(run == Finished(), "`pubql fmt` changes these")
  }

  @Test func writes_the_layout_into_the_file() throws {
    let scratch = try Scratch()
    try scratch.write("a.pubql", Self.untidy)
    try scratch.write("b.pubql", Self.tidy)
    chmod(scratch.path("a.pubql"), 0o751)
    let run = try Command.pubql(["fmt", "a.pubql", "b.pubql"], in: scratch.folder)
    #expect(run == Finished())
    #expect(try scratch.read("a.pubql") == Self.tidy)
    #expect(try scratch.read("b.pubql") == Self.tidy)
    var status = stat()
    #expect(stat(scratch.path("a.pubql"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o751)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.sorted() == ["a.pubql", "b.pubql"])
  }

  @Test func a_link_stays_a_link() throws {
    let scratch = try Scratch()
    try scratch.write("a.pubql", Self.untidy)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.pubql"), withDestinationPath: "a.pubql")
    #expect(try Command.pubql(["fmt", "link.pubql"], in: scratch.folder) == Finished())
    #expect(try scratch.read("a.pubql") == Self.tidy)
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: scratch.path("link.pubql"))
    #expect(target == "a.pubql")
  }

  @Test func check_names_what_differs_and_changes_nothing() throws {
    let scratch = try Scratch()
    try scratch.write("a.pubql", Self.untidy)
    try scratch.write("b.pubql", Self.tidy)
    let run = try Command.pubql(["fmt", "--check", "b.pubql", "a.pubql"], in: scratch.folder)
    #expect(run == Finished(output: "a.pubql\n", code: 1))
    #expect(try scratch.read("a.pubql") == Self.untidy)
    #expect(try Command.pubql(["fmt", "--check", "b.pubql"], in: scratch.folder) == Finished())
  }

  @Test(arguments: ["-", "--stdin"])
  func standard_input_goes_to_standard_output(_ name: String) throws {
    #expect(try Command.pubql(["fmt", name], input: Self.untidy) == Finished(output: Self.tidy))
    #expect(
      try Command.pubql(["fmt", "--check", name], input: Self.untidy)
        == Finished(output: "-\n", code: 1))
    #expect(try Command.pubql(["fmt", "--check", name], input: Self.tidy) == Finished())
  }

  @Test func what_cannot_be_read_stays_as_it_is() throws {
    let scratch = try Scratch()
    let broken = "from papers |\ncount   by\n"
    try scratch.write("broken.pubql", broken)
    try scratch.write("a.pubql", Self.untidy)
    let run = try Command.pubql(["fmt", "broken.pubql", "a.pubql"], in: scratch.folder)
    #expect(run.code == 3 && run.output == "")
    #expect(run.error.contains("error[PQ00") && run.error.contains("broken.pubql"))
    #expect(try scratch.read("broken.pubql") == broken)
    // The others are formatted all the same.
    #expect(try scratch.read("a.pubql") == Self.tidy)
  }

  @Test func wrong_calls() throws {
    #expect(try Command.pubql(["fmt"]).code == 2)
    let missing = try Command.pubql(["fmt", "no-such.pubql"])
    #expect(missing.code == 4 && missing.error.contains("no-such.pubql"))
    let scratch = try Scratch()
    try Data([0x61, 0xFF, 0x0A]).write(to: scratch.folder.appendingPathComponent("a.pubql"))
    let bytes = try Command.pubql(["fmt", "a.pubql"], in: scratch.folder)
    #expect(bytes.code == 3 && bytes.error.contains("UTF-8"))
  }
}
