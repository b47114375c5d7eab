import PubQLFormats

#if canImport(Glibc)
  import Glibc
#endif

/// A file under a temporary name in its folder, until it is complete.
///
/// The temporary file is locked while it is written. A process that is killed leaves its own behind,
/// without a lock, and whoever writes the same file next removes it.
final class SystemFile: HostFile {
  private let path: String
  private let temporary: String
  private var file: Int32
  /// Kept until the new file is in its place, or given up.
  private var revised: RevisionLock?

  /// - Parameter revised: the lock of the file that is written anew; the new one gets its rights.
  init(_ path: String, revising revised: RevisionLock? = nil) throws(HostError) {
    // A link stays a link: what it leads to is replaced.
    self.path = SystemPath.resolved(path)
    self.revised = revised
    TemporaryName.removeStale(of: self.path)
    guard let made = TemporaryName.create(for: self.path) else {
      throw .unwritable(path, cause: SystemHost.cause)
    }
    (file, temporary) = made
    if let revised {
      revised.giveRights(to: file)
    } else {
      // A temporary file is private; results are as readable as any other.
      let mask = umask(0)
      umask(mask)
      fchmod(file, 0o666 & ~mask)
    }
  }

  deinit { discard() }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
    var offset = 0
    while offset < bytes.count {
      let count = Glibc.write(file, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        throw .failed(SystemHost.cause)
      }
      offset += count
    }
  }

  func commit() throws(HostError) {
    guard file >= 0 else { return }
    // The lock goes with the descriptor, so that is closed last.
    guard fsync(file) == 0, rename(temporary, path) == 0 else {
      let cause = SystemHost.cause
      discard()
      throw .unwritable(path, cause: cause)
    }
    close(file)
    file = -1
    revised = nil
    syncFolder()
  }

  /// Has the new name survive a loss of power; where a folder cannot be synced it still stands.
  private func syncFolder() {
    let handle = open(SystemPath.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  func discard() {
    guard file >= 0 else { return }
    unlink(temporary)
    close(file)
    file = -1
    revised = nil
  }
}

/// Keeps others from revising a file.
///
/// The lock is on the file itself: whoever replaces it leaves the lock on a file that has no name any
/// more, which is why it is looked at again once it is locked.
final class RevisionLock {
  let file: Int32

  init(_ path: String) throws(HostError) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT
        ? .notFound(path, nearest: SystemHost.nearest(to: path))
        : .unreadable(path, cause: SystemHost.cause)
    }
    guard FileLock.take(file), Self.isSame(file, path) else { throw .busy(path) }
  }

  deinit { if file >= 0 { close(file) } }

  /// Lets a file be read and written by whom this may be.
  func giveRights(to other: Int32) {
    var status = stat()
    guard fstat(file, &status) == 0 else { return }
    // Only the superuser may give a file away; others own what they replace, or cannot.
    _ = fchown(other, status.st_uid, status.st_gid)
    fchmod(other, status.st_mode & 0o7777)
  }

  private static func isSame(_ file: Int32, _ path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(file, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}

/// Locks of whole files.
private enum FileLock {
  /// Whether nobody else has the file locked. Where files cannot be locked, as over some networks,
  /// nobody has.
  static func take(_ file: Int32) -> Bool {
    flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }
}

/// Names of files that are not complete: `.NAME.pubql-XXXXXX`, beside the file.
private enum TemporaryName {
  private static func prefix(for path: String) -> String {
    ".\(SystemPath.name(of: path)).pubql-"
  }

  /// A new file, locked; nil, and `errno` says why, where there cannot be one.
  static func create(for path: String) -> (file: Int32, path: String)? {
    while true {
      var template = Array((SystemPath.folder(of: path) + "/" + prefix(for: path)).utf8CString)
      template.insert(contentsOf: Array("XXXXXX".utf8CString.dropLast()), at: template.count - 1)
      let file = mkstemp(&template)
      guard file >= 0 else { return nil }
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
      var status = stat()
      // Somebody who looks for stale files may have met it before it was locked, and removed it.
      if FileLock.take(file), fstat(file, &status) == 0, status.st_nlink > 0 {
        let name = String(
          decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return (file, name)
      }
      close(file)
    }
  }

  /// Removes what processes have left that are gone: nobody has it locked.
  static func removeStale(of path: String) {
    let folder = SystemPath.folder(of: path)
    let prefix = prefix(for: path)
    guard let handle = opendir(folder) else { return }
    defer { closedir(handle) }
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.utf8.count == prefix.utf8.count + 6, name.hasPrefix(prefix) else { continue }
      let stale = folder + "/" + name
      let file = open(stale, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard file >= 0 else { continue }
      // Where files cannot be locked, it may be at work.
      if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(stale) }
      close(file)
    }
  }
}

/// Paths of the machine's files.
enum SystemPath {
  /// Where a path leads, through links; itself where nothing stands there yet.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder of a file, without a `/` at its end.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/." : String(path[..<slash])
  }

  static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }
}
