/// The form of text in which searches compare: without case, accents, width and typography.
///
/// Folding decomposes for compatibility, drops the combining marks of Latin, Greek and
/// Cyrillic (not those that carry vowels, as in Devanagari, Thai, Hebrew or Arabic), folds
/// case in full (`ß` is `ss`), writes letters such as `ł`, `ø`, `æ` with plain ones, makes
/// quotes, dashes and blanks the ASCII ones, and drops what has no width. Hangul syllables
/// and voiced kana are composed.
///
/// Laws: folding folded text changes nothing, and a byte that is not UTF-8 folds to U+FFFD.
/// - Source: Unicode Character Database; the version is in FoldingTable.swift.
package enum Folding {
  /// Appends the folded UTF-8 of `bytes` to `out`.
  /// - Complexity: linear; 8 bytes at a time where the text is ASCII.
  package static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    guard let source = bytes.baseAddress else { return }
    let table = FoldingTable.shared
    let floor = out.count
    var read = 0
    while read < bytes.count {
      // Text rarely grows by folding; where it does, the chunk ends early and another begins.
      let chunk = min(bytes.count - read, 4096)
      let written = out.count
      out.append(contentsOf: repeatElement(0, count: 2 * chunk + 2 * FoldingWriter.headroom))
      let end = out.withUnsafeMutableBufferPointer { target in
        guard let base = target.baseAddress else { return written }
        var writer = FoldingWriter(
          table: table, source: source, count: bytes.count, target: base, floor: floor,
          limit: target.count - FoldingWriter.headroom, read: read, write: written)
        writer.run(to: read + chunk)
        read = writer.read
        return writer.write
      }
      out.removeLast(out.count - end)
    }
  }

  /// The folded UTF-8 of `text`.
  package static func fold(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var text = text
    text.withUTF8 { fold($0, into: &out) }
    return out
  }

  /// The folded text.
  package static func folded(_ text: String) -> String {
    String(decoding: fold(text), as: UTF8.self)
  }

  /// Whether folding would change nothing.
  /// - Complexity: linear; allocates only when the text holds marks that may compose.
  package static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    let table = FoldingTable.shared
    var index = 0
    while index < bytes.count {
      if index &+ 8 <= bytes.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if ASCIIWord.upperCaseBits(word) != 0 { return false }
        let high = word & UTF8Scanner.highBits
        if high == 0 {
          index &+= 8
          continue
        }
        index &+= high.trailingZeroBitCount &>> 3
      }
      let (scalar, length) = UTF8Scanner.decode(bytes, at: index)
      if table.entry(scalar) != 0 || (scalar == 0xFFFD && length == 1) { return false }
      if Composition.isSecond(scalar) {
        var out: [UInt8] = []
        fold(bytes, into: &out)
        return out.elementsEqual(bytes)
      }
      index &+= length
    }
    return true
  }
}

/// Eight ASCII letters at a time.
enum ASCIIWord {
  /// 0x80 in each byte that is A to Z.
  @inline(__always)
  static func upperCaseBits(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let aboveZ = low &+ 0x2525_2525_2525_2525  // 0x7F - 'Z' in each byte
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F  // 0x80 - 'A' in each byte
    return (fromA ^ aboveZ) & ~word & UTF8Scanner.highBits
  }

  @inline(__always)
  static func lowerCased(_ word: UInt64) -> UInt64 { word | upperCaseBits(word) &>> 2 }
}

/// Folds from one piece of memory to another.
///
/// Invariant: `target` has `headroom` bytes after `limit`, and `write` is at most `limit` before
/// each step. `read` stays within `count`.
private struct FoldingWriter {
  /// What a step may write: up to 8 ASCII bytes, then one folding.
  static let headroom = 8 + FoldingTable.longestFolding

  let table: FoldingTable
  let source: UnsafePointer<UInt8>
  let count: Int
  let target: UnsafeMutablePointer<UInt8>
  /// Where this folding began to write: nothing before it takes part in composition.
  let floor: Int
  let limit: Int
  var read: Int
  var write: Int

  @inline(__always)
  mutating func run(to end: Int) {
    let bytes = UnsafeBufferPointer(start: source, count: count)
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(target)
    while read < end, write <= limit {
      if read &+ 8 <= count {
        let word = UInt64(littleEndian: from.loadUnaligned(fromByteOffset: read, as: UInt64.self))
        // The bytes after the ASCII ones are overwritten by the next step.
        to.storeBytes(
          of: ASCIIWord.lowerCased(word).littleEndian, toByteOffset: write, as: UInt64.self)
        let high = word & UTF8Scanner.highBits
        let ascii = high == 0 ? 8 : high.trailingZeroBitCount &>> 3
        read &+= ascii
        write &+= ascii
        if high == 0 { continue }
      }
      let (scalar, length) = UTF8Scanner.decode(bytes, at: read)
      let entry = table.entry(scalar)
      if entry == 0 {
        copy(scalar, length)
      } else {
        expand(entry)
      }
      read &+= length
    }
  }

  /// Writes a scalar that folds to itself.
  @inline(__always)
  private mutating func copy(_ scalar: UInt32, _ length: Int) {
    if scalar == 0xFFFD {
      target[write] = 0xEF
      target[write &+ 1] = 0xBF
      target[write &+ 2] = 0xBD
      write &+= 3
      return
    }
    if Composition.isSecond(scalar), compose(scalar) { return }
    for index in 0..<length { target[write &+ index] = source[read &+ index] }
    write &+= length
  }

  @inline(__always)
  private mutating func expand(_ entry: UInt32) {
    let length = Int(entry &>> 24 & 0x7F) &- 1
    if entry & FoldingTable.pooled == 0 {
      target[write] = UInt8(truncatingIfNeeded: entry)
      target[write &+ 1] = UInt8(truncatingIfNeeded: entry &>> 8)
      target[write &+ 2] = UInt8(truncatingIfNeeded: entry &>> 16)
      // The half-width voicing marks fold to combining ones, E3 82 99 and 9A.
      switch entry & 0x00FF_FFFF {
      case 0x0099_82E3: if compose(0x3099) { return }
      case 0x009A_82E3: if compose(0x309A) { return }
      default: break
      }
    } else {
      let offset = Int(entry & 0x00FF_FFFF)
      for index in 0..<length { target[write &+ index] = table.pool[offset &+ index] }
    }
    write &+= length
  }

  /// Joins `second` to the scalar written last, if they join.
  private mutating func compose(_ second: UInt32) -> Bool {
    guard write &- floor >= 3 else { return false }
    let last = UTF8Scanner.decode(
      UnsafeBufferPointer(start: target + (write &- 3), count: 3), at: 0)
    guard last.length == 3, let joined = Composition.joined(last.scalar, second) else {
      return false
    }
    target[write &- 3] = UInt8(truncatingIfNeeded: 0xE0 | joined &>> 12)
    target[write &- 2] = UInt8(truncatingIfNeeded: 0x80 | joined &>> 6 & 0x3F)
    target[write &- 1] = UInt8(truncatingIfNeeded: 0x80 | joined & 0x3F)
    return true
  }
}

/// The canonical compositions that folded text keeps: Hangul syllables and voiced kana.
/// - Source: The Unicode Standard, section 3.12 (Conjoining Jamo Behavior); the kana from the
///   canonical decompositions of the Unicode Character Database.
enum Composition {
  /// Whether the scalar may join the one before it.
  @inline(__always)
  static func isSecond(_ scalar: UInt32) -> Bool {
    scalar &- 0x1161 <= 0x1175 - 0x1161 || scalar &- 0x11A8 <= 0x11C2 - 0x11A8
      || scalar &- 0x3099 <= 1
  }

  /// Whether the scalar is of a writing whose folded scalars may join: Hangul or kana.
  static func mayTakePart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0x3041...0x30FF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// The scalar that both make. All of these take three bytes in UTF-8.
  static func joined(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch second {
    case 0x1161...0x1175:
      guard (0x1100...0x1112).contains(first) else { return nil }
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    case 0x11A8...0x11C2:
      guard (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0 else { return nil }
      return first + (second - 0x11A7)
    case 0x3099: return voiced(first)
    case 0x309A: return hRow(first).map { $0 + 2 }
    default: return nil
    }
  }

  /// Hiragana and katakana have the same order, 0x60 apart.
  private static func hRow(_ kana: UInt32) -> UInt32? {
    let hiragana = kana >= 0x30A0 ? kana - 0x60 : kana
    return (0x306F...0x307B).contains(hiragana) && hiragana % 3 == 0 ? kana : nil
  }

  private static func voiced(_ kana: UInt32) -> UInt32? {
    switch kana {
    case 0x3046, 0x30A6: return kana + 0x4E
    case 0x30EF...0x30F2: return kana + 8
    case 0x309D, 0x30FD: return kana + 1
    default: break
    }
    let hiragana = kana >= 0x30A0 ? kana - 0x60 : kana
    switch hiragana {
    case 0x304B...0x3061: return hiragana % 2 == 1 ? kana + 1 : nil
    case 0x3064, 0x3066, 0x3068: return kana + 1
    default: return hRow(kana).map { $0 + 1 }
    }
  }
}
