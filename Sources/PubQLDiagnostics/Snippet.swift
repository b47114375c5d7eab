import PubQLText

/// The lines of one text that a diagnostic marks, with the marks under them.
struct Snippet {
  /// A span with the words that stand at it.
  struct Mark {
    let span: SourceSpan
    let isPrimary: Bool
    let label: String
  }

  /// What a row shows to the right of the gutter.
  enum Row {
    /// Line number (from 1) and its text
    case source(Int, String)
    /// Marks and labels under the source row above
    case marks([MarkSegment])
    /// Lines are left out here
    case gap
  }

  private(set) var rows: [Row] = []
  /// The greatest line number that is shown.
  private(set) var lastNumber = 0

  /// The marked part of one line, in bytes of the file.
  private struct LineMark {
    let line: Int
    let start: Int
    let end: Int
    let isPrimary: Bool
    let label: String
  }

  /// - Parameters:
  ///   - marks: in `file`; the primary one, if it is there, comes first.
  ///   - cells: how many a line may take.
  init(of file: SourceFile, marks: [Mark], cells: Int) {
    let parts = marks.flatMap { Self.parts(of: $0, in: file) }
    let lines = Set(parts.map(\.line)).sorted()
    var previous: Int?
    for line in lines {
      if let previous, line == previous + 2 {
        append(file, previous + 1, [], cells)
      } else if let previous, line > previous + 2 {
        rows.append(.gap)
      }
      append(file, line, parts.filter { $0.line == line }, cells)
      previous = line
    }
  }

  private mutating func append(
    _ file: SourceFile, _ line: Int, _ parts: [LineMark], _ cells: Int
  ) {
    let first = parts.first { $0.isPrimary } ?? parts.first
    let start = first?.start ?? file.lineBytes(line).startIndex
    let source = SourceLine(
      of: file, line: line, focus: start..<max(start, first?.end ?? start), cells: cells)
    lastNumber = max(lastNumber, line + 1)
    rows.append(.source(line + 1, source.text))
    let marks = parts.map { part in
      let from = source.cell(of: part.start)
      return CellMark(
        start: from, end: max(from + 1, source.cell(after: part.end)),
        isPrimary: part.isPrimary, label: DisplayWidth.sanitised(part.label))
    }
    rows += MarkLayout.rows(of: marks, cells: cells).map { .marks($0) }
  }

  /// One part for a span in one line; for a longer one its first and its last line.
  private static func parts(of mark: Mark, in file: SourceFile) -> [LineMark] {
    var (start, end) = bounds(of: mark.span, in: file)
    let first = file.line(at: start)
    let last = file.line(at: max(start, end - 1))
    let firstEnd = file.lineBytes(first).endIndex
    if first == last {
      // A span may take in the line end; a mark there would be under nothing.
      if start > firstEnd { start = firstEnd }
      end = min(max(start, end), firstEnd)
      return [
        LineMark(
          line: first, start: start, end: end, isPrimary: mark.isPrimary, label: mark.label)
      ]
    }
    let bytes = file.lineBytes(last)
    let text = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.startIndex
    return [
      LineMark(line: first, start: start, end: firstEnd, isPrimary: mark.isPrimary, label: ""),
      LineMark(
        line: last, start: min(text, end), end: min(end, bytes.endIndex),
        isPrimary: mark.isPrimary, label: mark.label),
    ]
  }

  /// The span within the text. What is missing at the end of the text is shown after its last
  /// word, not on an empty line below.
  private static func bounds(of span: SourceSpan, in file: SourceFile) -> (Int, Int) {
    let start = min(max(0, span.start), file.bytes.count)
    let end = min(max(start, span.end), file.bytes.count)
    guard start == file.bytes.count,
      let last = file.bytes.lastIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) })
    else { return (start, end) }
    return file.line(at: last) == file.line(at: start) ? (start, end) : (last + 1, last + 1)
  }
}
