import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLText

/// Tells when a condition asks for a value that no record has, and which is the nearest that some
/// have.
struct ValueSuggestion {
  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  func note(for probe: ValueProbe) -> Diagnostic? {
    guard let field = corpus.field(named: probe.column), corpus.fields[field].kind.isCoded,
      corpus.fields[field].kind != .date
    else { return nil }
    let dictionary = corpus.coded(field).dictionary
    if probe.test.relation == .within, Gazetteer.builtIn.find(probe.text) != nil { return nil }
    guard dictionary.count > 0, dictionary.codes(meeting: probe.test).isEmpty else { return nil }
    let name = corpus.fields[field].standard?.singular ?? corpus.fields[field].name
    return CheckProblem.valueNowhere(
      field: name, probe.text, probe.span, nearest: nearest(probe, field)
    ).diagnostic
  }

  private func nearest(_ probe: ValueProbe, _ field: Int) -> (String, Int)? {
    let dictionary = corpus.coded(field).dictionary
    var candidates = (0..<dictionary.count).map(dictionary.text)
    if corpus.fields[field].kind == .person {
      candidates += Set(dictionary.people.names.map(\.family)).sorted()
    }
    guard let best = Suggestion.best(for: probe.text, among: candidates) else { return nil }
    let test = ValueTest(.equal, .text(best))
    let condition = Scalar.comparison(
      .column(field), ScalarComparison(.equal, isNegated: false, right: .constant(test)))
    let context = ExecutionContext(cancellation: CancellationFlag())
    guard
      let found = try? FilterOperator(condition: condition).run(Table(all: corpus), context)
    else { return nil }
    return (best, found.rowCount)
  }
}

/// The values that the conditions of a query ask for, and what is to be told of them: looked up
/// once, for a query that is prepared runs again on the same records.
final class ProbedValues {
  private let probes: [ValueProbe]
  private var known: [Note]?

  struct Note {
    let span: SourceSpan
    let diagnostic: Diagnostic
  }

  init(_ probes: [ValueProbe]) { self.probes = probes }

  /// Of so many values that occur nowhere a statement tells: each takes a look at all values.
  private static let noteLimit = 10

  /// - Parameter corpus: the same each time.
  func notes(_ corpus: Corpus) -> [Note] {
    if let known { return known }
    let suggestion = ValueSuggestion(corpus)
    var notes: [Note] = []
    for probe in probes where notes.count < Self.noteLimit {
      if let note = suggestion.note(for: probe) {
        notes.append(Note(span: probe.span, diagnostic: note))
      }
    }
    known = notes
    return notes
  }
}
