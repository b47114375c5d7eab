extension Railroad {
  // Units: pixels.
  static let cell = 8
  static let padding = 10
  static let half = 13
  /// Between the parts of a sequence.
  static let gap = 14
  /// Between ways that lie one above the other.
  static let rowGap = 9
  static let radius = 9
  /// Cells of a row of words.
  static let wordsPerRow = 58
  static let wordRow = 22

  var room: Room {
    switch self {
    case .word(let text), .rule(let text), .note(let text):
      return Room(
        width: max(text.count * Railroad.cell + 2 * Railroad.padding, 2 * Railroad.half),
        up: Railroad.half, down: Railroad.half)
    case .oneOf(let words):
      let rows = Railroad.rows(words)
      let cells = rows.map { $0.reduce(-2) { $0 + $1.count + 2 } }.max() ?? 0
      return Room(
        width: cells * Railroad.cell + 2 * Railroad.padding, up: Railroad.half,
        down: rows.count * Railroad.wordRow - Railroad.half + 6)
    case .sequence(let parts):
      return parts.map(\.room).reduce(Room(width: -Railroad.gap, up: 0, down: 0)) {
        Room(
          width: $0.width + Railroad.gap + $1.width, up: max($0.up, $1.up),
          down: max($0.down, $1.down))
      }
    case .choice(let ways):
      let rooms = ways.map(\.room)
      let last = Railroad.offsets(rooms).last ?? 0
      return Room(
        width: (rooms.map(\.width).max() ?? 0) + 4 * Railroad.radius, up: rooms[0].up,
        down: last + (rooms.last?.down ?? 0))
    case .optional(let inner):
      let room = inner.room
      return Room(
        width: room.width + 4 * Railroad.radius, up: Railroad.bypass(room) + 2, down: room.down)
    case .loop(let inner, let back):
      let (room, backRoom) = (inner.room, back?.room)
      return Room(
        width: max(room.width, backRoom?.width ?? 0) + 4 * Railroad.radius, up: room.up,
        down: Railroad.wayBack(room, backRoom) + (backRoom?.down ?? 5))
    }
  }

  /// How far below the first way each way of a choice lies.
  static func offsets(_ rooms: [Room]) -> [Int] {
    var offsets = [0]
    for index in rooms.indices.dropFirst() {
      let distance = rooms[index - 1].down + rowGap + rooms[index].up
      offsets.append(offsets[index - 1] + max(distance, 2 * radius))
    }
    return offsets
  }

  /// How far above the line the way round something lies.
  static func bypass(_ room: Room) -> Int { max(room.up + rowGap, 2 * radius) }

  /// How far below the line the way back lies.
  static func wayBack(_ room: Room, _ back: Room?) -> Int {
    max(room.down + rowGap + (back?.up ?? 0), 2 * radius)
  }

  /// Words in rows that are not too long.
  static func rows(_ words: [String]) -> [[String]] {
    var rows: [[String]] = [[]]
    var cells = 0
    for word in words {
      if cells > 0, cells + word.count > wordsPerRow {
        rows.append([])
        cells = 0
      }
      rows[rows.count - 1].append(word)
      cells += word.count + 2
    }
    return rows
  }
}
