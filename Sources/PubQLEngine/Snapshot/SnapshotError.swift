import Synchronization

/// Why a file is not read as a snapshot.
package enum SnapshotError: Error, Equatable, Sendable {
  /// It does not begin as one.
  case notASnapshot
  /// It was written by a newer or an older program.
  case version(found: UInt32, known: UInt32)
  /// Names were compared by other rules when it was written.
  case rules(found: UInt32, known: UInt32)
  /// Its end is missing, or is not where it says.
  case cutShort
  /// Some bytes are not those that were written; which part of the file they belong to.
  case damaged(String)
}

/// Keeps what is noted of a file while it is read: the first damage, and how much was looked at.
///
/// Whoever meets damage goes on as if there were no values, and whoever gives answers asks here
/// before: so reading needs no error on every way, and no answer is made of damaged bytes.
package final class SnapshotLog: Sendable {
  /// The file
  package let path: String
  private let first = Mutex<SnapshotError?>(nil)
  private let seen = Atomic<Int>(0)

  package init(path: String) { self.path = path }

  package var damage: SnapshotError? { first.withLock { $0 } }

  /// How much of the file was looked at. Unit: bytes, in whole blocks.
  package var bytesSeen: Int { seen.load(ordering: .relaxed) }

  func addSeen(_ bytes: Int) { seen.add(bytes, ordering: .relaxed) }

  func add(_ damage: SnapshotError) {
    first.withLock { if $0 == nil { $0 = damage } }
  }
}
