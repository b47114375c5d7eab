import PubQLText

/// A line of source as it is drawn: grapheme clusters with the cells that each takes.
///
/// Control characters are drawn as pictures and tabs as blanks, so that a line takes the cells that
/// are counted here on every terminal.
struct SourceLine {
  /// One grapheme cluster.
  struct Piece {
    /// Byte offsets in the file.
    let start: Int
    let end: Int
    let text: String
    /// The cell where it begins, and how many it takes.
    let cell: Int
    let width: Int
  }

  /// The part that is drawn.
  private(set) var pieces: [Piece] = []
  /// Whether something was left out before and after.
  private(set) var isCutBefore = false
  private(set) var isCutAfter = false

  /// Enough for any window; longer lines are not decoded beyond it.
  private static let reach = 2048
  private static let tab = "    "

  /// - Parameters:
  ///   - focus: bytes of the file that should be seen; the first of them always is.
  ///   - cells: how many the line may take.
  init(of file: SourceFile, line: Int, focus: Range<Int>, cells: Int) {
    let bytes = file.lineBytes(line)
    let focus = focus.clamped(to: bytes.startIndex..<bytes.endIndex)
    let low = Self.characterStart(max(bytes.startIndex, focus.lowerBound - Self.reach), in: bytes)
    let high = Self.characterStart(
      min(bytes.endIndex, focus.lowerBound + Self.reach), in: bytes)
    isCutBefore = low > bytes.startIndex
    isCutAfter = high < bytes.endIndex
    decode(bytes[low..<high])
    keepWindow(round: focus, cells: max(cells, 10))
  }

  /// The cell at which a byte of the file is drawn: past the end, the cell after the last.
  func cell(of offset: Int) -> Int {
    for piece in pieces where offset < piece.end { return piece.cell }
    return endCell
  }

  /// The cell after that of the last byte before `offset`.
  func cell(after offset: Int) -> Int {
    for piece in pieces where offset <= piece.end {
      return offset <= piece.start ? piece.cell : piece.cell + piece.width
    }
    return endCell
  }

  /// The line with `…` where it was cut.
  var text: String {
    (isCutBefore ? "…" : "") + pieces.map(\.text).joined() + (isCutAfter ? "…" : "")
  }

  private var endCell: Int {
    pieces.last.map { $0.cell + $0.width } ?? (isCutBefore ? 1 : 0)
  }

  private static func characterStart(_ offset: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var offset = offset
    // At most three bytes go on a character; more are not UTF-8 anyway.
    for _ in 0..<3 where offset > bytes.startIndex && offset < bytes.endIndex {
      if bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    }
    return offset
  }

  /// Cuts bytes into grapheme clusters; each byte that is not UTF-8 becomes U+FFFD.
  private mutating func decode(_ bytes: ArraySlice<UInt8>) {
    var text = String.UnicodeScalarView()
    // For each scalar the offset after it.
    var ends: [Int] = []
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let (scalar, length) = UTF8Scanner.decode(buffer, at: index)
        text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
        index += max(1, length)
        ends.append(bytes.startIndex + index)
      }
    }
    var start = bytes.startIndex
    var used = 0
    for character in String(text) {
      used += character.unicodeScalars.count
      let end = used <= ends.count ? ends[used - 1] : bytes.endIndex
      let drawn = character == "\t" ? Self.tab : DisplayWidth.sanitised(String(character))
      pieces.append(
        Piece(start: start, end: end, text: drawn, cell: 0, width: DisplayWidth.width(of: drawn)))
      start = end
    }
  }

  /// Keeps what fits into `cells`, with the focus in the middle of it, and numbers the cells.
  private mutating func keepWindow(round focus: Range<Int>, cells: Int) {
    let total = pieces.reduce(0) { $0 + $1.width }
    if !isCutBefore && !isCutAfter && total <= cells {
      number(from: 0)
      return
    }
    let first = pieces.firstIndex { $0.end > focus.lowerBound } ?? pieces.count
    var used = 0
    var last = first
    while last < pieces.count, pieces[last].start < focus.upperBound,
      used + pieces[last].width <= cells - 2
    {
      used += pieces[last].width
      last += 1
    }
    // What is left is shared by both sides, more of it before when little follows.
    let spare = cells - 2 - used
    var low = first
    var before = 0
    while low > 0, before + pieces[low - 1].width <= spare / 2 {
      low -= 1
      before += pieces[low].width
    }
    used += before
    while last < pieces.count, used + pieces[last].width <= cells - 2 {
      used += pieces[last].width
      last += 1
    }
    while low > 0, used + pieces[low - 1].width <= cells - 2 {
      low -= 1
      used += pieces[low].width
    }
    isCutBefore = isCutBefore || low > 0
    isCutAfter = isCutAfter || last < pieces.count
    pieces = Array(pieces[low..<last])
    number(from: isCutBefore ? 1 : 0)
  }

  private mutating func number(from start: Int) {
    var cell = start
    pieces = pieces.map { piece in
      defer { cell += piece.width }
      return Piece(
        start: piece.start, end: piece.end, text: piece.text, cell: cell, width: piece.width)
    }
  }
}
