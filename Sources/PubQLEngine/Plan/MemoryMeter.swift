import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Counts the memory that a running query takes: its tables, and what steps collect on their way.
///
/// Unit: bytes, as estimated before the memory is taken or in small pieces while it is. Records and
/// indexes of a corpus do not count, for the query does not make them.
package final class MemoryMeter: Sendable {
  /// How much a query may take.
  package let limit: Int
  private let taken = Atomic<Int>(0)
  /// What is taken until the run ends, whatever its steps give back.
  private let held = Atomic<Int>(0)

  package init(limit: Int) { self.limit = limit }

  /// Half of the machine's memory.
  package static var generousLimit: Int {
    let bytes = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return bytes > 0 ? bytes / 2 : Int.max
  }

  /// Begins to count anew.
  package func reset() { taken.store(0, ordering: .relaxed) }

  /// What is taken at this moment.
  var level: Int { taken.load(ordering: .relaxed) }

  /// - Throws: `.budget` when a query is about to take too much.
  func charge(_ bytes: Int) throws(RunError) {
    guard hasRoom(for: bytes) else {
      throw RunError(.budget("\(max(1, limit >> 20)) MB of memory"))
    }
    taken.add(bytes, ordering: .relaxed)
  }

  private func hasRoom(for bytes: Int) -> Bool {
    let used = taken.load(ordering: .relaxed) + held.load(ordering: .relaxed)
    let total = used.addingReportingOverflow(bytes)
    return !total.overflow && total.partialValue <= limit
  }

  /// Takes memory for longer than a step, if there is room for it.
  func hold(_ bytes: Int) -> Bool {
    guard hasRoom(for: bytes) else { return false }
    held.add(bytes, ordering: .relaxed)
    return true
  }

  /// Gives back what was held.
  func release(_ bytes: Int) { held.subtract(bytes, ordering: .relaxed) }

  /// Gives back what was taken since, but for what is still held.
  func settle(to level: Int) { taken.store(max(0, level), ordering: .relaxed) }
}

extension ExecutionContext {
  /// - Parameter bytes: of each of the rows.
  /// - Throws: as `MemoryMeter.charge(_:)`.
  func charge(rows: Int, of bytes: Int) throws(RunError) {
    let (total, overflow) = rows.multipliedReportingOverflow(by: bytes)
    try memory.charge(overflow ? Int.max : total)
  }
}

extension Value {
  /// What a value takes of the memory, about. Unit: bytes.
  var memorySize: Int {
    switch self {
    case .missing: 0
    case .text(let text), .person(let text), .place(let text):
      text.utf8.count > 15 ? Self.boxSize + 32 + text.utf8.count : Self.boxSize
    case .list(let values): values.reduce(Self.boxSize + 32) { $0 + 8 + $1.memorySize }
    case .record(let members): members.reduce(Self.boxSize + 32) { $0 + 24 + $1.value.memorySize }
    default: Self.boxSize
    }
  }

  /// Values but missing ones lie in boxes of their own.
  private static let boxSize = 48
}

extension Table {
  /// What the table takes of the memory beside the corpus, about. Unit: bytes.
  var memorySize: Int {
    var size = columns.reduce(0) { $0 + $1.data.memorySize }
    if case .list? = rows?.selection { size += 4 * rowCount }
    return size
  }
}

extension Column.Data {
  /// So many values of a column tell how large the others are.
  private static let sampleCount = 32

  fileprivate var memorySize: Int {
    switch self {
    case .field: return 0
    case .coded(_, let codes): return 4 * codes.count
    case .texts(let texts): return 4 * texts.count
    case .wholes(let numbers): return 8 * numbers.count
    case .values(let values):
      let step = max(1, values.count / Self.sampleCount)
      let sample = stride(from: 0, to: values.count, by: step).map { values[$0].memorySize }
      return 8 * values.count + sample.reduce(0, +) * step
    }
  }
}
