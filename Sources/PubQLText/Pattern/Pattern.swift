/// A regular expression that is matched in linear time.
///
/// Whether some part of a text matches is all it tells: there are no captures, so greedy and
/// lazy repetition are the same. `\w`, `\d`, `\s` and `\b` know all of Unicode.
package struct Pattern: Sendable {
  /// What is wrong with the text of a pattern.
  package struct SyntaxError: Error, Equatable {
    /// One sentence without a full stop.
    package let message: String
    /// Unit: UTF-8 bytes from the beginning of the pattern's text.
    package let offset: Int
  }

  /// Bounds the time that reading a hostile pattern takes.
  static let longestText = 10_000

  /// As written.
  package let text: String
  /// Whether it is to be matched with folded text.
  package let ignoresCase: Bool
  let program: PatternProgram
  /// Whether a folded text matches just when one of its words does.
  package let isFoundInWords: Bool

  /// Reads a pattern.
  ///
  /// With `ignoringCase` its literals and classes are folded and it must be given folded text:
  /// `/straße/i` then matches `STRASSE`, and `[é]` matches `e`.
  /// - Throws: for text that is no pattern, that asks for what linear time forbids, or that
  ///   grows beyond `PatternProgram.largestProgram` steps.
  package init(_ text: String, ignoringCase: Bool) throws(SyntaxError) {
    if text.utf8.count > Self.longestText {
      throw SyntaxError(
        message: "a pattern has at most \(Self.longestText) bytes", offset: Self.longestText)
    }
    var parser = PatternParser(text, ignoringCase: ignoringCase)
    let node = try parser.parse()
    self.text = text
    ignoresCase = ignoringCase
    isFoundInWords = ignoringCase && node.staysInWord
    program = try PatternProgram(node)
  }

  /// What stands in the folded text of every text that matches, and whether that it does is the
  /// whole of the pattern; nil where nothing is known.
  package var requiredLiteral: (folded: [UInt8], isAll: Bool)? {
    let bytes = program.requiredBytes
    guard !bytes.isEmpty else { return nil }
    if ignoresCase { return (bytes, program.isPureLiteral) }
    // ASCII folds by itself; what else is folded may join what stands beside it.
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return (Folding.fold(String(decoding: bytes, as: UTF8.self)), false)
  }

  /// Whether some part of the text matches.
  ///
  /// Builds its automaton anew: for many texts make one `PatternMatcher`.
  package func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    PatternMatcher(self).matches(bytes)
  }
}
