import Foundation
import Testing

/// What a process wrote, and how it ended.
struct Finished: Equatable {
  var output = ""
  var error = ""
  var code: Int32 = 0
}

/// Runs processes in the repository's root.
///
/// The command is the one that was built with these tests. Output goes through files and not
/// pipes, so that no process ever waits for this one to read.
enum Command {
  /// The folder of the repository.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The folder that `pubql` was built in: the one of this test bundle.
  static let products = URL(fileURLWithPath: "/proc/self/exe")
    .resolvingSymlinksInPath().deletingLastPathComponent()

  static var pubql: String { products.appendingPathComponent("pubql").path }

  /// Runs `pubql`.
  static func pubql(
    _ arguments: [String], input: String = "", in folder: URL = root
  ) throws -> Finished {
    try run([pubql] + arguments, input: input, in: folder)
  }

  /// Runs a line of a shell that finds `pubql`.
  static func shell(_ line: String, in folder: URL = root) throws -> Finished {
    try run(["/bin/bash", "-c", line], in: folder)
  }

  static func run(
    _ arguments: [String], input: String = "", in folder: URL = root
  ) throws -> Finished {
    let scratch = try Scratch()
    try scratch.write("in", input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, scratch.path("in"), O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, scratch.path("out"), flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, scratch.path("err"), flags, 0o600)
    let command = ["/usr/bin/env", "-C", folder.path] + arguments
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    // Threads of the tests block signals, which a process would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    let failure = posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
    try #require(failure == 0, "cannot start \(command)")
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { try #require(errno == EINTR) }
    let signal = status & 0x7f
    return Finished(
      output: try scratch.read("out"), error: try scratch.read("err"),
      code: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
  }

  /// That of the tests, without what changes how results are drawn.
  private static var environment: [String] {
    var variables = ProcessInfo.processInfo.environment.filter { name, _ in
      !name.hasPrefix("PUBQL_") && !["NO_COLOR", "CLICOLOR_FORCE", "ACCESSIBLE"].contains(name)
    }
    variables["PATH"] = products.path + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
    variables["LC_ALL"] = "C.UTF-8"
    return variables.map { "\($0.key)=\($0.value)" }
  }
}

/// A folder that goes when it is no longer needed.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pubql-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The text of a file; empty when it is not there.
  func read(_ name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: file.path) else { return "" }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
