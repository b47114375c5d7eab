import PubQLText

/// What sort of work a citation is of: styles treat each in its own way.
package enum WorkKind: Sendable, Equatable {
  case article
  case news
  case book
  case chapter
  case report
  case workingPaper
  /// A blog post, a commentary: published on a website
  case web
  case thesis
  case conference
  case other

  /// The kind that a type of publication means, such as `Policy Brief`; nil for an unknown one.
  ///
  /// A type means the first kind of the list below that has a word or phrase of it.
  package init?(type: String) {
    let words = Words.words(type).map { String(decoding: $0, as: UTF8.self) }
    let text = " \(words.joined(separator: " ")) "
    let found = Self.phrases.first { _, phrases in
      phrases.contains { text.contains(" \($0) ") }
    }
    guard let found else { return nil }
    self = found.kind
  }

  private static let phrases: [(kind: WorkKind, phrases: [String])] = [
    (.chapter, ["chapter", "incollection", "inbook", "book section"]),
    (.thesis, ["thesis", "dissertation", "phdthesis", "mastersthesis"]),
    (.conference, ["conference", "proceedings", "inproceedings", "presentation"]),
    (.news, ["newspaper", "news", "magazine", "op ed", "opinion"]),
    (.article, ["journal", "article", "book review", "review"]),
    (.web, ["blog", "post", "web", "webpage", "website", "online", "commentary", "podcast"]),
    (
      .workingPaper,
      ["working paper", "working papers", "discussion paper", "preprint", "workingpaper", "draft"]
    ),
    (
      .report,
      [
        "report", "brief", "briefing", "paper", "memo", "memorandum", "techreport", "testimony",
        "study", "survey", "note", "analysis", "fact sheet", "backgrounder", "white paper",
      ]
    ),
    (.book, ["book", "ebook", "monograph", "handbook", "edited volume", "collection"]),
  ]
}
