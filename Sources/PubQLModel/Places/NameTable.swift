/// A table from byte strings to numbers: one arena, open addressing, no object for a key.
///
/// The hash is the standard library's, seeded anew in each process, so that no data can be made
/// that all falls into one slot.
struct NameTable: Sendable {
  /// Keys, end to end.
  private var arena: [UInt8] = []
  private var entries: [Entry] = []
  /// Entry numbers, -1 where free. The count is a power of two, at most half of them in use.
  private var slots: [Int32] = []

  private struct Entry {
    let offset: UInt32
    let length: UInt32
    var value: UInt32
  }

  /// The bytes that all keys together may have; what comes after is not kept.
  static let arenaLimit = 1 << 30

  init(minimumCapacity: Int = 0) {
    guard minimumCapacity > 0 else { return }
    entries.reserveCapacity(minimumCapacity)
    arena.reserveCapacity(minimumCapacity * 16)
    grow(to: minimumCapacity)
  }

  var count: Int { entries.count }

  /// The number kept for `key`.
  func value(of key: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard !slots.isEmpty else { return nil }
    let found = slots[slot(of: key)]
    return found < 0 ? nil : entries[Int(found)].value
  }

  func value(of key: [UInt8]) -> UInt32? {
    key.withUnsafeBufferPointer { value(of: $0) }
  }

  /// Keeps `value` for `key` if there is none yet; whether it was kept.
  @discardableResult
  mutating func add(_ key: UnsafeBufferPointer<UInt8>, _ value: UInt32) -> Bool {
    update(key) { $0 ?? value } == nil
  }

  @discardableResult
  mutating func add(_ key: [UInt8], _ value: UInt32) -> Bool {
    key.withUnsafeBufferPointer { add($0, value) }
  }

  /// Puts a new value in the place of the old one, and returns the old one.
  @discardableResult
  mutating func update(
    _ key: UnsafeBufferPointer<UInt8>, _ change: (UInt32?) -> UInt32
  ) -> UInt32? {
    if entries.count * 2 >= slots.count { grow(to: max(8, entries.count * 2)) }
    let slot = slot(of: key)
    let found = slots[slot]
    if found >= 0 {
      let old = entries[Int(found)].value
      entries[Int(found)].value = change(old)
      return old
    }
    guard arena.count + key.count <= Self.arenaLimit, entries.count < Int(Int32.max) else {
      return nil
    }
    slots[slot] = Int32(entries.count)
    entries.append(
      Entry(
        offset: UInt32(arena.count), length: UInt32(key.count), value: change(nil)))
    arena.append(contentsOf: key)
    return nil
  }

  /// Hands over every key with its value, in the order of coming.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>, UInt32) -> Void) {
    forEach(in: entries.indices, body)
  }

  /// Hands over those keys that came at some places of the order.
  func forEach(in places: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>, UInt32) -> Void) {
    arena.withUnsafeBufferPointer { arena in
      for entry in entries[places.clamped(to: entries.indices)] {
        let start = Int(entry.offset)
        let key = UnsafeBufferPointer(rebasing: arena[start..<start + Int(entry.length)])
        body(key, entry.value)
      }
    }
  }

  /// The slot that holds `key`, or the free one where it belongs. There is a free one.
  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while true {
      let number = slots[slot]
      if number < 0 || equals(entries[Int(number)], key) { return slot }
      slot = (slot + 1) & mask
    }
  }

  private func equals(_ entry: Entry, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.length) == key.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      let start = Int(entry.offset)
      for index in 0..<key.count where arena[start + index] != key[index] { return false }
      return true
    }
  }

  private mutating func grow(to capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    guard size > slots.count else { return }
    slots = [Int32](repeating: -1, count: size)
    for (number, entry) in entries.enumerated() {
      let start = Int(entry.offset)
      let slot = arena.withUnsafeBufferPointer {
        let mask = size - 1
        var slot =
          Self.hash(UnsafeBufferPointer(rebasing: $0[start..<start + Int(entry.length)])) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        return slot
      }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    return hasher.finalize()
  }
}
