import PubQLDiagnostics
import PubQLSyntax
import SyntaxShapes
import Testing

/// What is said to those who know other languages.
struct HabitTests {
  @Test(arguments: HabitCases.all.indices)
  func `tells what to write`(_ index: Int) {
    let expected = HabitCases.all[index]
    let source = SourceFile(name: "test", text: expected.text)
    let found = parsed(expected.text).diagnostics
    let told = found.map { problem in
      "\(problem.code) at " + (problem.span.map { source.text($0.start, $0.end) } ?? "")
    }
    #expect(told.joined(separator: ", ") == expected.told, "\(expected.text)")
    guard let edit = found.first?.edit else {
      #expect(found.count > 1 || expected.mended == nil, "\(expected.text)")
      return
    }
    let mended =
      source.text(0, edit.span.start) + edit.replacement
      + source.text(edit.span.end, source.bytes.count)
    if let wanted = expected.mended {
      #expect(mended == wanted)
      #expect(parsed(mended).diagnostics.isEmpty, "\(mended)")
    }
  }

  @Test(arguments: HabitCases.fine)
  func `takes names for names`(_ text: String) {
    #expect(parsed(text).diagnostics.map(\.message) == [], "\(text)")
  }
}
