/// Records that are counted on one core.
enum CountedPart: Sendable {
  case set(RecordSet, Range<Int>)
  case list([UInt32])
  case slice(ArraySlice<UInt32>)

  /// The same in pieces, between which somebody may ask to stop.
  var pieces: [CountedPart] {
    switch self {
    case .set(let set, let range):
      stride(from: range.lowerBound, to: range.upperBound, by: 1 << 16).map {
        .set(set, $0..<min(range.upperBound, $0 + 1 << 16))
      }
    case .list(let records):
      stride(from: 0, to: records.count, by: 1 << 16).map {
        .slice(records[$0..<min(records.count, $0 + 1 << 16)])
      }
    case .slice: [self]
    }
  }

  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    switch self {
    case .set(let set, let range): set.forEach(in: range, body)
    case .list(let records): for record in records { body(Int(record)) }
    case .slice(let records): for record in records { body(Int(record)) }
    }
  }
}
