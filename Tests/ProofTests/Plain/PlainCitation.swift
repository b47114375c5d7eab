/// Entries of a list of references, as the manuals have them for the works of the corpora.
enum PlainCitation: String, CaseIterable {
  case apa, mla, chicago, harvard

  func entry(_ work: PlainWork) -> String {
    switch self {
    case .apa: Self.apa(work)
    case .mla: Self.mla(work)
    case .chicago: Self.chicago(work)
    case .harvard: Self.harvard(work)
    }
  }

  /// `Ekman, A., & Hartwig, T. (2020, May 14). Title [Policy brief]. Institution.`
  private static func apa(_ work: PlainWork) -> String {
    var names = work.authors.map { $0.written("Family, F.") }
    if let last = names.popLast() {
      names = [names.isEmpty ? last : names.joined(separator: ", ") + ", & " + last]
    }
    let isExact = ![.article, .book].contains(work.kind)
    let day = [work.month(), work.day].filter { !$0.isEmpty }.joined(separator: " ")
    let date = work.year.isEmpty ? "n.d." : joined([work.year, isExact ? day : ""], ", ")
    var title = work.title
    if ![.article, .web].contains(work.kind), !work.label.isEmpty {
      title += " [\(work.label.prefix(1) + work.label.dropFirst().lowercased())]"
    }
    let before = names.isEmpty ? [title, "(\(date))"] : names + ["(\(date))", title]
    return sentences(before + [joined(work.institutions, "; ")])
  }

  /// `Ekman, Alice, and Tobias Hartwig. “Title.” Institution, 14 May 2020.`
  private static func mla(_ work: PlainWork) -> String {
    let names = work.authors.enumerated().map {
      $1.written($0 == 0 ? "Family, Given" : "Given Family")
    }
    let authors = names.count > 2 ? names[0] + ", et al." : pair(names)
    let isQuoted = [.article, .web].contains(work.kind)
    let day = joined([work.day, work.month(isShort: true)], " ")
    let date = work.kind == .book ? work.year : joined([day, work.year], " ")
    let label = isQuoted ? "" : work.label
    return sentences([
      authors, isQuoted ? "“\(work.title)”" : work.title,
      joined([joined(work.institutions, " / "), date], ", "), label,
    ])
  }

  /// `Ekman, Alice, and Tobias Hartwig. 2020. “Title.” Institution, May 14, 2020.`
  private static func chicago(_ work: PlainWork) -> String {
    let names = work.authors.enumerated().map {
      $1.written($0 == 0 ? "Family, Given" : "Given Family")
    }
    let authors =
      names.count > 2
      ? names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1] : pair(names)
    let year = work.year.isEmpty ? "n.d." : work.year
    let isQuoted = ![.book, .report, .other].contains(work.kind)
    let title = isQuoted ? "“\(work.title)”" : work.title
    let institutions = joined(work.institutions, "; ")
    let date =
      work.day.isEmpty
      ? joined([work.month(), work.month().isEmpty ? "" : work.year], " ")
      : "\(work.month()) \(work.day), \(work.year)"
    let source: [String] =
      switch work.kind {
      case .article, .book: [institutions]
      case .web: [joined([institutions, date], ", ")]
      case .workingPaper: [joined([work.label, institutions], ", ")]
      case .report, .other: [work.label, institutions]
      }
    return sentences((authors.isEmpty ? [title, year] : [authors, year, title]) + source)
  }

  /// `Ekman, A. and Hartwig, T. (2020) ‘Title’, Institution, 14 May.`
  private static func harvard(_ work: PlainWork) -> String {
    let names = work.authors.map { person in
      // Initials stand together.
      person.written("Family, F.").split(separator: ". ", omittingEmptySubsequences: false)
        .joined(separator: ".")
    }
    let authors =
      names.count > 3
      ? names[0] + " et al."
      : joined([joined(Array(names.dropLast()), ", "), names.last ?? ""], " and ")
    let year = "(\(work.year.isEmpty ? "no date" : work.year))"
    let isQuoted = [.article, .web].contains(work.kind)
    let title = isQuoted ? "‘\(work.title)’" : work.title
    let institutions = joined(work.institutions, " and ")
    let day = work.kind == .web ? joined([work.day, work.month()], " ") : ""
    var source = [isQuoted ? "" : work.label, joined([institutions, day], ", ")]
    source = source.filter { !$0.isEmpty }
    if authors.isEmpty {
      let dated = "\(title) \(year)"
      return source.isEmpty
        ? closed(dated) : dated + " " + source.map(closed).joined(separator: " ")
    }
    let rest =
      isQuoted ? [joined([title] + source, ", ")] : [title] + source
    return "\(authors) \(year) " + rest.map(closed).joined(separator: " ")
  }

  // MARK: Parts

  private static func joined(_ parts: [String], _ separator: String) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
  }

  /// The comma of an inverted name wants another one behind it.
  private static func pair(_ names: [String]) -> String {
    guard names.count == 2 else { return names.first ?? "" }
    return names[0] + (names[0].contains(",") ? ", and " : " and ") + names[1]
  }

  /// Each closed with a stop, which stands before a closing quotation mark.
  private static func sentences(_ parts: [String]) -> String {
    joined(
      parts.map { part in
        part.hasSuffix("”")
          ? closed(String(part.dropLast())) + "”" : part.isEmpty ? "" : closed(part)
      }, " ")
  }

  /// With a stop unless it ends in a mark of its own, which may stand before a quotation mark.
  private static func closed(_ part: String) -> String {
    let end = part.last { $0 != "’" } ?? "."
    return ".?!…".contains(end) ? part : part + "."
  }
}

extension PlainExpression {
  /// `cite("apa")`, of the row in hand.
  static func citation(_ style: PlainCitation, as text: String) -> PlainExpression {
    PlainExpression("cite(\(text))", .text) { .text(style.entry(try PlainWork($0))) }
  }

  /// `bibkey()`, of the row in hand.
  static var key: PlainExpression {
    PlainExpression("bibkey()", .text) { .text(try PlainWork($0).key) }
  }

  /// `bibkey({ title: "Rivers", authors: authors, date: date })`
  static func key(
    _ title: PlainExpression, _ authors: PlainExpression?, _ date: PlainExpression
  ) -> PlainExpression {
    let author = authors.map { ", authors: \($0.text)" } ?? ""
    return PlainExpression(
      "bibkey({ title: \(title.text)\(author), date: \(date.text) })", .text,
      of: [title, date] + (authors.map { [$0] } ?? [])
    ) { row in
      .text(
        PlainWork(
          title: try title.value(row), authors: try authors?.value(row) ?? .missing,
          date: try date.value(row)
        ).key)
    }
  }
}
