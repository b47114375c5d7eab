import PubQLDiagnostics

extension Lexer {
  /// `42`, `1_000`, `3.5`, `1e-5`, `2020-05`, `2020-05-14`; the position is at a digit.
  mutating func scanNumber() -> TokenKind {
    let start = position
    skipDigits()
    let digits = position - start
    if byte(position) == UInt8(ascii: "-"), isDigit(position + 1) {
      return scanDate(start, firstDigits: digits)
    }
    var kind = TokenKind.whole
    if byte(position) == UInt8(ascii: "."), isDigit(position + 1) {
      kind = .decimal
      position += 1
      skipDigits()
    }
    if kind == .decimal, byte(position) == UInt8(ascii: "."), isDigit(position + 1) {
      return scanDottedDate(start)
    }
    if let end = exponentEnd {
      kind = .decimal
      position = end
    }
    if isNameStart(at: position) {
      reportNumberIntoName(start)
      return kind
    }
    checkSize(start, kind)
    return kind
  }

  /// The value of a `.whole` token; nil where it is too large.
  func wholeValue(_ token: Token) -> Int? {
    var value = 0
    for offset in token.start..<token.end where isDigit(offset) {
      let (times, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, overSum) = times.addingReportingOverflow(Int(byte(offset) & 0x0F))
      if over || overSum { return nil }
      value = sum
    }
    return value
  }

  /// The value of a `.decimal` token; nil where it is too large.
  func decimalValue(_ token: Token) -> Double? {
    var digits = text(token.start, token.end)
    digits.removeAll { $0 == "_" }
    guard let value = Double(digits), value.isFinite else { return nil }
    return value
  }

  private mutating func checkSize(_ start: Int, _ kind: TokenKind) {
    let token = Token(
      kind: kind, start: start, end: position, startsLine: false, followsSpace: false)
    let fits = kind == .whole ? wholeValue(token) != nil : decimalValue(token) != nil
    if !fits { report(.numberTooLarge(span(start, position)), from: start) }
  }

  /// Digits, and `_` between digits.
  private mutating func skipDigits() {
    while isDigit(position) || (byte(position) == UInt8(ascii: "_") && isDigit(position + 1)) {
      position += 1
    }
  }

  /// Where the `e-5` ends that begins here; nil where there is none, or a name.
  private var exponentEnd: Int? {
    guard byte(position) | 0x20 == UInt8(ascii: "e") else { return nil }
    var end = position + 1
    if byte(end) == UInt8(ascii: "-") || byte(end) == UInt8(ascii: "+") { end += 1 }
    guard isDigit(end) else { return nil }
    while isDigit(end) { end += 1 }
    return isNameStart(at: end) ? nil : end
  }

  private func isDigit(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte >= 0x30 && byte <= 0x39
  }

  /// `18months`, `5g`: the digits are kept as the number, the letters are passed.
  private mutating func reportNumberIntoName(_ start: Int) {
    let numberEnd = position
    skipName()
    let unit = text(numberEnd, position)
    let isUnit = DurationUnit(word: unit) != nil
    let edit = isUnit ? text(start, numberEnd) + " " + unit : nil
    report(
      .numberRunsIntoName(span(start, position), text(start, position), edit: edit), from: start)
    // What the duration says stands after the number, so that parsing goes on as if it were well.
    if isUnit { position = numberEnd }
  }

  /// Digits joined by `-`; the position is at the first `-`.
  private mutating func scanDate(_ start: Int, firstDigits: Int) -> TokenKind {
    var groups = [text(start, position)]
    while byte(position) == UInt8(ascii: "-"), isDigit(position + 1) {
      position += 1
      let groupStart = position
      skipDigits()
      groups.append(text(groupStart, position))
    }
    if isNameStart(at: position) { skipName() }
    let lengths = groups.map(\.utf8.count)
    let written = text(start, position)
    let isWhole = groups.joined(separator: "-") == written && !written.utf8.contains(0x5F)
    if isWhole, lengths == [4, 2] || lengths == [4, 2, 2] { return .date }
    let offer = Lexer.nearestDate(groups)
    report(.badDate(span(start, position), written, offer: isWhole ? offer : nil), from: start)
    return .date
  }

  /// `14.05.2020`; the position is at the second point.
  private mutating func scanDottedDate(_ start: Int) -> TokenKind {
    while byte(position) == UInt8(ascii: "."), isDigit(position + 1) {
      position += 1
      skipDigits()
    }
    let written = text(start, position)
    let groups = written.split(separator: ".").map(String.init)
    let isPlain = groups.count == 3 && !written.utf8.contains(0x5F)
    let offer = isPlain ? Lexer.nearestDate(groups) : nil
    report(
      .badDate(
        span(start, position), written, offer: offer.flatMap { $0.contains(" ") ? nil : $0 }),
      from: start)
    return .date
  }

  /// What digits joined by `-` were most likely meant to be.
  private static func nearestDate(_ groups: [String]) -> String? {
    let lengths = groups.map(\.utf8.count)
    func padded(_ group: String) -> String { group.utf8.count == 1 ? "0" + group : group }
    func isMonth(_ group: String) -> Bool { (1...12).contains(Int(group) ?? 0) }
    func isDay(_ group: String) -> Bool { (1...31).contains(Int(group) ?? 0) }
    switch (lengths.first, groups.count) {
    case (4, 2) where lengths[1] == 4:
      return groups[0] < groups[1] ? groups[0] + ".." + groups[1] : groups.joined(separator: " - ")
    case (4, 2) where isMonth(groups[1]):
      return groups[0] + "-" + padded(groups[1])
    case (4, 3) where isMonth(groups[1]) && isDay(groups[2]):
      return groups[0] + "-" + padded(groups[1]) + "-" + padded(groups[2])
    case (_, 2) where lengths[1] == 4 && isMonth(groups[0]):
      return groups[1] + "-" + padded(groups[0])
    case (_, 3) where lengths[2] == 4 && isMonth(groups[1]) && isDay(groups[0]):
      return groups[2] + "-" + padded(groups[1]) + "-" + padded(groups[0])
    default:
      return groups.joined(separator: " - ")
    }
  }
}

extension DurationUnit {
  /// The unit that a word names, in the singular or the plural.
  init?(word: String) {
    switch word {
    case "day", "days": self = .days
    case "week", "weeks": self = .weeks
    case "month", "months": self = .months
    case "year", "years": self = .years
    default: return nil
    }
  }
}
