import PubQLModel

/// The texts of a field of a mapped file, each checked before it is first seen.
struct MappedTexts: TextSource {
  private let texts: Lists<UInt64, UInt8>?
  /// A bit a record; nil where all have a text.
  private let presence: CheckedValues<UInt64>?

  init(_ sections: MappedSections, recordCount: Int) {
    presence = sections.values(.textPresence, of: UInt64.self)
    texts =
      presence.map { $0.count == (recordCount + 63) / 64 } ?? true
      ? sections.lists(.textStarts, .textBytes, count: recordCount) : sections.damaged()
  }

  func bytes(_ record: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let texts, hasText(record) else { return nil }
    return texts[record]
  }

  func read(_ records: ArraySlice<UInt32>, into cells: inout TextCells) {
    guard let texts else {
      for _ in records { cells.ends.append(cells.texts.count) }
      return
    }
    var place = records.startIndex
    texts.forEach(of: records) { text in
      if hasText(Int(records[place])) { cells.texts.append(text) }
      cells.ends.append(cells.texts.count)
      place += 1
    }
  }

  /// Looks whether everything makes sense.
  func verify() { _ = texts?.starts }

  @inline(__always)
  private func hasText(_ record: Int) -> Bool {
    guard let presence else { return true }
    return (presence[record >> 6] ?? 0) & 1 << UInt64(record & 63) != 0
  }
}
