import Synchronization

/// What the conditions that occur more than once in a plan have found, while it runs: each record
/// is looked at once for each of them.
///
/// Only conditions that read texts are kept; to ask an index again is as quick.
package final class SharedConditions: Sendable {
  private let wanted: Set<ConditionID>
  private let memory: MemoryMeter
  private let state = Mutex(State())

  private struct State {
    var findings: [ConditionID: Finding] = [:]
    /// What was taken of the memory. Unit: bytes.
    var held = 0
  }

  private struct Finding {
    var seen: RecordSet
    var met: RecordSet
  }

  init(_ wanted: Set<ConditionID>, _ memory: MemoryMeter) {
    self.wanted = wanted
    self.memory = memory
  }

  deinit { memory.release(state.withLock { $0.held }) }

  /// The records among `candidates` that meet a condition; `find` looks at those of which it is not
  /// known yet.
  func records(
    _ condition: Scalar, of table: Table, _ corpus: Corpus, among candidates: RecordSet,
    _ find: (RecordSet) throws(RunError) -> RecordSet
  ) throws(RunError) -> RecordSet {
    guard let id = ConditionID(condition, corpus, table.shownFields), wanted.contains(id) else {
      return try find(candidates)
    }
    guard let known = state.withLock({ $0.findings[id] }) else {
      let met = try find(candidates)
      keep(Finding(seen: candidates, met: met), id)
      return met
    }
    var rest = candidates
    rest.subtract(known.seen)
    var result = known.met
    result.formIntersection(candidates)
    if rest.isEmpty { return result }
    let more = try find(rest)
    result.formUnion(more)
    var finding = known
    finding.seen.formUnion(rest)
    finding.met.formUnion(more)
    keep(finding, id)
    return result
  }

  /// Keeps a finding as long as there is memory for it.
  private func keep(_ finding: Finding, _ id: ConditionID) {
    // Two sets of a bit a record, at most.
    let size = finding.seen.universe / 4
    state.withLock { state in
      if state.findings[id] == nil {
        guard memory.hold(size) else { return }
        state.held += size
      }
      state.findings[id] = finding
    }
  }
}

extension ExecutionContext {
  /// For a run of a plan, in which what occurs in it more than once is worked out once; inside of
  /// another run what that one shares is shared.
  package func sharing(_ plan: Plan) -> ExecutionContext {
    guard shared == nil, !plan.repeated.isEmpty else { return self }
    var context = self
    context.shared = SharedConditions(plan.repeated, memory)
    return context
  }
}
