#if canImport(Glibc)
  import Glibc
#endif

/// Order and equality of byte strings: the order of their code points.
package enum ByteOrder {
  package static func equal(
    _ left: Slice<UnsafeBufferPointer<UInt8>>, _ right: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    left.count == right.count && compare(rebased(left), rebased(right)) == 0
  }

  package static func equal(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    left.count == right.count && compare(left, right) == 0
  }

  /// Below, at or above zero as `left` comes before, with or after `right`.
  package static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let shared = min(left.count, right.count)
    if shared > 0, let a = left.baseAddress, let b = right.baseAddress {
      let order = Int(memcmp(a, b, shared))
      if order != 0 { return order }
    }
    return left.count - right.count
  }

  private static func rebased(
    _ slice: Slice<UnsafeBufferPointer<UInt8>>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: slice)
  }
}
