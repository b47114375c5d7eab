#if canImport(Glibc)
  import Glibc
#endif

/// Bytes that records are read from: written once, then shared and never changed.
///
/// Texts lie in plain memory rather than in a mapped file, because a mapped file that another
/// program cuts short kills the process that reads it. Snapshots are mapped: they are replaced by
/// renaming, never changed in place.
package final class ByteStore: @unchecked Sendable {
  // Sendable: the memory is written only before `ByteStoreBuilder.finish` hands the store out.
  private let base: UnsafeMutableRawPointer?
  package let count: Int
  private let release: @Sendable (UnsafeMutableRawPointer?) -> Void

  fileprivate init(base: UnsafeMutableRawPointer?, count: Int) {
    self.base = base
    self.count = count
    release = { free($0) }
  }

  /// Memory that `release` gives back.
  package init(
    mapped base: UnsafeMutableRawPointer, count: Int,
    release: @escaping @Sendable (UnsafeMutableRawPointer?) -> Void
  ) {
    self.base = base
    self.count = count
    self.release = release
  }

  deinit { release(base) }

  /// All bytes; valid while the store lives.
  package var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

/// Collects the bytes of a `ByteStore`.
package struct ByteStoreBuilder: ~Copyable {
  private var base: UnsafeMutableRawPointer?
  private var capacity = 0
  package private(set) var count = 0

  package init() {}

  deinit { free(base) }

  /// Makes room for `more` bytes behind the present ones.
  /// - Throws: `StorageError.outOfMemory`
  package mutating func reserve(_ more: Int) throws(StorageError) {
    guard more > capacity - count else { return }
    let (wanted, overflow) = count.addingReportingOverflow(max(more, capacity))
    guard !overflow, let moved = realloc(base, max(wanted, 4096)) else {
      throw .outOfMemory
    }
    base = moved
    capacity = max(wanted, 4096)
  }

  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(StorageError) {
    guard bytes.count > 0, let source = bytes.baseAddress else { return }
    try reserve(bytes.count)
    guard let base else { return }
    memcpy(base + count, source, bytes.count)
    count += bytes.count
  }

  package mutating func append(_ byte: UInt8) throws(StorageError) {
    try withUnsafePointer(to: byte) { (pointer) throws(StorageError) in
      try append(UnsafeBufferPointer(start: pointer, count: 1))
    }
  }

  /// Lets `fill` write behind the present bytes; it gives how many it wrote, 0 to stop.
  package mutating func fill(
    atLeast room: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int
  ) throws(StorageError) -> Int {
    try reserve(room)
    guard let base else { return 0 }
    let written = fill(
      UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count))
    count += max(0, min(written, capacity - count))
    return written
  }

  /// Lets `body` see all bytes so far.
  package borrowing func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    body(UnsafeBufferPointer(start: base?.assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// All bytes so far; it begins anew.
  package mutating func take() -> ByteStore {
    let full = self
    self = ByteStoreBuilder()
    return full.finish()
  }

  package consuming func finish() -> ByteStore {
    let store = ByteStore(base: base, count: count)
    discard self
    return store
  }
}

/// Why bytes could not be kept.
package enum StorageError: Error {
  case outOfMemory
}
