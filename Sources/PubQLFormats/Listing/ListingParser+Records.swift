import PubQLModel
import PubQLText

/// Putting the parts of a finished record together.
extension ListingParser {
  /// Closes the record in hand, if there is one.
  mutating func finishRecord() {
    settleLoose(belongs: false)
    closeLabel()
    guard state != .outside else { return }
    if isScattered { gatherParts() }
    var index = 0
    var hasTitle = false
    while index < parts.count {
      let slot = Int(parts[index].slot)
      let end = valueEnd(index)
      switch slot {
      case StandardField.date.rawValue:
        index = addDates(index)
        continue
      case StandardField.type.rawValue:
        if parts[index..<end].dropFirst().contains(where: { $0.glue == .semicolon }) {
          reportSeveral("type", at: parts[index + 1].line)
        }
      case StandardField.title.rawValue: hasTitle = true
      default: break
      }
      add(slot, index..<end)
      index = end
    }
    if !hasTitle { records.report(RawProblem(.noTitle, line: headerLine)) }
    records.finishRecord(line: headerLine)
    parts.removeAll(keepingCapacity: true)
    isScattered = false
    state = .outside
  }

  /// Brings the parts of each field together, in their order.
  private mutating func gatherParts() {
    let order = parts.indices.sorted {
      (parts[$0].slot, $0) < (parts[$1].slot, $1)
    }
    parts = order.map { parts[$0] }
  }

  /// The end of the value whose first part is at `index`.
  private func valueEnd(_ index: Int) -> Int {
    var end = index + 1
    while end < parts.count, parts[end].slot == parts[index].slot, parts[end].glue != .value {
      end += 1
    }
    return end
  }

  /// Adds the date; of several the first with a digit is kept, the others go to
  /// `publication_date`, where dates that cannot be read are kept too.
  private mutating func addDates(_ start: Int) -> Int {
    let date = StandardField.date.rawValue
    var end = start
    while end < parts.count, Int(parts[end].slot) == date { end += 1 }
    var chosen = start
    while chosen < end, !hasDigit(parts[chosen]) { chosen = valueEnd(chosen) }
    if chosen >= end { chosen = start }
    var index = start
    while index < end {
      let next = min(valueEnd(index), end)
      if index == chosen {
        add(date, index..<next)
      } else {
        let other = records.slot(named: "publication_date")
        while seenIn.count <= other { seenIn.append(0) }
        add(other, index..<next)
      }
      index = next
    }
    if valueEnd(start) < end { reportSeveral("date", at: parts[valueEnd(start)].line) }
    return end
  }

  private func hasDigit(_ part: ListingPart) -> Bool {
    (Int(part.start)..<Int(part.end)).contains { walk.base[$0] &- 0x30 < 10 }
  }

  private mutating func reportSeveral(_ field: String, at line: UInt32) {
    records.report(RawProblem(.severalValues, line: Int(line), text: field))
  }

  // MARK: Bytes

  private func bytes(_ part: ListingPart) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: walk.base + Int(part.start), count: Int(part.end) - Int(part.start))
  }

  /// Adds a value: as it stands in the text where it can be.
  private mutating func add(_ slot: Int, _ value: Range<Int>) {
    let first = parts[value.lowerBound]
    if value.count == 1, UTF8Scanner.isValid(bytes(first)) {
      records.add(slot, start: Int(first.start), end: Int(first.end))
    } else {
      add(slot, parts[value])
    }
  }

  /// Adds a value that has to be put together.
  private mutating func add(_ slot: Int, _ value: ArraySlice<ListingPart>) {
    guard let first = value.first else { return }
    scratch.removeAll(keepingCapacity: true)
    var isDecoded = false
    for (position, part) in value.enumerated() {
      if position > 0 {
        switch part.glue {
        case .value, .space: scratch.append(0x20)
        case .lineFeed: scratch.append(0x0A)
        case .semicolon: scratch += [0x3B, 0x20]
        }
      }
      let bytes = bytes(part)
      if UTF8Scanner.isValid(bytes) {
        scratch.append(contentsOf: bytes)
      } else {
        isDecoded = true
        appendDecoded(bytes)
      }
    }
    if isDecoded { reportDecoded(first) }
    records.add(slot, made: scratch)
  }

  /// Appends bytes that are not UTF-8, read as Windows-1252, without the spaces that show
  /// themselves only then.
  private mutating func appendDecoded(_ bytes: UnsafeBufferPointer<UInt8>) {
    decoded.removeAll(keepingCapacity: true)
    UTF8Scanner.decodeLossyAsWindows1252(bytes, into: &decoded)
    let range = decoded.withUnsafeBufferPointer { buffer -> Range<Int> in
      guard let base = buffer.baseAddress else { return 0..<0 }
      let start = ListingSpace.skip(base, 0, buffer.count)
      return start..<ListingSpace.skipBack(base, buffer.count, start)
    }
    scratch.append(contentsOf: decoded[range])
  }

  private mutating func reportDecoded(_ part: ListingPart) {
    records.report(
      RawProblem(
        .notUTF8, line: Int(part.line), text: excerpt(Int(part.start), Int(part.end))))
  }

  /// Bytes of the text that a problem quotes.
  private static let longestExcerpt = 60

  /// The beginning of a range of the text, for a message; with an ellipsis in the place of what
  /// is left out.
  func excerpt(_ start: Int, _ end: Int) -> String {
    guard end - start > Self.longestExcerpt else { return text(start, max(start, end)) }
    var cut = start + Self.longestExcerpt
    // Not within a character, which has at most three further bytes.
    while start + Self.longestExcerpt - cut < 3, walk.base[cut] & 0xC0 == 0x80 { cut -= 1 }
    return text(start, cut) + "…"
  }

  /// A range of the text; what is not UTF-8 is read as Windows-1252.
  func text(_ start: Int, _ end: Int) -> String {
    var bytes: [UInt8] = []
    UTF8Scanner.decodeLossyAsWindows1252(
      UnsafeBufferPointer(start: walk.base + start, count: end - start), into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
