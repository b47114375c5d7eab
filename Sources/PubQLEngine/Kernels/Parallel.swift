import Dispatch

/// Work over independent parts, on all cores.
package enum Parallel {
  /// The results of `body` for 0 ..< count, in order.
  package static func map<T: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> T
  ) -> [T] {
    guard count > 1 else { return (0..<count).map(body) }
    var results = [T?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      let places = Places(base: buffer.baseAddress)
      DispatchQueue.concurrentPerform(iterations: count) { index in
        places.base?[index] = body(index)
      }
    }
    return results.compactMap { $0 }
  }

  /// The results' memory. Sendable: each index is written by one iteration, and read after all.
  private struct Places<T>: @unchecked Sendable {
    let base: UnsafeMutablePointer<T?>?
  }
}
