#if canImport(Glibc)
  import Glibc
#endif

/// A process that ran to its end.
struct Child {
  let code: Int32
  /// From before it was made until it had ended.
  let seconds: Double
  /// The most memory that it had. Unit: bytes.
  let peakMemory: Int
  let output: [UInt8]

  /// Runs a command; its standard output goes to a file first, so that reading it is not timed.
  ///
  /// A new process is told the memory that the one had which made it, so another instance of this
  /// program, which has had little, makes it: see `Spawn`.
  static func run(_ arguments: [String]) throws -> Child {
    let path = "/tmp/pubql-bench-output-\(getpid())"
    let report = path + "-report"
    defer {
      unlink(path)
      unlink(report)
    }
    let own = CommandLine.arguments.first ?? ""
    _ = try start([own, "spawn", path, "--"] + arguments, output: report)
    let told = String(decoding: contents(of: report), as: UTF8.self).split { $0.isWhitespace }
    guard told.count == 3, let code = Int32(told[0]), let seconds = Double(told[1]),
      let peak = Int(told[2])
    else { throw BenchError.command(arguments.first ?? "") }
    return Child(code: code, seconds: seconds, peakMemory: peak, output: contents(of: path))
  }

  /// Runs a command with its standard output in a file; what it gives lacks that output.
  static func start(_ arguments: [String], output path: String) throws -> Child {
    guard let command = arguments.first else { throw BenchError.command("") }
    var usage = rusage()
    var status: Int32 = 0
    var pid: pid_t = 0
    let seconds = try Stopwatch.seconds {
      guard spawn(command, arguments, output: path, &pid) == 0,
        wait4(pid, &status, 0, &usage) == pid
      else { throw BenchError.command(command) }
    }
    return Child(
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, seconds: seconds,
      peakMemory: Int(usage.ru_maxrss) * 1024, output: [])
  }

  private static func spawn(
    _ command: String, _ arguments: [String], output: String, _ pid: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return posix_spawnp(&pid, command, &actions, nil, &pointers, environ)
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r"), let size = GeneratedFiles.size(of: path) else { return [] }
    defer { fclose(file) }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = buffer.baseAddress.map { fread($0, 1, size, file) } ?? 0
    }
  }
}
