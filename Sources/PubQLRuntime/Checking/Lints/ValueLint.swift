import PubQLDiagnostics

extension Checker {
  /// Of so many values of a statement it is told: each takes a look at all values.
  private static var valueLimit: Int { 10 }

  /// Tells of a value that a condition asks for and no record has.
  func lint(_ probe: ValueProbe) {
    guard let lints, lints.toldValues < Self.valueLimit, !environment.isOpen,
      var note = ValueSuggestion(environment.corpus).note(for: probe)
    else { return }
    note.severity = .warning
    lints.toldValues += 1
    report(note)
  }
}
