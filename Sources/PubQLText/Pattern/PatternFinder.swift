/// Finds the parts of texts that a pattern matches.
///
/// Of the matches that begin first the longest is one, then the search goes on behind it. Greedy
/// and lazy repetition are therefore the same. An empty match right behind another is none.
package struct PatternFinder: Sendable {
  private let program: PatternProgram
  private let ignoresCase: Bool
  /// The classes of ASCII.
  private let ascii: [UInt16]
  private let takes: [(step: Int, set: Int)]
  /// The steps that take nothing, each behind those that it leads to, except where a loop of such
  /// steps leads back.
  private let order: [Int]
  private let hasLoops: Bool

  package init(_ pattern: Pattern) {
    program = pattern.program
    ignoresCase = pattern.ignoresCase
    ascii = program.classes.page(from: 0)
    takes = program.steps.enumerated().compactMap { step in
      if case .take(let set) = step.element { (step.offset, set) } else { nil }
    }
    (order, hasLoops) = program.stepsWithoutTaking
  }

  /// The bytes of each match in the UTF-8 of a text, in order; none overlap.
  ///
  /// Where case is ignored a match is made of whole characters of the text: `/s/i` is found in
  /// `S` and not in `ß`, which folds to `ss`.
  package func ranges(in text: String) -> [Range<Int>] {
    if ignoresCase {
      guard Folding.fold(text).withUnsafeBufferPointer(canMatch) else { return [] }
      let folded = FoldedText(text)
      let found = folded.bytes.withUnsafeBufferPointer { bytes in
        ranges(in: bytes) { folded.isBoundary($0) }
      }
      return found.compactMap(folded.range)
    }
    var text = text
    return text.withUTF8 { ranges(in: $0) }
  }

  /// The bytes of each match; only what begins and ends where `isBoundary` says may be one.
  /// - Complexity: O(text × steps of the pattern).
  package func ranges(
    in bytes: UnsafeBufferPointer<UInt8>, between isBoundary: (Int) -> Bool = { _ in true }
  ) -> [Range<Int>] {
    guard canMatch(bytes) else { return [] }
    let text = Scalars(bytes, program.classes, ascii)
    let ends = longestEnds(text)
    var ranges: [Range<Int>] = []
    var last = -1
    var start = 0
    while start < ends.count {
      let end = Int(ends[start])
      guard end >= start, end > start || start != last, isBoundary(text.offsets[start]),
        isBoundary(text.offsets[end])
      else {
        start += 1
        continue
      }
      ranges.append(text.offsets[start]..<text.offsets[end])
      last = end
      start = max(end, start + 1)
    }
    return ranges
  }

  /// Whether the text holds what every match does.
  private func canMatch(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    program.requiredBytes.isEmpty || UTF8Scanner.find(program.requiredBytes, in: bytes) != nil
  }

  /// For each scalar, and the end of the text, where the longest match that begins there ends; -1
  /// for none.
  ///
  /// From the end of the text to its start: where a step leads from one place follows from where
  /// it leads from the next. So all matches are known after one pass.
  private func longestEnds(_ text: Scalars) -> [Int32] {
    var ends = [Int32](repeating: -1, count: text.classes.count + 1)
    var here = [Int32](repeating: -1, count: program.steps.count)
    var next = here
    for place in stride(from: text.classes.count, through: 0, by: -1) {
      for take in takes {
        let isTaken =
          place < text.classes.count
          && program.classes.contains(set: take.set, class: text.classes[place])
        here[take.step] = isTaken ? next[take.step + 1] : -1
      }
      settle(&here, at: place, text)
      ends[place] = here.first ?? -1
      swap(&here, &next)
    }
    return ends
  }

  /// Works out the steps that take nothing, once those that take the scalar at `place` are.
  private func settle(_ ends: inout [Int32], at place: Int, _ text: Scalars) {
    for step in order { ends[step] = -1 }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for step in order {
        let end: Int32 =
          switch program.steps[step] {
          case .match: Int32(place)
          case .jump(let target): ends[target]
          case .split(let first, let second): max(ends[first], ends[second])
          case .assert(let assertion):
            holds(assertion, at: place, text) ? ends[step + 1] : -1
          case .take: -1
          }
        guard end > ends[step] else { continue }
        ends[step] = end
        hasChanged = hasLoops
      }
    }
  }

  private func holds(_ assertion: PatternAssertion, at place: Int, _ text: Scalars) -> Bool {
    switch assertion {
    case .textStart: place == 0
    case .textEnd: place == text.classes.count
    case .wordBoundary: isWord(place - 1, text) != isWord(place, text)
    case .noWordBoundary: isWord(place - 1, text) == isWord(place, text)
    }
  }

  private func isWord(_ place: Int, _ text: Scalars) -> Bool {
    text.classes.indices.contains(place)
      && program.classes.contains(set: 0, class: text.classes[place])
  }

  /// A text scalar by scalar.
  private struct Scalars {
    /// Where each scalar begins; then the end of the text.
    private(set) var offsets: [Int] = []
    private(set) var classes: [Int] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ known: ScalarClasses, _ ascii: [UInt16]) {
      offsets.reserveCapacity(bytes.count + 1)
      classes.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scanner.decode(bytes, at: index)
        offsets.append(index)
        classes.append(scalar < 128 ? Int(ascii[Int(scalar)]) : known.number(of: scalar))
        index += length
      }
      offsets.append(index)
    }
  }
}

extension PatternProgram {
  /// The steps that take nothing, targets first, and whether some of them lead back to themselves.
  fileprivate var stepsWithoutTaking: (order: [Int], hasLoops: Bool) {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: steps.count)
    var order: [Int] = []
    var hasLoops = false
    for first in steps.indices where marks[first] == .new {
      var pending = [first]
      while let step = pending.last {
        if marks[step] == .new {
          marks[step] = .open
          for target in targets(of: step) {
            if marks[target] == .open { hasLoops = true }
            if marks[target] == .new { pending.append(target) }
          }
          continue
        }
        pending.removeLast()
        if marks[step] == .done { continue }
        marks[step] = .done
        if case .take = steps[step] { continue }
        order.append(step)
      }
    }
    return (order, hasLoops)
  }

  /// Where a step leads without taking anything.
  private func targets(of step: Int) -> [Int] {
    switch steps[step] {
    case .jump(let target): [target]
    case .split(let first, let second): [first, second]
    case .assert: [step + 1]
    case .take, .match: []
    }
  }
}
