/// Matches a pattern with one text after another.
///
/// It keeps the states of the deterministic automaton that the texts have led to, as many as
/// `PatternStates.capacity` allows, and begins anew when there are more; every character then
/// costs at most one pass over the pattern's steps. Not to be shared between threads: make one
/// for each.
package final class PatternMatcher {
  private let program: PatternProgram
  private var states: PatternStates
  /// The pages of scalar classes, by 128 scalars, made when a text needs them; -1 for none yet.
  private var pages: [Int32] = []
  private var pageClasses: [UInt16] = []

  package init(_ pattern: Pattern) {
    program = pattern.program
    states = PatternStates(pattern.program)
  }

  /// Whether some part of the text matches.
  ///
  /// Bytes that are not UTF-8 read as U+FFFD, one each.
  /// - Complexity: linear in the text for a given pattern.
  package func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if !program.requiredBytes.isEmpty || program.isPureLiteral {
      guard UTF8Scanner.find(program.requiredBytes, in: bytes) != nil else { return false }
      if program.isPureLiteral { return true }
    }
    var state = states.start
    var index = 0
    while index < bytes.count {
      // Over known transitions of ASCII, which is nearly everything.
      let reached = run(bytes, from: index, state: &state)
      index = reached
      if state < PatternStates.firstRow { return state == PatternStates.matched }
      if index >= bytes.count { break }
      var scalarClass: Int
      let byte = bytes[index]
      if byte < 0x80 {
        scalarClass = Int(program.classes.ascii[Int(byte)])
        index += 1
      } else {
        let (scalar, length) = UTF8Scanner.decode(bytes, at: index)
        scalarClass = classOf(scalar)
        index += length
      }
      state = states.next(state, scalarClass)
      if state < PatternStates.firstRow { return state == PatternStates.matched }
    }
    return states.next(state, states.endClass) == PatternStates.matched
  }

  /// Follows the transitions that are known; stops where one is not, or at a final state.
  ///
  /// `ascii` has 128 classes, and the row of a state has a place for every class.
  @inline(__always)
  private func run(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, state: inout UInt32
  ) -> Int {
    program.classes.ascii.withUnsafeBufferPointer { classes in
      states.withTable { table in
        guard let rows = table.baseAddress, let classOf = classes.baseAddress,
          let text = bytes.baseAddress
        else { return start }
        var index = start
        var current = state
        while index < bytes.count {
          let byte = text[index]
          if byte >= 0x80 { break }
          let place = Int(current &- PatternStates.firstRow) &+ Int(classOf[Int(byte)])
          let next = rows[place]
          if next < PatternStates.firstRow {
            if next != PatternStates.unknown { current = next }
            break
          }
          current = next
          index &+= 1
        }
        state = current
        return index
      }
    }
  }

  private func classOf(_ scalar: UInt32) -> Int {
    if pages.isEmpty { pages = [Int32](repeating: -1, count: 0x110000 / 128) }
    let block = Int(scalar >> 7)
    if pages[block] < 0 {
      pages[block] = Int32(pageClasses.count / 128)
      pageClasses += program.classes.page(from: UInt32(block) << 7)
    }
    return Int(pageClasses[Int(pages[block]) * 128 + Int(scalar & 0x7F)])
  }
}
