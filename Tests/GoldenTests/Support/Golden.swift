import Foundation
import Testing

/// Expectations in files of the repository.
enum Golden {
  /// Whether expectations are rewritten: `PUBQL_UPDATE=1 swift test --filter GoldenTests`.
  static let isUpdating = ProcessInfo.processInfo.environment["PUBQL_UPDATE"] == "1"

  /// Compares with a file, or rewrites it.
  static func check(
    _ found: String, _ path: String, at place: SourceLocation = #_sourceLocation
  ) throws {
    let file = Command.root.appendingPathComponent(path)
    if isUpdating {
      try Data(found.utf8).write(to: file)
      return
    }
    let expected = try? String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(found == expected, "\(path) differs", sourceLocation: place)
  }

  /// The names of the files with an ending in a folder, without the ending, in order.
  static func names(in folder: String, ending: String) -> [String] {
    let path = Command.root.appendingPathComponent(folder).path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }
}
