package import PubQLEngine
import PubQLFormats
package import PubQLModel
import PubQLText
import Synchronization

/// Files in memory, and none of the machine's: for sandboxes and tests.
package final class MemoryHost: Host {
  private let contents: Mutex<[String: [UInt8]]>
  private let mayWrite: Bool
  package let today: PartialDate

  package init(files: [String: [UInt8]], mayWrite: Bool, today: PartialDate) {
    contents = Mutex(files)
    self.mayWrite = mayWrite
    self.today = today
  }

  /// All files as they are now.
  package var files: [String: [UInt8]] { contents.withLock { $0 } }

  package func files(matching path: String) throws(HostError) -> FileMatch {
    let names = files.keys.sorted()
    if names.contains(path) { return FileMatch(paths: [path], isSingle: true) }
    let found = names.filter { $0.hasPrefix(path + "/") || Glob.matches(path, $0) }
    if found.isEmpty { throw .notFound(path, nearest: Suggestion.best(for: path, among: names)) }
    return FileMatch(paths: found, isSingle: false)
  }

  package func read(_ path: String, into store: inout ByteStoreBuilder) throws(HostError) {
    guard let bytes = files[path] else { throw .notFound(path, nearest: nil) }
    do throws(StorageError) {
      try bytes.withUnsafeBufferPointer { (bytes) throws(StorageError) in try store.append(bytes) }
    } catch { throw .outOfMemory(path) }
  }

  package func create(_ path: String, replacing: Bool) throws(HostError) -> any HostFile {
    guard mayWrite else { throw .forbidden(path) }
    if !replacing, files[path] != nil { throw .exists(path) }
    return MemoryFile(path, self)
  }

  fileprivate func keep(_ path: String, _ bytes: [UInt8]) {
    contents.withLock { $0[path] = bytes }
  }
}

private final class MemoryFile: HostFile {
  private let path: String
  private let host: MemoryHost
  private var bytes: [UInt8] = []

  init(_ path: String, _ host: MemoryHost) {
    self.path = path
    self.host = host
  }

  func write(_ more: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: more) }
  func commit() { host.keep(path, bytes) }
  func discard() { bytes = [] }
}

/// Patterns of file names: `*` is any run of characters but `/`, `?` any one.
enum Glob {
  /// - Complexity: the product of the lengths.
  static func matches(_ pattern: String, _ name: String) -> Bool {
    let name = Array(name.utf8)
    var reached = [true] + [Bool](repeating: false, count: name.count)
    for byte in pattern.utf8 {
      var next = [Bool](repeating: false, count: name.count + 1)
      if byte == UInt8(ascii: "*") { next[0] = reached[0] }
      for index in name.indices {
        switch byte {
        case UInt8(ascii: "*"):
          next[index + 1] =
            reached[index + 1] || next[index] && name[index] != UInt8(ascii: "/")
        case UInt8(ascii: "?"): next[index + 1] = reached[index] && name[index] != UInt8(ascii: "/")
        default: next[index + 1] = reached[index] && name[index] == byte
        }
      }
      reached = next
    }
    return reached[name.count]
  }
}
