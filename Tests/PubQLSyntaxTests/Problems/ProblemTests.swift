import PubQLDiagnostics
import PubQLSyntax
import SyntaxShapes
import Testing

/// What is said about texts that are no scripts.
struct ProblemTests {
  struct Case {
    let text: String
    /// Per problem: its code, the text that is marked, the sentence.
    let problems: [String]
    /// The text after the edit of the first problem; nil where it has none.
    let mended: String?
    /// The help of the first problem.
    let help: String?

    init(_ text: String, _ problems: [String], mended: String?, help: String?) {
      self.text = text
      self.problems = problems
      self.mended = mended
      self.help = help
    }
  }

  @Test(arguments: cases.indices)
  func `says what is wrong and what to do`(_ index: Int) {
    let expected = ProblemTests.cases[index]
    let source = SourceFile(name: "test", text: expected.text)
    let found = parsed(expected.text).diagnostics
    let told = found.map { problem in
      let marked = problem.span.map { source.text($0.start, $0.end) } ?? ""
      return "\(problem.code) at \(marked): \(problem.message)"
    }
    #expect(told == expected.problems)
    #expect(found.first?.help == expected.help)
    #expect(found.first?.edit.map { apply($0, to: source) } == expected.mended)
  }

  @Test(arguments: cases.indices)
  func `an edit resolves its problem`(_ index: Int) {
    let text = ProblemTests.cases[index].text
    let source = SourceFile(name: "test", text: text)
    let found = parsed(text).diagnostics
    for problem in found {
      guard let edit = problem.edit else { continue }
      let after = parsed(apply(edit, to: source)).diagnostics
      #expect(after.count < found.count, "\(problem.code): \(apply(edit, to: source))")
    }
  }

  private func apply(_ edit: Edit, to source: SourceFile) -> String {
    source.text(0, edit.span.start) + edit.replacement
      + source.text(edit.span.end, source.bytes.count)
  }
}
