package import PubQLEngine
import PubQLModel
import PubQLDiagnostics
import PubQLSyntax

/// What a parameter of a script may be: `param since: date = 2015`.
package indirect enum ParameterType: Sendable, Equatable {
  case text
  case number
  case date
  case bool
  /// Several values of a type: `list(date)`; texts where none is named
  case list(ParameterType)
  /// One of some texts
  case choice([String])

  static let names = ["text", "number", "date", "bool", "list", "choice"]

  /// What messages and help call it.
  package var name: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .bool: "bool"
    case .list(.text): "list"
    case .list(let member): "list of \(member.name)"
    case .choice(let values): values.joined(separator: "|")
    }
  }

  /// What messages call a value of it.
  package var wanted: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .date: "a date, such as 2020, 2020-05 or 2019..2021"
    case .bool: "true or false"
    case .list(let member): "a list, each member \(member.wanted)"
    case .choice(let values): "one of " + values.map { "\"\($0)\"" }.joined(separator: ", ")
    }
  }

  /// The value as the parameter holds it; nil where it cannot.
  package func accept(_ value: Value) -> Value? {
    switch (self, value) {
    case (.text, _): value.textual.map { .text($0) }
    case (.number, .whole), (.number, .decimal), (.bool, .bool): value
    case (.date, _): value.asDate.map { .date($0) }
    case (.choice(let values), _): value.textual.flatMap { values.contains($0) ? .text($0) : nil }
    case (.list(let member), _): Self.members(value.members, of: member)
    default: nil
    }
  }

  private static func members(_ values: [Value], of type: ParameterType) -> Value? {
    let accepted = values.compactMap { type.accept($0) }
    return accepted.count == values.count ? .list(accepted) : nil
  }

  /// Reads what was written on a command line; nil where it is none. A list takes several texts.
  package func read(_ texts: [String]) -> Value? {
    if case .list(let member) = self {
      let values = texts.compactMap { member.read([$0]) }
      return values.count == texts.count ? .list(values) : nil
    }
    guard texts.count == 1, let text = texts.first else { return nil }
    switch self {
    case .text, .choice: return accept(.text(text))
    case .number:
      if let whole = Int(text) { return .whole(whole) }
      return Double(text).flatMap { $0.isFinite ? .decimal($0) : nil }
    case .date: return Self.date(text).map { .date($0) }
    case .bool: return ["true": true, "false": false][text].map { .bool($0) }
    case .list: return nil
    }
  }

  private static func date(_ text: String) -> PartialDate? {
    if let date = try? PartialDate(edtf: text) { return date }
    if let dots = text.firstRange(of: "..") {
      let ends = [text[..<dots.lowerBound], text[dots.upperBound...]].map(String.init)
      let dates = ends.map { date($0) }
      if zip(ends, dates).contains(where: { !$0.isEmpty && $1 == nil }) { return nil }
      return PartialDate.range(from: dates[0], through: dates[1])
    }
    return PartialDate.reading(text)?.date
  }

  /// A value of the type, for checking a script that nobody has given values to.
  var sample: Value {
    switch self {
    case .text: .text("x")
    case .number: .whole(1)
    case .date: PartialDate(year: 2000).map { .date($0) } ?? .missing
    case .bool: .bool(false)
    case .list(let member): .list([member.sample])
    case .choice(let values): .text(values.first ?? "x")
    }
  }
}

/// A parameter that a script declares.
package struct ScriptParameter: Sendable {
  package let name: String
  package let type: ParameterType
  /// Nil where a value has to be given.
  package let value: Value?
  /// What it is for; may be empty.
  package let summary: String
  let span: SourceSpan
}

extension Checker {
  /// Reads a declaration; nil when it has a mistake, which is reported.
  func parameter(_ declaration: ParameterDeclaration) -> ScriptParameter? {
    guard let type = type(declaration.type, options: declaration.options) else { return nil }
    var summary = ""
    if let text = declaration.summary {
      summary = check(text, Scope()).constant?.textual ?? ""
    }
    var value: Value?
    if let expression = declaration.value {
      let typed = listing(check(expression, Scope()))
      guard let constant = typed.constant, let accepted = type.accept(constant) else {
        if typed.type != .any || typed.constant == nil {
          report(
            .parameterValue(declaration.name.text, expression.span, expected: type.wanted))
        }
        return nil
      }
      value = accepted
    }
    return ScriptParameter(
      name: declaration.name.text, type: type, value: value, summary: summary,
      span: declaration.name.span)
  }

  private func type(_ name: Name, options: [Expression]) -> ParameterType? {
    switch name.text {
    case "text" where options.isEmpty: return .text
    case "number" where options.isEmpty: return .number
    case "date" where options.isEmpty: return .date
    case "bool" where options.isEmpty: return .bool
    case "list" where options.isEmpty: return .list(.text)
    case "list":
      guard options.count == 1, case .name(let member) = options[0].kind else { break }
      return type(member, options: []).map { .list($0) }
    case "choice" where !options.isEmpty:
      let texts = options.map { check($0, Scope()).constant?.textual }
      if !texts.contains(nil) { return .choice(texts.compactMap { $0 }) }
    default:
      if !ParameterType.names.contains(name.text) {
        report(.unknownParameterType(name.text, name.span))
        return nil
      }
    }
    report(
      .argumentKind(
        name.text, options.first?.span ?? name.span,
        expected: name.text == "choice"
          ? "texts, such as `choice(\"apa\", \"mla\")`" : "no values of this kind",
        found: .any))
    return nil
  }
}
