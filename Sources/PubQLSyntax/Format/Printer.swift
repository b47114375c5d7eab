import PubQLDiagnostics

/// Writes a tree in the one layout that PubQL has.
///
/// Nothing depends on where the text had its line ends, apart from blank lines between statements
/// and comments. A comment goes to the next place where a line may end: so it may stand behind an
/// operator or a name in the text, and is never lost. What is a single word or literal is written
/// as it stands in the text.
package struct Printer {
  /// The text that the tree was read from; nil where only the tree is at hand.
  let source: SourceFile?
  /// Whether `and` inside of `or` is put in parentheses.
  let addsParentheses: Bool
  var comments: CommentQueue
  var layout = Layout()
  /// How many things are open in which nothing breaks, as in the `{}` of a text.
  var unbroken = 0

  private init(_ source: SourceFile?, _ comments: [SourceSpan] = [], addsParentheses: Bool) {
    self.source = source
    self.addsParentheses = addsParentheses
    self.comments = CommentQueue(comments, source ?? SourceFile(name: "", bytes: []))
  }

  /// A script in its layout; what could not be read is left out.
  static func text(
    _ script: Script, of source: SourceFile, addsParentheses: Bool = true
  ) -> String {
    var printer = Printer(source, script.comments, addsParentheses: addsParentheses)
    printer.write(script.statements, from: nil, upTo: source.bytes.count)
    if !printer.layout.pieces.isEmpty { printer.layout.hardLine() }
    return printer.layout.laidOut()
  }

  /// An expression on one line, also one that no text holds.
  package static func text(_ expression: Expression) -> String {
    var printer = Printer(nil, addsParentheses: false)
    printer.unbroken = 1
    printer.write(expression)
    return printer.layout.laidOut()
  }

  // MARK: Breaks

  /// A place where the line may break, before what begins at an offset; comments break it.
  mutating func line(before offset: Int, isBlank: Bool = true) {
    if unbroken > 0 {
      if isBlank { layout.text(" ") }
    } else if writeComments(before: offset) {
      layout.hardLine()
    } else {
      layout.line(isBlank: isBlank)
    }
  }

  /// The comments before an offset: the first may stand at the end of the line, others have lines
  /// of their own. False where there are none.
  private mutating func writeComments(before offset: Int) -> Bool {
    var isFirst = true
    while let comment = comments.next(before: offset) {
      if !(isFirst && comment.isTrailing) { layout.hardLine() }
      layout.comment(comment.text)
      isFirst = false
    }
    return !isFirst
  }

  /// Whether comments stand before an offset, which break the line.
  func hasComments(before offset: Int) -> Bool { unbroken == 0 && comments.has(before: offset) }

  // MARK: Brackets

  /// A bracket whose inside may have lines of its own; what is first in it begins at `offset`.
  mutating func open(_ sign: String, before offset: Int, isBlank: Bool = false) {
    layout.open()
    layout.text(sign)
    layout.indent(2)
    line(before: offset, isBlank: isBlank)
  }

  /// The end of a bracket, which stands at `offset`.
  mutating func close(_ sign: String, at offset: Int, isBlank: Bool = false) {
    // Comments before it belong to the inside; the line that it begins does not.
    line(before: offset, isBlank: isBlank)
    layout.indent(-2)
    layout.text(sign)
    layout.close()
  }

  mutating func comma(before offset: Int) {
    layout.text(",")
    line(before: offset)
  }

  /// Where a sign stands, looked for from an offset on and outside of comments.
  func offset(of sign: Unicode.Scalar, from start: Int) -> Int {
    let bytes = source?.bytes ?? []
    var offset = start
    while offset < bytes.count, bytes[offset] != UInt8(ascii: sign) {
      if bytes[offset] == UInt8(ascii: "#") {
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      } else {
        offset += 1
      }
    }
    return offset
  }
}
