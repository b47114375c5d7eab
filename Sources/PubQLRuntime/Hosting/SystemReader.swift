import PubQLEngine

#if canImport(Glibc)
  import Glibc
#endif

/// A file of the operating system that is read; `-` is standard input.
final class SystemReader: HostReader {
  private let path: String
  private let file: Int32
  private let isOwn: Bool
  let length: Int?

  convenience init(_ path: String) throws(HostError) {
    if path == "-" {
      self.init(path, STDIN_FILENO)
      return
    }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path, cause: SystemHost.cause) }
    self.init(path, file, isOwn: true)
  }

  /// - Parameter isOwn: whether the file is closed with its reader.
  init(_ path: String, _ file: Int32, isOwn: Bool = false) {
    self.path = path
    self.file = file
    self.isOwn = isOwn
    var status = stat()
    let isFile = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    length = isFile ? Int(status.st_size) : nil
  }

  deinit { if isOwn { close(file) } }

  func readAll(into store: inout ByteStoreBuilder) throws(HostError) {
    // With room behind its end, where the last call finds that the file has not grown.
    var room = (length ?? 0) + Self.least
    while true {
      let count = try read(into: &store, atMost: max(room, Self.least))
      if count == 0 { return }
      room -= count
    }
  }

  func read(into store: inout ByteStoreBuilder, atMost limit: Int) throws(HostError) -> Int {
    while true {
      let count: Int
      do throws(StorageError) {
        count = try store.fill(atLeast: limit) { readNext(into: $0, atMost: limit) }
      } catch { throw .outOfMemory(path) }
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(path, cause: SystemHost.cause) }
    }
  }

  /// So many bytes are asked for at least.
  private static let least = 1 << 16

  /// So many bytes are read by one core at a time.
  private static let part = 8 << 20

  /// - Returns: as `read`.
  private func readNext(into target: UnsafeMutableRawBufferPointer, atMost limit: Int) -> Int {
    if let length, case let start = Int(lseek(file, 0, SEEK_CUR)), start >= 0 {
      let wanted = min(limit, target.count, length - start)
      if wanted >= 2 * Self.part {
        let count = readParts(start..<start + wanted, into: target)
        // What could not be read is told of by the call below.
        if count > 0, lseek(file, off_t(start + count), SEEK_SET) >= 0 { return count }
      }
    }
    // Linux reads at most 2 GB in one call.
    return Glibc.read(file, target.baseAddress, min(limit, target.count, 1 << 30))
  }

  /// Reads a range of the file on all cores; how many bytes from its beginning, without a gap.
  private func readParts(
    _ range: Range<Int>, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    let memory = SharedMemory(base: target.baseAddress)
    let (file, size) = (file, Self.part)
    let lengths = Parallel.map((range.count + size - 1) / size) { part -> Int in
      let wanted = part * size..<min(range.count, (part + 1) * size)
      var end = wanted.lowerBound
      memory.populate(wanted)
      while end < wanted.upperBound {
        let count = pread(
          file, memory.base.map { $0 + end }, wanted.upperBound - end,
          off_t(range.lowerBound + end))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        end += count
      }
      return end - wanted.lowerBound
    }
    let whole = lengths.prefix { $0 == size }.count
    return whole * size + (whole < lengths.count ? lengths[whole] : 0)
  }

  /// Sendable: each part is written by one thread.
  private struct SharedMemory: @unchecked Sendable {
    let base: UnsafeMutableRawPointer?

    /// Has the system provide the pages of a part at once, which takes half the time of providing each
    /// when it is first written to.
    func populate(_ part: Range<Int>) {
      #if os(Linux)
        guard let start = base.map({ $0 + part.lowerBound }) else { return }
        let first = start.alignedUp(toMultipleOf: Self.pageSize)
        // An older system does not know how; then the pages come one by one.
        if first - start < part.count {
          _ = madvise(first, part.count - (first - start), Self.populateForWriting)
        }
      #endif
    }

    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))
    /// `MADV_POPULATE_WRITE` of Linux 5.14, which older headers do not have.
    private static let populateForWriting: Int32 = 23
  }
}
