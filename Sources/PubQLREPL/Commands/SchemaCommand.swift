import PubQL

extension Command {
  /// `:schema`, `:schema topics`
  static let schema = Command(
    "schema", usage: "[FIELD]", summary: "the fields of the records, or one in detail",
    argument: .field
  ) { repl, name in
    let fields = repl.fields
    guard !name.isEmpty else { return repl.terminal.writeLine(repl.schema(of: fields)) }
    guard let field = repl.field(named: name) else { return }
    repl.terminal.writeLine(repl.describe(field))
  }
}

extension REPL {
  /// The field of a name, or nil after saying that there is none.
  func field(named name: String) -> FieldInfo? {
    if let field = fields.first(where: { $0.name == name || $0.singular == name }) { return field }
    let nearest = NearestName.match(name, among: fields.map(\.name))
    let hint = nearest.map { "; did you mean `\($0)`?" } ?? "; :schema lists them"
    terminal.writeLine("there is no field `\(name)`\(hint)")
    return nil
  }

  fileprivate func schema(of fields: [FieldInfo]) -> String {
    guard !fields.isEmpty else { return "nothing is loaded" }
    let name = max(5, fields.map(\.name.count).max() ?? 0) + 2
    let kind = max(4, fields.map(\.type.count).max() ?? 0) + 2
    let head = "field".padded(to: name) + "kind".padded(to: kind)
    var lines = ["  " + terminal.bold(head + "filled   distinct  most frequent")]
    for field in fields {
      let numbers = share(of: field).leftPadded(to: 6) + field.distinct.grouped.leftPadded(to: 11)
      let line = field.name.padded(to: name) + field.type.padded(to: kind) + numbers
      let top = field.mostFrequent.filter { $0.count > 1 }.prefix(3)
      let values = top.map { "\($0.value.shortened(to: 24)) \($0.count.grouped)" }
      lines.append("  " + line + "  " + values.joined(separator: " · "))
    }
    return lines.joined(separator: "\n")
  }

  /// A field in detail.
  func describe(_ field: FieldInfo) -> String {
    var lines = [
      "  \(field.name): \(field.type)",
      "  in \(field.recordCount.counted("publication")) (\(share(of: field))),"
        + " \(field.distinct.grouped) distinct",
    ]
    let top = field.mostFrequent
    let width = top.map { $0.count.grouped.count }.max() ?? 0
    for value in top {
      let count = value.count.grouped.leftPadded(to: width)
      lines.append("    \(count)  \(value.value.shortened(to: 60))")
    }
    if top.count < field.distinct && !top.isEmpty {
      lines.append("    … :values \(field.name) shows more")
    }
    return lines.joined(separator: "\n")
  }

  private func share(of field: FieldInfo) -> String {
    let all = session.recordCount
    return all == 0 ? "0 %" : "\(field.recordCount * 100 / all) %"
  }
}

extension String {
  /// The text with blanks before it to that many characters.
  func leftPadded(to count: Int) -> String {
    String(repeating: " ", count: Swift.max(0, count - self.count)) + self
  }

  /// The text on one line, cut with `…` to that many characters.
  func shortened(to count: Int) -> String {
    let line = String(map { $0.isNewline ? " " : $0 })
    return line.count <= count ? line : line.prefix(count - 1) + "…"
  }
}
