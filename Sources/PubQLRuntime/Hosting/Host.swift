package import PubQLEngine
package import PubQLFormats
package import PubQLModel

/// The only way to files and the clock: another host makes a sandbox, or a test without a disk.
package protocol Host: Sendable {
  /// The files that a path, folder or pattern with `*` and `?` stands for, in order.
  func files(matching path: String) throws(HostError) -> FileMatch
  /// Appends all bytes of a file to `store`; `-` is standard input.
  func read(_ path: String, into store: inout ByteStoreBuilder) throws(HostError)
  /// All bytes of a file, which is not changed while they are in use: files are replaced whole.
  /// They begin at a multiple of 16.
  func map(_ path: String) throws(HostError) -> ByteStore
  /// Opens a file to write; nothing stands at `path` before it is committed.
  func create(_ path: String, replacing: Bool) throws(HostError) -> any HostFile
  /// The current day.
  var today: PartialDate { get }
}

extension Host {
  /// The bytes in memory.
  package func map(_ path: String) throws(HostError) -> ByteStore {
    var builder = ByteStoreBuilder()
    try read(path, into: &builder)
    return builder.finish()
  }
}

/// What a path stands for.
package struct FileMatch: Sendable {
  package let paths: [String]
  /// Whether the path named one file itself, so that it has to be of a known format.
  package let isSingle: Bool

  package init(paths: [String], isSingle: Bool) {
    self.paths = paths
    self.isSingle = isSingle
  }
}

/// A file that is being written.
package protocol HostFile: ByteSink {
  /// Puts the file in its place.
  func commit() throws(HostError)
  /// Leaves everything as it was.
  func discard()
}

/// Why a file could not be reached.
package enum HostError: Error, Sendable {
  case notFound(String, nearest: String?)
  case unreadable(String, cause: String)
  case unwritable(String, cause: String)
  case exists(String)
  case forbidden(String)
  case outOfMemory(String)
}
