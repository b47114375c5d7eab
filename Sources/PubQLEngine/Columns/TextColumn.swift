package import PubQLFormats

/// Texts of a segment: for each record where its text begins and how long it is.
///
/// Shape: one entry a record; a missing text has the length `missingLength`. Offsets count from
/// the segment's part of its text, or, with `RawValue.madeFlag`, into the bytes made by readers.
package struct TextColumn: Sendable {
  package static let missingLength = UInt32.max

  package private(set) var starts: [UInt32] = []
  package private(set) var lengths: [UInt32] = []

  package init() {}

  package mutating func reserve(_ count: Int) {
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
  }

  package mutating func append(_ value: RawValue) {
    starts.append(value.start)
    lengths.append(value.length)
  }

  package mutating func appendMissing() {
    starts.append(0)
    lengths.append(Self.missingLength)
  }

  package func isMissing(_ record: Int) -> Bool { lengths[record] == Self.missingLength }
}
