extension CitationStyle {
  /// Harvard style, as *Cite Them Right* has it.
  ///
  /// Up to three authors are named; of more, the first, then *et al.* Initials stand together.
  ///
  /// Not supported: italics, and the day on which a page was read, which no record tells.
  /// - Source: Pears and Shields, Cite Them Right, 12th edition (2022), the chapters on Harvard.
  static let harvard = CitationStyle(
    name: "harvard", summary: "Harvard, Cite Them Right, 12th edition"
  ) { HarvardEntry($0).text }
}

private struct HarvardEntry {
  let work: CitedWork

  init(_ work: CitedWork) { self.work = work }

  var text: String {
    var text = CitationText(isAmerican: false)
    if authors.isEmpty {
      text.add(title)
      let parts = source.filter { !$0.isEmpty }
      if parts.isEmpty { text.sentence("(\(year))") } else { text.add("(\(year))") }
      for part in parts { text.sentence(part) }
    } else {
      text.add(authors)
      text.add("(\(year))")
      addTitleAndSource(to: &text)
    }
    if !work.link.isEmpty { text.sentence("Available at: \(work.link)") }
    return text.text
  }

  /// A title in quotation marks is followed by a comma, another one by a stop.
  private func addTitleAndSource(to text: inout CitationText) {
    let parts = source.filter { !$0.isEmpty }
    guard isPart, let first = parts.first else {
      text.sentence(title)
      for part in parts { text.sentence(part) }
      return
    }
    text.sentence("\(title), \(first)")
    for part in parts.dropFirst() { text.sentence(part) }
  }

  // MARK: Author

  private static let mostAuthors = 3

  private var authors: String {
    let (people, areEditors) = work.makers
    let names = people.map { $0.text(.familyInitials, initialsApart: false) }
    guard let first = names.first else { return "" }
    let list =
      names.count > Self.mostAuthors
      ? "\(first) et al." : CitationText.list(names, "and", comma: false)
    return areEditors ? list + Self.editorLabel(names.count) : list
  }

  private static func editorLabel(_ count: Int) -> String { count == 1 ? " (ed.)" : " (eds)" }

  // MARK: Date

  private var year: String {
    let date = CitedDate(work.date)
    if date.isEmpty { return "no date" }
    if date.isUncertain { return "\(date.year)?" }
    return date.isApproximate ? "c. \(date.year)" : date.year
  }

  /// `14 May`
  private var dayAndMonth: String {
    CitedDate(work.date).dayAndMonth(seasons: CitedDate.britishSeasons) ?? ""
  }

  // MARK: Title

  /// Whether it is a part of something: then its title stands in quotation marks.
  private var isPart: Bool {
    switch work.kind {
    case .article, .news, .web, .chapter, .conference: true
    case .book, .report, .workingPaper, .thesis, .other: false
    }
  }

  private var title: String {
    isPart ? CitationQuotes.single(work.printedTitle) : work.printedTitle
  }

  // MARK: Source

  private var source: [String] {
    let publisher = work.placeAndPublisher(joinedBy: " and ")
    switch work.kind {
    case .article: return [work.container.isEmpty ? publisher : periodical]
    case .news, .web:
      let site = work.container.isEmpty ? work.publisher(joinedBy: " and ") : work.container
      return [CitationText.join([site, dayAndMonth, pages], ", ")]
    case .chapter, .conference: return work.isInVolume ? volume : [occasion]
    case .thesis:
      let type = work.isDoctoral.map { $0 ? "PhD thesis" : "Master’s thesis" } ?? "Thesis"
      return [type, work.publisher(joinedBy: " and ")]
    case .book: return [edition, work.volumeLabel("Vol."), publisher]
    case .report, .workingPaper, .other: return [edition, work.numberedType, publisher]
    }
  }

  private var edition: String { CitationText.edition(work.edition, "edn") }

  private var pages: String {
    let pages = CitedPages(work.pages)
    return pages.isEmpty ? "" : pages.labelled
  }

  /// `Journal, 12(3), pp. 45–67`
  private var periodical: String {
    let issue = work.number.isEmpty ? "" : "(\(work.number))"
    let number = work.volume + issue
    return CitationText.join(
      [work.container, number.isEmpty ? dayAndMonth : number, pages], ", ")
  }

  /// `in E. Editor and F. Editor (eds) Book`, `2nd edn`, `Place: Publisher, pp. 3–13`
  private var volume: [String] {
    let names = work.editors.map { $0.text(.initialsFamily, initialsApart: false) }
    let editors =
      names.count > Self.mostAuthors
      ? "\(names[0]) et al." : CitationText.list(names, "and", comma: false)
    let label = names.isEmpty ? "" : Self.editorLabel(names.count)
    let book =
      work.container.isEmpty
      ? "" : "in " + CitationText.join([editors + label, work.container], " ")
    let publisher = CitationText.join([work.placeAndPublisher(joinedBy: " and "), pages], ", ")
    return [book, edition, work.volumeLabel("Vol."), publisher]
  }

  private var occasion: String {
    let event = work.container.isEmpty ? work.publisher(joinedBy: " and ") : work.container
    return CitationText.join([event, work.place, dayAndMonth], ", ")
  }
}
