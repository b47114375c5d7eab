import PubQL
import Testing

/// Runs each text of a table and compares its answer, as `Session.answer` writes it.
func expect(
  _ session: Session, _ cases: [(text: String, answer: String)],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for (text, expected) in cases {
    let found = session.answer(text)
    #expect(found == expected, "\(text)", sourceLocation: sourceLocation)
  }
}
