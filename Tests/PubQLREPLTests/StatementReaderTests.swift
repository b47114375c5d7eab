import PubQL
import PubQLREPL
import Testing

@Suite struct StatementReaderTests {
  private func reader() -> StatementReader {
    let session = Session()
    return StatementReader { session.completeness(of: $0) }
  }

  @Test func joinsLines_whileSomethingIsOpen() {
    var reader = reader()
    #expect(reader.add("  ") == .nothing)
    #expect(reader.add("count by topic") == .run("count by topic"))
    #expect(reader.add("topic = \"a\" and (") == .more("("))
    #expect(reader.add("") == .more("("))
    #expect(reader.add("year = 2020)") == .run("topic = \"a\" and (\n\nyear = 2020)"))
    #expect(reader.pending.isEmpty)
    #expect(reader.add("from corpus |") == .more("|"))
    reader.reset()
    #expect(reader.add("count") == .run("count"))
  }

  @Test func knowsCommands_onlyAtTheBeginning() {
    var reader = reader()
    #expect(reader.add(":schema topics ") == .command(":schema topics"))
    #expect(reader.add("help") == .command("help"))
    #expect(reader.add(" quit ") == .command("quit"))
    #expect(reader.add("[1,") == .more("["))
    #expect(reader.add("help") == .stuck("["))
    #expect(reader.add(":q") == .stuck("["))
    #expect(reader.add("2]") == .run("[1,\n2]"))
  }

  @Test func takesPastedLines_asTheyAre() {
    var reader = reader()
    #expect(reader.add("count\n| take 1") == .run("count\n| take 1"))
    reader.reopen("count")
    #expect(reader.add("| take 1") == .run("count\n| take 1"))
  }

  @Test func pastedText_losesControlsAndTheEnd() {
    func paste(_ text: String) -> (text: String, isComplete: Bool) {
      var pasted = PastedText()
      for scalar in text.unicodeScalars where !pasted.isComplete { pasted.add(scalar.value) }
      let scalars = pasted.text.compactMap { Unicode.Scalar($0) }
      return (String(String.UnicodeScalarView(scalars)), pasted.isComplete)
    }
    let end = "\u{1B}[201~"
    #expect(paste("a\r\nb\rc\n\n" + end) == ("a\nb\nc", true))
    #expect(paste("日本\t\u{7}\u{1B}[31mé\u{85}" + end) == ("日本 [31mé", true))
    #expect(paste("\u{1B}[20\u{1B}[201~") == ("[20", true))
    #expect(paste(end) == ("", true))
    #expect(!paste("a\u{1B}[201").isComplete)
  }
}
