import PubQLModel

/// The text of a listing as it grows, record by record.
struct ListingText {
  let layout: ListingLayout
  var bytes: [UInt8] = []
  private var last: (number: Int, labels: Set<StandardField>, endsInProse: Bool)?

  init(layout: ListingLayout) { self.layout = layout }

  mutating func add(row: Int, _ cells: CellValues) throws(OutputError) {
    let id = cells.values(row: row, column: layout.id).first ?? []
    guard let number = Self.number(id) else {
      let shown = String(decoding: id.prefix(40), as: UTF8.self)
      throw .failed(
        "the format `ciao` numbers its records; row \(row + 1) has "
          + (id.isEmpty ? "no `id`" : "the `id` “\(shown)”"))
    }
    var labels: [(label: String, field: StandardField?, lines: [[UInt8]])] = []
    for entry in layout.entries {
      var values: [[UInt8]] = []
      for column in entry.columns {
        values += cells.values(row: row, column: column)
      }
      let lines = ListingValues.lines(values, of: entry.field)
      if !lines.isEmpty { labels.append((entry.label, entry.field, lines)) }
    }
    // A title with nothing below it would look like a line of a menu.
    if labels.isEmpty { labels.append(("Author", .authors, [])) }
    separate(from: number, labels[0].field)
    bytes += id
    bytes.append(0x2E)
    let title = cells.values(row: row, column: layout.title)
    let line = ListingValues.line(Array(title.joined(separator: [0x20])))
    if !line.isEmpty { bytes += [0x20] + line }
    bytes.append(0x0A)
    for (label, _, lines) in labels { add(label, lines) }
    last = (
      number, Set(labels.compactMap(\.field)),
      labels.last.map { $0.field == nil || $0.field == .abstract } ?? false
    )
  }

  private mutating func add(_ label: String, _ lines: [[UInt8]]) {
    bytes += Array("- \(label):\n".utf8)
    for line in lines {
      // Below an empty dash a value is safe that would read as a label behind one.
      bytes += ListingValues.readsAsLabel(line) ? [0x2D, 0x0A] : [0x2D, 0x20]
      bytes += line
      bytes.append(0x0A)
    }
  }

  /// Ends the record before, so that the next header is none of its text: see the rules of
  /// `ListingReader`.
  private mutating func separate(from number: Int, _ firstLabel: StandardField?) {
    guard let last else { return }
    let isSure =
      !last.endsInProse || number > ListingLines.longestList || number == last.number + 1
      || firstLabel.map { last.labels.contains($0) } ?? false
    if !isSure { bytes += Array("- Political Geography:\n".utf8) }
    bytes.append(0x0A)
  }

  private static func number(_ id: [UInt8]) -> Int? {
    guard !id.isEmpty, id.count <= ListingLines.mostDigits else { return nil }
    var number = 0
    for byte in id {
      guard byte &- 0x30 < 10 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}

/// How the values of a field stand in lines.
enum ListingValues {
  /// The lines behind the dashes.
  static func lines(_ values: [[UInt8]], of field: StandardField?) -> [[UInt8]] {
    if field == .abstract {
      return values.flatMap { $0.split { $0 == 0x0A || $0 == 0x0D } }.map { line(Array($0)) }
        .filter { !$0.isEmpty }
    }
    let values = values.map(line).filter { !$0.isEmpty }
    guard values.count > 1 else { return values }
    switch field {
    case .authors: return [authorLine(values)]
    case .topics, .regions: return proseLines(values)
    case .type: return [joined(values, "; ")]
    case .id, .title, .date, .institutions, .abstract, nil: return values
    }
  }

  /// Names in prose; with semicolons where a name has a comma or an *and* of its own.
  private static func authorLine(_ names: [[UInt8]]) -> [UInt8] {
    let isPlain = names.allSatisfy { !$0.contains(0x2C) && !$0.contains(0x26) && !hasAnd($0) }
    return isPlain ? prose(names) : joined(names, "; ")
  }

  /// A prose list; names with a comma stand in lines of their own.
  private static func proseLines(_ names: [[UInt8]]) -> [[UInt8]] {
    let plain = names.filter { !$0.contains(0x2C) }
    let others = names.filter { $0.contains(0x2C) }
    return (plain.isEmpty ? [] : [prose(plain)]) + others
  }

  /// `A`, `A and B`, `A, B, and C`; two with an *and* of their own as `A and B, and C`.
  private static func prose(_ names: [[UInt8]]) -> [UInt8] {
    guard let last = names.last, names.count > 1 else { return names.first ?? [] }
    if names.count == 2, !hasAnd(names[0]), !hasAnd(last) {
      return joined(names, " and ")
    }
    return joined(Array(names.dropLast()), ", ") + Array(", and ".utf8) + last
  }

  private static func hasAnd(_ name: [UInt8]) -> Bool {
    name.split(separator: 0x20).contains { $0.elementsEqual("and".utf8) }
  }

  private static func joined(_ values: [[UInt8]], _ separator: String) -> [UInt8] {
    Array(values.joined(separator: Array(separator.utf8)))
  }

  /// A value in one line, without the white space at its ends.
  static func line(_ value: [UInt8]) -> [UInt8] {
    let line = value.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    return line.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let start = ListingSpace.skip(base, 0, buffer.count)
      return Array(buffer[start..<ListingSpace.skipBack(base, buffer.count, start)])
    }
  }

  /// Whether a line would be read as a label if it stood behind a dash.
  static func readsAsLabel(_ value: [UInt8]) -> Bool {
    let line = [0x2D, 0x20] + value
    return line.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      var walk = ListingLines(base: base, count: buffer.count, range: 0..<buffer.count)
      guard let only = walk.next() else { return false }
      if case .value = walk.shape(of: only) { return false }
      return true
    }
  }
}

/// Takes the values of cells down as texts: those of a list one by one.
final class CellValues: CellVisitor {
  private let readers: [any CellReader]
  private var found: [[UInt8]] = []
  private var key = ""

  init(of table: any TableSource) {
    readers = table.columns.indices.map { table.reader(of: $0) }
  }

  /// The values of one cell.
  func values(row: Int, column: Int) -> [[UInt8]] {
    found.removeAll(keepingCapacity: true)
    key = ""
    readers[column].visit(row, self)
    return found
  }

  private func add(_ text: String) { found.append(Array((key + text).utf8)) }

  func missing() {}
  func bool(_ value: Bool) { add(value ? "true" : "false") }
  func whole(_ value: Int) { add(String(value)) }
  func decimal(_ value: Double) { add(String(value)) }
  func text(_ utf8: UnsafeBufferPointer<UInt8>) { found.append(Array(key.utf8) + Array(utf8)) }
  func beginList(count: Int) {}
  func endList() {}
  func beginRecord() {}
  func key(_ name: String) { key = name + ": " }
  func endRecord() { key = "" }
}
