/// The classes of the scalars that texts have held, by pages of 128 scalars.
final class ClassPages {
  typealias Tables = (
    ascii: UnsafeBufferPointer<UInt16>, pages: UnsafeBufferPointer<Int32>,
    values: UnsafeBufferPointer<UInt16>
  )

  /// Instead of a class: the scalar folds to none, to several, or to what may join a neighbour.
  static let unsettled = UInt16.max

  private let classes: ScalarClasses
  private let folds: Bool
  /// The number of a page, for every block of 128 scalars; -1 for none yet.
  private var pages: [Int32]
  /// Page 0 is ASCII.
  private var values: [UInt16]

  /// - Parameter folding: whether a scalar has the class of what it folds to.
  init(_ classes: ScalarClasses, folding folds: Bool = false) {
    self.classes = classes
    self.folds = folds
    pages = [Int32](repeating: -1, count: 0x110000 / 128)
    pages[0] = 0
    values = []
    values = page(from: 0)
  }

  @inline(__always)
  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    pages.withUnsafeBufferPointer { pages in
      values.withUnsafeBufferPointer { values in
        body((UnsafeBufferPointer(rebasing: values.prefix(128)), pages, values))
      }
    }
  }

  /// The class of a scalar, whose page is made if it is not there.
  func find(_ scalar: UInt32) -> UInt16 {
    let block = Int(scalar >> 7)
    if pages[block] < 0 {
      pages[block] = Int32(values.count / 128)
      values += page(from: UInt32(block) << 7)
    }
    return values[Int(pages[block]) * 128 + Int(scalar & 0x7F)]
  }

  private func page(from first: UInt32) -> [UInt16] {
    guard folds else { return classes.page(from: first) }
    return (first..<first + 128).map { scalar in
      var folded: [UInt8] = []
      UTF8Scanner.encoded(scalar).withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
      let (single, length) = folded.withUnsafeBufferPointer { UTF8Scanner.decode($0, at: 0) }
      guard length > 0, length == folded.count, !Composition.mayTakePart(single) else {
        return Self.unsettled
      }
      return UInt16(truncatingIfNeeded: classes.number(of: single))
    }
  }
}
