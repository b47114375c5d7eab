import Synchronization

/// Counts the work of a run that its data does not bound: calls of functions, and what they make.
///
/// Unit: a step is a call of a lambda, a member of a list that a call gives, or eight bytes of a
/// text; a call of a definition that calls itself is ten.
package final class StepMeter: Sendable {
  /// How many steps a run may take.
  package let limit: Int
  private let cancellation: CancellationFlag
  private let steps = Atomic<Int>(0)
  /// How many levels of expressions calls may nest, so that they fit on the stack.
  private let levelLimit: Int
  private let levels = Atomic<Int>(0)

  /// What a level takes of the stack. Unit: bytes.
  #if DEBUG
    private static let levelSize = 2_400
  #else
    private static let levelSize = 800
  #endif

  /// - Parameter stack: how much of the stack calls may take. Unit: bytes.
  package init(limit: Int, stack: Int = 384 << 10, cancellation: CancellationFlag) {
    self.limit = limit
    self.cancellation = cancellation
    levelLimit = stack / Self.levelSize
  }

  /// Begins to count anew.
  package func reset() {
    steps.store(0, ordering: .relaxed)
    levels.store(0, ordering: .relaxed)
  }

  /// Counts a call that takes so many levels of the stack. Calls of all threads count together.
  /// - Throws: `.tooDeep` when calls nest too deep; then it is not counted.
  func enter(_ count: Int) throws(RunError) {
    if levels.add(count, ordering: .relaxed).newValue > levelLimit {
      leave(count)
      throw RunError(.tooDeep)
    }
  }

  func leave(_ count: Int) { levels.subtract(count, ordering: .relaxed) }

  /// - Throws: `.budget` when there are too many steps, `.cancelled` when somebody asked to stop.
  package func charge(_ count: Int) throws(RunError) {
    let total = steps.add(count, ordering: .relaxed).newValue
    if total > limit { throw RunError(.budget("\(limit) steps")) }
    if cancellation.isSet { throw RunError(.cancelled) }
  }

  /// Charges what a call is given: a text or list that each call makes larger would else be huge
  /// before the first of them gives a value.
  func charge(forArguments arguments: [Value]) throws(RunError) {
    var count = 0
    for argument in arguments {
      switch argument {
      case .text(let text): count += text.utf8.count >> 3
      case .list(let values): count += values.count
      default: break
      }
    }
    if count > 0 { try charge(count) }
  }

  /// How deep lists and records may lie in each other: whoever walks them needs that much stack.
  private static let depthLimit = 500

  /// Charges a call that gave a value.
  /// - Throws: as `charge(_:)`, and `.nestedValue` for a value of very many lists in each other.
  package func charge(for value: Value) throws(RunError) {
    // What a list holds may be one list many times over: no farther than the budget goes.
    var left = max(0, limit - steps.load(ordering: .relaxed)) + 1
    let before = left
    guard value.measure(&left, depth: Self.depthLimit) else {
      throw RunError(.nestedValue(limit: Self.depthLimit))
    }
    try charge(1 + before - left)
  }
}

extension Value {
  /// Takes as much from `left` as the value holds, until nothing is left; whether it is no deeper
  /// than `depth`.
  fileprivate func measure(_ left: inout Int, depth: Int) -> Bool {
    if depth == 0 { return false }
    switch self {
    case .text(let text): left -= text.utf8.count >> 3
    case .list(let values):
      left -= values.count
      for value in values where left > 0 {
        if !value.measure(&left, depth: depth - 1) { return false }
      }
    case .record(let members):
      left -= members.count
      for member in members where left > 0 {
        if !member.value.measure(&left, depth: depth - 1) { return false }
      }
    default: break
    }
    return true
  }
}
