/// Finds places of a window in a list of them at once.
struct WindowSlots {
  private let count: Int
  /// For each place of the window its index in the list, or how many there are.
  private let slots: [UInt16]

  /// - Parameter places: records of one window, ascending, or their distances from its first.
  init(_ places: UnsafeBufferPointer<UInt32>) {
    count = places.count
    // Where the list has all places of a window, none is left that would need this.
    let absent = UInt16(truncatingIfNeeded: count)
    slots = [UInt16](unsafeUninitializedCapacity: PostingBlock.window) { slots, filled in
      slots.initialize(repeating: absent)
      for index in 0..<places.count {
        slots[Int(places[index] & Self.mask)] = UInt16(truncatingIfNeeded: index)
      }
      filled = PostingBlock.window
    }
  }

  private static let mask = UInt32(PostingBlock.window - 1)

  /// Calls `body` for each of some places that is in the list, with its index in both.
  @inline(__always)
  func forEachShared(
    _ others: some Collection<UInt32>, _ body: (_ index: Int, _ other: Int) -> Void
  ) {
    slots.withUnsafeBufferPointer { slots in
      var other = 0
      for place in others {
        let index = Int(slots[Int(place & Self.mask)])
        if index < count { body(index, other) }
        other &+= 1
      }
    }
  }
}
