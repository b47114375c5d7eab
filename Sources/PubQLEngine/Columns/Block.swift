/// Values that lie one after another in memory that something keeps alive: an array's copy, or a
/// part of a mapped file.
///
/// Shape: `count` values, the first at a multiple of their size.
package struct Block<Element: BitwiseCopyable>: @unchecked Sendable, RandomAccessCollection {
  // Sendable: nobody writes to the memory once the block is made.

  /// The values; valid while the block, or a copy of it, lives.
  package let buffer: UnsafeBufferPointer<Element>
  private let owner: AnyObject

  /// - Parameter owner: frees the memory when nobody holds it any more.
  init(_ buffer: UnsafeBufferPointer<Element>, owner: AnyObject) {
    self.buffer = buffer
    self.owner = owner
  }

  /// A copy of an array.
  package init(_ values: [Element]) {
    let memory = OwnedMemory(values)
    buffer = UnsafeBufferPointer(memory.buffer)
    owner = memory
  }

  /// Values all of whose bits are 0.
  init(zeros count: Int) {
    let memory = OwnedMemory<Element>(capacity: count)
    UnsafeMutableRawBufferPointer(memory.buffer).initializeMemory(as: UInt8.self, repeating: 0)
    buffer = UnsafeBufferPointer(memory.buffer)
    owner = memory
  }

  /// Values that `fill` writes, from the first place on.
  ///
  /// - Parameters:
  ///   - capacity: for how many there is room.
  ///   - fill: gives how many it wrote.
  init(atMost capacity: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Int) {
    let memory = OwnedMemory<Element>(capacity: capacity)
    let count = fill(memory.buffer)
    buffer = UnsafeBufferPointer(
      start: memory.buffer.baseAddress, count: Swift.min(count, capacity))
    owner = memory
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { buffer.count }

  @inline(__always)
  package subscript(position: Int) -> Element { buffer[position] }

  /// Some of the values; valid as `buffer` is.
  @inline(__always)
  package func part(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(rebasing: buffer[range])
  }

  /// Some of the values, which keep the memory alive.
  func slice(_ range: Range<Int>) -> Block {
    Block(part(range), owner: owner)
  }
}

/// Memory that is freed with its last owner.
private final class OwnedMemory<Element: BitwiseCopyable> {
  let buffer: UnsafeMutableBufferPointer<Element>

  init(capacity: Int) { buffer = .allocate(capacity: capacity) }

  convenience init(_ values: [Element]) {
    self.init(capacity: values.count)
    _ = buffer.initialize(from: values)
  }

  deinit { buffer.deallocate() }
}
