import Synchronization

/// Counts the work of a run that its data does not bound: calls of functions, and what they make.
///
/// Unit: a step is a call, a member of a list that a call gives, or eight bytes of a text.
package final class StepMeter: Sendable {
  /// How many steps a run may take.
  package let limit: Int
  private let cancellation: CancellationFlag
  private let steps = Atomic<Int>(0)

  package init(limit: Int, cancellation: CancellationFlag) {
    self.limit = limit
    self.cancellation = cancellation
  }

  /// Begins to count anew.
  package func reset() { steps.store(0, ordering: .relaxed) }

  /// - Throws: `.budget` when there are too many steps, `.cancelled` when somebody asked to stop.
  package func charge(_ count: Int) throws(RunError) {
    let total = steps.add(count, ordering: .relaxed).newValue
    if total > limit { throw RunError(.budget("\(limit) steps")) }
    if cancellation.isSet { throw RunError(.cancelled) }
  }

  /// Charges a call that gave a value.
  package func charge(for value: Value) throws(RunError) {
    // What a list holds may be one list many times over: no farther than the budget goes.
    var left = max(0, limit - steps.load(ordering: .relaxed)) + 1
    let before = left
    value.measure(&left)
    try charge(1 + before - left)
  }
}

extension Value {
  /// Takes as much from `left` as the value holds, until nothing is left.
  fileprivate func measure(_ left: inout Int) {
    switch self {
    case .text(let text): left -= text.utf8.count >> 3
    case .list(let values):
      left -= values.count
      for value in values where left > 0 { value.measure(&left) }
    case .record(let members):
      left -= members.count
      for member in members where left > 0 { member.value.measure(&left) }
    default: break
    }
  }
}
