package import PubQLEngine
import PubQLFormats
package import PubQLModel
import PubQLText

#if canImport(Glibc)
  import Glibc
#endif

/// The files and the clock of the operating system.
package struct SystemHost: Host {
  package init() {}

  package var today: PartialDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return PartialDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? PartialDate(day: Int32(truncatingIfNeeded: now / 86_400))
  }

  package func files(matching path: String) throws(HostError) -> FileMatch {
    if path == "-" { return FileMatch(paths: [path], isSingle: true) }
    switch Self.kind(of: path) {
    case .folder: return FileMatch(paths: Self.files(in: path), isSingle: false)
    case .file: return FileMatch(paths: [path], isSingle: true)
    case .nothing: break
    }
    if path.utf8.contains(where: { "*?[".utf8.contains($0) }) {
      let found = Self.glob(path)
      if !found.isEmpty { return FileMatch(paths: found, isSingle: false) }
    }
    throw .notFound(path, nearest: Self.nearest(to: path))
  }

  package func read(_ path: String, into store: inout ByteStoreBuilder) throws(HostError) {
    try SystemReader(path).readAll(into: &store)
  }

  package func open(_ path: String) throws(HostError) -> any HostReader { try SystemReader(path) }

  package func map(_ path: String) throws(HostError) -> ByteStore {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path, cause: Self.cause) }
    defer { close(file) }
    return try Self.map(file, path)
  }

  package func revise(_ path: String) throws(HostError) -> HostRevision {
    let lock = try RevisionLock(path)
    return HostRevision(
      bytes: try Self.map(lock.file, path), file: try SystemFile(path, revising: lock))
  }

  private static func map(_ file: Int32, _ path: String) throws(HostError) -> ByteStore {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path, cause: Self.cause) }
    let count = Int(status.st_size)
    // An empty file cannot be mapped, nor can a pipe.
    guard count > 0, status.st_mode & S_IFMT == S_IFREG else {
      var builder = ByteStoreBuilder()
      try SystemReader(path, file).readAll(into: &builder)
      return builder.finish()
    }
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else {
      throw .unreadable(path, cause: Self.cause)
    }
    return ByteStore(mapped: base, count: count) { munmap($0, count) }
  }

  package func create(_ path: String, replacing: Bool) throws(HostError) -> any HostFile {
    if !replacing, access(path, F_OK) == 0 { throw .exists(path) }
    return try SystemFile(path)
  }

  // MARK: Finding files

  private enum Kind {
    case file
    case folder
    case nothing
  }

  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  static var cause: String { String(cString: strerror(errno)) }

  private static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The files in a folder and its folders, as deep as paths may be.
  private static func files(in folder: String) -> [String] {
    var result: [String] = []
    var waiting = [folder]
    while let folder = waiting.popLast(), folder.utf8.count < 4096 {
      for name in names(in: folder) {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        switch kind(of: path) {
        case .file: result.append(path)
        case .folder: waiting.append(path)
        case .nothing: break
        }
      }
    }
    return result.sorted()
  }

  private static func glob(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard Glibc.glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }.filter { kind(of: $0) == .file }
  }

  static func nearest(to path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return Suggestion.best(for: name, among: names(in: folder.isEmpty ? "." : folder)).map {
      folder + $0
    }
  }
}
