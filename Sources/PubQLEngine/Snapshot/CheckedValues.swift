/// The values of a section of a mapped file, of which any part is checked before it is first seen.
struct CheckedValues<Element: BitwiseCopyable>: Sendable {
  fileprivate let section: SnapshotSection
  /// Not to be looked at before they are checked.
  let unchecked: Block<Element>

  init(_ section: SnapshotSection) {
    self.section = section
    unchecked = section.unchecked(Element.self)
  }

  var count: Int { unchecked.count }

  /// Whether all values are checked.
  @inline(__always)
  var isWhole: Bool { section.isWhole }

  /// All values; nil where one is damaged, which the log knows then.
  var all: Block<Element>? { section.verifyAll() ? unchecked : nil }

  /// Nil where it is damaged, as above, or there is no such value.
  @inline(__always)
  subscript(index: Int) -> Element? { isChecked(index..<index + 1) ? unchecked[index] : nil }

  /// Nil as above; valid while the section lives.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<Element>? {
    isChecked(range) ? unchecked.part(range) : nil
  }

  @inline(__always)
  private func isChecked(_ range: Range<Int>) -> Bool {
    let size = MemoryLayout<Element>.stride
    return range.lowerBound >= 0 && range.upperBound <= count
      && section.isChecked(range.lowerBound * size..<range.upperBound * size)
  }
}

/// Looks at one part of a section's values after another: they mostly lie in the same blocks, which
/// are not checked again.
struct CheckedWalk<Element: BitwiseCopyable> {
  private let section: SnapshotSection
  private let values: UnsafeBufferPointer<Element>
  /// Bytes that are what was written.
  private var checked = 0..<0

  init(_ values: CheckedValues<Element>) {
    section = values.section
    self.values = values.unchecked.buffer
  }

  /// As `CheckedValues.part`.
  @inline(__always)
  mutating func part(_ range: Range<Int>) -> UnsafeBufferPointer<Element>? {
    guard range.lowerBound >= 0, range.upperBound <= values.count else { return nil }
    let size = MemoryLayout<Element>.stride
    let (start, end) = (range.lowerBound &* size, range.upperBound &* size)
    if start < checked.lowerBound || end > checked.upperBound {
      guard let blocks = section.checkedBlocks(around: start..<end) else { return nil }
      checked = blocks
    }
    return UnsafeBufferPointer(rebasing: values[range])
  }
}

extension MappedSections {
  /// The values of a section; nil where there is none.
  func values<Element: BitwiseCopyable>(
    _ role: SnapshotLayout.Role, of type: Element.Type
  ) -> CheckedValues<Element>? {
    self[role].map { CheckedValues($0) }
  }
}
