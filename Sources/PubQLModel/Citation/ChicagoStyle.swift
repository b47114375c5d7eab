extension CitationStyle {
  /// Chicago style, author and date.
  ///
  /// Up to ten authors are named; of more, the first seven, then *et al.* Only the first is
  /// inverted. Parts of larger works and unpublished ones have their titles in quotation marks.
  ///
  /// Not supported: italics.
  /// - Source: The Chicago Manual of Style, 17th edition (2017), chapter 15 (author-date) with the
  ///   examples of chapter 14.
  static let chicago = CitationStyle(
    name: "chicago", summary: "Chicago, author-date, 17th edition"
  ) { ChicagoEntry($0).text }
}

private struct ChicagoEntry {
  let work: CitedWork

  init(_ work: CitedWork) { self.work = work }

  var text: String {
    var text = CitationText(isAmerican: true)
    if authors.isEmpty {
      text.sentence(title)
      text.sentence(year)
    } else {
      text.sentence(authors)
      text.sentence(year)
      text.sentence(title)
    }
    for part in source { text.sentence(part) }
    text.sentence(work.link)
    return text.text
  }

  // MARK: Author

  private static let mostAuthors = 10
  private static let authorsOfMany = 7

  private var authors: String {
    let (people, areEditors) = work.makers
    let list = Self.list(people)
    return areEditors ? list + (people.count == 1 ? ", ed." : ", eds.") : list
  }

  private static func list(_ people: [PersonName]) -> String {
    let names = people.enumerated().map { place, name in
      name.text(place == 0 ? .familyGiven : .givenFamily)
    }
    guard names.count <= mostAuthors else {
      return names.prefix(authorsOfMany).joined(separator: ", ") + ", et al."
    }
    // The comma of an inverted name wants one behind it.
    if names.count == 2, names[0].contains(",") { return names.joined(separator: ", and ") }
    return CitationText.list(names, "and", comma: true)
  }

  // MARK: Date

  private var date: CitedDate { CitedDate(work.date) }

  private var year: String {
    if date.isEmpty { return "n.d." }
    if date.isUncertain { return "[\(date.year)?]" }
    return date.isApproximate ? "[ca. \(date.year)]" : date.year
  }

  /// `May 14, 2020`; empty where only the year is known.
  private var fullDate: String {
    guard let part = date.part(seasons: CitedDate.americanSeasons) else { return "" }
    return date.day.map { "\(part) \($0), \(date.year)" } ?? "\(part) \(date.year)"
  }

  // MARK: Title

  private var title: String {
    switch work.kind {
    case .book, .report, .other: work.printedTitle
    default: CitationQuotes.double(work.printedTitle)
    }
  }

  // MARK: Source

  private var source: [String] {
    let publisher = work.placeAndPublisher(joinedBy: "; ")
    switch work.kind {
    case .article: return [work.container.isEmpty ? publisher : periodical]
    case .news, .web:
      let site = work.container.isEmpty ? work.publisher(joinedBy: "; ") : work.container
      return [CitationText.join([site, fullDate], ", ")]
    case .chapter, .conference: return work.isInVolume ? volume : [occasion]
    case .thesis:
      let type = work.isDoctoral.map { $0 ? "PhD diss." : "Master’s thesis" } ?? "Thesis"
      return [CitationText.join([type, work.publisher(joinedBy: "; ")], ", ")]
    case .workingPaper:
      return [
        CitationText.join(
          [work.numberedType, work.publisher(joinedBy: "; "), work.place], ", ")
      ]
    case .book: return [edition, work.volumeLabel("Vol."), publisher]
    case .report, .other: return [edition, work.numberedType, publisher]
    }
  }

  private var edition: String { CitationText.edition(work.edition, "ed.") }

  /// `Journal 12 (3): 45–67`, `Journal, no. 3: 45–67`, `Journal, May 2020, 45–67`
  private var periodical: String {
    let pages = CitedPages(work.pages).shortened(.chicago).text
    if work.volume.isEmpty && work.number.isEmpty {
      return CitationText.join([work.container, fullDate, pages], ", ")
    }
    let issue =
      work.volume.isEmpty
      ? ", no. \(work.number)"
      : " \(work.volume)" + (work.number.isEmpty ? "" : " (\(work.number))")
    return CitationText.join([work.container + issue, pages], ": ")
  }

  /// `In Book, edited by A and B, 3–13`, `Place: Publisher`
  private var volume: [String] {
    let publisher = work.placeAndPublisher(joinedBy: "; ")
    guard !work.container.isEmpty else { return [publisher] }
    let editors = CitationText.list(
      work.editors.map { $0.text(.givenFamily) }, "and", comma: true)
    let parts = [
      work.container, edition, work.volumeLabel("vol."),
      editors.isEmpty ? "" : "edited by \(editors)",
      CitedPages(work.pages).shortened(.chicago).text,
    ]
    return ["In " + CitationText.join(parts, ", "), publisher]
  }

  private var occasion: String {
    let event = work.container.isEmpty ? work.publisher(joinedBy: "; ") : work.container
    let parts = CitationText.join([event, work.place, fullDate], ", ")
    return parts.isEmpty ? "" : "Paper presented at \(parts)"
  }
}
