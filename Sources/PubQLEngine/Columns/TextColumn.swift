import PubQLFormats

/// Texts of a segment: for each record where its text begins and how long it is.
///
/// Shape: one entry a record; a missing text has the length `missingLength`. Offsets count from
/// the segment's part of its text, or, with `RawValue.madeFlag`, into the bytes made by readers.
struct TextColumn: Sendable {
  static let missingLength = UInt32.max

  private(set) var starts: [UInt32] = []
  private(set) var lengths: [UInt32] = []

  init() {}

  mutating func reserve(_ count: Int) {
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
  }

  mutating func append(_ value: RawValue) {
    starts.append(value.start)
    lengths.append(value.length)
  }

  mutating func appendMissing() {
    starts.append(0)
    lengths.append(Self.missingLength)
  }

  func isMissing(_ record: Int) -> Bool { lengths[record] == Self.missingLength }
}
