import PubQLFormats

/// Texts of records as they stand in the text that they were read from.
///
/// Shape: for each record where its text begins and how long it is.
struct LoadedTexts: TextSource {
  private let columns: TextColumn
  private let stores: TextStores

  init(_ columns: TextColumn, in stores: TextStores) {
    self.columns = columns
    self.stores = stores
  }

  func bytes(_ record: Int) -> UnsafeBufferPointer<UInt8>? {
    guard !columns.isMissing(record) else { return nil }
    let start = columns.starts[record]
    let length = Int(columns.lengths[record])
    if start & RawValue.madeFlag != 0 {
      let offset = Int(start & ~RawValue.madeFlag)
      return UnsafeBufferPointer(rebasing: stores.made.bytes[offset..<offset + length])
    }
    let offset = stores.textStart + Int(start)
    return UnsafeBufferPointer(rebasing: stores.text.bytes[offset..<offset + length])
  }
}

/// Where the texts of a segment stand.
struct TextStores: Sendable {
  /// The text that the records were read from.
  let text: ByteStore
  /// Where the segment's part of the text begins; offsets count from there.
  let textStart: Int
  /// Bytes of values that do not stand in one piece in the text.
  let made: ByteStore
}
