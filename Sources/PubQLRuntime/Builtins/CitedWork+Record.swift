import PubQLEngine
import PubQLModel

extension CitedWork {
  /// All fields that a citation looks at: the names of its parts, the first that a record has
  /// counting.
  static let fields =
    names.title + names.authors + names.editors + names.date + names.type + names.institutions
    + names.container + names.volume + names.number + names.edition + names.pages
    + names.publisher + names.place + names.doi + names.url

  private static let names = (
    title: ["title"],
    authors: ["authors", "author"],
    editors: ["editors", "editor"],
    date: ["date", "year"],
    type: ["type"],
    institutions: ["institutions", "institution"],
    container: [
      "journal", "journal_title", "container_title", "publication_title", "book_title",
      "booktitle", "book", "newspaper", "magazine", "website", "blog", "conference", "event",
    ],
    volume: ["volume"],
    number: ["issue", "number", "report_number", "series_number"],
    edition: ["edition"],
    pages: ["pages", "page"],
    publisher: ["publisher"],
    place: ["publisher_place", "place_of_publication", "place", "city"],
    doi: ["doi"],
    url: ["url", "link"]
  )

  /// A record as a work to cite. What it lacks stays empty.
  init(_ record: [RecordMember]) {
    self.init()
    let parts = CitedRecord(record)
    title = parts.text(Self.names.title)
    authors = parts.people(Self.names.authors)
    editors = parts.people(Self.names.editors)
    date = parts.date(Self.names.date)
    typeName = parts.text(Self.names.type)
    institutions = parts.texts(Self.names.institutions)
    container = parts.text(Self.names.container)
    volume = parts.text(Self.names.volume)
    number = parts.text(Self.names.number)
    edition = parts.text(Self.names.edition)
    pages = parts.text(Self.names.pages)
    publisher = parts.text(Self.names.publisher)
    place = parts.text(Self.names.place)
    doi = Self.withoutAddress(parts.text(Self.names.doi))
    url = parts.text(Self.names.url)
    kind = WorkKind(type: typeName) ?? (typeName.isEmpty ? guessedKind(parts) : .other)
  }

  /// Without a type, what a work stands in tells what it is.
  private func guessedKind(_ parts: CitedRecord) -> WorkKind {
    if parts.has(["journal", "journal_title"]) { return .article }
    if parts.has(["book_title", "booktitle", "book"]) { return .chapter }
    if parts.has(["newspaper", "magazine"]) { return .news }
    if parts.has(["website", "blog"]) { return .web }
    return parts.has(["conference", "event"]) ? .conference : .other
  }

  /// `10.1000/182` from `https://doi.org/10.1000/182` or `doi:10.1000/182`.
  private static func withoutAddress(_ doi: String) -> String {
    var rest = Substring(doi)
    while !rest.isEmpty, !rest.hasPrefix("10.") { rest.removeFirst() }
    return rest.isEmpty ? doi : String(rest)
  }
}

/// The members of a record, by the names that they may have.
private struct CitedRecord {
  private var values: [String: Value] = [:]

  init(_ record: [RecordMember]) {
    for member in record where !member.value.members.isEmpty {
      values[member.name] = member.value
    }
  }

  func has(_ names: [String]) -> Bool { names.contains { values[$0] != nil } }

  private func value(_ names: [String]) -> Value {
    for name in names { if let value = values[name] { return value } }
    return .missing
  }

  /// The texts of a field of many values, in one piece each.
  func texts(_ names: [String]) -> [String] {
    value(names).members.map(\.plainText).filter { !$0.isEmpty }
  }

  func text(_ names: [String]) -> String {
    texts(names).joined(separator: "; ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// People as they are, and the names in a text.
  func people(_ names: [String]) -> [PersonName] {
    value(names).members.flatMap { value -> [PersonName] in
      guard case .text(var text) = value else {
        return value.textual.map { [PersonName($0)] } ?? []
      }
      return text.withUTF8 { bytes in
        NameList(bytes).ranges.map { PersonName(utf8: UnsafeBufferPointer(rebasing: bytes[$0])) }
      }
    }
  }

  func date(_ names: [String]) -> PartialDate? {
    let value = value(names)
    return value.asDate ?? value.textual.flatMap { PartialDate.reading($0)?.date }
  }
}
