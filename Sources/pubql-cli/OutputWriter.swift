import PubQL

#if canImport(Glibc)
  import Glibc
#endif

/// Shows results on standard output, or writes them to a file.
final class OutputWriter {
  private let options: OutputOptions
  /// The rows of the last result.
  private(set) var lastRowCount = 0
  private(set) var hadNotes = false
  private var shown = 0
  /// Where `-o` writes, from the first byte on.
  private var file: OutputFile?

  init(_ options: OutputOptions) { self.options = options }

  private var style: ReportStyle { options.reportStyle }

  /// The format: as told, by the ending of the output file, a table on a terminal, else TSV.
  private var format: String {
    if let format = options.format { return format }
    if let output = options.file { return Reference.outputFormat(forPath: output) ?? "tsv" }
    return StandardOutput.isTerminal ? "table" : "tsv"
  }

  private var isHuman: Bool {
    Reference.outputFormats.contains { $0.name == format && $0.isHuman }
  }

  func receive(_ output: Output) throws(PubQLError) {
    switch output {
    case .result(let result): try show(result)
    case .printed(let text): try emit(text + "\n")
    case .note(let note):
      // An empty result is an answer; the note only says why.
      if note.code != "PQ0222" { hadNotes = true }
      if !options.quiet || options.strict { Report.show(note, style: style) }
    case .timed(let time): StandardError.print(options.time == .json ? time.json : time.line)
    case .saved(let path, let rows):
      if !options.quiet {
        StandardError.print("wrote \(rows.counted("row")) to \(path)")
      }
    case .loaded(let report): tell(report)
    }
  }

  /// What was loaded: a line when somebody watches, or when something was odd.
  func tell(_ report: LoadReport) {
    if report.problemCount > 0 { hadNotes = true }
    guard !options.quiet, report.problemCount > 0 || StandardError.isTerminal else { return }
    StandardError.print(report.summary)
  }

  private func show(_ result: QueryResult) throws(PubQLError) {
    lastRowCount = result.rowCount
    defer { shown += 1 }
    guard isHuman else {
      if shown > 0, format == "svg" {
        throw PubQLError(
          .output, "there is a second picture, and a file holds one",
          help: "write each to its own file with `save \"NAME.svg\"`", code: "PQ0457")
      }
      if shown > 0, format == "tsv" || format == "csv" || format == "md" { try emit("\n") }
      return try result.write(format: format) { bytes throws(PubQLError) in try emit(bytes) }
    }
    if shown > 0 { try emit("\n") }
    var display = options.display
    display.format = format
    let drawn = result.text(display)
    if let damage = result.damage { throw damage }
    try emit(drawn.text)
    guard let footer = drawn.footer else { return }
    if options.file == nil && StandardOutput.isTerminal {
      try emit(footer + "\n")
    } else if !options.quiet {
      StandardError.print(footer)
    }
  }

  private func emit(_ text: String) throws(PubQLError) {
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { (bytes) throws(PubQLError) in try emit(bytes) }
  }

  private func emit(_ bytes: UnsafeBufferPointer<UInt8>) throws(PubQLError) {
    if let path = options.file {
      try outputFile(path).write(bytes)
    } else {
      try StandardOutput.write(bytes)
    }
  }

  private func outputFile(_ path: String) throws(PubQLError) -> OutputFile {
    if let file { return file }
    let new = try OutputFile(path, replacing: options.force)
    file = new
    return new
  }

  /// Puts the output file in its place, and gives the exit code.
  func finish() throws -> Int32 {
    if let path = options.file { try outputFile(path).commit() }
    if options.strict && hadNotes { return 4 }
    return options.exitStatus && lastRowCount == 0 ? 1 : 0
  }
}

extension LoadReport {
  /// One line: how much was read, and what was odd.
  var summary: String {
    var line = records.counted("record")
    if files > 0 { line += " from \(files.counted("file"))" }
    if problemCount > 0 {
      line += "; \(problemCount.counted("oddity", "oddities"))"
      if skippedLines > 0 {
        line += ", \(skippedLines.counted("line")) outside of records skipped"
      }
      line += " (pubql check-data lists them)"
    }
    return line
  }
}
