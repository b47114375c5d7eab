/// Breaks one paragraph into lines; see `DisplayWidth.wrap(_:to:)`.
struct LineWrapper {
  private let text: Substring
  private let cells: Int
  private(set) var lines: [String] = []

  private var lineStart: String.Index
  /// The cells from the line's start to the current character.
  private var used = 0
  /// Where the line may end, where the next then begins, and the cells up to there.
  private var lineBreak: (end: String.Index, next: String.Index, used: Int)?

  init(text: Substring, cells: Int) {
    self.text = text
    self.cells = cells
    lineStart = text.startIndex
  }

  mutating func run() {
    var index = text.startIndex
    var previous: Character?
    while index < text.endIndex {
      let character = text[index]
      let after = text.index(after: index)
      let width = DisplayWidth.width(of: character)
      if Self.isBlank(character) {
        // Blanks at the end of a line may stick out: they are not written.
        let end = previous.map(Self.isBlank) == true ? lineBreak?.end ?? index : index
        used += width
        lineBreak = (end, after, used)
      } else {
        if let previous, Self.mayBreak(between: previous, character) {
          lineBreak = (index, index, used)
        }
        while used + width > cells, index > lineStart { finishLine(before: index) }
        used += width
      }
      previous = character
      index = after
    }
    let end = previous.map(Self.isBlank) == true ? lineBreak?.end ?? index : index
    // Blanks alone after the last break make no line, unless there is no other.
    if lineStart < end || lines.isEmpty {
      lines.append(String(text[lineStart..<max(lineStart, end)]))
    }
  }

  /// Ends the line at the last break, or in the middle of the word if there is none.
  private mutating func finishLine(before index: String.Index) {
    if let lineBreak {
      // Blanks at the very beginning give way when the first word needs the room.
      if lineBreak.end > lineStart { lines.append(String(text[lineStart..<lineBreak.end])) }
      lineStart = lineBreak.next
      used -= lineBreak.used
    } else {
      lines.append(String(text[lineStart..<index]))
      lineStart = index
      used = 0
    }
    lineBreak = nil
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\u{3000}"
  }

  /// Between CJK characters, but not before what closes nor after what opens.
  private static func mayBreak(between a: Character, _ b: Character) -> Bool {
    guard isIdeographic(a) || isIdeographic(b), !isBlank(a) else { return false }
    return !closing.contains(b) && !opening.contains(a)
  }

  private static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x1100 else { return false }
    return WordClass.single == CategoryTable.shared.wordClass(scalar.value)
      || (0x3000...0x303F).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value)
  }

  private static let closing: Set<Character> = Set("、。，．！？：；」』）】〉》〕］｝”’…ー々,.!?:;)]}%")
  private static let opening: Set<Character> = Set("「『（【〈《〔［｛“‘([{")
}
