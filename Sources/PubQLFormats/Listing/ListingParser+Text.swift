import PubQLModel

/// Text that stands behind no dash: wrapped lines, or page furniture.
extension ListingParser {
  /// A line as long as this was probably broken where the page ended.
  private static let longLine = 50

  mutating func takeText(_ line: ListingLine) {
    switch state {
    case .outside, .bare:
      takeLoose(line)
    case .title:
      addContinuation(line.start, line.end, .space)
    case .bareTitle:
      if isAfterBlank {
        state = .bare
        takeLoose(line)
      } else {
        addContinuation(line.start, line.end, .space)
      }
    case .field:
      guard loose == nil, !isAfterBlank else { return takeLoose(line) }
      // What stands below an empty dash is a value: the writer protects values so.
      if !hasValue || isEmptyValue {
        addValue(unmarked(line), line.end)
      } else if goesOn(line) {
        addContinuation(line.start, line.end, .space)
      } else {
        takeLoose(line)
      }
    }
  }

  /// Where the value of a line begins below a label: after the dash, where labels have no space
  /// behind theirs.
  private func unmarked(_ line: ListingLine) -> Int {
    guard isTight, walk.base[line.start] == 0x2D, line.end - line.start > 1 else {
      return line.start
    }
    return line.start + 1
  }

  /// Adds a line to the value in hand; without one it begins a value.
  private mutating func addContinuation(_ start: Int, _ end: Int, _ glue: ListingPart.Glue) {
    let isFirst = parts.last.map { Int($0.slot) != slot } ?? true
    addPart(slot, start, end, isFirst ? .value : glue)
  }

  mutating func takeLoose(_ line: ListingLine) {
    if loose != nil {
      loose?.limit = line.end
      loose?.count += 1
      return
    }
    loose = LooseRun(
      walk: walk.from(line), firstLine: lineNumber, start: line.start, end: line.end,
      isAfterBlank: isAfterBlank, limit: line.end)
  }

  /// Decides about the loose lines: they go into the value in hand, or are reported.
  mutating func settleLoose(belongs: Bool) {
    guard let run = loose else { return }
    loose = nil
    guard belongs else {
      var problem = RawProblem(
        .textOutsideRecords, line: run.firstLine, text: excerpt(run.start, run.end))
      problem.count = run.count
      records.report(problem)
      return
    }
    let current = lineNumber
    lineNumber = run.firstLine - 1
    var walk = run.walk
    walk.limit = run.limit
    var isAfterBlank = run.isAfterBlank
    while let line = walk.next() {
      lineNumber += 1
      if line.isBlank {
        isAfterBlank = true
      } else if hasValue {
        let isParagraph = isAfterBlank && slot == StandardField.abstract.rawValue
        addContinuation(line.start, line.end, isParagraph ? .lineFeed : .space)
        isAfterBlank = false
      } else {
        addValue(unmarked(line), line.end)
        isAfterBlank = false
      }
    }
    lineNumber = current
  }

  /// Whether a line right below a value is its next line rather than page furniture.
  private func goesOn(_ line: ListingLine) -> Bool {
    let base = walk.base
    let length = previous.end - previous.start
    guard length > 0, hasWordCharacter(line) else { return false }
    if length >= Self.longLine { return true }
    if beginsLow(base[line.start], base[min(line.start + 1, line.end - 1)]) { return true }
    switch base[previous.end - 1] {
    case 0x2C, 0x3B, 0x26, 0x2D: return true
    default: break
    }
    if endsWithLinkWord() { return true }
    return slot == StandardField.abstract.rawValue && !endsSentence()
  }

  /// A line of signs only is a rule on the page.
  private func hasWordCharacter(_ line: ListingLine) -> Bool {
    for index in line.start..<line.end {
      let byte = walk.base[index]
      if byte >= 0x80 || ListingLabel.isLetter(byte) || byte &- 0x30 < 10 { return true }
    }
    return false
  }

  /// Whether the first character is a small letter: of ASCII, of Latin-1, or of a script
  /// without capitals (from U+0900 on, apart from signs).
  private func beginsLow(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0x61...0x7A: true
    case 0xC3: second >= 0x9F
    case 0xE0: second >= 0xA4
    case 0xE3...0xED: true
    default: false
    }
  }

  /// Whether the line before ends with a word that nothing ends with.
  private func endsWithLinkWord() -> Bool {
    let base = walk.base
    var start = previous.end
    while start > previous.start, previous.end - start < 4, base[start - 1] != 0x20 { start -= 1 }
    guard start > previous.start, base[start - 1] == 0x20 else { return false }
    let word = UnsafeBufferPointer(start: base + start, count: previous.end - start)
    return Self.linkWords.contains { $0.utf8.elementsEqual(word) }
  }

  private static let linkWords = ["and", "of", "for", "the", "in", "on", "or", "to", "a", "de"]

  private func endsSentence() -> Bool {
    switch walk.base[previous.end - 1] {
    case 0x2E, 0x3F, 0x21, 0x22, 0x29: true
    // The last byte of a closing curly quote
    case 0x9D, 0x99: previous.end - previous.start >= 3 && walk.base[previous.end - 3] == 0xE2
    default: false
    }
  }
}
