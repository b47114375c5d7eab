/// Matches a pattern with one text after another.
///
/// It keeps the states of the deterministic automaton that the texts have led to, as many as
/// `PatternStates.capacity` allows, and begins anew when there are more; every character then
/// costs at most one pass over the pattern's steps. Not to be shared between threads: make one
/// for each.
package final class PatternMatcher {
  private let program: PatternProgram
  private let literal: [UInt8]
  private let isPureLiteral: Bool
  private let states: PatternStates
  private let classes: ClassPages

  package init(_ pattern: Pattern) {
    program = pattern.program
    literal = program.requiredBytes
    isPureLiteral = program.isPureLiteral
    states = PatternStates(program)
    classes = ClassPages(program.classes)
  }

  /// Whether some part of the text matches.
  ///
  /// Bytes that are not UTF-8 read as U+FFFD, one each.
  /// - Complexity: linear in the text for a given pattern.
  package func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isPureLiteral || !literal.isEmpty {
      guard UTF8Scanner.find(literal, in: bytes) != nil else { return false }
      if isPureLiteral { return true }
    }
    var state = states.start
    var index = 0
    while true {
      let reached = states.withTable { table in
        classes.withTables { known in
          Self.run(bytes, from: index, state: &state, table: table, classes: known)
        }
      }
      index = reached
      if state < PatternStates.firstRow { return state == PatternStates.matched }
      if index >= bytes.count { break }
      let (scalar, length) = UTF8Scanner.decode(bytes, at: index)
      state = states.next(state, classes.find(scalar))
      index += length
      if state < PatternStates.firstRow { return state == PatternStates.matched }
    }
    return states.next(state, states.endClass) == PatternStates.matched
  }

  /// Follows the transitions that are known; stops where one is not, or at a final state.
  ///
  /// The row of a state has a place for every class, so that no class leads out of the table.
  @inline(__always)
  private static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, state: inout UInt32,
    table: UnsafeBufferPointer<UInt32>, classes: ClassPages.Tables
  ) -> Int {
    guard let rows = table.baseAddress, let text = bytes.baseAddress else { return start }
    var index = start
    var current = state
    while index < bytes.count {
      let byte = text[index]
      var scalarClass: Int
      var length = 1
      if byte < 0x80 {
        scalarClass = Int(classes.ascii[Int(byte)])
      } else {
        let decoded = UTF8Scanner.decode(bytes, at: index)
        length = decoded.length
        let page = Int(classes.pages[Int(decoded.scalar &>> 7)])
        if page < 0 { break }
        scalarClass = Int(classes.values[page &* 128 &+ Int(decoded.scalar & 0x7F)])
      }
      let next = rows[Int(current &- PatternStates.firstRow) &+ scalarClass]
      if next < PatternStates.firstRow {
        if next != PatternStates.unknown { current = next }
        break
      }
      current = next
      index &+= length
    }
    state = current
    return index
  }
}

/// The classes of the scalars that texts have held, by pages of 128 scalars.
private final class ClassPages {
  typealias Tables = (
    ascii: UnsafeBufferPointer<UInt16>, pages: UnsafeBufferPointer<Int32>,
    values: UnsafeBufferPointer<UInt16>
  )

  private let classes: ScalarClasses
  /// The number of a page, for every block of 128 scalars; -1 for none yet.
  private var pages: [Int32]
  /// Page 0 is ASCII.
  private var values: [UInt16]

  init(_ classes: ScalarClasses) {
    self.classes = classes
    pages = [Int32](repeating: -1, count: 0x110000 / 128)
    pages[0] = 0
    values = classes.page(from: 0)
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
  func find(_ scalar: UInt32) -> Int {
    let block = Int(scalar >> 7)
    if pages[block] < 0 {
      pages[block] = Int32(values.count / 128)
      values += classes.page(from: UInt32(block) << 7)
    }
    return Int(values[Int(pages[block]) * 128 + Int(scalar & 0x7F)])
  }
}
