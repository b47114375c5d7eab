#if canImport(Glibc)
  import Glibc
#endif

/// Figures as a table for people and as JSON for programs.
enum Report {
  /// A Markdown table; times are in milliseconds.
  static func print(_ figures: [Figure], of corpus: GeneratedFiles) {
    Swift.print(
      """
      ## \(corpus.records) records, \(corpus.listingSize / 1_000_000) MB

      | work | warm, ms | least to most | as a command, ms | least to most | peak memory, MB | goal, ms |
      | --- | --- | --- | --- | --- | --- | --- |
      """)
    for figure in figures {
      let cells = [
        figure.title, median(figure.warm), spread(figure.warm), median(figure.cold),
        spread(figure.cold), figure.peakMemory.map { String($0 / 1_000_000) } ?? "",
        figure.goal.map(digits) ?? "",
      ]
      Swift.print("| \(cells.joined(separator: " | ")) |")
    }
    Swift.print("")
    for figure in figures {
      for note in figure.notes { Swift.print("\(figure.row): \(note.name) \(digits(note.value))") }
    }
    for figure in figures {
      if let problem = figure.problem { Swift.print("WRONG: \(figure.row): \(problem)") }
    }
  }

  private static func median(_ times: Times?) -> String { times.map { digits($0.median) } ?? "" }
  private static func spread(_ times: Times?) -> String {
    times.map { "\(digits($0.least)) to \(digits($0.most))" } ?? ""
  }

  /// Three digits that mean something.
  private static func digits(_ value: Double) -> String {
    guard value < 1000 else { return String(Int(value.rounded())) }
    let places = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 4
    let scale = pow(10, Double(places))
    let whole = Int((value * scale).rounded())
    guard places > 0 else { return String(whole) }
    let text = String(whole)
    let filled = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    return filled.dropLast(places) + "." + filled.suffix(places)
  }

  /// An array of objects, one a line.
  static func write(_ figures: [Figure], to path: String) throws {
    let text = "[\n" + figures.map(json).joined(separator: ",\n") + "\n]\n"
    if path == "-" { return Swift.print(text, terminator: "") }
    guard let file = fopen(path, "w") else { throw BenchError.file(path) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw BenchError.file(path) }
  }

  private static func json(_ figure: Figure) -> String {
    var members = [
      ("row", JSON.text(figure.row)), ("title", JSON.text(figure.title)),
      ("records", String(figure.records)),
    ]
    if let warm = figure.warm { members.append(("warm_ms", json(warm))) }
    if let cold = figure.cold { members.append(("cold_ms", json(cold))) }
    if let memory = figure.peakMemory { members.append(("peak_bytes", String(memory))) }
    if let goal = figure.goal { members.append(("goal_ms", String(goal))) }
    for note in figure.notes { members.append((note.name, String(note.value))) }
    members.append(("right", String(figure.problem == nil)))
    if let problem = figure.problem { members.append(("problem", JSON.text(problem))) }
    return JSON.object(members)
  }

  private static func json(_ times: Times) -> String {
    JSON.object([
      ("median", String(times.median)), ("least", String(times.least)),
      ("most", String(times.most)),
    ])
  }
}

/// The little of JSON that figures need.
enum JSON {
  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(text($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  static func text(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
