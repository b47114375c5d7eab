extension CitationStyle {
  /// MLA style.
  ///
  /// One author or two are named; of more, the first, then *et al.* An organisation that publishes
  /// its own work is named as its publisher only. A work without a date has none.
  ///
  /// Not supported: italics.
  /// - Source: MLA Handbook, 9th edition (2021), chapter 5 (the list of works cited).
  static let mla = CitationStyle(name: "mla", summary: "MLA, 9th edition") { MLAEntry($0).text }
}

private struct MLAEntry {
  let work: CitedWork

  init(_ work: CitedWork) { self.work = work }

  var text: String {
    var text = CitationText(isAmerican: true)
    text.sentence(authors)
    text.sentence(title)
    for part in containers { text.sentence(part) }
    return text.text
  }

  // MARK: Author

  private var authors: String {
    let (people, areEditors) = work.makers
    guard let first = people.first, !work.isAuthor(publisher) else { return "" }
    let name = first.text(.familyGiven)
    let label = areEditors ? (people.count == 1 ? ", editor" : ", editors") : ""
    if people.count > 2 { return name + ", et al." + label }
    guard people.count == 2 else { return name + label }
    // The comma of an inverted name wants one behind it.
    let separator = name.contains(",") ? ", and " : " and "
    return name + separator + people[1].text(.givenFamily) + label
  }

  // MARK: Title

  private var title: String {
    switch work.kind {
    case .article, .news, .web, .chapter, .conference:
      CitationQuotes.double(work.printedTitle)
    default: work.printedTitle
    }
  }

  // MARK: Date

  private static let months = [
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
  ]
  private static let seasons = ["spring", "summer", "fall", "winter"]

  private var year: String {
    let date = CitedDate(work.date)
    if date.isEmpty { return "" }
    if date.isUncertain { return "[\(date.year)?]" }
    return date.isApproximate ? "[circa \(date.year)]" : date.year
  }

  /// `14 May 2020`
  private var date: String {
    let part = CitedDate(work.date).dayAndMonth(months: Self.months, seasons: Self.seasons)
    return CitationText.join([part ?? "", year], " ")
  }

  // MARK: Containers

  private var publisher: String { work.publisher(joinedBy: " / ") }

  private var containers: [String] {
    switch work.kind {
    case .article:
      let name = work.container.isEmpty ? publisher : work.container
      return [list([name, volume, issue, date, pages, work.link])]
    case .news, .web:
      let name = work.container.isEmpty ? publisher : work.container
      return [list([name, date, pages, work.link])]
    case .chapter:
      return [list([work.container, editors, edition, volume, publisher, year, pages, work.link])]
    case .conference:
      guard work.isInVolume else {
        let event = work.container.isEmpty ? publisher : work.container
        return [list([event, date, work.place, work.link])]
      }
      return [list([work.container, editors, edition, volume, publisher, year, pages, work.link])]
    case .thesis:
      let type = work.isDoctoral.map { $0 ? "PhD dissertation" : "Master’s thesis" } ?? "Thesis"
      return [year, list([publisher, type, work.link])]
    case .book: return [list([edition, volume, publisher, year, work.link])]
    case .report, .workingPaper, .other:
      return [list([edition, publisher, date, work.link]), work.numberedType]
    }
  }

  private var volume: String { work.volumeLabel("vol.") }
  private var issue: String { work.number.isEmpty ? "" : "no. \(work.number)" }
  private var edition: String { CitationText.edition(work.edition, "ed.") }

  private var pages: String {
    let pages = CitedPages(work.pages).shortened(.mla)
    return pages.isEmpty ? "" : pages.labelled
  }

  private var editors: String {
    let names = work.editors.map { $0.text(.givenFamily) }
    guard let first = names.first else { return "" }
    return "edited by " + (names.count > 2 ? "\(first) et al." : names.joined(separator: " and "))
  }

  /// Elements with commas between; the first begins with a capital where it is a word of ours.
  private func list(_ parts: [String]) -> String {
    let text = CitationText.join(parts, ", ")
    for word in ["vol. ", "no. ", "edited by ", "p. ", "pp. "] where text.hasPrefix(word) {
      return text.prefix(1).uppercased() + text.dropFirst()
    }
    return text
  }
}
