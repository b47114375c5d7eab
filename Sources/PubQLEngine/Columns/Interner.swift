/// Numbers the distinct byte strings that it is shown, from 0 in the order of first sight.
///
/// Open addressing with stored hashes; the strings lie one after another in one arena.
package struct Interner: ~Copyable {
  /// Where each string begins in `arena`; one more entry than there are strings.
  package private(set) var starts: [UInt32] = [0]
  package private(set) var arena: [UInt8] = []
  private var hashes: [UInt32] = []
  /// Number of a string plus one, or 0 for a free place; a power of two long.
  private var slots: [UInt32]

  package init() { slots = [UInt32](repeating: 0, count: 256) }

  package var count: Int { hashes.count }

  /// The number of `bytes`, and whether it was new.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> (code: UInt32, isNew: Bool) {
    let hash = Self.hash(bytes)
    var place = Int(hash) & (slots.count - 1)
    while slots[place] != 0 {
      let code = slots[place] - 1
      if hashes[Int(code)] == hash && isEqual(code, bytes) { return (code, false) }
      place = (place + 1) & (slots.count - 1)
    }
    let code = UInt32(hashes.count)
    slots[place] = code + 1
    hashes.append(hash)
    arena.append(contentsOf: bytes)
    starts.append(UInt32(arena.count))
    if hashes.count * 2 > slots.count { grow() }
    return (code, true)
  }

  /// The number of `bytes`, if it has one.
  package func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let hash = Self.hash(bytes)
    var place = Int(hash) & (slots.count - 1)
    while slots[place] != 0 {
      let code = slots[place] - 1
      if hashes[Int(code)] == hash && isEqual(code, bytes) { return code }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Lets `body` see the string of a number given out before.
  package func withBytes<R>(_ code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    arena.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])]))
    }
  }

  /// The numbers of all strings in the order of their bytes.
  borrowing func sorted() -> [UInt32] {
    let starts = starts
    return arena.withUnsafeBufferPointer { arena in
      func bytes(_ code: UInt32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: arena[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])])
      }
      return (0..<UInt32(count)).sorted { ByteOrder.compare(bytes($0), bytes($1)) < 0 }
    }
  }

  private func isEqual(_ code: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(code)])
    let end = Int(starts[Int(code) + 1])
    guard end - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { ByteOrder.equal($0[start..<end], bytes[...]) }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (code, hash) in hashes.enumerated() {
      var place = Int(hash) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = UInt32(code) + 1
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = ByteHash.hash(bytes)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
