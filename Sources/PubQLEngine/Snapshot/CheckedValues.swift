/// The values of a section, of which any part is checked before it is first seen.
struct CheckedValues<Element: BitwiseCopyable>: Sendable {
  private let section: SnapshotSection
  let count: Int

  init(_ section: SnapshotSection) {
    self.section = section
    count = Int(section.section.length) / MemoryLayout<Element>.stride
  }

  /// Nil where it is damaged, which the log knows then, or there is no such value.
  @inline(__always)
  subscript(index: Int) -> Element? { part(index..<index + 1)?.first }

  /// Nil as above; valid while the section lives.
  @inline(__always)
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<Element>? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    let size = MemoryLayout<Element>.stride
    guard let bytes = section.part(range.lowerBound * size..<range.upperBound * size) else {
      return nil
    }
    return UnsafeRawBufferPointer(bytes).assumingMemoryBound(to: Element.self)
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
