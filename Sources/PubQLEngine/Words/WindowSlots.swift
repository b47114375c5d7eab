/// Finds places of a window in a list of them at once.
struct WindowSlots {
  private let places: UnsafeBufferPointer<UInt32>
  /// For each place of the window its index in the list, or that of another place.
  private let slots: [UInt16]

  /// - Parameter places: records of one window, ascending, or their distances from its first; they
  ///   live as long as this does.
  init(_ places: UnsafeBufferPointer<UInt32>) {
    self.places = places
    var slots = [UInt16](repeating: 0, count: PostingBlock.window)
    slots.withUnsafeMutableBufferPointer { slots in
      for (index, place) in places.enumerated() {
        slots[Int(place & Self.mask)] = UInt16(truncatingIfNeeded: index)
      }
    }
    self.slots = slots
  }

  private static let mask = UInt32(PostingBlock.window - 1)

  /// Calls `body` for each of some places that is in the list, with its index in both.
  @inline(__always)
  func forEachShared(
    _ others: some Collection<UInt32>, _ body: (_ index: Int, _ other: Int) -> Void
  ) {
    if places.isEmpty { return }
    slots.withUnsafeBufferPointer { slots in
      var other = 0
      for place in others {
        let index = Int(slots[Int(place & Self.mask)])
        if index < places.count, places[index] == place { body(index, other) }
        other &+= 1
      }
    }
  }
}
