extension DiagnosticRenderer {
  /// A diagnostic as one JSON object on one line, without a line end.
  ///
  /// Shape: `code`, `severity`, `message`, `file`, `line`, `column`, `start`, `end`, `utf16Start`,
  /// `utf16End`, `label`, `help`, `secondary`, `edits`, always in this order; what is not known is
  /// `null`. Unit: line and column count from 1, columns in Unicode scalars; `start` and `end` are
  /// UTF-8 bytes from the beginning of the text, the others UTF-16 units.
  package func json(_ diagnostic: Diagnostic) -> String {
    var object = JSONObject()
    object.add("code", diagnostic.code.description)
    object.add("severity", diagnostic.severity.rawValue)
    object.add("message", diagnostic.message)
    switch diagnostic.place {
    case .source(let span):
      let source = sources[span.file]
      let position = source?.position(at: span.start)
      object.add("file", source?.name)
      object.add("line", position?.line)
      object.add("column", position?.column)
      addRange(span, to: &object)
    case .data(let file, let line):
      object.add("file", file)
      object.add("line", line > 0 ? line : nil)
      for key in ["column", "start", "end", "utf16Start", "utf16End"] { object.add(key, Int?.none) }
    case .none:
      object.add("file", String?.none)
      for key in ["line", "column", "start", "end", "utf16Start", "utf16End"] {
        object.add(key, Int?.none)
      }
    }
    object.add("label", diagnostic.label.isEmpty ? nil : diagnostic.label)
    object.add("help", diagnostic.help)
    object.add("secondary", diagnostic.secondary.map { secondary($0.span, $0.label) })
    object.add("edits", diagnostic.edit.map { [edit($0)] } ?? [])
    return object.text
  }

  private func addRange(_ span: SourceSpan, to object: inout JSONObject) {
    let source = sources[span.file]
    object.add("start", span.start)
    object.add("end", span.end)
    object.add("utf16Start", source?.utf16Offset(at: span.start))
    object.add("utf16End", source?.utf16Offset(at: span.end))
  }

  private func secondary(_ span: SourceSpan, _ label: String) -> JSONObject {
    var object = JSONObject()
    object.add("file", sources[span.file]?.name)
    addRange(span, to: &object)
    object.add("label", label)
    return object
  }

  private func edit(_ edit: Edit) -> JSONObject {
    var object = JSONObject()
    addRange(edit.span, to: &object)
    object.add("replacement", edit.replacement)
    return object
  }
}

/// A JSON object in the making.
private struct JSONObject {
  private var members: [String] = []

  var text: String { "{" + members.joined(separator: ",") + "}" }

  mutating func add(_ key: String, _ value: String?) {
    members.append("\"\(key)\":" + (value.map(JSONText.quoted) ?? "null"))
  }

  mutating func add(_ key: String, _ value: Int?) {
    members.append("\"\(key)\":" + (value.map(String.init) ?? "null"))
  }

  mutating func add(_ key: String, _ value: [JSONObject]) {
    members.append("\"\(key)\":[" + value.map(\.text).joined(separator: ",") + "]")
  }
}

/// Texts in JSON.
package enum JSONText {
  /// Escaped per RFC 8259; U+2028 and U+2029 too, which JavaScript once took for line ends.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
