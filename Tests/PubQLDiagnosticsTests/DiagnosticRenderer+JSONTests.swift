import PubQLDiagnostics
import Testing

@Suite("Diagnostics as JSON")
struct DiagnosticJSONTests {
  @Test("bytes and UTF-16 units are told apart")
  func offsets() {
    let text = "研究 😀\nwhere yeer"
    let (sources, id) = oneSource("a\"b.pubql", text)
    let place = span("yeer", in: text, id)
    var diagnostic = Diagnostic(
      DiagnosticCode("PQ0104"), .error, "there is no field `yeer`", at: .source(place),
      label: "li\tne\u{1}", help: "did you mean `year`?",
      edit: Edit(span: place, replacement: "year"))
    diagnostic.secondary = [(span("究", in: text, id), "here")]
    #expect(
      DiagnosticRenderer(sources: sources).json(diagnostic) == """
        {"code":"PQ0104","severity":"error","message":"there is no field `yeer`",\
        "file":"a\\"b.pubql","line":2,"column":7,"start":18,"end":22,"utf16Start":12,\
        "utf16End":16,"label":"li\\tne\\u0001","help":"did you mean `year`?",\
        "secondary":[{"file":"a\\"b.pubql","start":3,"end":6,"utf16Start":1,"utf16End":2,\
        "label":"here"}],\
        "edits":[{"start":18,"end":22,"utf16Start":12,"utf16End":16,"replacement":"year"}]}
        """)
  }

  @Test("what is not known is null")
  func unknown() {
    let renderer = DiagnosticRenderer(sources: SourceMap())
    #expect(
      renderer.json(
        Diagnostic(DiagnosticCode("PQ0301"), .note, "x", at: .data(file: "f", line: 3))) == """
          {"code":"PQ0301","severity":"note","message":"x","file":"f","line":3,"column":null,\
          "start":null,"end":null,"utf16Start":null,"utf16End":null,"label":null,"help":null,\
          "secondary":[],"edits":[]}
          """)
    #expect(
      renderer.json(Diagnostic(DiagnosticCode("PQ0501"), .error, "x", at: .none)).contains(
        "\"file\":null,\"line\":null,\"column\":null,"))
  }

  @Test("an edit changes what stands at its span, or nothing")
  func edits() {
    let text = "wo 研 yeer"
    let id = SourceID(index: 0)
    let edit = Edit(span: span("yeer", in: text, id), replacement: "year")
    #expect(edit.applied(to: text) == "wo 研 year")
    #expect(edit.applied(to: "") == nil)
    let insertion = Edit(span: SourceSpan(file: id, start: 2, end: 2), replacement: "rd")
    #expect(insertion.applied(to: text) == "word 研 yeer")
    let outside = Edit(span: SourceSpan(file: id, start: -1, end: 0), replacement: "")
    #expect(outside.applied(to: text) == nil)
  }

  @Test(
    "positions count scalars",
    arguments: [(0, 1, 1), (2, 1, 2), (3, 1, 2), (4, 1, 3), (5, 2, 1), (6, 2, 2), (99, 2, 2)])
  func positions(offset: Int, line: Int, column: Int) {
    let file = SourceFile(name: "f", text: "a研\nb")
    let position = file.position(at: offset)
    #expect(position.line == line && position.column == column)
  }
}
