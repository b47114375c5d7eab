/// Matches a pattern with one text after another.
///
/// It keeps the states of the deterministic automaton that the texts have led to, as many as
/// `PatternStates.capacity` allows, and begins anew when there are more; every character then
/// costs at most one pass over the pattern's steps. Not to be shared between threads: make one
/// for each.
package final class PatternMatcher {
  private let program: PatternProgram
  private let ignoresCase: Bool
  private let literal: [UInt8]
  private let isPureLiteral: Bool
  private let states: PatternStates
  private let classes: ClassPages
  /// The classes of what scalars fold to; made when first needed.
  private lazy var foldedClasses = ClassPages(program.classes, folding: true)
  private let finder: ASCIIFinder?
  private var folded: [UInt8] = []

  package init(_ pattern: Pattern) {
    program = pattern.program
    ignoresCase = pattern.ignoresCase
    literal = program.requiredBytes
    isPureLiteral = program.isPureLiteral
    states = PatternStates(program)
    classes = ClassPages(program.classes)
    finder = ASCIIFinder(literal)
  }

  /// Whether some part of the text matches, which is folded already where the pattern ignores case.
  ///
  /// Bytes that are not UTF-8 read as U+FFFD, one each.
  /// - Complexity: linear in the text for a given pattern.
  package func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isPureLiteral || !literal.isEmpty {
      guard UTF8Scanner.find(literal, in: bytes) != nil else { return false }
      if isPureLiteral { return true }
    }
    return follow(bytes, classes) ?? false
  }

  /// As `matches(_:)`, of a text as it stands: one that has to be folded is folded only where its
  /// characters fold to more than one each.
  package func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard ignoresCase else { return matches(text) }
    switch finder?.search(text) {
    case .absent: return false
    case .found where isPureLiteral: return true
    case .found, .open, nil: break
    }
    if let answer = follow(text, foldedClasses) { return answer }
    folded.removeAll(keepingCapacity: true)
    Folding.fold(text, into: &folded)
    return folded.withUnsafeBufferPointer(matches)
  }

  /// Runs the automaton; nil at a scalar that has no class.
  private func follow(_ bytes: UnsafeBufferPointer<UInt8>, _ classes: ClassPages) -> Bool? {
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
      let found = classes.find(scalar)
      if found == ClassPages.unsettled { return nil }
      state = states.next(state, Int(found))
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
        let found = classes.values[page &* 128 &+ Int(decoded.scalar & 0x7F)]
        if found == ClassPages.unsettled { break }
        scalarClass = Int(found)
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
