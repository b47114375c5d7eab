package import PubQLModel

/// Writes whole records as a listing, so that reading it gives the same records.
///
/// The table must have the columns `id` (whole numbers of at most nine digits) and `title`; every
/// other column becomes a label. The column `source` is left out: it is where a record was read.
///
/// Not supported: line feeds outside of abstracts (written as spaces); blank lines in abstracts;
/// columns whose name is another word for a label or a name of the language, such as `published`
/// or `year`: they read back as `label_published`, `label_year`.
package struct ListingWriter: FormatWriter {
  package let name = "ciao"
  package let extensions = ["txt"]
  package let summary = "listings: whole records as a number and title, then labelled lines"

  package init() {}

  /// Bytes that are gathered before they are handed on.
  private static let pieceSize = 1 << 16

  package func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError) {
    var listing = ListingText(layout: try ListingLayout(table.columns))
    let cells = CellValues(of: table)
    for row in 0..<table.rowCount {
      try listing.add(row: row, cells)
      if listing.bytes.count >= Self.pieceSize { try hand(&listing.bytes, to: sink) }
    }
    try hand(&listing.bytes, to: sink)
  }

  private func hand(_ bytes: inout [UInt8], to sink: any ByteSink) throws(OutputError) {
    var failure: OutputError?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(OutputError) { try sink.write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Which column stands under which label, in the order of a listing.
struct ListingLayout {
  struct Entry {
    let columns: [Int]
    let label: String
    /// None for a label that the format does not know.
    let field: StandardField?
  }

  let id: Int
  let title: Int
  /// Unknown fields stand before the abstract: so a record mostly ends with places, where the
  /// header of the next is never in doubt.
  let entries: [Entry]

  init(_ columns: [TableColumn]) throws(OutputError) {
    var standard: [StandardField: Int] = [:]
    var others: [(name: String, column: Int)] = []
    for (index, column) in columns.enumerated() {
      let field = column.field ?? StandardField.allCases.first { Self.isName(column.name, of: $0) }
      if let field, standard[field] == nil {
        standard[field] = index
      } else if column.name != "source" {
        others.append((column.name, index))
      }
    }
    guard let id = standard[.id], let title = standard[.title] else {
      throw .failed(
        "the format `ciao` holds whole records; this table has no column "
          + "`\(standard[.id] == nil ? "id" : "title")`")
    }
    self.id = id
    self.title = title
    var entries: [Entry] = []
    func add(_ field: StandardField, _ label: String, _ more: [Int] = []) {
      let columns = (standard[field].map { [$0] } ?? []) + more
      if !columns.isEmpty { entries.append(Entry(columns: columns, label: label, field: field)) }
    }
    add(.authors, "Author")
    // Dates that could not be read come back to where they stood.
    add(.date, "Publication Date", others.filter { $0.name == Self.otherDates }.map(\.column))
    add(.type, "Content Type")
    add(.institutions, "Institution")
    for other in others where other.name != Self.otherDates {
      entries.append(
        Entry(columns: [other.column], label: try Self.label(of: other.name), field: nil))
    }
    add(.abstract, "Abstract")
    add(.topics, "Topic")
    add(.regions, "Political Geography")
    self.entries = entries
  }

  private static let otherDates = "publication_date"

  private static func isName(_ name: String, of field: StandardField) -> Bool {
    name == field.name || name == field.singular
  }

  /// The label that reads back as the field, or nearly so.
  private static func label(of name: String) throws(OutputError) -> String {
    let spaced = name.replacing("_")
    let capitalised = spaced.prefix(1).uppercased() + spaced.dropFirst()
    for label in [capitalised, name] where isUnknownLabel(label) {
      if ListingLabel.fieldName(label) == name { return label }
    }
    let marked = "Label " + spaced
    guard isUnknownLabel(marked) else {
      throw .failed("the format `ciao` has no label for the column `\(name)`; leave it out")
    }
    return marked
  }

  private static func isUnknownLabel(_ label: String) -> Bool {
    let line = Array("- \(label):".utf8)
    return line.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      var walk = ListingLines(base: base, count: buffer.count, range: 0..<buffer.count)
      guard let only = walk.next(), only.end == buffer.count else { return false }
      if case .unknown = walk.shape(of: only) { return true }
      return false
    }
  }
}

extension String {
  /// With spaces in the place of a character.
  fileprivate func replacing(_ character: Character) -> String {
    String(map { $0 == character ? " " : $0 })
  }
}
