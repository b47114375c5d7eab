import PubQLText

/// A text in pieces, with the places where its lines may break.
///
/// Shape: a flat list, so that nothing recurses however deep groups nest. All breaks of a group are
/// taken when it does not fit on its line, and none when it does; a group that fills takes only
/// those that it needs. A line end that must be makes every group round it break.
struct Layout {
  /// How long a line may be. Unit: terminal cells.
  static let width = 100

  private(set) var pieces: [LayoutPiece] = []
  /// Which pieces open the groups that are open.
  private var openGroups: [Int] = []

  mutating func text(_ text: String) {
    pieces.append(.text(text, cells: DisplayWidth.width(of: text)))
  }

  /// A place where the line may break; else it is a blank or nothing.
  mutating func line(isBlank: Bool) { pieces.append(.line(isBlank: isBlank)) }

  /// The end of the line, whatever fits.
  mutating func hardLine() {
    breakGroups()
    pieces.append(.hardLine)
  }

  /// A comment behind what stands on the line; it takes no room, and a hard line must follow.
  mutating func comment(_ text: String) {
    breakGroups()
    pieces.append(.comment(text))
  }

  /// Moves the lines that begin from here on to the right, or with a negative number to the left.
  mutating func indent(_ cells: Int) { pieces.append(.indent(cells)) }

  mutating func open(fills: Bool = false) {
    openGroups.append(pieces.count)
    pieces.append(.open(LayoutGroup(fills: fills)))
  }

  mutating func close() {
    guard let opening = openGroups.popLast(), case .open(var group) = pieces[opening] else {
      return
    }
    group.end = pieces.count
    pieces[opening] = .open(group)
    pieces.append(.close)
  }

  private mutating func breakGroups() {
    // From the inside; when one is broken, those round it are as well.
    for opening in openGroups.reversed() {
      guard case .open(var group) = pieces[opening], !group.mustBreak else { return }
      group.mustBreak = true
      pieces[opening] = .open(group)
    }
  }
}

/// A piece of a text that is laid out.
enum LayoutPiece {
  case text(String, cells: Int)
  /// A place where the line may break
  case line(isBlank: Bool)
  case hardLine
  /// A comment at the end of a line
  case comment(String)
  case indent(Int)
  case open(LayoutGroup)
  case close
}

/// Pieces whose breaks belong together.
struct LayoutGroup {
  /// Whether each break is decided for itself.
  let fills: Bool
  /// Whether a line end inside of it leaves no choice.
  var mustBreak = false
  /// The index of the piece that closes it.
  var end = 0

  init(fills: Bool) { self.fills = fills }
}
