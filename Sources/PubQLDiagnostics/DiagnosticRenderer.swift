/// Draws diagnostics, as text for people or as JSON for editors and scripts.
package struct DiagnosticRenderer: Sendable {
  /// The texts that the spans lie in.
  let sources: SourceMap
  /// Whether parts are coloured, with the eight ANSI colours; colour never says anything alone.
  let color: Bool
  /// The cells that a line of source may take before it is cut round the marked text.
  let width: Int

  /// Where the width is not known, a line is cut only when it is longer than anyone reads.
  private static let unknownWidth = 200

  /// - Parameter width: of the terminal; nil when the text goes elsewhere.
  package init(sources: SourceMap, color: Bool = false, width: Int? = nil) {
    self.sources = sources
    self.color = color
    self.width = width ?? Self.unknownWidth
  }
}

extension SourceFile {
  /// Whether it is a file, of which messages tell name, line and column; a text that was typed
  /// or given by a host has a name such as `<prompt>` and stands before the reader's eyes.
  package var showsPlace: Bool { !name.hasPrefix("<") }

  /// Line and column of a byte, both from 1; columns count Unicode scalars, and a byte inside of
  /// one belongs to it. Offsets past the end mean the end.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(0, offset), bytes.count)
    let line = line(at: offset)
    var column = 0
    for byte in bytes[lineStarts[line]..<min(offset + 1, bytes.count)] where byte & 0xC0 != 0x80 {
      column += 1
    }
    // At the end of the text no byte stands at the offset.
    if offset == bytes.count { column += 1 }
    return (line + 1, max(1, column))
  }

  /// The number of UTF-16 units before a byte.
  package func utf16Offset(at offset: Int) -> Int {
    var units = 0
    for byte in bytes[..<min(max(0, offset), bytes.count)] where byte & 0xC0 != 0x80 {
      units += byte >= 0xF0 ? 2 : 1
    }
    return units
  }
}
