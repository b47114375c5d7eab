/// The texts of a field of a mapped file, each checked before it is first seen.
final class MappedTexts: TextSource {
  private let sections: MappedSections
  private let recordCount: Int
  private let texts: SnapshotSection?
  private let places: Lazy<TextPlaces?>

  init(_ sections: MappedSections, recordCount: Int) {
    self.sections = sections
    self.recordCount = recordCount
    texts = sections[.textBytes]
    let textLength = texts?.count ?? 0
    places = Lazy { TextPlaces(sections, recordCount: recordCount, textLength: textLength) }
  }

  func bytes(_ record: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let places = places(), let texts, places.hasText(record) else { return nil }
    return texts.part(places.range(record))
  }

  /// Looks whether everything makes sense.
  func verify() {
    if texts == nil { sections.log.add(.damaged(sections.name)) }
    _ = places()
  }
}

/// Where the texts of a field begin and end.
private struct TextPlaces: Sendable {
  private let starts: Block<UInt64>
  /// A bit a record; nil where all have a text.
  private let presence: Block<UInt64>?

  init?(_ sections: MappedSections, recordCount: Int, textLength: Int) {
    guard let starts = sections.block(.textStarts, of: UInt64.self) else { return nil }
    guard starts.count == recordCount + 1, starts[0] == 0,
      starts[recordCount] == UInt64(textLength), MappedSections.ascends(starts.buffer)
    else {
      sections.log.add(.damaged(sections.name))
      return nil
    }
    self.starts = starts
    guard sections[.textPresence] != nil else {
      presence = nil
      return
    }
    guard let presence = sections.block(.textPresence, of: UInt64.self) else { return nil }
    guard presence.count == (recordCount + 63) / 64 else {
      sections.log.add(.damaged(sections.name))
      return nil
    }
    self.presence = presence
  }

  @inline(__always)
  func hasText(_ record: Int) -> Bool {
    guard let presence else { return true }
    return presence[record >> 6] & 1 << UInt64(record & 63) != 0
  }

  @inline(__always)
  func range(_ record: Int) -> Range<Int> { Int(starts[record])..<Int(starts[record + 1]) }
}
