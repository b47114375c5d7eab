package import PubQLEngine
package import PubQLFormats
package import PubQLModel

/// The only way to files and the clock: another host makes a sandbox, or a test without a disk.
package protocol Host: Sendable {
  /// The files that a path, folder or pattern with `*` and `?` stands for, in order.
  func files(matching path: String) throws(HostError) -> FileMatch
  /// Appends all bytes of a file to `store`; `-` is standard input.
  func read(_ path: String, into store: inout ByteStoreBuilder) throws(HostError)
  /// Opens a file to read it piece by piece; `-` is standard input.
  func open(_ path: String) throws(HostError) -> any HostReader
  /// All bytes of a file, which is not changed while they are in use: files are replaced whole.
  /// They begin at a multiple of 16.
  func map(_ path: String) throws(HostError) -> ByteStore
  /// Opens a file to write; nothing stands at `path` before it is committed.
  func create(_ path: String, replacing: Bool) throws(HostError) -> any HostFile
  /// Opens a file to write it anew from what it holds.
  /// - Throws: also `.busy` while somebody else does.
  func revise(_ path: String) throws(HostError) -> HostRevision
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

  /// For files that are in memory anyway.
  package func open(_ path: String) throws(HostError) -> any HostReader {
    StoreReader(path, try map(path))
  }

  /// For files that nobody else can reach.
  package func revise(_ path: String) throws(HostError) -> HostRevision {
    HostRevision(bytes: try map(path), file: try create(path, replacing: true))
  }
}

/// A file that is read piece by piece.
package protocol HostReader: AnyObject {
  /// How many bytes it has; nil where that shows only at its end.
  var length: Int? { get }
  /// Appends some of the next bytes to `store`, at most `limit`.
  /// - Returns: how many, 0 at the end.
  func read(into store: inout ByteStoreBuilder, atMost limit: Int) throws(HostError) -> Int
}

/// Reads bytes that are in memory.
private final class StoreReader: HostReader {
  private let path: String
  private let store: ByteStore
  private var place = 0

  init(_ path: String, _ store: ByteStore) {
    self.path = path
    self.store = store
  }

  var length: Int? { store.count }

  func read(into target: inout ByteStoreBuilder, atMost limit: Int) throws(HostError) -> Int {
    let part = UnsafeBufferPointer(rebasing: store.bytes[place...].prefix(max(0, limit)))
    do throws(StorageError) { try target.append(part) } catch { throw .outOfMemory(path) }
    place += part.count
    return part.count
  }
}

/// A file that is written anew.
package struct HostRevision {
  /// What it holds, as `Host.map` gives it.
  package let bytes: ByteStore
  /// What takes its place.
  package let file: any HostFile

  package init(bytes: ByteStore, file: any HostFile) {
    self.bytes = bytes
    self.file = file
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
  /// Somebody else writes it anew
  case busy(String)
  case forbidden(String)
  case outOfMemory(String)
}
