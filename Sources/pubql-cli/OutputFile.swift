import PubQL

#if canImport(Glibc)
  import Glibc
#endif

/// A file that is replaced only as a whole, when all went well, and keeps who may read and write it.
///
/// Bytes go to a file beside it, which takes its name at the end, or goes away with this, also when
/// a signal ends the process.
final class OutputFile {
  private let path: String
  /// The file that a symbolic link leads to, so that the link stays.
  private let target: String
  private let temporary: String
  private let file: UnsafeMutablePointer<FILE>
  private var isClosed = false

  /// - Parameter replacing: whether there may be a file of that name.
  init(_ path: String, replacing: Bool) throws(PubQLError) {
    if !replacing, access(path, F_OK) == 0 {
      throw PubQLError(
        .output, "`\(path)` exists already", help: "--force replaces it", code: "PQ0506")
    }
    let target = Self.finalPath(path)
    let temporary = "\(target).\(getpid()).tmp"
    guard let file = fopen(temporary, "wx") else { throw Self.failure(path) }
    var present = stat()
    if stat(target, &present) == 0 { fchmod(fileno(file), present.st_mode & 0o7777) }
    (self.path, self.target, self.temporary, self.file) = (path, target, temporary, file)
    Unfinished.remove(temporary)
  }

  deinit {
    guard !isClosed else { return }
    fclose(file)
    unlink(temporary)
    Unfinished.forget()
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(PubQLError) {
    guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
      throw Self.failure(path)
    }
  }

  /// Puts what was written in its place.
  func commit() throws(PubQLError) {
    let synced = fflush(file) == 0 && fsync(fileno(file)) == 0
    guard synced else { throw Self.failure(path) }
    isClosed = true
    guard fclose(file) == 0, rename(temporary, target) == 0 else {
      let failure = Self.failure(path)
      unlink(temporary)
      throw failure
    }
    Unfinished.forget()
  }

  /// Writes a whole file.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(PubQLError) {
    let file = try OutputFile(path, replacing: replacing)
    try bytes.withUnsafeBufferPointer { (bytes) throws(PubQLError) in try file.write(bytes) }
    try file.commit()
  }

  private static func finalPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func failure(_ path: String) -> PubQLError {
    PubQLError(
      .output, "`\(path)` cannot be written: \(String(cString: strerror(errno)))", code: "PQ0505")
  }
}

/// The file that goes away when a signal ends the process.
private enum Unfinished {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  // Written by one thread, before the handlers are there that read it.
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?
  nonisolated(unsafe) private static var taken: [Int32] = []

  static func remove(_ file: String) {
    forget()
    path = strdup(file)
    for number in signals {
      let before = signal(number) { number in
        if let path = Unfinished.path { unlink(path) }
        signal(number, SIG_DFL)
        raise(number)
      }
      // Who is told to ignore a signal goes on doing so.
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      } else {
        taken.append(number)
      }
    }
  }

  static func forget() {
    for number in taken { signal(number, SIG_DFL) }
    taken = []
    free(path)
    path = nil
  }
}
