/// Reads the dates that are not of the few most common shapes.
///
/// The text becomes a pattern of one letter a part, and the pattern says how the parts make a date:
/// `14th of May, 2020` is `nmy`, `May–June 2020` is `m=my`. `y` is a number of four digits, `n` one
/// of fewer, `m` a month, `s` a season, `q` a quarter; `-`, `/`, `.` separate, `=` is a dash or `to`.
struct LooseDateReader {
  private(set) var pattern: [UInt8] = []
  private(set) var values: [Int] = []
  private var qualifiers: PartialDate.Qualifiers = []
  private var isDecade = false

  /// No date has more parts and separators than this.
  static let longestPattern = 15

  /// Nil when the text has something that no date has.
  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var letters: [UInt8] = []
    letters.reserveCapacity(bytes.count)
    guard Self.simplify(bytes, into: &letters) else { return nil }
    var rest = letters[...]
    takeTail(&rest)
    takeHead(&rest)
    while !rest.isEmpty {
      guard takePart(&rest), pattern.count <= Self.longestPattern else { return nil }
    }
  }

  func read() -> LooseDate? {
    let date: LooseDate?
    if isDecade {
      date = pattern == [UInt8(ascii: "y")] ? values.first.flatMap { .decade($0) } : nil
    } else {
      date = LooseDatePattern(pattern: pattern, values: values).date
    }
    return date.map { LooseDate($0.date.qualified(qualifiers), note: $0.note) }
  }

  // MARK: - Both ends of the text

  private mutating func takeTail(_ rest: inout ArraySlice<UInt8>) {
    while let last = rest.last {
      switch last {
      case UInt8(ascii: "?"): qualifiers.insert(.uncertain)
      case UInt8(ascii: "~"): qualifiers.insert(.approximate)
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: " "), UInt8(ascii: "("):
        break
      default: return
      }
      rest.removeLast()
    }
  }

  private mutating func takeHead(_ rest: inout ArraySlice<UInt8>) {
    while let first = rest.first {
      switch first {
      case UInt8(ascii: "~"): qualifiers.insert(.approximate)
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: " "): break
      case UInt8(ascii: "c"):
        // `c. 2015` is about 2015, `c2015` is the copyright.
        guard let next = rest.dropFirst().first,
          next.digitValue != nil || next == UInt8(ascii: ".") || next == UInt8(ascii: " ")
        else { return }
        if next.digitValue == nil { qualifiers.insert(.approximate) }
      default: return
      }
      rest.removeFirst()
      if first == UInt8(ascii: "c"), rest.first == UInt8(ascii: ".") { rest.removeFirst() }
    }
  }

  // MARK: - Parts

  private mutating func takePart(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    if first.digitValue != nil { return takeNumber(&rest) }
    if first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") { return takeWord(&rest) }
    rest.removeFirst()
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: ","): return true
    case UInt8(ascii: "&"):
      pattern.append(UInt8(ascii: "="))
      return true
    case UInt8(ascii: "."):
      // Between numbers a dot separates; after a word or before one it belongs to `Sept.`, `14.`.
      let next = rest.first { $0 != UInt8(ascii: " ") }
      if isNumber(pattern.last), next?.digitValue != nil { pattern.append(first) }
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="):
      pattern.append(first)
      return true
    default: return false
    }
  }

  private func isNumber(_ part: UInt8?) -> Bool {
    part == UInt8(ascii: "n") || part == UInt8(ascii: "y")
  }

  private mutating func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var value = 0
    var digits = 0
    while let digit = rest.first?.digitValue {
      digits += 1
      guard digits <= 8 else { return false }
      value = value * 10 + digit
      rest.removeFirst()
    }
    switch digits {
    case 1, 2: append("n", value)
    case 4:
      append("y", value)
      if rest.elementsEqual("s".utf8) || rest.elementsEqual("'s".utf8) {
        isDecade = true
        rest.removeAll()
      }
    case 8:
      // 20200514
      append("y", value / 10000)
      append("n", value / 100 % 100)
      append("n", value % 100)
    default: return false
    }
    return true
  }

  private mutating func append(_ part: Unicode.Scalar, _ value: Int) {
    // A quarter is named before its number or after it: `Q2`, `2Q`.
    if pattern.last == UInt8(ascii: "q"), values.count < partCount, part == "n" {
      values.append(value)
      return
    }
    pattern.append(UInt8(ascii: part))
    values.append(value)
  }

  private var partCount: Int {
    pattern.count { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }

  private mutating func takeWord(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var key: UInt64 = 0
    while let letter = rest.first, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") {
      guard let longer = LooseDateWord.key(key, adding: letter) else { return false }
      key = longer
      rest.removeFirst()
    }
    switch LooseDateWord.named(key) {
    case .month(let month): append("m", month)
    case .season(let season): append("s", season)
    case .quarter:
      if pattern.last == UInt8(ascii: "n") {
        pattern[pattern.count - 1] = UInt8(ascii: "q")
      } else {
        pattern.append(UInt8(ascii: "q"))
      }
    case .circa:
      guard pattern.isEmpty else { return false }
      qualifiers.insert(.approximate)
    case .through:
      // `a` and `e` are also prepositions, so only between two parts.
      pattern.append(UInt8(ascii: "="))
    case .filler: break
    case nil: return false
    }
    return true
  }
}

extension LooseDateReader {
  /// Small ASCII letters, digits and signs; dashes become `=`, other spaces a space.
  ///
  /// Shape: false when there is a character that no date has.
  private static func simplify(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, into letters: inout [UInt8]
  ) -> Bool {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return true
      case .error: return false
      case .scalarValue(let scalar):
        guard let letter = simplified(scalar.value) else { return false }
        if letter != 0 { letters.append(letter) }
      }
    }
  }

  /// 0 for what is left out; nil for what no date has.
  private static func simplified(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x41...0x5A: UInt8(scalar + 32)
    case 0x3D: nil
    case 0x21...0x7E: UInt8(scalar)
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    // Full-width forms of ASCII.
    case 0xFF01...0xFF5E: scalar == 0xFF1D ? nil : simplified(scalar - 0xFEE0)
    case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "a")
    case 0xC7, 0xE7: UInt8(ascii: "c")
    case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "e")
    case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "i")
    case 0xD1, 0xF1: UInt8(ascii: "n")
    case 0xD2...0xD6, 0xF2...0xF6: UInt8(ascii: "o")
    case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "u")
    case 0x2010, 0x2011, 0x2212: UInt8(ascii: "-")
    case 0x2012...0x2015: UInt8(ascii: "=")
    case 0x2019: UInt8(ascii: "'")
    // 年 and 月 separate; 日 ends.
    case 0x5E74, 0x6708: UInt8(ascii: "-")
    case 0x65E5, 0x300, 0x301, 0x302, 0x303, 0x308, 0x327: 0
    // © ª ° º: before a year, after a day.
    case 0xA9, 0xAA, 0xB0, 0xBA, 0xFEFF, 0x200B: 0
    default: nil
    }
  }
}
