import PubQLModel

/// What a citation tells of a record of the corpora: they have no journals, volumes and addresses.
struct PlainWork {
  var title = ""
  var authors: [PlainPerson] = []
  var date: PartialDate?
  var type = ""
  var institutions: [String] = []

  init(title: PlainValue, authors: PlainValue, date: PlainValue) {
    let texts = title.members.map(\.shown).filter { !$0.isEmpty }
    self.title = texts.joined(separator: "; ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    self.authors = authors.members.map { PlainPerson($0.text ?? "") }
    if case .date(let date) = date { self.date = date }
  }

  /// The row in hand.
  init(_ row: PlainRow) throws {
    self.init(title: try row["title"], authors: try row["authors"], date: try row["date"])
    type = try row["type"].text ?? ""
    institutions = try row["institutions"].members.compactMap(\.text)
  }

  /// What the types of the corpora are cited as.
  enum Kind {
    case article, web, book, workingPaper, report, other
  }

  var kind: Kind {
    switch type {
    case "Journal Article": .article
    case "Commentary and Analysis": .web
    case "Book": .book
    case "Working Paper": .workingPaper
    case "": .other
    default: .report
    }
  }

  /// The type where it tells something.
  var label: String { kind == .book ? "" : type }

  // MARK: Date

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let shortNames = [
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
  ]

  private var parts: [String] { date?.edtf.split(separator: "-").map(String.init) ?? [] }

  /// `2020`, `2019–2021`, `2010s`; empty where there is none.
  var year: String {
    guard let date, let first = PlainDates.first(date), let last = PlainDates.last(date) else {
      return ""
    }
    if date.edtf.hasSuffix("X") { return "\(first.year)s" }
    return first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)"
  }

  func month(isShort: Bool = false) -> String {
    guard parts.count > 1, let number = Int(parts[1]) else { return "" }
    return (isShort ? Self.shortNames : Self.names)[number - 1]
  }

  var day: String { parts.count > 2 ? "\(Int(parts[2]) ?? 0)" : "" }

  // MARK: Key

  /// `ekman2020towards`
  var key: String {
    let name = authors.first.map { Self.ascii(PlainFunction.words($0.family).joined()) } ?? ""
    let year = date.flatMap(PlainDates.first).map { "\($0.year)" } ?? "nd"
    let words = PlainFunction.words(title)
    let word = words.first { !Self.articles.contains($0) } ?? words.first
    return (name.isEmpty ? "anon" : name) + year + (word.map(Self.ascii) ?? "untitled")
  }

  /// Of letters that have no such form the first four by their numbers.
  private static func ascii(_ text: String) -> String {
    var numbers = 0
    return text.unicodeScalars.map { scalar in
      if "a"..."z" ~= scalar || "0"..."9" ~= scalar { return String(scalar) }
      numbers += scalar.isASCII ? 0 : 1
      return scalar.isASCII || numbers > 4 ? "" : "u" + String(scalar.value, radix: 16)
    }.joined()
  }

  /// In the languages of titles.
  private static let articles = Set(
    """
    the a an le la les l un une el los las una il lo gli i o os as um uma der die das ein eine het
    een
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
