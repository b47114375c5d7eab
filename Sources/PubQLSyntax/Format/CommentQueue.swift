import PubQLDiagnostics

/// The comments of a text in order, to be taken as printing comes past them.
struct CommentQueue {
  /// A comment with its `#`, without blanks at its end.
  struct Comment {
    let text: String
    let span: SourceSpan
    /// Whether something stands before it on its line.
    let isTrailing: Bool
  }

  private let comments: [SourceSpan]
  private let source: SourceFile
  private var taken = 0

  init(_ comments: [SourceSpan], _ source: SourceFile) {
    self.comments = comments
    self.source = source
  }

  /// Takes the next comment, if it begins before an offset.
  mutating func next(before offset: Int) -> Comment? {
    guard taken < comments.count, comments[taken].start < offset else { return nil }
    let span = comments[taken]
    taken += 1
    var end = span.end
    while end > span.start, isBlank(source.bytes[end - 1]) { end -= 1 }
    let text = String(decoding: source.bytes[span.start..<end], as: UTF8.self)
    return Comment(text: text, span: span, isTrailing: isTrailing(span))
  }

  /// Whether a comment that was not taken begins before an offset.
  func has(before offset: Int) -> Bool {
    taken < comments.count && comments[taken].start < offset
  }

  private func isTrailing(_ comment: SourceSpan) -> Bool {
    let line = source.lineStarts[source.line(at: comment.start)]
    var start = line
    // A mark of the byte order is no text.
    if line == 0, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    return source.bytes[min(start, comment.start)..<comment.start].contains { !isBlank($0) }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C }
}
