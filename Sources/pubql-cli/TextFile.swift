import PubQL

#if canImport(Glibc)
  import Glibc
#endif

/// Small files that are read whole: scripts and vocabularies.
enum TextFile {
  /// - Throws: `.input` when it cannot be read.
  static func bytes(_ path: String) throws(PubQLError) -> [UInt8] {
    if path == "-" { return try StandardInput.bytes() }
    guard let file = fopen(path, "r") else { throw failure(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      bytes += piece[..<count]
      if count < piece.count {
        if ferror(file) != 0 { throw failure(path) }
        return bytes
      }
    }
  }

  /// The file as text; bytes that are not UTF-8 become U+FFFD.
  static func read(_ path: String) throws(PubQLError) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  private static func failure(_ path: String) -> PubQLError {
    PubQLError(
      .input, "`\(path)` cannot be read: \(String(cString: strerror(errno)))", code: "PQ0502")
  }
}
