/// Collects written bytes; what was handed on makes room for more.
package final class OutputBuffer {
  /// Bytes that are handed on at once: so many that the cost of a call vanishes, and so few that
  /// they stay in the cache.
  package static let pieceSize = 1 << 18

  private(set) var count = 0
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init() {
    capacity = 256
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// All bytes; valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  /// Where the next bytes go, with room for `length` of them; `advance` makes them count.
  @inline(__always)
  func room(for length: Int) -> UnsafeMutablePointer<UInt8> {
    if length > capacity &- count { grow(by: length) }
    return memory + count
  }

  /// Counts bytes that were put into the room.
  @inline(__always)
  func advance(by length: Int) { count &+= length }

  /// Adds one byte.
  @inline(__always)
  func append(_ byte: UInt8) {
    room(for: 1).pointee = byte
    count &+= 1
  }

  /// Adds bytes that stand in one piece.
  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    room(for: bytes.count).update(from: base, count: bytes.count)
    count &+= bytes.count
  }

  /// Adds a fixed text.
  @inline(__always)
  func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a text.
  func append(text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds some bytes of an array.
  @inline(__always)
  func append(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Drops what stands behind the first `count` bytes, at most all.
  func cut(to count: Int) { self.count = max(0, min(count, self.count)) }

  /// Hands all bytes to a sink, in pieces of bounded size.
  func hand(to sink: any ByteSink) throws(OutputError) {
    defer { count = 0 }
    var start = 0
    while start < count {
      let end = min(start + Self.pieceSize, count)
      try sink.write(UnsafeBufferPointer(start: memory + start, count: end - start))
      start = end
    }
  }

  private func grow(by length: Int) {
    let larger = max(2 * capacity, count + length)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: memory, count: count)
    memory.deallocate()
    memory = moved
    capacity = larger
  }
}
