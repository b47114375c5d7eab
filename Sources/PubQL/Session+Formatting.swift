internal import PubQLDiagnostics
internal import PubQLRuntime
internal import PubQLSyntax

extension Session {
  /// A script in the one layout that PubQL has.
  ///
  /// It keeps the meaning, all comments and single blank lines between statements; where `and` and
  /// `or` mix, it puts parentheses in. Formatting what was formatted changes nothing.
  /// - Parameter name: what messages call the text.
  /// - Throws: `.compile` with all its problems when it cannot be read.
  public static func format(
    _ text: String, named name: String = "<script>"
  ) throws(PubQLError) -> String {
    try format(utf8: Array(text.utf8), named: name)
  }

  /// As `format(_:)`, for bytes that may be anything.
  public static func format(
    utf8 bytes: [UInt8], named name: String = "<script>"
  ) throws(PubQLError) -> String {
    let file = SourceFile(name: name, bytes: bytes)
    var sources = SourceMap()
    let formatted = PubQLSyntax.format(file, id: sources.add(file))
    guard let text = formatted.text else {
      throw PubQLError(InterpreterError(.compile, formatted.diagnostics), sources)
    }
    return text
  }
}
