extension Edit {
  /// The text after the change; nil when the span does not lie in it.
  package func applied(to bytes: [UInt8]) -> [UInt8]? {
    guard span.start >= 0, span.end <= bytes.count else { return nil }
    return Array(bytes[..<span.start]) + Array(replacement.utf8) + Array(bytes[span.end...])
  }

  /// The text after the change; nil when the span does not lie in it.
  package func applied(to text: String) -> String? {
    applied(to: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }
}
