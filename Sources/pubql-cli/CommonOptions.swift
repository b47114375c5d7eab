import ArgumentParser
import PubQL

/// When colours are used.
enum Coloring: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  /// `NO_COLOR` and `TERM=dumb` switch colours off, `CLICOLOR_FORCE` on, unless an option was
  /// given.
  func applies(toTerminal isTerminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      if environment("NO_COLOR") != nil || environment("TERM") == "dumb" {
        false
      } else {
        isTerminal || environment("CLICOLOR_FORCE").map { $0 != "0" } ?? false
      }
    }
  }
}

/// How problems and times are told.
enum DiagnosticsFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// When it is told why a query gave nothing.
enum EmptyExplaining: String, ExpressibleByArgument, CaseIterable {
  case auto
  case never
}

/// Options of how records are read.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The format of the data files; found out by itself.", valueName: "name"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "A file of names that contain “and”, one a line; !name is never one.", valueName: "file"))
  var vocabulary: String?

  /// A session with its vocabulary, without records.
  func session(
    mayReplaceFiles: Bool = false, explainsEmptyResults: Bool = false, timedRuns: Int? = nil
  ) throws -> Session {
    if let from, !Reference.inputFormats.contains(where: { $0.name == from }) {
      let names = Reference.inputFormats.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no input format '\(from)'. There are: \(names).")
    }
    var options = SessionOptions()
    options.mayReplaceFiles = mayReplaceFiles
    // The main thread and the workers of the dispatcher have 8 MB each.
    options.limits.stack = 4 << 20
    options.explainsEmptyResults = explainsEmptyResults
    options.timedRuns = timedRuns
    if let vocabulary { options.vocabulary = try TextFile.read(vocabulary) }
    return Session(options: options)
  }
}

/// Options of how results and problems are shown.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "table, card, csv, tsv, json, jsonl, md, ciao or svg; tsv when not on a terminal.",
      valueName: "name"))
  var format: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write here; the ending chooses the format.", valueName: "file"))
  var output: String?

  @Flag(help: "Let -o and save replace files.")
  var force = false

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp(
      "Rows shown to people; 0 for all. Other formats are never cut.", valueName: "rows"))
  var limit: Int?

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
  var color = Coloring.auto

  @Flag(help: "Lines of “field: value” without boxes and bars (also ACCESSIBLE=1).")
  var plain = false

  @Option(help: ArgumentHelp("Cells of a line, instead of the terminal's.", valueName: "cells"))
  var width: Int?

  @Option(help: ArgumentHelp("How problems are told: text or json.", valueName: "form"))
  var diagnostics = DiagnosticsFormat.text

  @Option(
    help: ArgumentHelp("Whether to tell why a result is empty: auto or never.", valueName: "when"))
  var explainEmpty = EmptyExplaining.auto

  @Flag(help: "Exit with 1 when the last result is empty.")
  var exitStatus = false

  @Flag(help: "Treat notes, such as unknown values, and oddities of the data as errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Tell on standard error how long each query took; --time=json as JSON.", valueName: "form"))
  var time: DiagnosticsFormat?

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp(
      "Run each query so often to time it; answers are given once.", valueName: "times"))
  var repeats: Int?

  /// How often queries are run to be timed; nil where they are not.
  var timedRuns: Int? { repeats ?? (time == nil ? nil : 1) }

  @Flag(name: [.short, .long], help: "Do not tell what was loaded or left out.")
  var quiet = false

  func validate() throws {
    if let repeats, repeats < 1 || repeats > 1_000_000 {
      throw ValidationError("--repeat takes a number from 1 to 1000000, and \(repeats) is none.")
    }
    if let format, !Reference.outputFormats.contains(where: { $0.name == format }) {
      let names = Reference.outputFormats.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no output format '\(format)'. There are: \(names).")
    }
    if format == nil, let output, output != "-", Reference.outputFormat(forPath: output) == nil {
      throw ValidationError(
        "The ending of '\(output)' names no format; name one with --format.")
    }
    if let width, !(20...10_000).contains(width) {
      throw ValidationError("--width goes from 20 to 10000.")
    }
    if let limit, limit < 0 { throw ValidationError("--limit is zero or more.") }
  }

  /// The file to write; nil for standard output.
  var file: String? { output == "-" ? nil : output }

  var reportStyle: ReportStyle {
    ReportStyle(
      color: color.applies(toTerminal: StandardError.isTerminal), width: width,
      json: diagnostics == .json)
  }

  /// How results are drawn for people.
  var display: Display {
    var display = Display()
    display.width = width ?? StandardOutput.width
    display.color = color.applies(toTerminal: StandardOutput.isTerminal)
    display.plain = plain || environment("ACCESSIBLE").map { $0 != "0" } ?? false
    display.maxRows = limit.map { $0 == 0 ? nil : $0 } ?? 20
    return display
  }
}
