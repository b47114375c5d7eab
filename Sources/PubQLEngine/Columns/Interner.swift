/// Numbers the distinct byte strings that it is shown, from 0 in the order of first sight.
///
/// Open addressing; a place has the hash beside the number, so that most strings that differ are
/// told apart there. The strings lie one after another in one arena.
package struct Interner: ~Copyable {
  /// Where each string begins in `arena`; one more entry than there are strings.
  package private(set) var starts: [UInt32] = [0]
  package private(set) var arena: [UInt8] = []
  /// The hash of a string above its number plus one, or 0 for a free place; a power of two long.
  private var slots: [UInt64]

  package init() { slots = [UInt64](repeating: 0, count: 256) }

  package var count: Int { starts.count - 1 }

  /// The number of `bytes`, and whether it was new.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> (code: UInt32, isNew: Bool) {
    let hash = Self.hash(bytes)
    var place = Int(hash) & (slots.count - 1)
    while case let slot = slots[place], slot != 0 {
      let code = Self.code(slot)
      if slot >> 32 == UInt64(hash), isEqual(code, bytes) { return (code, false) }
      place = (place + 1) & (slots.count - 1)
    }
    let code = UInt32(count)
    slots[place] = UInt64(hash) << 32 | UInt64(code + 1)
    arena.append(contentsOf: bytes)
    starts.append(UInt32(arena.count))
    if count * 2 > slots.count { grow() }
    return (code, true)
  }

  /// The number of `bytes`, if it has one.
  package func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let hash = Self.hash(bytes)
    var place = Int(hash) & (slots.count - 1)
    while case let slot = slots[place], slot != 0 {
      let code = Self.code(slot)
      if slot >> 32 == UInt64(hash), isEqual(code, bytes) { return code }
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

  /// A copy of the string of a number.
  func text(_ code: UInt32) -> [UInt8] { withBytes(code) { Array($0) } }

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

  private static func code(_ slot: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: slot) &- 1 }

  @inline(__always)
  private func isEqual(_ code: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(code)])
    let end = Int(starts[Int(code) + 1])
    guard end - start == bytes.count else { return false }
    return arena.withUnsafeBytes {
      Self.equal(
        UnsafeRawBufferPointer(rebasing: $0[start..<end]), UnsafeRawBufferPointer(bytes))
    }
  }

  /// For two of the same length. Most strings are short, so that a call would take longer.
  @inline(__always)
  private static func equal(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool
  {
    let count = left.count
    if count < 8 {
      for index in 0..<count where left[index] != right[index] { return false }
      return true
    }
    var offset = 0
    while offset &+ 8 < count {
      if word(left, offset) != word(right, offset) { return false }
      offset &+= 8
    }
    return word(left, count &- 8) == word(right, count &- 8)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: slots.count * 2)
    for slot in slots where slot != 0 {
      var place = Int(slot >> 32) & (wider.count - 1)
      while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
      wider[place] = slot
    }
    slots = wider
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = ByteHash.hash(bytes)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
