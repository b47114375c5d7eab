import PubQL

extension REPL {
  /// Three lines: the version, what is loaded, and how to go on.
  var banner: String {
    let hint = "Tab completes fields and values; Ctrl-D leaves"
    return """
      \(terminal.bold("PubQL \(Reference.version)"))
      \(loadedData)
      Type a query, or: help · :schema · :values topic      \(hint)

      """
  }

  /// What there is to query, in one line.
  private var loadedData: String {
    guard session.recordCount > 0 else { return #"Nothing is loaded yet: load "FILE" reads one"# }
    var text = session.recordCount.counted("publication")
    if let years = session.years { text += ", \(years.lowerBound)–\(years.upperBound)" }
    let files = session.sources.reduce(0) { $0 + $1.files }
    let names = session.sources.compactMap(\.name)
    if files > 0 { text += ", from \(files.counted("file"))" }
    if !names.isEmpty { text += " (\(names.joined(separator: ", ")))" }
    let problems = session.sources.reduce(0) { $0 + $1.problemCount }
    return problems == 0 ? text : text + " (\(problems.counted("oddity", "oddities")): :problems)"
  }
}
