/// What a citation tells of a work.
///
/// Shape: a part that is not known is empty, or nil. Titles are as printed: no style changes their
/// capitals, for no text tells which words are names.
package struct CitedWork: Sendable {
  package var title = ""
  package var authors: [PersonName] = []
  package var editors: [PersonName] = []
  package var date: PartialDate?
  package var kind = WorkKind.other
  /// The kind as the source calls it: `Policy Brief`.
  package var typeName = ""
  package var institutions: [String] = []
  /// The journal, newspaper, book or website that it is part of.
  package var container = ""
  package var volume = ""
  /// The issue of a journal, or the number of a report in its series.
  package var number = ""
  package var edition = ""
  /// As printed: `45-67`, `xii`, `e1024`.
  package var pages = ""
  package var publisher = ""
  package var place = ""
  /// Without `https://doi.org/`.
  package var doi = ""
  package var url = ""

  package init() {}

  /// Where the work can be found, as an address.
  var link: String { doi.isEmpty ? url : "https://doi.org/\(doi)" }

  /// The publisher, or else the institutions.
  func publisher(joinedBy separator: String) -> String {
    publisher.isEmpty ? institutions.joined(separator: separator) : publisher
  }

  /// Whether the publisher, as a style writes it, is the author too.
  func isAuthor(_ publisher: String) -> Bool {
    authors.count == 1 && authors[0].isCorporate && authors[0].family == publisher
  }

  /// The title without a stop of its own; *[Untitled]* where there is none.
  var printedTitle: String {
    guard title.hasSuffix("."), !title.hasSuffix("..") else {
      return title.isEmpty ? "[Untitled]" : title
    }
    let lastWord = title.dropLast().split(separator: " ").last ?? ""
    return lastWord.contains(".") ? title : String(title.dropLast())
  }
}
