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
    prefix.withUnsafeBufferPointer { prefix in
      let low = (0..<count).partitioningIndex { Self.order(self[$0], prefix) >= 0 }
      return low..<(low..<count).partitioningIndex { Self.order(self[$0], prefix) > 0 }
    }
  }

  /// Below, at or above zero as the beginning of a text comes before, is, or comes after a prefix.
  private static func order(
    _ text: UnsafeBufferPointer<UInt8>, _ prefix: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let shared = min(text.count, prefix.count)
    for index in 0..<shared where text[index] != prefix[index] {
      return Int(text[index]) - Int(prefix[index])
    }
    return text.count < prefix.count ? -1 : 0
  }
}
