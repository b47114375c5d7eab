import PubQLDiagnostics
import Testing

/// A map with one text in it.
func oneSource(_ name: String, _ text: String) -> (sources: SourceMap, id: SourceID) {
  var sources = SourceMap()
  let id = sources.add(SourceFile(name: name, text: text))
  return (sources, id)
}

/// The span of the first place where `part` stands in `text`.
func span(_ part: String, in text: String, _ id: SourceID) -> SourceSpan {
  let bytes = Array(text.utf8)
  let wanted = Array(part.utf8)
  let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
  return SourceSpan(file: id, start: start, end: start + wanted.count)
}

@Suite("Diagnostics as text")
struct DiagnosticTextTests {
  private func drawn(
    _ text: String, at part: String, label: String = "", name: String = "<prompt>",
    secondary: [(String, String)] = [], help: String? = nil, width: Int? = 80
  ) -> String {
    let (sources, id) = oneSource(name, text)
    var diagnostic = Diagnostic(
      DiagnosticCode("PQ0104"), .error, "wrong", at: .source(span(part, in: text, id)),
      label: label, help: help)
    diagnostic.secondary = secondary.map { (span($0.0, in: text, id), $0.1) }
    return DiagnosticRenderer(sources: sources, width: width).text(diagnostic)
  }

  @Test("the layout of the handbook")
  func layout() {
    let text = "from corpus | where yeer >= 2020"
    let (sources, id) = oneSource("<query>", text)
    let diagnostic = Diagnostic(
      DiagnosticCode("PQ0104"), .error, "there is no field `yeer`",
      at: .source(span("yeer", in: text, id)), help: "did you mean `year`?")
    #expect(
      DiagnosticRenderer(sources: sources).text(diagnostic) == """
        error[PQ0104]: there is no field `yeer`
          1 | from corpus | where yeer >= 2020
            |                     ^^^^
          help: did you mean `year`?

        """)
  }

  @Test("secondary spans on the same line hang their labels below")
  func secondarySameLine() {
    #expect(
      drawn(
        "| where date > \"last spring\"", at: "\"last spring\"", label: "text",
        secondary: [("date", "date")]) == """
          error[PQ0104]: wrong
            1 | | where date > "last spring"
              |         ----   ^^^^^^^^^^^^^ text
              |         date

          """)
    #expect(
      drawn(
        "aa bb cc dd", at: "bb", label: "the second of all",
        secondary: [("aa", "the first"), ("cc", "third"), ("dd", "last")]) == """
          error[PQ0104]: wrong
            1 | aa bb cc dd
              | -- ^^ -- -- last
              | |  |  third
              | |  the second of all
              | the first

          """)
  }

  @Test("other lines and files")
  func otherLines() {
    #expect(
      drawn(
        "let a = 1\nb\n\nlet c = 3\nlet a = 2\n", at: "let a = 2", name: "x.pubql",
        secondary: [("let a = 1", "first here"), ("c", "")]) == """
          error[PQ0104]: wrong
           --> x.pubql:5:1
            1 | let a = 1
              | --------- first here
            ...
            4 | let c = 3
              |     -
            5 | let a = 2
              | ^^^^^^^^^

          """)
    var sources = SourceMap()
    let first = sources.add(SourceFile(name: "<prompt>", text: "use y"))
    let second = sources.add(SourceFile(name: "lib.pubql", text: "\n  def y = 1"))
    var diagnostic = Diagnostic(
      DiagnosticCode("PQ0105"), .warning, "odd",
      at: .source(SourceSpan(file: first, start: 4, end: 5)))
    diagnostic.secondary = [(SourceSpan(file: second, start: 7, end: 8), "defined here")]
    #expect(
      DiagnosticRenderer(sources: sources).text(diagnostic) == """
        warning[PQ0105]: odd
          1 | use y
            |     ^
         --> lib.pubql:2:7
          2 |   def y = 1
            |       - defined here

        """)
  }

  @Test("a span over several lines is marked where it begins and ends")
  func severalLines() {
    #expect(
      drawn("a (b\n  c\nd\n  e) f", at: "(b\n  c\nd\n  e)", label: "here") == """
        error[PQ0104]: wrong
          1 | a (b
            |   ^^
          ...
          4 |   e) f
            |   ^^ here

        """)
  }

  @Test("carets stand under the cells that the text takes")
  func cells() {
    #expect(
      drawn("研究 = e\u{301}é\tyeer", at: "yeer") == """
        error[PQ0104]: wrong
          1 | 研究 = e\u{301}é    yeer
            |              ^^^^

        """)
    #expect(
      drawn("title has 研究", at: "研究", label: "文") == """
        error[PQ0104]: wrong
          1 | title has 研究
            |           ^^^^ 文

        """)
  }

  @Test("ends of lines and texts")
  func ends() {
    let (sources, id) = oneSource("<prompt>", "where \r\n\n")
    func at(_ start: Int, _ end: Int) -> String {
      DiagnosticRenderer(sources: sources).text(
        Diagnostic(
          DiagnosticCode("PQ0001"), .error, "more is due",
          at: .source(SourceSpan(file: id, start: start, end: end))))
    }
    let end = """
      error[PQ0001]: more is due
        1 | where\u{20}
          |      ^

      """
    #expect(at(9, 9) == end)
    #expect(at(500, 600) == end)
    #expect(at(5, 5) == end)
    #expect(at(5, 9).hasPrefix("error[PQ0001]: more is due\n  1 | where \n    |      ^\n"))
    let (empty, none) = oneSource("<prompt>", "")
    #expect(
      DiagnosticRenderer(sources: empty).text(
        Diagnostic(
          DiagnosticCode("PQ0001"), .error, "nothing",
          at: .source(SourceSpan(file: none, start: 0, end: 0)))) == """
          error[PQ0001]: nothing
            1 |
              | ^

          """)
  }

  @Test("a long line is cut round the mark")
  func longLine() {
    let blanks = String(repeating: "x ", count: 5000)
    let text = drawn(blanks + "yeer" + blanks, at: "yeer", label: "no", width: 40)
    #expect(
      text == """
        error[PQ0104]: wrong
          1 | …x x x x x x x yeerx x x x x x x …
            |                ^^^^ no

        """)
    let atEnd = drawn(blanks + "yeer", at: "yeer", width: 40)
    #expect(atEnd.contains("yeer\n"))
    #expect(atEnd.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test("nothing in a text or message commands the terminal")
  func control() {
    let text = drawn(
      "a \u{1B}[31m yeer", at: "yeer", label: "\u{1B}[2J", name: "x\u{7}.pubql",
      help: "one\ntwo\u{1B}")
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("  1 | a ␛[31m yeer\n    |         ^^^^ ␛[2J\n"))
    #expect(text.hasSuffix("  help: one\n        two␛\n"))
  }

  @Test("problems of data and problems without a place")
  func data() {
    let renderer = DiagnosticRenderer(sources: SourceMap())
    #expect(
      renderer.text(
        Diagnostic(
          DiagnosticCode("PQ0301"), .note, "the date `soon` is kept as text",
          at: .data(file: "file.txt", line: 12)))
        == "note[PQ0301] file.txt:12: the date `soon` is kept as text\n")
    #expect(
      renderer.text(
        Diagnostic(
          DiagnosticCode("PQ0302"), .error, "no record", at: .data(file: "file.txt", line: 0)))
        == "error[PQ0302] file.txt: no record\n")
    #expect(
      renderer.text(Diagnostic(DiagnosticCode("PQ0501"), .error, "disk full", at: .none))
        == "error[PQ0501]: disk full\n")
    let lost = SourceSpan(file: SourceID(index: 9), start: 1, end: 2)
    #expect(
      renderer.text(Diagnostic(DiagnosticCode("PQ0104"), .error, "x", at: .source(lost)))
        == "error[PQ0104]: x\n")
  }

  @Test("colour adds nothing but colour")
  func color() {
    let text = "where yeer"
    let (sources, id) = oneSource("a.pubql", text)
    let diagnostic = Diagnostic(
      DiagnosticCode("PQ0104"), .error, "x", at: .source(span("yeer", in: text, id)), label: "l",
      help: "h")
    let colored = DiagnosticRenderer(sources: sources, color: true).text(diagnostic)
    #expect(colored.hasPrefix("\u{1B}[1;31merror[PQ0104]\u{1B}[0m: x\n"))
    let bare = colored.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? String($1) : String($1.drop { $0 != "m" }.dropFirst()) }.joined()
    #expect(bare == DiagnosticRenderer(sources: sources).text(diagnostic))
  }

  @Test("any diagnostic on any text is drawn", arguments: 0..<6)
  func hostile(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let alphabet: [[UInt8]] = [
      [0x61], [0x20], [0x09], [0x0A], [0x0D], [0xFF], [0xC3], [0xE7, 0xA0], [0x80], [0x1B],
      Array("研".utf8), Array("é".utf8), Array("\u{301}".utf8), Array("👩‍🚀".utf8),
      Array("\u{202E}".utf8), [0x0D, 0x0A],
    ]
    for _ in 0..<100 {
      var sources = SourceMap()
      let length = next(20) == 0 ? 3000 : next(30)
      let bytes = (0..<length).flatMap { _ in alphabet[next(alphabet.count)] }
      let id = sources.add(SourceFile(name: next(2) == 0 ? "<q>" : "f", bytes: bytes))
      func anySpan() -> SourceSpan {
        SourceSpan(
          file: next(9) == 0 ? SourceID(index: next(3) - 1) : id,
          start: next(bytes.count + 5) - 2, end: next(bytes.count + 9) - 2)
      }
      var diagnostic = Diagnostic(
        DiagnosticCode("PQ0001"), .warning, String(decoding: bytes.prefix(9), as: UTF8.self),
        at: .source(anySpan()), label: next(2) == 0 ? "" : "label",
        edit: Edit(span: anySpan(), replacement: "x"))
      diagnostic.secondary = (0..<next(12)).map { (anySpan(), "s\($0)") }
      let renderer = DiagnosticRenderer(
        sources: sources, color: next(2) == 0, width: next(2) == 0 ? nil : next(60))
      #expect(renderer.text(diagnostic).contains("warning[PQ0001]"), "seed \(seed)")
      #expect(renderer.json(diagnostic).hasSuffix("}"), "seed \(seed)")
      _ = diagnostic.edit?.applied(to: bytes)
    }
  }
}
