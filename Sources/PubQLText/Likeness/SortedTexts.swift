/// Texts one behind the other in memory, ascending by their bytes.
///
/// Shape: text `i` is `bytes[starts[i]..<starts[i + 1]]`; several may be equal.
package struct SortedTexts {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let starts: UnsafeBufferPointer<UInt32>

  package init(bytes: UnsafeBufferPointer<UInt8>, starts: UnsafeBufferPointer<UInt32>) {
    self.bytes = bytes
    self.starts = starts
  }

  package var count: Int { max(0, starts.count - 1) }

  @inline(__always)
  package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(starts[index])..<Int(starts[index + 1])])
  }

  /// The texts that begin with some bytes.
  /// - Complexity: O(log n) comparisons.
  package func range(beginning prefix: [UInt8]) -> Range<Int> {
    prefix.withUnsafeBufferPointer { range(in: 0..<count, having: $0, at: 0) }
  }

  /// Of texts that are the same before a place, those that have some bytes there.
  func range(
    in range: Range<Int>, having part: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Range<Int> {
    let low = firstIndex(in: range, from: part, at: place)
    return low..<end(in: low..<range.upperBound, having: part, at: place)
  }

  /// Of texts that are the same before a place, the first that has some bytes or greater ones there.
  func firstIndex(
    in range: Range<Int>, from part: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Int {
    range.partitioningIndex { order($0, place, part) >= 0 }
  }

  /// Of texts that are the same before a place and have no smaller bytes there, the first that has
  /// greater ones than some. Near ones are looked at first: most beginnings are those of few texts.
  func end(
    in range: Range<Int>, having part: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Int {
    var (low, step) = (range.lowerBound, 1)
    while low < range.upperBound {
      let near = min(low + step, range.upperBound) - 1
      if order(near, place, part) > 0 {
        return (low..<near).partitioningIndex { order($0, place, part) > 0 }
      }
      low = near + 1
      step *= 2
    }
    return low
  }

  /// Whether a text has some bytes at a place.
  @inline(__always)
  func has(_ part: UnsafeBufferPointer<UInt8>, _ index: Int, at place: Int) -> Bool {
    order(index, place, part) == 0
  }

  /// Below, at or above zero as the bytes of a text from a place on come before, begin with, or come
  /// after others.
  @inline(__always)
  private func order(_ index: Int, _ place: Int, _ part: UnsafeBufferPointer<UInt8>) -> Int {
    let start = Int(starts[index]) + place
    let shared = min(Int(starts[index + 1]) - start, part.count)
    var offset = 0
    while offset < shared {
      let (byte, other) = (bytes[start + offset], part[offset])
      if byte != other { return Int(byte) - Int(other) }
      offset += 1
    }
    return shared < part.count ? -1 : 0
  }
}
