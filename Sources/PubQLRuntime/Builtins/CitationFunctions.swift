import PubQLEngine
import PubQLModel

extension Builtin {
  /// Functions that cite a record.
  static let citationFunctions = [cite, bibliographyKey]

  private static let cite = Builtin(
    "cite",
    [
      Parameter("style", .choice(CitationStyle.all.map(\.name))),
      Parameter("record", .record, optional: true),
    ],
    gives: .one(.text),
    summary: "The record as an entry of a list of references",
    notes: """
      The styles are \(styles). Without a record it is the row in hand, \
      which needs a title or authors. The type of the record decides what it is cited as. Besides \
      the standard fields it looks at journal, book_title, volume, issue, pages, edition, editor, \
      publisher, place, doi and url, where there are any; institutions stand for a publisher. The \
      entry is plain text, with titles as printed.
      """,
    examples: [
      (
        """
        cite("apa", {author: "Alice Ekman", date: 2020-05, type: "Policy Brief", \
        title: "Urban Decoupling?", institution: "EUISS"})
        """, "Ekman, A. (2020, May). Urban Decoupling? [Policy brief]. EUISS."
      ),
      (
        "cite(\"mla\", {title: \"Rivers\", type: \"Book\", publisher: \"Clingendael\", year: 1999})",
        "Rivers. Clingendael, 1999."
      ),
    ],
    fieldsInHand: CitedWork.fields
  ) { call throws(RunError.Reason) in
    let name = try chosen(call.first, among: CitationStyle.all.map(\.name), of: "cite")
    guard let style = name.flatMap(CitationStyle.named), !call[1].isMissing else { return .missing }
    return .text(style.entry(try work(call[1], "cite")))
  }

  private static let styles = CitationStyle.all.map { "\"\($0.name)\" (\($0.summary))" }
    .joined(separator: ", ")

  private static let bibliographyKey = Builtin(
    "bibkey", [Parameter("record", .record, optional: true)], gives: .one(.text),
    summary: "A short key for the record, of author, year and title",
    notes: """
      The family name of the first author, without its particle, or the first word of an \
      organisation's name; the year, of several the first; the first word of the title that is no \
      article. All in small ASCII letters and digits; a letter that has no such form is written as \
      `u` and its number, four of them at most. `anon`, `nd` and `untitled` stand for what is \
      missing. Two records may have the same key. Without a record it is the row in hand.
      """,
    examples: [
      (
        "bibkey({author: \"Alice Ekman\", date: 2020-05, title: \"Towards Urban Decoupling?\"})",
        "ekman2020towards"
      ),
      ("bibkey({title: \"The Élan of Cities\"})", "anonndelan"),
    ],
    fieldsInHand: CitedWork.fields
  ) { call throws(RunError.Reason) in
    call.first.isMissing ? .missing : .text(try work(call.first, "bibkey").bibliographyKey)
  }

  private static func work(
    _ value: Value, _ function: String
  ) throws(RunError.Reason) -> CitedWork {
    guard case .record(let members) = value else {
      throw .wrongKind(operation: function, kind: value.kindName)
    }
    return CitedWork(members)
  }
}
