/// How many edits texts may be away from another: 0 to 1, exactly 2, 3 or more.
package struct EditRange: Sendable, Equatable {
  /// Not below 0, and not above `most`.
  package let least: Int
  /// Nil for any number.
  package let most: Int?

  /// Nil where no number of edits is within.
  package init?(from least: Int, through most: Int?) {
    self.least = max(0, least)
    self.most = most
    if let most, most < self.least { return nil }
  }

  /// From so many edits on, no more have to be counted to know; nil where none have to be.
  package var limit: Int? { most ?? (least == 0 ? nil : least - 1) }

  /// Whether two folded texts are so many edits from each other.
  package func holds(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let limit else { return true }
    guard let distance = EditDistance.distance(a, b, limit: limit) else { return most == nil }
    return most != nil && distance >= least
  }
}
