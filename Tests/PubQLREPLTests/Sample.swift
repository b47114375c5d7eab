import Foundation

/// A few made-up publications in the listing format.
enum Sample {
  static let listing = """
    1. Metro Lines of Tomorrow
    - Author:
    - Mara Lind
    - Date:
    - 05-2020
    - Topic:
    - Cities, Transport, and Smart Grids
    - Region:
    - Côte d’Ivoire

    2. 日本の都市
    - Author:
    - Ken Abe
    - Date:
    - 2021
    - Topic:
    - Cities, Civil Society, and Energy
    - Region:
    - Japan

    3. Smaller Towns
    - Author:
    - Mara Lind
    - Date:
    - 2019
    - Topic:
    - Cities
    - Region:
    - Japan

    """

  /// A folder that is gone after the test.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "pubql-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  static func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
