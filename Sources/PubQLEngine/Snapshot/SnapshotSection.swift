import Synchronization

/// A section of a mapped file, whose bytes are checked before they are first used.
final class SnapshotSection: Sendable {
  let section: SnapshotLayout.Section
  /// What messages call it.
  let name: String
  private let file: ByteStore
  private let log: SnapshotLog
  /// What each of its numbers (32 bits) has to lie below; nil where they may be any.
  private let limit: Int?
  private let verified: BlockFlags
  private let known = Atomic(false)

  /// - Parameter section: within the file, as `SnapshotDirectory` has checked.
  init(
    _ section: SnapshotLayout.Section, of file: ByteStore, name: String, below limit: Int? = nil,
    _ log: SnapshotLog
  ) {
    self.section = section
    self.file = file
    self.name = name
    self.limit = limit
    self.log = log
    verified = BlockFlags(count: section.blockCount)
  }

  var count: Int { Int(section.length) / section.role.elementSize }

  /// All values, whether or not they are what was written.
  func unchecked<Element: BitwiseCopyable>(_ type: Element.Type) -> Block<Element> {
    Block(UnsafeRawBufferPointer(bytes).assumingMemoryBound(to: Element.self), owner: file)
  }

  /// Whether everything was checked.
  @inline(__always)
  var isWhole: Bool { known.load(ordering: .acquiring) }

  /// Whether some bytes are what was written.
  @inline(__always)
  func isChecked(_ range: Range<Int>) -> Bool { isWhole || verify(blocksOf: range) }

  /// Whether all bytes are what was written.
  func verifyAll() -> Bool { isWhole || verify(blocksOf: 0..<Int(section.length)) }

  /// The blocks that some bytes lie in; nil when one of them is not what was written.
  func checkedBlocks(around range: Range<Int>) -> Range<Int>? {
    guard !isWhole else { return 0..<Int(section.length) }
    // No bytes lie in no block.
    guard !range.isEmpty else { return range }
    guard verify(blocksOf: range) else { return nil }
    let length = SnapshotLayout.blockLength
    return range.lowerBound / length * length..<(range.upperBound + length - 1) / length * length
  }

  /// Tells the log that what is stored makes no sense.
  func damaged<Result>() -> Result? {
    log.add(.damaged(name))
    return nil
  }

  private var bytes: UnsafeBufferPointer<UInt8> {
    let start = Int(section.offset)
    return UnsafeBufferPointer(rebasing: file.bytes[start..<start + Int(section.length)])
  }

  private func verify(blocksOf range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    let length = SnapshotLayout.blockLength
    for block in range.lowerBound / length...(range.upperBound - 1) / length
    where !verified[block] {
      guard verify(block) else {
        log.add(.damaged(name))
        return false
      }
      if verified.set(block) { known.store(true, ordering: .releasing) }
    }
    return true
  }

  private func verify(_ block: Int) -> Bool {
    let length = SnapshotLayout.blockLength
    let range = block * length..<min((block + 1) * length, Int(section.length))
    let start = Int(section.checksums)
    let table = UnsafeRawBufferPointer(
      UnsafeBufferPointer(rebasing: file.bytes[start..<start + section.blockCount * 8]))
    if !verified.hasAny {
      guard Checksum.of(table) == section.checksumOfChecksums else { return false }
    }
    let expected = table.loadUnaligned(fromByteOffset: block * 8, as: UInt64.self)
    let content = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range]))
    log.addSeen(content.count)
    return Checksum.of(content) == UInt64(littleEndian: expected) && isBelowLimit(content)
  }

  /// A right checksum tells what was written, not that it was right to write it.
  private func isBelowLimit(_ content: UnsafeRawBufferPointer) -> Bool {
    guard let limit else { return true }
    var greatest: UInt32 = 0
    for number in content.assumingMemoryBound(to: UInt32.self) { greatest = max(greatest, number) }
    return content.isEmpty || Int(greatest) < limit
  }
}

/// A flag a block that several threads may set.
private final class BlockFlags: @unchecked Sendable {
  // Sendable: words are only changed atomically.
  private let words: UnsafeMutableBufferPointer<Atomic<UInt64>>
  private let missing: Atomic<Int>
  private let some = Atomic(false)

  init(count: Int) {
    missing = Atomic(count)
    words = .allocate(capacity: (count + 63) / 64)
    for index in words.indices {
      words.initializeElement(at: index, to: Atomic(0))
    }
  }

  deinit {
    words.deinitialize()
    words.deallocate()
  }

  var hasAny: Bool { some.load(ordering: .relaxed) }

  subscript(block: Int) -> Bool {
    words[block >> 6].load(ordering: .acquiring) & 1 << UInt64(block & 63) != 0
  }

  /// - Returns: whether all are set now.
  func set(_ block: Int) -> Bool {
    some.store(true, ordering: .relaxed)
    let flag: UInt64 = 1 << UInt64(block & 63)
    let old = words[block >> 6].bitwiseOr(flag, ordering: .acquiringAndReleasing).oldValue
    guard old & flag == 0 else { return false }
    return missing.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0
  }
}
