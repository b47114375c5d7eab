import PubQLText

extension DiagnosticRenderer {
  /// More places than this are not drawn: nobody reads them.
  private static let secondaryLimit = 8

  /// A diagnostic as lines of text, the last with its line end.
  ///
  /// Shape: what is wrong; for a file its place; the marked lines with their numbers and carets;
  /// what helps. Problems of data files take one line: `note[PQ0301] file.txt:12: …`.
  package func text(_ diagnostic: Diagnostic) -> String {
    var lines = [header(diagnostic)]
    if let span = diagnostic.span {
      for (file, marks) in marksByFile(diagnostic) {
        guard let source = sources[file] else { continue }
        if source.showsPlace || file != span.file {
          let start = marks.first?.span.start ?? 0
          let (line, column) = source.position(at: start)
          let name = DisplayWidth.sanitised(source.name)
          lines.append(paint(" -->", .blue) + " \(name):\(line):\(column)")
        }
        lines += snippet(source, marks, diagnostic.severity)
      }
    }
    if let help = diagnostic.help {
      for (index, line) in help.split(separator: "\n").enumerated() {
        let start = index == 0 ? "  " + paint("help:", .cyan) + " " : "        "
        lines.append(start + DisplayWidth.sanitised(String(line)))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func header(_ diagnostic: Diagnostic) -> String {
    let kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code.description)]"
    let painted = paint(
      DisplayWidth.sanitised(kind), Style(of: diagnostic.severity), isBold: true)
    let message = DisplayWidth.sanitised(diagnostic.message)
    guard case .data(let file, let line) = diagnostic.place else {
      return painted + ": " + message
    }
    let place = DisplayWidth.sanitised(file) + (line > 0 ? ":\(line)" : "")
    return painted + " " + place + ": " + message
  }

  /// The marks of each text, that of the problem first.
  private func marksByFile(_ diagnostic: Diagnostic) -> [(SourceID, [Snippet.Mark])] {
    guard let span = diagnostic.span else { return [] }
    var groups: [(SourceID, [Snippet.Mark])] = [
      (span.file, [Snippet.Mark(span: span, isPrimary: true, label: diagnostic.label)])
    ]
    for (span, label) in diagnostic.secondary.prefix(Self.secondaryLimit) {
      let mark = Snippet.Mark(span: span, isPrimary: false, label: label)
      if let group = groups.firstIndex(where: { $0.0 == span.file }) {
        groups[group].1.append(mark)
      } else {
        groups.append((span.file, [mark]))
      }
    }
    return groups
  }

  private func snippet(
    _ file: SourceFile, _ marks: [Snippet.Mark], _ severity: Severity
  ) -> [String] {
    // The gutter is two blanks, the number and ` | `.
    let digits = String(file.lineStarts.count).count
    let snippet = Snippet(of: file, marks: marks, cells: width - digits - 5)
    let gutter = String(snippet.lastNumber).count
    let empty = String(repeating: " ", count: gutter + 2)
    return snippet.rows.map { row in
      switch row {
      case .source(let number, let text):
        let start = "  " + DisplayWidth.pad(String(number), to: gutter, alignRight: true) + " |"
        return paint(start, .blue) + (text.isEmpty ? "" : " " + text)
      case .marks(let segments):
        return paint(empty + " |", .blue) + " " + draw(segments, severity)
      case .gap:
        return paint("  ...", .blue)
      }
    }
  }

  private func draw(_ segments: [MarkSegment], _ severity: Severity) -> String {
    var row = ""
    var column = 0
    for segment in segments {
      row += String(repeating: " ", count: max(0, segment.column - column))
      row += paint(segment.text, segment.isPrimary ? Style(of: severity) : .blue)
      column = max(column, segment.column) + DisplayWidth.width(of: segment.text)
    }
    return row
  }

  /// The colours in use, by their ANSI numbers.
  private enum Style: Int {
    case red = 31
    case yellow = 33
    case blue = 34
    case cyan = 36

    init(of severity: Severity) {
      switch severity {
      case .error: self = .red
      case .warning: self = .yellow
      case .note: self = .cyan
      }
    }
  }

  private func paint(_ text: String, _ style: Style, isBold: Bool = false) -> String {
    guard color else { return text }
    return "\u{1B}[\(isBold ? "1;" : "")\(style.rawValue)m\(text)\u{1B}[0m"
  }
}
