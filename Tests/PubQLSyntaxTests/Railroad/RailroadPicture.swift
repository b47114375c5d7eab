/// Draws a rule as SVG.
struct RailroadPicture {
  private var body = ""

  /// The picture of a rule, with its name above.
  static func svg(_ name: String, _ rule: Railroad) -> String {
    var picture = RailroadPicture()
    let room = rule.room
    let margin = 10
    let (left, top) = (margin + 2, 26)
    let y = top + max(room.up, Railroad.half)
    let lead = 20
    picture.path("M\(left) \(y - 8)v16M\(left + 5) \(y - 8)v16M\(left + 5) \(y)h\(lead)")
    picture.draw(rule, left + 5 + lead, y)
    let end = left + 5 + lead + room.width
    picture.path("M\(end) \(y)h\(lead)M\(end + lead) \(y - 8)v16M\(end + lead + 5) \(y - 8)v16")
    let width = max(end + lead + 5 + margin + 2, name.count * 9 + 2 * margin)
    let height = y + max(room.down, Railroad.half) + margin
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img">
      <title>\(escaped(name))</title>
      \(style)
      <text class="name" x="\(margin)" y="16">\(escaped(name))</text>
      \(picture.body)</svg>

      """
  }

  /// The colours are for a light page; a dark one has its own.
  private static let style = """
    <style>
    path { fill: none; stroke: #57606a; stroke-width: 1.5 }
    path.head { fill: #57606a; stroke: none }
    rect { stroke-width: 1.5 }
    rect.word { fill: #e2f4e8; stroke: #2f855a }
    rect.rule { fill: #e5edfb; stroke: #3b64ad }
    rect.note { fill: #f4f4f4; stroke: #8a8a8a; stroke-dasharray: 4 3 }
    text { font: 13px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; \
    text-anchor: middle; white-space: pre }
    text.word { font-weight: bold }
    text.note { font-style: italic }
    text.row { font-weight: bold; text-anchor: start }
    text.name { font-weight: bold; text-anchor: start; fill: #57606a }
    @media (prefers-color-scheme: dark) {
    path { stroke: #9aa4af }
    path.head { fill: #9aa4af }
    rect.word { fill: #173526; stroke: #4cae7c }
    rect.rule { fill: #1b2a47; stroke: #6f97dd }
    rect.note { fill: #2b2b2b; stroke: #8a8a8a }
    text { fill: #e6edf3 }
    text.name { fill: #9aa4af }
    }
    </style>
    """

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }

  private mutating func path(_ steps: String) { body += "<path d=\"\(steps)\"/>\n" }

  private mutating func box(_ text: String, _ kind: String, _ x: Int, _ y: Int, _ room: Room) {
    let rounding = kind == "word" ? Railroad.half : 3
    body += "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y - room.up)\" width=\"\(room.width)\" "
    body += "height=\"\(room.up + room.down)\" rx=\"\(rounding)\"/>\n"
    guard !text.isEmpty else { return }
    body += "<text class=\"\(kind)\" x=\"\(x + room.width / 2)\" y=\"\(y + 4)\">"
    body += RailroadPicture.escaped(text) + "</text>\n"
  }

  /// A part whose line comes in at `x`, `y` and goes out at its other side.
  private mutating func draw(_ part: Railroad, _ x: Int, _ y: Int) {
    let room = part.room
    switch part {
    case .word(let text): box(text, "word", x, y, room)
    case .rule(let text): box(text, "rule", x, y, room)
    case .note(let text): box(text, "note", x, y, room)
    case .oneOf(let words): draw(words, x, y, room)
    case .sequence(let parts): draw(sequence: parts, x, y)
    case .choice(let ways): draw(choice: ways, x, y, room)
    case .optional(let inner): draw(optional: inner, x, y)
    case .loop(let inner, let back): draw(loop: inner, back, x, y, room)
    }
  }

  private mutating func draw(_ words: [String], _ x: Int, _ y: Int, _ room: Room) {
    box("", "word", x, y, room)
    for (index, row) in Railroad.rows(words).enumerated() {
      let line = RailroadPicture.escaped(row.joined(separator: "  "))
      body += "<text class=\"row\" x=\"\(x + Railroad.padding)\" "
      body += "y=\"\(y + 4 + index * Railroad.wordRow)\" xml:space=\"preserve\">\(line)</text>\n"
    }
  }

  private mutating func draw(sequence parts: [Railroad], _ x: Int, _ y: Int) {
    var x = x
    for (index, part) in parts.enumerated() {
      if index > 0 {
        path("M\(x) \(y)h\(Railroad.gap)")
        x += Railroad.gap
      }
      draw(part, x, y)
      x += part.room.width
    }
  }

  private mutating func draw(choice ways: [Railroad], _ x: Int, _ y: Int, _ room: Room) {
    let rooms = ways.map(\.room)
    let inner = room.width - 4 * Railroad.radius
    for (index, offset) in Railroad.offsets(rooms).enumerated() {
      let missing = inner - rooms[index].width
      draw(ways[index], x + 2 * Railroad.radius, y + offset)
      let end = x + 2 * Railroad.radius + rooms[index].width
      if offset == 0 {
        path("M\(x) \(y)h\(2 * Railroad.radius)")
        path("M\(end) \(y)h\(missing + 2 * Railroad.radius)")
      } else {
        let straight = offset - 2 * Railroad.radius
        path("M\(x) \(y)\(rightDown)v\(straight)\(downRight)")
        path("M\(end) \(y + offset)h\(missing)\(rightUp)v\(-straight)\(upRight)")
      }
    }
  }

  private mutating func draw(optional inner: Railroad, _ x: Int, _ y: Int) {
    let room = inner.room
    let straight = Railroad.bypass(room) - 2 * Railroad.radius
    draw(inner, x + 2 * Railroad.radius, y)
    path("M\(x) \(y)h\(2 * Railroad.radius)")
    path("M\(x + 2 * Railroad.radius + room.width) \(y)h\(2 * Railroad.radius)")
    path(
      "M\(x) \(y)\(rightUp)v\(-straight)\(upRight)h\(room.width)"
        + "\(rightDown)v\(straight)\(downRight)")
  }

  private mutating func draw(
    loop inner: Railroad, _ back: Railroad?, _ x: Int, _ y: Int, _ room: Room
  ) {
    let (innerRoom, backRoom) = (inner.room, back?.room)
    let width = room.width - 4 * Railroad.radius
    let fall = Railroad.wayBack(innerRoom, backRoom)
    let straight = fall - 2 * Railroad.radius
    let (left, right) = (x + 2 * Railroad.radius, x + 2 * Railroad.radius + width)
    let innerX = left + (width - innerRoom.width) / 2
    draw(inner, innerX, y)
    path(
      "M\(x) \(y)H\(innerX)M\(innerX + innerRoom.width) \(y)h\(right - innerX - innerRoom.width)")
    path("M\(right) \(y)h\(2 * Railroad.radius)")
    let backWidth = backRoom?.width ?? 0
    let backX = left + (width - backWidth) / 2
    path("M\(right) \(y)\(rightDown)v\(straight)\(downLeft)H\(backX + backWidth)")
    path("M\(backX) \(y + fall)H\(left)\(leftUp)v\(-straight)\(upRight)")
    if let back { draw(back, backX, y + fall) }
    // An arrow shows that this way goes back.
    let tip = back == nil ? backX - 4 : backX - 9
    body += "<path class=\"head\" d=\"M\(tip) \(y + fall)l8 -4v8z\"/>\n"
  }

  // MARK: Turns, by the ways before and behind them

  private static func turn(_ isClockwise: Bool, _ dx: Int, _ dy: Int) -> String {
    let r = Railroad.radius
    return "a\(r) \(r) 0 0 \(isClockwise ? 1 : 0) \(dx * r) \(dy * r)"
  }

  private var rightDown: String { Self.turn(true, 1, 1) }
  private var rightUp: String { Self.turn(false, 1, -1) }
  private var downRight: String { Self.turn(false, 1, 1) }
  private var downLeft: String { Self.turn(true, -1, 1) }
  private var leftUp: String { Self.turn(true, -1, -1) }
  private var upRight: String { Self.turn(true, 1, -1) }
}
