internal import PubQLText

extension Reference.Entry {
  /// What a prompt shows about it, in lines of at most 80 characters.
  public var help: String {
    var lines = ["  \(usage)"]
    lines += DisplayWidth.wrap(sentences, to: 76).map { "    \($0)" }
    for parameter in parameters {
      let words = DisplayWidth.wrap(parameter.words, to: 62)
      for (place, line) in words.enumerated() {
        lines.append("      \(DisplayWidth.pad(place == 0 ? parameter.name : "", to: 11)) \(line)")
      }
    }
    lines += examples.map { "    \($0.query)  →  \($0.result)" }
    return lines.joined(separator: "\n")
  }

  /// The summary as a sentence, then the notes.
  fileprivate var sentences: String { notes.isEmpty ? summary + "." : "\(summary). \(notes)" }
}

extension Reference.Parameter {
  /// `numbers, may be left out`
  fileprivate var words: String {
    kind + (isRepeated ? ", one or more" : "") + (isOptional ? ", may be left out" : "")
  }
}

extension Reference {
  /// All functions, aggregates and running columns as Markdown: `Grammar/functions.md`.
  public static var functionsDocument: String {
    let families = functionFamilies.map { family in
      "## Functions of \(family.name)\n\n" + family.functions.map(section).joined(separator: "\n")
    }
    return """
      # Functions

      <!-- Made from the code; `PUBQL_UPDATE=1 swift test --filter ReferenceTests` writes it anew. -->

      What stands in brackets may be left out, and `value, …` may be given several times. Arguments
      are given in order or by name: `round(x, digits: 2)`. A function that gives a value for each
      value gives a list for a list, so that `upper(topics)` are all topics in capitals; where it is
      given a missing value it gives a missing one. A value of a wrong kind is an error, told before
      the query runs wherever its kind is known by then.

      \(functionFamilies.map(index).joined(separator: "\n"))

      \(families.joined(separator: "\n"))
      ## Aggregates

      They stand in the braces of `group`, and each may be given a condition behind its values: then
      only rows that meet it are looked at. Missing values are left out. The examples are over
      `[1, 2, 2, 5]`.

      \(aggregates.map(section).joined(separator: "\n"))
      ## Running columns

      They stand in `with` and `select`, and look at the rows in the order in which they come.

      \(runningColumns.map { "- `\($0.usage)`: \($0.summary)" }.joined(separator: "\n"))

      """
  }

  private static func index(_ family: Family) -> String {
    "- \(family.name): " + family.functions.map { "`\($0.name)`" }.joined(separator: " ")
  }

  private static func section(_ entry: Entry) -> String {
    var lines = ["### `\(entry.usage)`", "", entry.sentences]
    if !entry.parameters.isEmpty {
      lines.append("")
      lines += entry.parameters.map { "- `\($0.name)`: \($0.words)" }
    }
    if !entry.examples.isEmpty {
      lines += ["", "```pubql"]
      lines += entry.examples.flatMap { [$0.query, "#> \($0.result)"] }
      lines.append("```")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
