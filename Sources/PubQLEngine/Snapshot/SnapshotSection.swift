import Synchronization

/// A section of a mapped file, whose bytes are checked before they are first used.
final class SnapshotSection: Sendable {
  let section: SnapshotLayout.Section
  /// What messages call it.
  let name: String
  private let file: ByteStore
  private let log: DamageLog
  private let verified: BlockFlags
  private let isWhole = Atomic(false)

  /// - Parameter section: within the file, as `SnapshotDirectory` has checked.
  init(_ section: SnapshotLayout.Section, of file: ByteStore, name: String, _ log: DamageLog) {
    self.section = section
    self.file = file
    self.name = name
    self.log = log
    verified = BlockFlags(count: section.blockCount)
  }

  var count: Int { Int(section.length) / section.role.elementSize }

  /// All values; nil when a byte of them is not what was written.
  func block<Element: BitwiseCopyable>(_ type: Element.Type) -> Block<Element>? {
    guard verifyAll() else { return nil }
    return Block(
      UnsafeRawBufferPointer(bytes).assumingMemoryBound(to: Element.self), owner: file)
  }

  /// Some bytes; nil when one of their blocks is not what was written.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8>? {
    if !isWhole.load(ordering: .relaxed), !verify(blocksOf: range) { return nil }
    return UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// Whether all bytes are what was written.
  func verifyAll() -> Bool {
    if isWhole.load(ordering: .relaxed) { return true }
    guard verify(blocksOf: 0..<Int(section.length)) else { return false }
    isWhole.store(true, ordering: .relaxed)
    return true
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
      verified.set(block)
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
    return Checksum.of(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])))
      == UInt64(littleEndian: expected)
  }
}

/// A flag a block that several threads may set.
private final class BlockFlags: @unchecked Sendable {
  // Sendable: words are only changed atomically.
  private let words: UnsafeMutableBufferPointer<Atomic<UInt64>>
  private let some = Atomic(false)

  init(count: Int) {
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
    words[block >> 6].load(ordering: .relaxed) & 1 << UInt64(block & 63) != 0
  }

  func set(_ block: Int) {
    words[block >> 6].bitwiseOr(1 << UInt64(block & 63), ordering: .relaxed)
    some.store(true, ordering: .relaxed)
  }
}
