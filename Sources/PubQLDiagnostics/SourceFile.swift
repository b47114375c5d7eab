import PubQLText

/// A half-open range of UTF-8 bytes in one source text.
///
/// Lines, columns and UTF-16 offsets are worked out only when a message is drawn.
package struct SourceSpan: Hashable, Sendable {
  /// Which text of the `SourceMap` it lies in.
  package let file: SourceID
  /// Byte offset of the first byte.
  package let start: Int
  /// Byte offset after the last byte; never below `start`.
  package let end: Int

  package init(file: SourceID, start: Int, end: Int) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The span from the beginning of this one to the end of `other`, which follows it.
  package func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(file: file, start: min(start, other.start), end: max(end, other.end))
  }

  /// The place right after this span, of no length.
  package var after: SourceSpan { SourceSpan(file: file, start: end, end: end) }
}

/// Which of the texts of a session a span lies in: an index into its `SourceMap`.
package struct SourceID: Hashable, Sendable {
  package let index: Int

  package init(index: Int) { self.index = index }
}

/// One text that was given to PubQL: a script, a line of the prompt, a query of a host.
package struct SourceFile: Sendable {
  /// What messages call it: a path, or `<prompt>`, `<query 2>`.
  package let name: String
  /// The text as it was given, UTF-8; bytes that are not UTF-8 are reported by the lexer.
  package let bytes: [UInt8]
  /// Byte offset at which each line begins; the first is 0.
  package let lineStarts: [Int]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The line (from 0) that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    lineStarts.indices.lastOfPrefix { lineStarts[$0] <= offset }
  }

  /// The bytes of a line (from 0), without its line end; empty past the last line.
  package func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
    guard line >= 0, line < lineStarts.count else { return [] }
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// The text of a byte range; parts outside of the file are left out.
  package func text(_ start: Int, _ end: Int) -> String {
    let low = min(max(0, start), bytes.count)
    let high = min(max(low, end), bytes.count)
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }
}

/// The texts of a session, in the order in which they were given.
package struct SourceMap: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  /// Keeps a text and gives the id that its spans carry.
  package mutating func add(_ file: SourceFile) -> SourceID {
    files.append(file)
    return SourceID(index: files.count - 1)
  }

  /// The text with that id, if it belongs to this map.
  package subscript(id: SourceID) -> SourceFile? {
    files.indices.contains(id.index) ? files[id.index] : nil
  }

  /// The text under a span; empty when the span belongs to no text of this map.
  package func text(_ span: SourceSpan) -> String {
    self[span.file]?.text(span.start, span.end) ?? ""
  }
}
