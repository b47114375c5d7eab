/// Collects written bytes and hands them to a sink in pieces of bounded size.
///
/// Cells arrive through a visitor that cannot throw, so a failed write is kept here and all later
/// bytes are dropped; writers ask with `check()` once a row.
package final class OutputBuffer {
  /// Large enough that the cost of a system call vanishes, small enough to stay in the cache.
  package static let pieceSize = 65_536

  private let sink: any ByteSink
  private let storage: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var failure: OutputError?

  package init(_ sink: any ByteSink) {
    self.sink = sink
    storage = .allocate(capacity: Self.pieceSize)
    storage.initialize(repeating: 0)
  }

  deinit { storage.deallocate() }

  /// Adds one byte.
  @inline(__always)
  package func append(_ byte: UInt8) {
    if count == Self.pieceSize { flush() }
    storage[count] = byte
    count &+= 1
  }

  /// Adds bytes that stand in one piece.
  @inline(__always)
  package func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(bytes, 0, bytes.count)
  }

  /// Adds the bytes from `start` up to `end`, both within `bytes`.
  package func append(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard let base = bytes.baseAddress, let target = storage.baseAddress else { return }
    var start = start
    while start < end {
      if count == Self.pieceSize { flush() }
      let length = min(end - start, Self.pieceSize - count)
      (target + count).update(from: base + start, count: length)
      count += length
      start += length
    }
  }

  /// Adds bytes.
  package func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Adds a fixed text.
  package func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Hands what is left to the sink.
  /// - Throws: the first error that the sink gave, also one of an earlier piece.
  package func finish() throws(OutputError) {
    flush()
    try check()
  }

  /// Ends a writer whose sink has failed.
  @inline(__always)
  package func check() throws(OutputError) {
    if let failure { throw failure }
  }

  private func flush() {
    if failure == nil, count > 0 {
      do throws(OutputError) {
        try sink.write(UnsafeBufferPointer(rebasing: storage[..<count]))
      } catch {
        failure = error
      }
    }
    count = 0
  }
}
