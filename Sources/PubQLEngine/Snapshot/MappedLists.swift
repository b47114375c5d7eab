import Synchronization

/// Lists of values in two sections of a mapped file, of which what is looked at is checked before:
/// the blocks of the file in which it lies, and whether its beginning and end make sense.
final class MappedLists<Start: ListStart, Element: BitwiseCopyable>: Sendable {
  private let sections: MappedSections
  private let startValues: CheckedValues<Start>
  private let elements: CheckedValues<Element>
  private let checkedStarts: Lazy<Block<Start>?>
  /// Stand for what is damaged, as long as this lives.
  private let noStarts: Lazy<Block<Start>>
  private let noValues: Lazy<Block<Element>>
  private let known = Atomic(false)

  /// Nil, and told to the log, where sections are missing, or do not have that many lists.
  fileprivate init?(
    _ sections: MappedSections, starts: SnapshotLayout.Role, values: SnapshotLayout.Role,
    count: Int?
  ) {
    guard let startValues = sections.values(starts, of: Start.self),
      let elements = sections.values(values, of: Element.self),
      startValues.count >= 1, count.map({ startValues.count == $0 + 1 }) ?? true
    else {
      sections.log.add(.damaged(sections.name))
      return nil
    }
    self.sections = sections
    self.startValues = startValues
    self.elements = elements
    noStarts = Lazy { Block(zeros: startValues.count) }
    noValues = Lazy { Block(zeros: elements.count) }
    checkedStarts = Lazy {
      guard let starts = startValues.all else { return nil }
      guard starts[0] == 0, starts[starts.count - 1] == elements.count,
        MappedSections.ascends(starts.buffer)
      else { return sections.damaged() }
      return starts
    }
  }

  /// Not to be looked at before they are checked.
  var uncheckedStarts: Block<Start> { startValues.unchecked }
  var uncheckedValues: Block<Element> { elements.unchecked }

  /// Whether everything is checked, so that nothing need be checked any more.
  @inline(__always)
  var isWhole: Bool { known.load(ordering: .acquiring) }

  /// All starts; where one is damaged, as if all lists were empty.
  var starts: Block<Start> { checkedStarts() ?? noStarts() }

  /// All values; where one is damaged, as if all were 0.
  var values: Block<Element> { elements.all ?? noValues() }

  /// Where some lists lie among the values; nil, and told to the log, where that is damaged.
  func range(_ lists: Range<Int>) -> Range<Int>? {
    guard let starts = startValues.part(lists.lowerBound..<lists.upperBound + 1) else { return nil }
    return range(starts[0], starts[lists.count])
  }

  /// The values of some lists, one after another; none where that is damaged.
  func part(_ lists: Range<Int>) -> UnsafeBufferPointer<Element> {
    guard let range = range(lists), let part = elements.part(range) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    noteWhole()
    return part
  }

  /// Lets `body` see some lists, one after another; one that is damaged is empty.
  @inline(__always)
  func forEach(
    of indices: some Sequence<UInt32>, _ body: (UnsafeBufferPointer<Element>) -> Void
  ) {
    var startWalk = CheckedWalk(startValues)
    var walk = CheckedWalk(elements)
    for index in indices {
      if let edges = startWalk.part(Int(index)..<Int(index) + 2),
        let range = range(edges[0], edges[1]), let list = walk.part(range)
      {
        body(list)
      } else {
        body(UnsafeBufferPointer(start: nil, count: 0))
      }
    }
    noteWhole()
  }

  @inline(__always)
  private func range(_ start: Start, _ end: Start) -> Range<Int>? {
    guard start <= end, end <= elements.count else { return sections.damaged() }
    return Int(start)..<Int(end)
  }

  private func noteWhole() {
    if startValues.isWhole, elements.isWhole, checkedStarts() != nil {
      known.store(true, ordering: .releasing)
    }
  }
}

extension MappedSections {
  /// The lists of two sections; nil, and told to the log, where these are missing, or do not have
  /// that many.
  func lists<Start, Element>(
    _ starts: SnapshotLayout.Role, _ values: SnapshotLayout.Role, count: Int?
  ) -> Lists<Start, Element>? {
    MappedLists(self, starts: starts, values: values, count: count).map { Lists($0) }
  }

  /// Whether each number is no less than the one before.
  static func ascends<Number: Comparable>(_ numbers: UnsafeBufferPointer<Number>) -> Bool {
    var holds = true
    for index in 1..<max(numbers.count, 1) {
      holds = holds && numbers[index - 1] <= numbers[index]
    }
    return holds
  }
}
