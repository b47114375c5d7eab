/// Reads listings: the format in which collections of publications are copied from web pages.
///
/// ```
/// 1971. The title, which may run
/// over lines
/// - Author:
/// - Alice Ekman and Cristina de Esperanza Picardo
/// - Abstract:
/// - A paragraph, which may be wrapped.
/// - Another paragraph.
/// ```
///
/// **Lines** end with LF, CRLF or CR; white space at their ends, no-break spaces and byte order
/// marks too, does not count. Values that are not UTF-8 are read as Windows-1252.
///
/// **Labels** are known by their letters (`ListingLabel`); a known one may lack the space after
/// the dash and may have its value behind it, though not within an abstract or an unknown field,
/// where that is text. A line of the shape of a label that a value follows is an unknown label:
/// its values become a field of their own. At most 200 different ones in a piece; what comes
/// later counts as text.
///
/// **Values** begin with a dash; other lines go on with the value above them. The paragraphs of
/// an abstract are joined by line feeds, the types by `; `; of several dates the first with a
/// digit counts and the others go to `publication_date`. A line below an empty dash is a value
/// whatever it looks like. Text after a blank line belongs to the value if the record goes on;
/// so does a line right below a value that does not look like its next line (it is one if the
/// value's line is 50 bytes or longer, ends with a comma, a hyphen or a word like *of*, or, in
/// an abstract, does not end a sentence; or if it begins with a small letter itself). Otherwise
/// it is page furniture: skipped and counted.
///
/// **Headers.** A line `digits. text` may be a header. It is one if a label follows within six
/// further lines of title, with no other such line between, and if one of these holds:
/// 1. the record in hand is not within an abstract or an unknown field;
/// 2. the record in hand has that label already;
/// 3. a blank line stands before it, and its number is over 20 (lists in abstracts are short);
/// 4. its number follows that of the record in hand and not that of a line like a header that
///    was found to be none, and it is over 20 or has a blank line before it.
///
/// Without a label it is a record of a title only, if its number follows that of the record in
/// hand, or is over 20 with blank lines around it, and it cannot be part of an abstract; before
/// the first record only if a record with a label and the next number comes next.
///
/// Not supported: numbers of more than nine digits; UTF-16; blank lines within an abstract (its
/// paragraphs are kept apart by one line feed).
package struct ListingReader: FormatReader {
  package let name = "ciao"
  package let extensions = ["txt"]
  package let summary = "listings: a number and title, then labelled lines"

  package init() {}

  /// Lines at the beginning of a text that show its format.
  private static let sniffedLines = 200

  package func confidence(_ beginning: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = beginning.baseAddress else { return 0 }
    var walk = ListingLines(base: base, count: beginning.count, range: 0..<beginning.count)
    var labels = 0
    for _ in 0..<Self.sniffedLines {
      guard let line = walk.next() else { break }
      if line.isBlank { continue }
      switch walk.shape(of: line) {
      case .header: if case .label(.some) = walk.ahead().outcome { return 95 }
      case .label: labels += 1
      case .text, .value, .inline, .unknown: break
      }
    }
    return labels > 1 ? 60 : labels * 20
  }

  package func recordStart(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    guard let base = text.baseAddress, offset >= 0, offset < text.count else { return text.count }
    var walk = ListingLines(base: base, count: text.count, range: offset..<text.count)
    let isLineStart = offset == 0 || base[offset - 1] == 0x0A || base[offset - 1] == 0x0D
    if !isLineStart { _ = walk.next() }
    return walk.sureHeader(isAtBeginning: offset == 0)
  }

  package func read(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> RawRecords {
    let range = range.clamped(to: 0..<text.count)
    // An empty text has no address; one that nothing is read from does as well.
    guard let base = text.baseAddress else {
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { none in
        none.baseAddress.map { read(UnsafePointer($0), 0, 0..<0) } ?? RawRecords(forms: [:])
      }
    }
    return read(base, text.count, range)
  }

  private func read(_ base: UnsafePointer<UInt8>, _ count: Int, _ range: Range<Int>) -> RawRecords {
    var parser = ListingParser(base: base, count: count, range: range)
    return parser.run()
  }
}
