extension Layout {
  /// The text with its lines broken; no blanks at the ends of lines.
  /// - Complexity: linear in the pieces.
  func laidOut() -> String {
    var writer = LineWriter(pieces)
    for index in pieces.indices { writer.write(pieces[index], at: index) }
    return writer.output
  }
}

/// Writes pieces one after the other and decides of each group, when it opens, whether it breaks.
private struct LineWriter {
  private(set) var output = ""
  /// Per piece, the cells of the text before it, when nothing is broken.
  private let offsets: [Int]
  /// Per piece, the next place from it on where a line may break.
  private let nextBreaks: [Int]
  private var column = 0
  private var indentation = 0
  private var isAtLineStart = true
  /// How each open group is written; the last is the inner one.
  private var groups: [GroupState] = []

  private enum GroupState {
    case flat
    case broken
    case filling
  }

  init(_ pieces: [LayoutPiece]) {
    var offsets = [0]
    offsets.reserveCapacity(pieces.count + 1)
    var cells = 0
    for piece in pieces {
      switch piece {
      case .text(_, let width): cells += width
      case .line(let isBlank): cells += isBlank ? 1 : 0
      default: break
      }
      offsets.append(cells)
    }
    var nextBreaks = [Int](repeating: pieces.count, count: pieces.count + 1)
    for index in pieces.indices.reversed() {
      switch pieces[index] {
      case .line, .hardLine: nextBreaks[index] = index
      default: nextBreaks[index] = nextBreaks[index + 1]
      }
    }
    self.offsets = offsets
    self.nextBreaks = nextBreaks
  }

  mutating func write(_ piece: LayoutPiece, at index: Int) {
    switch piece {
    case .text(let text, let cells): write(text, cells: cells)
    case .line(let isBlank):
      if breaks(at: index, isBlank: isBlank) {
        endLine()
      } else if isBlank {
        write(" ", cells: 1)
      }
    case .hardLine: endLine()
    case .comment(let text): write(isAtLineStart ? text : "  " + text, cells: 0)
    case .indent(let cells): indentation += cells
    case .open(let group): groups.append(state(of: group, at: index))
    case .close: _ = groups.popLast()
    }
  }

  private mutating func write(_ text: String, cells: Int) {
    if isAtLineStart {
      output += String(repeating: " ", count: max(0, indentation))
      column = indentation
      isAtLineStart = false
    }
    output += text
    column += cells
  }

  private mutating func endLine() {
    output += "\n"
    column = indentation
    isAtLineStart = true
  }

  private func state(of group: LayoutGroup, at index: Int) -> GroupState {
    if case .flat? = groups.last, !group.mustBreak { return .flat }
    // What follows the group up to the next break is on its line too.
    if !group.mustBreak, fits(index, nextBreaks[group.end]) { return .flat }
    return group.fills ? .filling : .broken
  }

  private func breaks(at index: Int, isBlank: Bool) -> Bool {
    switch groups.last {
    case .flat: false
    case .filling: !fits(index, nextBreaks[index + 1])
    case .broken, nil: true
    }
  }

  /// Whether the pieces from `first` on and before `end` fit on what is left of the line.
  private func fits(_ first: Int, _ end: Int) -> Bool {
    let start = isAtLineStart ? indentation : column
    return start + offsets[end] - offsets[first] <= Layout.width
  }
}
