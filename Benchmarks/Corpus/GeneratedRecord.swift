/// A record as it was meant, before it is written as a listing.
package struct GeneratedRecord: Sendable, Equatable {
  package var id: Int
  package var title: String
  package var authors: [String] = []
  /// EDTF
  package var date: String?
  package var type: String?
  package var institutions: [String] = []
  package var abstract: String?
  package var topics: [String] = []
  package var regions: [String] = []
  /// How the listing has it.
  package var layout = Layout()

  package init(id: Int, title: String) {
    self.id = id
    self.title = title
  }

  /// The parts of a listing that may be written in more than one way.
  package struct Layout: Sendable, Equatable {
    /// The date as printed; nil where the record has none.
    package var date: String?
    /// Each author, topic or region on a line of its own.
    package var authorLines = false
    package var topicLines = false
    package var regionLines = false
  }
}

extension GeneratedRecord {
  /// Appends the record in the listing format, and a blank line.
  package func appendListing(to out: inout [UInt8]) {
    out.append(contentsOf: String(id).utf8)
    out.append(contentsOf: ". ".utf8)
    out.append(contentsOf: title.utf8)
    out.append(newline)
    append("Author", layout.authorLines ? authors : [Self.prose(authors)], to: &out)
    append("Publication Date", [layout.date ?? ""], to: &out)
    append("Content Type", [type ?? ""], to: &out)
    append("Institution", institutions, to: &out)
    append("Abstract", [abstract ?? ""], to: &out)
    append("Topic", layout.topicLines ? topics : [Self.prose(topics)], to: &out)
    append("Political Geography", layout.regionLines ? regions : [Self.prose(regions)], to: &out)
    out.append(newline)
  }

  /// A label and its values; nothing when there is no value.
  private func append(_ label: String, _ values: [String], to out: inout [UInt8]) {
    guard let first = values.first, !first.isEmpty else { return }
    out.append(contentsOf: "- ".utf8)
    out.append(contentsOf: label.utf8)
    out.append(contentsOf: ":\n".utf8)
    for value in values {
      out.append(contentsOf: "- ".utf8)
      out.append(contentsOf: value.utf8)
      out.append(newline)
    }
  }

  /// A list as English writes it: `A`, `A and B`, `A, B, and C`.
  package static func prose(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    if names.count == 2 { return "\(names[0]) and \(last)" }
    return names.dropLast().joined(separator: ", ") + ", and " + last
  }
}

private let newline = UInt8(ascii: "\n")
