import Glibc

/// A program on a terminal of its own, driven as a person would: keys go in, the screen comes out.
final class PseudoTerminal {
  private let primary: Int32
  private var process: pid_t = 0
  /// What came so far and was not looked for yet, without escape sequences.
  private(set) var screen = ""
  private var pending: [UInt8] = []

  /// Starts a program; nil if it cannot be started.
  init?(_ path: String, _ arguments: [String], environment: [String]) {
    primary = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN of Linux: unlock the other end, and get its number.
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    guard primary >= 0, ioctl(primary, 0x4004_5431, &isLocked) == 0,
      ioctl(primary, 0x8004_5430, &number) == 0
    else { return nil }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(primary, UInt(TIOCSWINSZ), &size) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // In a session of its own, the first terminal that is opened becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The thread that tests run on blocks signals; the program must get Ctrl-C.
    var (none, interrupt) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &interrupt)
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID
    let flags = newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, flags)
    var texts = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (texts + variables).forEach { free($0) } }
    guard posix_spawn(&process, path, &actions, &attributes, &texts, &variables) == 0 else {
      return nil
    }
  }

  deinit {
    if process > 0 {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(primary)
  }

  /// Presses keys.
  func type(_ keys: String) { type(Array(keys.utf8)) }

  /// Sends bytes.
  func type(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(primary, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Waits until the screen shows a text, and drops all up to it; false if it does not in time.
  func shows(_ text: String, within time: Duration = .seconds(20)) -> Bool {
    let deadline = ContinuousClock.now + time
    while true {
      if let found = screen.firstRange(of: text) {
        screen.removeSubrange(..<found.upperBound)
        return true
      }
      guard ContinuousClock.now < deadline, readSome() else { return false }
    }
  }

  /// Waits for the program to end; nil if it does not within 20 seconds.
  func exitCode() -> Int32? {
    let deadline = ContinuousClock.now + .seconds(20)
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      if waitpid(process, &status, WNOHANG) == process {
        process = 0
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
      }
      _ = readSome()
      usleep(5_000)
    }
    return nil
  }

  /// Reads what comes within a tenth of a second; false if nothing can come any more.
  private func readSome() -> Bool {
    var input = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, 100) > 0 else { return true }
    var block = [UInt8](repeating: 0, count: 4096)
    let count = read(primary, &block, block.count)
    guard count > 0 else { return false }
    pending.append(contentsOf: block[..<count])
    screen += takeText()
    return true
  }

  /// The text of `pending` without escape sequences; what may be cut stays.
  private func takeText() -> String {
    var text: [UInt8] = []
    var index = 0
    while index < pending.count {
      let start = index
      if pending[index] == 0x1B {
        index += 1
        guard index < pending.count else { return keep(from: start, text) }
        if pending[index] == UInt8(ascii: "[") {
          index += 1
          while index < pending.count, !(0x40...0x7E).contains(pending[index]) { index += 1 }
          guard index < pending.count else { return keep(from: start, text) }
        }
        index += 1
        continue
      }
      let first = pending[index]
      let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard index + length <= pending.count else { return keep(from: start, text) }
      text.append(contentsOf: pending[index..<index + length])
      index += length
    }
    return keep(from: index, text)
  }

  private func keep(from index: Int, _ text: [UInt8]) -> String {
    pending.removeFirst(index)
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  fileprivate func firstRange(of text: String) -> Range<String.Index>? {
    let (whole, part) = (Array(utf8), Array(text.utf8))
    guard whole.count >= part.count else { return nil }
    for start in 0...(whole.count - part.count) where whole[start...].starts(with: part) {
      let from = utf8.index(startIndex, offsetBy: start)
      return from..<utf8.index(from, offsetBy: part.count)
    }
    return nil
  }
}
