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

  /// So many rows are looked at in one go.
  private static let rowsInOneGo = 4096

  /// What `body` gives for each of some rows, from 0 to `count`, in order.
  ///
  /// - Parameter body: gives one value for each row of a range.
  /// - Throws: `.cancelled` once somebody has asked to stop.
  static func rows<T: Sendable>(
    _ count: Int, _ context: ExecutionContext, _ body: @Sendable (Range<Int>) -> [T]
  ) throws(RunError) -> [T] {
    let size = rowsInOneGo
    let chunks = map((count + size - 1) / size) { chunk -> [T]? in
      context.cancellation.isSet ? nil : body(chunk * size..<min(count, (chunk + 1) * size))
    }
    var result: [T] = []
    result.reserveCapacity(count)
    for chunk in chunks {
      // Who asked to stop may have taken that back since.
      guard let chunk else { throw RunError(.cancelled) }
      result += chunk
    }
    return result
  }

  /// The results' memory. Sendable: each index is written by one iteration, and read after all.
  private struct Places<T>: @unchecked Sendable {
    let base: UnsafeMutablePointer<T?>?
  }
}
