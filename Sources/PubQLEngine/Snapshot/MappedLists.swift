import Synchronization

/// Lists of values in two sections of a mapped file, of which what is looked at is checked before:
/// the blocks of the file in which it lies, and whether its beginning and end make sense.
final class MappedLists<Start: ListStart, Element: ListElement>: Sendable {
  let uncheckedStarts: Block<Start>
  let uncheckedValues: Block<Element>
  private let startSection: SnapshotSection
  private let valueSection: SnapshotSection
  private let checkedStarts: Lazy<Block<Start>?>
  /// Stand for what is damaged, as long as this lives.
  private let noStarts: Lazy<Block<Start>>
  private let noValues: Lazy<Block<Element>>
  private let known = Atomic(false)

  /// Nil, and told to the log, where sections are missing, or do not have that many lists.
  init?(
    _ sections: MappedSections, starts: SnapshotLayout.Role, values: SnapshotLayout.Role,
    count: Int? = nil
  ) {
    guard let startSection = sections[starts], let valueSection = sections[values],
      startSection.count >= 1, count.map({ startSection.count == $0 + 1 }) ?? true
    else {
      sections.log.add(.damaged(sections.name))
      return nil
    }
    self.startSection = startSection
    self.valueSection = valueSection
    uncheckedStarts = startSection.unchecked(Start.self)
    uncheckedValues = valueSection.unchecked(Element.self)
    let (end, startCount) = (uncheckedValues.count, uncheckedStarts.count)
    noStarts = Lazy { Block([Start](repeating: 0, count: startCount)) }
    noValues = Lazy { Block([Element](repeating: .none, count: end)) }
    checkedStarts = Lazy {
      guard let starts = startSection.block(Start.self) else { return nil }
      guard starts[0] == 0, starts[starts.count - 1] == end, Self.ascends(starts.buffer) else {
        return sections.damaged()
      }
      return starts
    }
  }

  /// Whether everything is checked, so that nothing need be checked any more.
  @inline(__always)
  var isWhole: Bool { known.load(ordering: .acquiring) }

  /// All starts; where one is damaged, as if all lists were empty.
  var starts: Block<Start> { checkedStarts() ?? noStarts() }

  /// All values; where one is damaged, as if all were none.
  var values: Block<Element> { valueSection.block(Element.self) ?? noValues() }

  /// Where some lists lie among the values; nil, and told to the log, where that is damaged.
  func range(_ lists: Range<Int>) -> Range<Int>? {
    let size = MemoryLayout<Start>.stride
    let (first, last) = (lists.lowerBound, lists.upperBound)
    guard startSection.isChecked(first * size..<(first + 1) * size),
      startSection.isChecked(last * size..<(last + 1) * size)
    else { return nil }
    let (start, end) = (uncheckedStarts[first], uncheckedStarts[last])
    guard start <= end, end <= uncheckedValues.count else { return startSection.damaged() }
    return Int(start)..<Int(end)
  }

  /// The values of some lists, one after another; none where that is damaged.
  func part(_ lists: Range<Int>) -> UnsafeBufferPointer<Element> {
    let size = MemoryLayout<Element>.stride
    guard let range = range(lists),
      valueSection.isChecked(range.lowerBound * size..<range.upperBound * size)
    else { return UnsafeBufferPointer(start: nil, count: 0) }
    if startSection.isWhole, valueSection.isWhole, checkedStarts() != nil {
      known.store(true, ordering: .releasing)
    }
    return uncheckedValues.part(range)
  }

  /// Looks at everything.
  func verify() {
    _ = checkedStarts()
    _ = valueSection.verifyAll()
  }

  private static func ascends(_ numbers: UnsafeBufferPointer<Start>) -> Bool {
    var holds = true
    for index in 1..<max(numbers.count, 1) {
      holds = holds && numbers[index - 1] <= numbers[index]
    }
    return holds
  }
}
