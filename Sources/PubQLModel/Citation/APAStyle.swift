extension CitationStyle {
  /// APA style.
  ///
  /// Up to 20 authors are named; of more, the first nineteen and the last. Reports, working papers,
  /// posts, news and conference papers have month and day, where known; articles, books and theses
  /// the year. A report has its number in parentheses, or its type in brackets.
  ///
  /// Not supported: italics, and the small letters that the manual wants in titles.
  /// - Source: Publication Manual of the American Psychological Association, 7th edition (2020),
  ///   chapters 9 (elements of references) and 10 (examples).
  static let apa = CitationStyle(name: "apa", summary: "APA, 7th edition") { APAEntry($0).text }
}

private struct APAEntry {
  let work: CitedWork

  init(_ work: CitedWork) { self.work = work }

  var text: String {
    var text = CitationText(isAmerican: true)
    if authors.isEmpty {
      text.sentence(title)
      text.sentence("(\(date))")
    } else {
      text.sentence(authors)
      text.sentence("(\(date))")
      text.sentence(title)
    }
    text.sentence(source)
    text.add(work.link)
    return text.text
  }

  // MARK: Author

  private static let mostAuthors = 20

  private var authors: String {
    let (people, areEditors) = work.makers
    let names = people.map { $0.text(.familyInitials) }
    guard areEditors else { return Self.list(names) }
    return Self.list(names) + (names.count == 1 ? " (Ed.)" : " (Eds.)")
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    if names.count > mostAuthors {
      return names.prefix(mostAuthors - 1).joined(separator: ", ") + ", … " + last
    }
    return names.dropLast().joined(separator: ", ") + ", & " + last
  }

  // MARK: Date

  private var date: String {
    let date = CitedDate(work.date)
    if date.isEmpty { return "n.d." }
    let year = (date.isApproximate || date.isUncertain ? "ca. " : "") + date.year
    guard hasFullDate, let part = date.part(seasons: CitedDate.americanSeasons) else {
      return year
    }
    return "\(year), \(part)" + (date.day.map { " \($0)" } ?? "")
  }

  private var hasFullDate: Bool {
    switch work.kind {
    case .report, .workingPaper, .web, .news, .conference, .other: true
    case .article, .book, .chapter, .thesis: false
    }
  }

  // MARK: Title

  private var title: String {
    let title = work.printedTitle
    switch work.kind {
    case .article, .news, .web, .chapter: return title
    case .thesis:
      let type =
        work.isDoctoral.map { $0 ? "Doctoral dissertation" : "Master’s thesis" } ?? "Thesis"
      return "\(title) [\(CitationText.join([type, work.publisher(joinedBy: "; ")], ", "))]"
    case .conference: return work.isInVolume ? title : title + " [Conference paper]"
    case .book: return title + parenthetical([edition, work.volumeLabel("Vol.")])
    case .report, .workingPaper, .other: return title + reportLabel
    }
  }

  private var edition: String { CitationText.edition(work.edition, "ed.") }

  private func parenthetical(_ parts: [String]) -> String {
    let text = CitationText.join(parts, ", ")
    return text.isEmpty ? "" : " (\(text))"
  }

  /// ` (Policy Brief No. 12)`, ` [Policy brief]`
  private var reportLabel: String {
    if !work.number.isEmpty {
      return parenthetical([CitationText.join([work.typeName, "No. \(work.number)"], " ")])
    }
    return work.numberedType.isEmpty ? "" : " [\(Self.sentenceCase(work.numberedType))]"
  }

  /// Small letters behind the first word, but for words with capitals inside.
  private static func sentenceCase(_ text: String) -> String {
    let words = text.split(separator: " ")
    let rest = words.dropFirst().map { word in
      word.count { $0.isUppercase } > 1 ? String(word) : word.lowercased()
    }
    return (words.prefix(1).map { String($0) } + rest).joined(separator: " ")
  }

  // MARK: Source

  private var source: String {
    switch work.kind {
    case .article, .news: return periodical
    case .chapter, .conference: return work.isInVolume ? volume : occasion
    case .web: return work.container.isEmpty ? publisher : work.container
    case .thesis: return ""
    case .book, .report, .workingPaper, .other: return publisher
    }
  }

  /// Left out where it is the author.
  private var publisher: String {
    let publisher = work.publisher(joinedBy: "; ")
    return work.isAuthor(publisher) ? "" : publisher
  }

  /// `Journal, 12(3), 45–67`
  private var periodical: String {
    guard !work.container.isEmpty else { return publisher }
    let issue = work.number.isEmpty ? "" : "(\(work.number))"
    return CitationText.join([work.container, work.volume + issue, pages], ", ")
  }

  /// An article number instead of pages is called one.
  private var pages: String {
    let pages = CitedPages(work.pages).text
    let digits = pages.dropFirst()
    let isNumber = !digits.isEmpty && digits.allSatisfy(\.isNumber)
    return pages.lowercased().hasPrefix("e") && isNumber ? "Article \(pages)" : pages
  }

  /// `In E. Editor & F. Editor (Eds.), Book (2nd ed., Vol. 2, pp. 3–13). Publisher`
  private var volume: String {
    guard !work.container.isEmpty else { return publisher }
    let editors = work.editors.map { $0.text(.initialsFamily) }
    let names = editors.count == 2 ? editors.joined(separator: " & ") : Self.list(editors)
    let label = editors.isEmpty ? "" : editors.count == 1 ? " (Ed.), " : " (Eds.), "
    let pages = CitedPages(work.pages)
    let book =
      work.container
      + parenthetical([
        edition, work.volumeLabel("Vol."), pages.isEmpty ? "" : pages.labelled,
      ])
    return CitationText.join(
      [CitationQuotes.closedInside("In \(names)\(label)\(book)"), publisher], " ")
  }

  private var occasion: String {
    CitationText.join(
      [work.container.isEmpty ? publisher : work.container, work.place], ", ")
  }
}
