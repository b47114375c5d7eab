import PubQLText

/// A marked part of a drawn line, in cells, with its label.
struct CellMark {
  let start: Int
  /// Greater than `start`.
  let end: Int
  let isPrimary: Bool
  let label: String
}

/// A piece of a row under a source line.
struct MarkSegment {
  /// The cell where it begins.
  let column: Int
  let text: String
  let isPrimary: Bool
}

/// Arranges marks and labels under a source line.
///
/// Shape: the first row underlines, `^` for the problem and `-` for what belongs to it, and has the
/// label of the last mark behind it; the others hang below their marks, each where it has room.
enum MarkLayout {
  static func rows(of marks: [CellMark], cells: Int) -> [[MarkSegment]] {
    guard !marks.isEmpty else { return [] }
    var first = underlines(marks)
    var hanging = marks.filter { !$0.label.isEmpty }
    let last = marks.max { ($0.end, $0.isPrimary ? 1 : 0) < ($1.end, $1.isPrimary ? 1 : 0) }
    if let last, !last.label.isEmpty, fits(last, cells) {
      first.append(
        MarkSegment(column: last.end + 1, text: last.label, isPrimary: last.isPrimary))
      // Two marks of the same place and words need them once.
      hanging.removeAll {
        $0.start == last.start && $0.end == last.end && $0.label == last.label
      }
    }
    return [first] + hung(hanging, cells: cells)
  }

  private static func fits(_ mark: CellMark, _ cells: Int) -> Bool {
    mark.end + 1 + DisplayWidth.width(of: mark.label) <= cells
  }

  private static func underlines(_ marks: [CellMark]) -> [MarkSegment] {
    let width = marks.map(\.end).max() ?? 0
    var row = [Bool?](repeating: nil, count: width)
    for mark in marks {
      for cell in mark.start..<mark.end where row[cell] != true { row[cell] = mark.isPrimary }
    }
    var segments: [MarkSegment] = []
    var start = 0
    while start < width {
      var end = start + 1
      while end < width, row[end] == row[start] { end += 1 }
      if let isPrimary = row[start] {
        segments.append(
          MarkSegment(
            column: start, text: String(repeating: isPrimary ? "^" : "-", count: end - start),
            isPrimary: isPrimary))
      }
      start = end
    }
    return segments
  }

  /// Labels below their marks, from the right; one that has no room goes a row down and is joined
  /// to its mark by `|`.
  private static func hung(_ marks: [CellMark], cells: Int) -> [[MarkSegment]] {
    var rows: [[MarkSegment]] = []
    for mark in marks.sorted(by: { $0.start > $1.start }) {
      let width = DisplayWidth.width(of: mark.label)
      let column = max(0, min(mark.start, cells - width))
      let label = MarkSegment(column: column, text: mark.label, isPrimary: mark.isPrimary)
      var row = 0
      while row < rows.count, let taken = rows[row].last?.column, column + width >= taken {
        if mark.start < taken {
          rows[row].append(MarkSegment(column: mark.start, text: "|", isPrimary: mark.isPrimary))
        }
        row += 1
      }
      if row < rows.count {
        rows[row].append(label)
      } else {
        rows.append([label])
      }
    }
    return rows.map { $0.reversed() }
  }
}
