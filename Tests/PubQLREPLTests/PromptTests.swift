import Glibc
import PubQLREPL
import Testing

/// The command, which is built beside the tests.
private let builtCommand: String? = {
  let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let folders =
    [bundle?.components(before: ".xctest")].compactMap { $0 } + ["/\(root)/.build/debug"]
  return folders.map { $0 + "/pubql" }.first { access($0, X_OK) == 0 }
}()

/// The built command, driven through a pseudo-terminal.
@Suite(.serialized, .enabled(if: builtCommand != nil && LineEditor.canEdit))
struct PromptTests {
  /// Starts the command on the sample, with a state folder of its own.
  private func start(in folder: String) throws -> PseudoTerminal {
    let file = folder + "/pubs.txt"
    try Sample.write(Sample.listing, to: file)
    let environment = [
      "XDG_STATE_HOME=\(folder)/state", "HOME=\(folder)", "TERM=xterm", "LC_ALL=POSIX",
      "PATH=/usr/bin:/bin", "NO_COLOR=1",
    ]
    let path = try #require(builtCommand)
    let terminal = try #require(PseudoTerminal(path, [file], environment: environment))
    try #require(terminal.shows("pubql> "))
    return terminal
  }

  /// Leaves with Ctrl-D, which means that only at a prompt.
  private func leave(_ terminal: PseudoTerminal) {
    #expect(terminal.shows("pubql> "))
    terminal.type("\u{4}")
    let code = terminal.exitCode()
    #expect(code == 0, "\(terminal.screen)")
  }

  @Test func runsStatements_continuesFromTheLastResult() throws {
    try Sample.withFolder { folder in
      let terminal = try start(in: folder)
      terminal.type("region = \"Japan\" | select title, date\r")
      #expect(terminal.shows("日本の都市"))
      #expect(terminal.shows("2 rows"))
      terminal.type("| where date = 2019\r")
      #expect(terminal.shows("Smaller Towns"))
      #expect(terminal.shows("1 row"))
      terminal.type("topic = \"Cities\" and (\r")
      #expect(terminal.shows("( ...>"))
      terminal.type("date = 2021) |\r")
      #expect(terminal.shows("| ...>"))
      terminal.type("select title\r")
      #expect(terminal.shows("日本の都市"))
      leave(terminal)
    }
  }

  @Test func helpListsFunctionsByFamily() throws {
    try Sample.withFolder { folder in
      let terminal = try start(in: folder)
      terminal.type(":help functions\r")
      #expect(terminal.shows("same_person"))
      #expect(terminal.shows(":help NAME tells about one"))
      leave(terminal)
    }
  }

  @Test func helpTellsAboutAFunction() throws {
    try Sample.withFolder { folder in
      let terminal = try start(in: folder)
      terminal.type(":help pad\r")
      #expect(terminal.shows("pad(text, width, [align], [fill])"))
      #expect(terminal.shows("numbers"))
      #expect(terminal.shows("007"))
      leave(terminal)
    }
  }

  @Test func completesValuesWithCounts_andNames() throws {
    try Sample.withFolder { folder in
      let terminal = try start(in: folder)
      terminal.type("topic = \"Ci\t")
      #expect(terminal.shows("\"Cities\"  3"))
      #expect(terminal.shows("\"Civil Society\"  1"))
      terminal.type("t\t| count\r")
      #expect(terminal.shows("3\r\n"))
      terminal.type("region = cote\t| sel\ttitle\r")
      #expect(terminal.shows("Metro Lines of Tomorrow"))
      leave(terminal)
    }
  }

  @Test func controlC_clearsTheLine_andNeverLeaves() throws {
    try Sample.withFolder { folder in
      let terminal = try start(in: folder)
      terminal.type("half a line\u{3}")
      #expect(terminal.shows("^C"))
      #expect(terminal.shows("pubql> "))
      terminal.type("\u{3}")
      #expect(terminal.shows("Ctrl-D or :q leaves"))
      #expect(terminal.shows("pubql> "))
      terminal.type("(topic = \"Cities\"\r")
      #expect(terminal.shows("( ...>"))
      terminal.type("quit\r")
      #expect(terminal.shows("still open"))
      terminal.type("\u{3}")
      #expect(terminal.shows("pubql> "))
      terminal.type("count\r")
      #expect(terminal.shows("3\r\n"))
      leave(terminal)
    }
  }

  @Test func history_isRecalledAfterARestart() throws {
    try Sample.withFolder { folder in
      var terminal = try start(in: folder)
      terminal.type("topic = \"Energy\"\r")
      #expect(terminal.shows("1 row"))
      #expect(terminal.shows("pubql> "))
      terminal.type("count\r")
      #expect(terminal.shows("3\r\n"))
      #expect(terminal.shows("pubql> "))
      terminal.type(":q\r")
      #expect(terminal.exitCode() == 0)
      terminal = try start(in: folder)
      terminal.type("top\u{1B}[A")  // the last one that begins so
      #expect(terminal.shows("ic = \"Energy\""))
      terminal.type("| select title\r")
      #expect(terminal.shows("日本の都市"))
      leave(terminal)
    }
  }

  @Test func typesAndPastesText_ofAnyScript() throws {
    try Sample.withFolder { folder in
      let terminal = try start(in: folder)
      terminal.type("title contains \"都市\" | count\r")
      #expect(terminal.shows("1\r\n"))
      let lines = "topic = \"Cities\"\r| where region = \"Japan\"\r| count\r"
      terminal.type("\u{1B}[200~\(lines)\u{1B}[201~")
      #expect(terminal.shows("| count"))
      terminal.type("\r")
      #expect(terminal.shows("2\r\n"))
      #expect(terminal.shows("pubql> "))
      // A terminal that does not mark what is pasted: only the last result is shown.
      terminal.type(lines)
      #expect(terminal.shows("2\r\n"))
      #expect(!terminal.screen.contains("rows"))
      leave(terminal)
    }
  }

  @Test func fixesMistakes_andWritesResultsOnce() throws {
    try Sample.withFolder { folder in
      let terminal = try start(in: folder)
      terminal.type("topik = \"Cities\"\r")
      #expect(terminal.shows("PQ0104"))
      #expect(terminal.shows("pubql> "))
      terminal.type(":fix\r")
      #expect(terminal.shows("topic = \"Cities\""))
      terminal.type("\r")
      #expect(terminal.shows("3 rows"))
      terminal.type(":write \(folder)/out.csv\r")
      #expect(terminal.shows("wrote 3 rows"))
      terminal.type(":write \(folder)/out.csv\r")
      #expect(terminal.shows("exists; :write!"))
      terminal.type(":show 2\r")
      #expect(terminal.shows("日本の都市"))
      terminal.type(":shema\r")
      #expect(terminal.shows("did you mean :schema?"))
      leave(terminal)
      #expect(Sample.read(folder + "/out.csv")?.contains("Smaller Towns") == true)
    }
  }

  @Test func survivesHostileBytes() throws {
    try Sample.withFolder { folder in
      let terminal = try start(in: folder)
      var state: UInt64 = 20_240_501
      for _ in 0..<40 {
        var bytes: [UInt8] = []
        for _ in 0..<50 {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let byte = UInt8(truncatingIfNeeded: state >> 33)
          // Ctrl-D, Ctrl-Z and Ctrl-\ do what they are for; Ctrl-S stops the terminal.
          if ![0x04, 0x1A, 0x1C, 0x13].contains(byte) { bytes.append(byte) }
        }
        terminal.type(bytes)
      }
      // Out of whatever state that led to: a paste, a search, a statement that is open.
      terminal.type("\u{1B}[201~")
      var isFree = false
      for _ in 0..<20 where !isFree {
        terminal.type("\u{3}")
        isFree = terminal.shows("Ctrl-D or :q leaves", within: .seconds(1))
      }
      #expect(isFree)
      terminal.type("count\r")
      #expect(terminal.shows("3\r\n"))
      leave(terminal)
    }
  }
}

extension String {
  /// The folder of the path up to a component with that ending.
  fileprivate func components(before ending: String) -> String? {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    guard let index = parts.firstIndex(where: { $0.hasSuffix(ending) }) else { return nil }
    return parts[..<index].joined(separator: "/")
  }
}
