import ArgumentParser

#if canImport(Glibc)
  import Glibc
#endif

/// A number of bytes, such as `512MB` or `4 GB`.
struct MemorySize: ExpressibleByArgument {
  let bytes: Int

  /// Least that a build can work with: tables of names alone take some.
  static let least = 16 << 20

  private static let units: [(name: String, shift: Int)] = [
    ("KB", 10), ("MB", 20), ("GB", 30), ("TB", 40),
  ]

  init?(argument: String) {
    let text = argument.uppercased().filter { $0 != " " }
    // `4G`, `4GB` and `4GiB` mean the same.
    guard
      let unit = Self.units.first(where: {
        text.hasSuffix($0.name) || text.hasSuffix($0.name.prefix(1))
          || text.hasSuffix("\($0.name.prefix(1))IB")
      }),
      let end = text.firstIndex(of: Character(String(unit.name.prefix(1)))),
      let number = Double(text[..<end]), number > 0, number < 1_000_000
    else { return nil }
    let bytes = number * Double(1 << unit.shift)
    guard bytes >= Double(Self.least), bytes < Double(Int.max) else { return nil }
    self.bytes = Int(bytes)
  }

  private init(bytes: Int) { self.bytes = bytes }

  /// Half of what this machine, or the container that this runs in, has; nil where that is not known.
  static var halfOfMachine: MemorySize? {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    guard pages > 0, size > 0 else { return nil }
    let machine = pages * size
    let container = containerLimit ?? machine
    return MemorySize(bytes: max(least, min(machine, container) / 2))
  }

  private static var containerLimit: Int? {
    guard let text = try? TextFile.read("/sys/fs/cgroup/memory.max") else { return nil }
    return Int(text.prefix { $0.isNumber })
  }
}
