/// A byte for every Unicode scalar, as a table in two stages that lives as long as the process.
struct ScalarTable: @unchecked Sendable {
  // Sendable: nothing writes to the memory after `init`, and nobody frees it.

  private let pages: UnsafePointer<UInt16>
  private let values: UnsafePointer<UInt8>

  /// The value of `scalar`; 0 above 0x10FFFF.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt8 {
    guard scalar <= 0x10FFFF else { return 0 }
    let page = pages[Int(scalar &>> 7)]
    return values[Int(page) &* 128 &+ Int(scalar & 0x7F)]
  }

  /// A table from runs that follow each other from U+0000; what is left after the last is 0.
  init(runs: [(value: UInt8, count: UInt32)]) {
    let blocks = 0x110000 / 128
    var pages: [UInt16] = []
    pages.reserveCapacity(blocks)
    var values: [UInt8] = []
    values.reserveCapacity(600 * 128)
    // Most blocks have one value throughout; those with the same one share a page.
    var uniform = [UInt16?](repeating: nil, count: 256)
    var open = 0
    for (value, count) in runs {
      var left = Int(count)
      while left > 0, pages.count < blocks {
        if open == 0, left >= 128 {
          let shared = uniform[Int(value)] ?? UInt16(values.count / 128)
          if uniform[Int(value)] == nil {
            uniform[Int(value)] = shared
            values.append(contentsOf: repeatElement(value, count: 128))
          }
          pages.append(shared)
          left -= 128
          continue
        }
        let taken = min(left, 128 - open)
        values.append(contentsOf: repeatElement(value, count: taken))
        left -= taken
        open += taken
        if open == 128 {
          pages.append(UInt16(values.count / 128 - 1))
          open = 0
        }
      }
    }
    values.append(contentsOf: repeatElement(0, count: 128))
    if open > 0 { pages.append(UInt16((values.count - open - 128) / 128)) }
    let empty = UInt16(values.count / 128)
    values.append(contentsOf: repeatElement(0, count: 128))
    pages.append(contentsOf: repeatElement(empty, count: blocks - pages.count))
    self.pages = Forever.keep(pages)
    self.values = Forever.keep(values)
  }
}

/// Memory for tables that are never freed.
enum Forever {
  static func keep<Element>(_ values: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: values.count)
    _ = UnsafeMutableBufferPointer(start: memory, count: values.count).initialize(from: values)
    return UnsafePointer(memory)
  }
}

/// Reads the numbers and marks of a table's text.
struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ source: StaticString) {
    bytes = UnsafeBufferPointer(start: source.utf8Start, count: source.utf8CodeUnitCount)
  }

  private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  var isAtEnd: Bool { index >= bytes.count }

  /// The two letters after any blanks.
  mutating func letters() -> (UInt8, UInt8) {
    while next == 0x20 { index += 1 }
    let first = next
    index += 1
    let second = next
    index += 1
    return (first, second)
  }

  /// Steps over `mark` if it is next.
  mutating func skip(_ mark: UInt8) -> Bool {
    guard next == mark else { return false }
    index += 1
    return true
  }

  /// The number after any blanks, or nothing when something else stands there.
  mutating func number(radix: UInt32) -> UInt32? {
    while next == 0x20 { index += 1 }
    var value: UInt32 = 0
    let start = index
    while let digit = Self.digit(next), digit < radix {
      value = value &* radix &+ digit
      index += 1
    }
    return index > start ? value : nil
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    default: nil
    }
  }
}
