import PubQLModel

/// What a line looks like by itself; whether it is so depends on where it stands.
enum ListingShape {
  case text
  /// `1971. Title`; `title` is the offset of the title, the end of the line when there is none.
  case header(number: Int, title: Int)
  /// `- value`; `start` is the end of the line when there is nothing behind the dash.
  case value(start: Int)
  /// `- Author:`; tight when no space follows the dash.
  case label(StandardField, start: Int, colon: Int, isTight: Bool)
  /// `- Author: Alice`
  case inline(StandardField, start: Int, colon: Int, value: Int, isTight: Bool)
  /// `- Language:`, a label only if a value follows.
  case unknown(start: Int, colon: Int)
}

extension ListingLines {
  /// Longer numbers are no record numbers.
  static let mostDigits = 9

  /// The shape of a line that is not blank.
  @inline(__always)
  func shape(of line: ListingLine) -> ListingShape {
    let first = base[line.start]
    if first == 0x2D { return dashShape(line) }
    if first &- 0x30 < 10 { return digitShape(line) }
    return .text
  }

  private func dashShape(_ line: ListingLine) -> ListingShape {
    let after = line.start &+ 1
    let start = ListingSpace.skip(base, after, line.end)
    let isTight = start == after && after < line.end
    if start == line.end { return .value(start: start) }
    if let (field, colon) = ListingLabel.known(base, start, line.end) {
      let value = ListingSpace.skip(base, colon &+ 1, line.end)
      return value == line.end
        ? .label(field, start: start, colon: colon, isTight: isTight)
        : .inline(field, start: start, colon: colon, value: value, isTight: isTight)
    }
    if isTight { return .text }
    if base[line.end &- 1] == 0x3A {
      let colon = line.end &- 1
      let end = ListingSpace.skipBack(base, colon, start)
      if ListingLabel.looksLikeLabel(base, start, end) {
        return .unknown(start: start, colon: colon)
      }
    }
    return .value(start: start)
  }

  private func digitShape(_ line: ListingLine) -> ListingShape {
    var index = line.start
    var number = 0
    while index < line.end, base[index] &- 0x30 < 10 {
      if index &- line.start == Self.mostDigits { return .text }
      number = number &* 10 &+ Int(base[index] &- 0x30)
      index &+= 1
    }
    guard index < line.end, base[index] == 0x2E else { return .text }
    let title = ListingSpace.skip(base, index &+ 1, line.end)
    guard title > index &+ 1 || title == line.end else { return .text }
    return .header(number: number, title: title)
  }
}
