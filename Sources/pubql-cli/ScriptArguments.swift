import PubQL

/// The arguments of `pubql run`: a script's own parameters stand behind its name and come before
/// options of the command that are called the same.
struct ScriptArguments {
  /// The bytes of the script, where they could be read.
  private(set) var text: [UInt8]?
  /// What the command itself takes.
  private(set) var rest: [String]
  /// Values for the script's parameters.
  private(set) var values: [String: Value] = [:]
  /// The script's help, where that was asked for.
  private(set) var help: String?

  /// Options of `pubql run` that a value follows; a test compares them with its help.
  static let optionsWithValue: Set<String> = [
    "--from", "--vocabulary", "-f", "--format", "-o", "--output", "-n", "--limit", "--color",
    "--width", "--diagnostics", "--explain-empty",
  ]
  static let flags: Set<String> = [
    "--force", "--plain", "--exit-status", "--strict", "-q", "--quiet", "-h", "--help", "--version",
  ]

  /// - Parameter arguments: of the command, from `run` on.
  /// - Throws: `.usage` for a value that a parameter cannot take, or an option that there is not.
  init(_ arguments: [String]) throws(PubQLError) {
    rest = arguments
    guard arguments.first == "run", let place = Self.scriptIndex(arguments) else { return }
    let script = arguments[place]
    guard let text = try? TextFile.bytes(script) else { return }
    self.text = text
    let behind = Array(arguments[(place + 1)...])
    let parameters: [ScriptParameter]
    do throws(PubQLError) {
      parameters = try Session().parameters(of: text, named: script)
    } catch {
      // A script with mistakes tells them when it runs; but what only the script could explain
      // would be taken for options of the command, and hide them.
      if Self.needsScript(behind) { throw error }
      return
    }
    rest = Array(arguments[...place])
    try take(behind, parameters, script)
  }

  /// The first argument that is no option and no option's value.
  private static func scriptIndex(_ arguments: [String]) -> Int? {
    var index = 1
    while index < arguments.count {
      let argument = arguments[index]
      if argument == "--" { return index + 1 < arguments.count ? index + 1 : nil }
      if argument == "-" || !argument.hasPrefix("-") { return index }
      index += optionsWithValue.contains(argument) ? 2 : 1
    }
    return nil
  }

  /// Whether help is asked for, or an option stands there that the command does not have.
  private static func needsScript(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { argument in
      let name = String(argument.prefix { $0 != "=" })
      if name == "-h" || name == "--help" { return true }
      return name.hasPrefix("--") && !optionsWithValue.contains(name) && !flags.contains(name)
    }
  }

  private mutating func take(
    _ arguments: [String], _ parameters: [ScriptParameter], _ script: String
  ) throws(PubQLError) {
    var given: [String: [String]] = [:]
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        rest += arguments[(index - 1)...]
        break
      }
      guard let option = ScriptOption(argument, parameters) else {
        if argument == "-h" || argument == "--help" {
          help = ScriptHelp.text(script, text ?? [], parameters)
        }
        try Self.requireKnown(argument, parameters, script)
        rest.append(argument)
        if Self.optionsWithValue.contains(argument), index < arguments.count {
          rest.append(arguments[index])
          index += 1
        }
        continue
      }
      var value = option.value
      if value == nil {
        guard index < arguments.count else {
          throw PubQLError(.usage, "`\(argument)` wants a value", help: "such as `\(argument) …`")
        }
        value = arguments[index]
        index += 1
      }
      if given[option.parameter.name] != nil, !option.parameter.isList {
        throw PubQLError(.usage, "`--\(option.parameter.name)` was given twice")
      }
      given[option.parameter.name, default: []].append(value ?? "")
    }
    for parameter in parameters {
      guard let texts = given[parameter.name] else { continue }
      values[parameter.name] = try parameter.value(reading: texts)
    }
  }

  /// A long option that neither the script nor the command has is told here, where both are known.
  private static func requireKnown(
    _ argument: String, _ parameters: [ScriptParameter], _ script: String
  ) throws(PubQLError) {
    let name = argument.prefix { $0 != "=" }
    guard name.hasPrefix("--"), !optionsWithValue.contains(String(name)),
      !flags.contains(String(name))
    else { return }
    let known = parameters.map { "--\($0.name)" }
    let nearest = NearestName.match(
      String(name), among: known + optionsWithValue.sorted() + flags.sorted())
    throw PubQLError(
      .usage, "the script `\(script)` has no parameter `\(name.dropFirst(2))`",
      help: nearest.map { "did you mean `\($0)`?" }
        ?? (known.isEmpty ? "it has none" : "it has \(known.joined(separator: " "))"))
  }
}

/// An option that stands for a script's parameter: `--since 2020`, `--since=2020`, `--no-all`.
private struct ScriptOption {
  let parameter: ScriptParameter
  /// What stands in the option itself; nil where the next argument is its value.
  let value: String?

  init?(_ argument: String, _ parameters: [ScriptParameter]) {
    guard argument.hasPrefix("--") else { return nil }
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    // A shell's habit: words of an option are joined by `-`.
    let name = String(parts[0]).replacing("-", with: "_")
    if let found = parameters.first(where: { $0.name == name || $0.name == String(parts[0]) }) {
      parameter = found
      value = parts.count > 1 ? String(parts[1]) : found.isFlag ? "true" : nil
      return
    }
    guard name.hasPrefix("no_"), parts.count == 1,
      let flag = parameters.first(where: { $0.isFlag && $0.name == name.dropFirst(3) })
    else { return nil }
    parameter = flag
    value = "false"
  }
}

/// What `pubql run SCRIPT --help` prints.
enum ScriptHelp {
  static func text(_ script: String, _ text: [UInt8], _ parameters: [ScriptParameter]) -> String {
    var lines: [String] = []
    for line in String(decoding: text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard line.hasPrefix("#") else { break }
      let comment = line.dropFirst()
      lines.append(String(comment.hasPrefix(" ") ? comment.dropFirst() : comment))
    }
    if !lines.isEmpty { lines.append("") }
    lines.append("USAGE: pubql run \(script) [FILE…]" + (parameters.isEmpty ? "" : " [PARAMETERS]"))
    if !parameters.isEmpty {
      lines += ["", "PARAMETERS"]
      let names = parameters.map(option)
      let width = names.map(\.count).max() ?? 0
      for (name, parameter) in zip(names, parameters) {
        let padding = String(repeating: " ", count: width - name.count)
        let line = "  \(name)\(padding)  \(detail(parameter))"
        lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
      }
    }
    lines += ["", "`pubql run --help` lists the options of pubql itself."]
    return lines.joined(separator: "\n")
  }

  private static func option(_ parameter: ScriptParameter) -> String {
    if parameter.isFlag { return "--[no-]\(parameter.name)" }
    let isChoice = parameter.type.contains("|")
    let type = isChoice ? parameter.type : parameter.type.uppercased().replacing(" ", with: "_")
    return "--\(parameter.name) \(type)" + (parameter.isList ? " …" : "")
  }

  /// A text without its line ends, which would break the table.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func detail(_ parameter: ScriptParameter) -> String {
    let value =
      parameter.defaultText.map { "(default: \($0.isEmpty ? "none" : oneLine($0)))" }
      ?? "(required)"
    return parameter.summary.isEmpty ? value : "\(oneLine(parameter.summary)) \(value)"
  }
}
