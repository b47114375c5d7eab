/// What every Unicode scalar folds to, as a table in two stages.
///
/// Shape: `entry(scalar)` is 0 for a scalar that folds to itself; otherwise the length of the
/// folded UTF-8 + 1 in the highest byte, then either the bytes (up to three, first one lowest)
/// or, with `pooled` set, where they begin in the pool.
///
/// It is made from `source` at the first use (some 30 kB of text, about 0.1 ms) and lives as
/// long as the process: an array literal of this size would take the compiler minutes.
struct FoldingTable: @unchecked Sendable {
  // Sendable: nothing writes to the memory after `init`, and nobody frees it.

  static let shared = FoldingTable()

  static let pooled: UInt32 = 0x8000_0000
  /// No scalar folds to more bytes than this: U+FDFA takes 33.
  static let longestFolding = 36

  private static let pageBits: UInt32 = 7
  private static let pageSize = 1 << Int(pageBits)
  private static let pageCount = 0x110000 >> Int(pageBits)

  /// The page of each block of 128 scalars; page 0 is empty. One for every block to 0x10FFFF.
  private let pages: UnsafePointer<UInt16>
  private let entries: UnsafePointer<UInt32>
  /// Padded by `longestFolding`, so that a fixed number of bytes can be copied from anywhere.
  let pool: UnsafePointer<UInt8>

  /// The entry of `scalar`, which is at most 0x10FFFF: the decoder gives no other.
  @inline(__always)
  func entry(_ scalar: UInt32) -> UInt32 {
    let page = pages[Int(scalar &>> Self.pageBits)]
    return entries[Int(page) &* Self.pageSize &+ Int(scalar & 0x7F)]
  }

  private init() {
    var pages = [UInt16](repeating: 0, count: Self.pageCount)
    var entries = [UInt32](repeating: 0, count: Self.pageSize)
    entries.reserveCapacity(200 * Self.pageSize)
    var pool: [UInt8] = []

    // One piece of memory for all foldings: an array for each would take longer than the rest.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * Self.longestFolding)
    func set(_ scalar: UInt32) {
      let block = Int(scalar >> Self.pageBits)
      guard block < Self.pageCount, bytes.count <= Self.longestFolding else { return }
      if pages[block] == 0 {
        pages[block] = UInt16(entries.count / Self.pageSize)
        entries.append(contentsOf: repeatElement(0, count: Self.pageSize))
      }
      var entry = UInt32(bytes.count + 1) << 24
      if bytes.count <= 3 {
        for (index, byte) in bytes.enumerated() { entry |= UInt32(byte) << (8 * UInt32(index)) }
      } else {
        entry |= Self.pooled | UInt32(pool.count)
        pool += bytes
      }
      entries[Int(pages[block]) * Self.pageSize + Int(scalar & 0x7F)] = entry
    }

    var reader = RecordReader(Self.source)
    while let first = reader.number(radix: 16) {
      let count = reader.skip(UInt8(ascii: ":")) ? reader.number(radix: 10) ?? 0 : 0
      guard reader.skip(UInt8(ascii: "=")) else { break }
      if count > 0 {
        let target = reader.number(radix: 16)
        if target == nil { _ = reader.skip(UInt8(ascii: "-")) }
        for step in 0..<count {
          bytes.removeAll(keepingCapacity: true)
          if let target { UTF8Scanner.append(target + step, to: &bytes) }
          set(first + step)
        }
      } else {
        var scalar = first
        repeat {
          bytes.removeAll(keepingCapacity: true)
          if !reader.skip(UInt8(ascii: "-")) {
            repeat {
              UTF8Scanner.append(reader.number(radix: 16) ?? 0xFFFD, to: &bytes)
            } while reader.skip(UInt8(ascii: "+"))
          }
          set(scalar)
          scalar += 1
        } while reader.skip(UInt8(ascii: ","))
      }
    }

    pool += repeatElement(0, count: Self.longestFolding)
    self.pages = Forever.keep(pages)
    self.entries = Forever.keep(entries)
    self.pool = Forever.keep(pool)
  }
}
