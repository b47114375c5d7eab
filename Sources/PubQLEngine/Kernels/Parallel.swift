import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    for chunk in try chunks.allThere() { result += chunk }
    return result
  }

  /// The results of `body` for each core, which share the numbers below `count` among them.
  ///
  /// What a core keeps from one number to the next is so kept a few times only. A core may be left
  /// without any number.
  package static func shared<T: Sendable>(
    _ count: Int, _ body: @Sendable (SharedNumbers) -> T
  ) -> [T] {
    let numbers = SharedNumbers(count)
    return map(min(count, cores)) { _ in body(numbers) }
  }

  /// The results of `body` for 0 ..< count, in order, with memory that each core makes for itself,
  /// and uses for one number after another.
  static func map<T: Sendable, Memory: ~Copyable>(
    _ count: Int, with makeMemory: @Sendable () -> Memory,
    _ body: @Sendable (Int, inout Memory) -> T
  ) -> [T] {
    let parts = shared(count) { numbers -> [(index: Int, result: T)] in
      var memory = makeMemory()
      var results: [(index: Int, result: T)] = []
      while let index = numbers.next() { results.append((index, body(index, &memory))) }
      return results
    }
    return parts.joined().sorted { $0.index < $1.index }.map(\.result)
  }

  static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The results' memory. Sendable: each index is written by one iteration, and read after all.
  private struct Places<T>: @unchecked Sendable {
    let base: UnsafeMutablePointer<T?>?
  }
}

/// Numbers from 0 on that are each given out once, in order, to whoever asks.
package final class SharedNumbers: Sendable {
  private let count: Int
  private let taken = Atomic(0)

  init(_ count: Int) { self.count = count }

  /// The next number; nil when all are given out.
  package func next() -> Int? {
    let number = taken.add(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }
}

extension Array {
  /// The results of parts of some work, of which none was left out because somebody asked to stop.
  ///
  /// - Throws: `.cancelled` where one is nil, also when who asked has taken that back since.
  func allThere<Part>() throws(RunError) -> [Part] where Element == Part? {
    let parts = compactMap { $0 }
    guard parts.count == count else { throw RunError(.cancelled) }
    return parts
  }
}
