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

/// Keeps the first damage that is found in a file while it is read.
///
/// Whoever meets damage goes on as if there were no values, and whoever gives answers asks here
/// before: so reading needs no error on every way, and no answer is made of damaged bytes.
package final class DamageLog: Sendable {
  /// The file
  package let path: String
  private let first = Mutex<SnapshotError?>(nil)

  package init(path: String) { self.path = path }

  package var damage: SnapshotError? { first.withLock { $0 } }

  func add(_ damage: SnapshotError) {
    first.withLock { if $0 == nil { $0 = damage } }
  }
}
