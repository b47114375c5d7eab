import PubQL
import Testing

/// Runs each text of a table and compares its answer, as `Session.answer` writes it; and again,
/// as a session keeps what it has checked.
func expect(
  _ session: Session, _ cases: [(text: String, answer: String)],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for (text, expected) in cases {
    let found = session.answer(text)
    #expect(found == expected, "\(text)", sourceLocation: sourceLocation)
    // These change what there is.
    guard !text.contains("save"), !text.contains("load") else { continue }
    let again = session.answer(text)
    #expect(again == expected, "again: \(text)", sourceLocation: sourceLocation)
  }
}
