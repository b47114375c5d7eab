/// Lists of values one after another: in memory, or in a mapped file, where each list is checked
/// before it is first seen.
///
/// Shape: list `i` is `values[starts[i]..<starts[i + 1]]`.
struct Lists<Start: ListStart, Element: BitwiseCopyable>: Sendable {
  /// In a mapped file they are not to be looked at before all of them are checked.
  private let startBlock: Block<Start>
  private let valueBlock: Block<Element>
  private let mapped: MappedLists<Start, Element>?

  init(starts: [Start], values: [Element]) {
    startBlock = Block(starts)
    valueBlock = Block(values)
    mapped = nil
  }

  init(starts: Block<Start>, values: Block<Element>) {
    startBlock = starts
    valueBlock = values
    mapped = nil
  }

  init(_ mapped: MappedLists<Start, Element>) {
    startBlock = mapped.uncheckedStarts
    valueBlock = mapped.uncheckedValues
    self.mapped = mapped
  }

  /// How many lists there are.
  var count: Int { startBlock.count - 1 }

  /// How many values there are in all lists.
  var valueCount: Int { valueBlock.count }

  /// All starts, and all values. In a mapped file all are checked at the first call, so a loop over
  /// many lists asks for them once, before it begins.
  var starts: Block<Start> { mapped.map { $0.starts } ?? startBlock }
  var values: Block<Element> { mapped.map { $0.values } ?? valueBlock }

  /// A list; valid while the lists live. One that is damaged is empty, and the log knows.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<Element> {
    part(index..<index + 1)
  }

  /// The values of some lists, one after another, as for a list.
  @inline(__always)
  func part(_ lists: Range<Int>) -> UnsafeBufferPointer<Element> {
    if let mapped, !mapped.isWhole { return mapped.part(lists) }
    return valueBlock.part(Int(startBlock[lists.lowerBound])..<Int(startBlock[lists.upperBound]))
  }

  /// Lets `body` see some lists, one after another: for many, quicker than asking for each.
  @inline(__always)
  func forEach(
    of indices: some Sequence<UInt32>, _ body: (UnsafeBufferPointer<Element>) -> Void
  ) {
    if let mapped, !mapped.isWhole { return mapped.forEach(of: indices, body) }
    let (starts, values) = (startBlock.buffer, valueBlock.buffer)
    for index in indices {
      let range = Int(starts[Int(index)])..<Int(starts[Int(index) + 1])
      body(UnsafeBufferPointer(rebasing: values[range]))
    }
  }

  /// A list that may outlive these.
  func block(_ index: Int) -> Block<Element> {
    if let mapped, !mapped.isWhole { return Block(mapped.part(index..<index + 1), owner: mapped) }
    return valueBlock.slice(Int(startBlock[index])..<Int(startBlock[index + 1]))
  }

  /// How long a list is.
  @inline(__always)
  func count(of index: Int) -> Int {
    if let mapped, !mapped.isWhole { return mapped.range(index..<index + 1)?.count ?? 0 }
    return Int(startBlock[index + 1] &- startBlock[index])
  }
}

/// A number that says where a list begins.
protocol ListStart: FixedWidthInteger, BitwiseCopyable, Sendable {}
extension UInt32: ListStart {}
extension UInt64: ListStart {}
