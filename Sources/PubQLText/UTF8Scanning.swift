#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The C library has it, but Glibc declares it for _GNU_SOURCE only, which Swift does not set.
@_silgen_name("memmem")
private func memmem(
  _ haystack: UnsafeRawPointer, _ count: Int, _ needle: UnsafeRawPointer, _ needleCount: Int
) -> UnsafeMutableRawPointer?

/// Searching and decoding bytes that may or may not be UTF-8.
package enum UTF8Scanner {
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether all bytes are below 0x80.
  package static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    asciiPrefix(of: bytes, from: 0) == bytes.count
  }

  /// The index of the first byte from `start` that is not ASCII, or the count.
  package static func asciiPrefix(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress, start >= 0 else { return bytes.count }
    let raw = UnsafeRawPointer(base)
    var index = start
    while index &+ 32 <= bytes.count {
      let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self)
      let third = raw.loadUnaligned(fromByteOffset: index &+ 16, as: UInt64.self)
      let fourth = raw.loadUnaligned(fromByteOffset: index &+ 24, as: UInt64.self)
      if (first | second | third | fourth) & highBits != 0 { break }
      index &+= 32
    }
    while index &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let high = word & highBits
      if high != 0 { return index &+ high.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < bytes.count, base[index] < 0x80 { index &+= 1 }
    return index
  }

  /// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing above 0x10FFFF.
  package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    firstInvalid(in: bytes) == nil
  }

  /// The index of the first byte that belongs to no UTF-8 sequence.
  package static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while true {
      index = asciiPrefix(of: bytes, from: index)
      // Text that is not Latin has long runs without ASCII: stay here while they last.
      while index < bytes.count, bytes[index] >= 0x80 {
        guard let (_, length) = sequence(in: bytes, at: index) else { return index }
        index &+= length
      }
      if index >= bytes.count { return nil }
    }
  }

  /// The scalar that begins at `index` and its length in bytes.
  ///
  /// A byte that begins no UTF-8 sequence reads as U+FFFD, one byte long; past the end the
  /// length is 0.
  @inline(__always)
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    guard index >= 0, index < bytes.count else { return (0xFFFD, 0) }
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    return sequence(in: bytes, at: index) ?? (0xFFFD, 1)
  }

  /// The scalar that ends before `index` and its length in bytes; as `decode(_:at:)`.
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, before index: Int
  ) -> (scalar: UInt32, length: Int) {
    guard index > 0, index <= bytes.count else { return (0xFFFD, 0) }
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (scalar, length) = decode(bytes, at: start)
    return start + length == index ? (scalar, length) : (0xFFFD, 1)
  }

  /// A sequence of two to four bytes; `index` is inside `bytes` and not at an ASCII byte.
  @inline(__always)
  private static func sequence(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int)? {
    let left = bytes.count &- index
    let lead = UInt32(bytes[index])
    guard left >= 2 else { return nil }
    let second = UInt32(bytes[index &+ 1])
    guard lead >= 0xC2, second & 0xC0 == 0x80 else { return nil }
    if lead < 0xE0 { return ((lead & 0x1F) &<< 6 | second & 0x3F, 2) }
    guard left >= 3 else { return nil }
    let third = UInt32(bytes[index &+ 2])
    guard third & 0xC0 == 0x80 else { return nil }
    let head = (lead & 0x0F) &<< 12 | (second & 0x3F) &<< 6 | third & 0x3F
    if lead < 0xF0 {
      return head >= 0x800 && head &>> 11 != 0x1B ? (head, 3) : nil
    }
    guard left >= 4, lead < 0xF5 else { return nil }
    let fourth = UInt32(bytes[index &+ 3])
    let high = (lead & 0x07) &<< 18 | (second & 0x3F) &<< 12
    let scalar = high | (third & 0x3F) &<< 6 | fourth & 0x3F
    guard fourth & 0xC0 == 0x80, scalar >= 0x10000, scalar <= 0x10FFFF else { return nil }
    return (scalar, 4)
  }

  /// The UTF-8 of a scalar; what is no scalar gives U+FFFD.
  package static func encoded(_ scalar: UInt32) -> [UInt8] {
    var out: [UInt8] = []
    append(scalar, to: &out)
    return out
  }

  /// Appends the UTF-8 of a scalar; what is no scalar appends U+FFFD.
  package static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case 0..<0x80:
      out.append(UInt8(scalar))
    case 0x80..<0x800:
      out.append(UInt8(0xC0 | scalar >> 6))
      out.append(tail(0))
    case 0xD800...0xDFFF, 0x110000...:
      out += [0xEF, 0xBF, 0xBD]
    case 0x800..<0x10000:
      out.append(UInt8(0xE0 | scalar >> 12))
      out.append(tail(6))
      out.append(tail(0))
    default:
      out.append(UInt8(0xF0 | scalar >> 18))
      out.append(tail(12))
      out.append(tail(6))
      out.append(tail(0))
    }
  }

  /// Appends the text as UTF-8, reading the bytes that are not UTF-8 as Windows-1252.
  ///
  /// The five bytes that Windows-1252 leaves undefined become the C1 controls of Latin-1.
  /// - Source: Unicode mapping file CP1252.TXT (version 2.01).
  package static func decodeLossyAsWindows1252(
    _ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]
  ) {
    out.reserveCapacity(out.count + bytes.count)
    var start = 0
    var rest = bytes
    while let bad = firstInvalid(in: rest) {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<bad]))
      append(windows1252(rest[bad]), to: &out)
      start += bad + 1
      rest = UnsafeBufferPointer(rebasing: bytes[start...])
    }
    out.append(contentsOf: rest)
  }

  private static func windows1252(_ byte: UInt8) -> UInt32 {
    guard (0x80...0x9F).contains(byte) else { return UInt32(byte) }
    return upperControls[Int(byte) - 0x80]
  }

  /// Bytes 0x80 to 0x9F of Windows-1252.
  private static let upperControls: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The index of the first `byte`.
  package static func firstIndex(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, CInt(byte), bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where `needle` first occurs; an empty one occurs at 0.
  /// - Complexity: linear (the C library's two-way search).
  package static func find(
    _ needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let pattern = needle.baseAddress, !needle.isEmpty else { return 0 }
    guard let base = haystack.baseAddress,
      let found = memmem(base, haystack.count, pattern, needle.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where `needle` first occurs; an empty one occurs at 0.
  package static func find(_ needle: [UInt8], in haystack: UnsafeBufferPointer<UInt8>) -> Int? {
    needle.withUnsafeBufferPointer { find($0, in: haystack) }
  }
}
