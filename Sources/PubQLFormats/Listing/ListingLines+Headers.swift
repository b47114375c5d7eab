import PubQLModel

/// What follows a line that may be the header of a record.
struct ListingAhead {
  enum Outcome {
    /// A label of the format, or one that it does not know
    case label(StandardField?)
    /// Another line that may be a header
    case header(number: Int)
    case endOfText
    /// None of these within the limits
    case nothing
  }

  var outcome = Outcome.nothing
  /// A blank line comes before the outcome.
  var hasBlank = false
  /// Text comes after a blank line, before the outcome.
  var hasTextAfterBlank = false
  /// The walk after the outcome.
  var rest: ListingLines
}

extension ListingLines {
  /// A title has no more further lines than this, so that no line is looked at too often.
  private static let mostTitleLines = 6
  private static let mostBlankLines = 8
  /// The items of a list in an abstract are numbered up to here; a greater number after a
  /// blank line is that of a record.
  static let longestList = 20

  /// Looks at what follows the line that the walk has just given, to the end of the text
  /// whatever the limit: so the answer is the same wherever the text is cut.
  func ahead() -> ListingAhead {
    var walk = self
    walk.limit = count
    var ahead = ListingAhead(rest: walk)
    var texts = 0
    var blanks = 0
    while texts <= Self.mostTitleLines, blanks <= Self.mostBlankLines {
      guard let line = walk.next() else {
        ahead.outcome = .endOfText
        break
      }
      if line.isBlank {
        blanks += 1
        ahead.hasBlank = true
        continue
      }
      if let outcome = walk.outcome(line) {
        ahead.outcome = outcome
        break
      }
      texts += 1
      if ahead.hasBlank { ahead.hasTextAfterBlank = true }
    }
    ahead.rest = walk
    return ahead
  }

  private func outcome(_ line: ListingLine) -> ListingAhead.Outcome? {
    switch shape(of: line) {
    case .label(let field, _, _, _), .inline(let field, _, _, _, _): .label(field)
    case .unknown: isValueNext() ? .label(nil) : nil
    case .header(let number, _): .header(number: number)
    case .text, .value: nil
    }
  }

  /// Whether a value follows on the next line that is not blank: then a line of the shape of a
  /// label is one.
  func isValueNext() -> Bool {
    var walk = self
    walk.limit = count
    var isBelowDash = false
    for _ in 0...Self.mostBlankLines {
      guard let line = walk.next() else { return false }
      if line.isBlank { continue }
      switch walk.shape(of: line) {
      case .value(let start):
        if start < line.end { return true }
        isBelowDash = true
      case .text: return isBelowDash
      case .header, .label, .inline, .unknown: return false
      }
    }
    return false
  }

  /// The offset of the first line from here on that is a header whatever came before; the end
  /// of the text when there is none.
  ///
  /// Sure is a line like a header that a label of the format follows, if it is the first such
  /// line of the text; or if it has a blank line before it and a number beyond `longestList`;
  /// or if the label has been met since the last line like a header, so that the record in
  /// hand, whichever it is, has it already.
  mutating func sureHeader(isAtBeginning: Bool) -> Int {
    var seen: UInt32 = 0
    var isFirst = isAtBeginning
    var isAfterBlank = false
    while let line = next() {
      if line.isBlank {
        isAfterBlank = true
        continue
      }
      switch shape(of: line) {
      case .header(let number, _):
        if case .label(let field?) = ahead().outcome {
          if isFirst || isAfterBlank && number > Self.longestList
            || seen >> UInt32(field.rawValue) & 1 == 1
          {
            return line.begin
          }
        }
        seen = 0
        isFirst = false
      case .label(let field, _, _, _): seen |= 1 << UInt32(field.rawValue)
      case .text, .value, .inline, .unknown: break
      }
      isAfterBlank = false
    }
    return count
  }
}
