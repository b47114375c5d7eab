extension CitedWork {
  /// Who stands before the title: the authors, or else the editors.
  var makers: (names: [PersonName], areEditors: Bool) {
    // The editors of a book that a chapter stands in did not make the chapter.
    let mayBeEdited = kind != .chapter && kind != .conference
    return authors.isEmpty && mayBeEdited ? (editors, !editors.isEmpty) : (authors, false)
  }

  /// Whether it stands in a book of papers.
  var isInVolume: Bool {
    kind == .chapter || kind == .conference && !container.isEmpty && !pages.isEmpty
  }

  /// `Policy Brief 12`, `Policy Brief`, `No. 12`; nothing for a plain report, book or article.
  var numberedType: String {
    let isPlain = ["report", "book", "other", "misc", ""].contains(typeName.lowercased())
    if number.isEmpty { return isPlain ? "" : typeName }
    return typeName.isEmpty ? "No. \(number)" : "\(typeName) \(number)"
  }

  /// Whether a thesis is one of a doctor or of a master; nil where its type does not say.
  var isDoctoral: Bool? {
    let type = typeName.lowercased()
    if type.contains("master") || type.contains("msc") { return false }
    if type.contains("phd") || type.contains("doctor") || type.contains("dissertation") {
      return true
    }
    return nil
  }

  /// `London: Publisher`
  func placeAndPublisher(joinedBy separator: String) -> String {
    CitationText.join([place, publisher(joinedBy: separator)], ": ")
  }

  /// `Vol. 2`
  func volumeLabel(_ word: String) -> String { volume.isEmpty ? "" : "\(word) \(volume)" }
}
