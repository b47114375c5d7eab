/// The general category of every scalar, and what it means for words.
///
/// Made from `source` at the first use (some 15 kB of text).
struct CategoryTable: Sendable {
  static let shared = CategoryTable()

  /// The runs of one category, in order from U+0000 without gaps.
  let runs: [(category: GeneralCategory, count: UInt32)]
  /// The category in the lower five bits, the `WordClass` in the two above.
  private let table: ScalarTable

  @inline(__always)
  func category(_ scalar: UInt32) -> GeneralCategory {
    GeneralCategory(rawValue: table[scalar] & 0x1F) ?? .unassigned
  }

  @inline(__always)
  func wordClass(_ scalar: UInt32) -> WordClass {
    WordClass(rawValue: table[scalar] &>> 5) ?? .separator
  }

  private init() {
    var reader = RecordReader(Self.source)
    var runs: [(category: GeneralCategory, count: UInt32)] = []
    runs.reserveCapacity(4000)
    var coded: [(value: UInt8, count: UInt32)] = []
    coded.reserveCapacity(4100)
    var scalar: UInt32 = 0
    while !reader.isAtEnd {
      let (first, second) = reader.letters()
      guard let count = reader.number(radix: 16) else { break }
      let category = GeneralCategory(letters: first, second)
      runs.append((category, count))
      // A run may hold both letters written singly and others.
      var start = scalar
      while start < scalar + count {
        let single = WordClass.isSingle(start)
        let end = min(scalar + count, WordClass.nextChange(after: start))
        let word: WordClass =
          switch category {
          case _ where category.isMark: .mark
          case _ where category.isLetterOrNumber: single ? .single : .word
          default: .separator
          }
        coded.append((word.rawValue << 5 | category.rawValue, end - start))
        start = end
      }
      scalar += count
    }
    self.runs = runs
    table = ScalarTable(runs: coded)
  }
}

/// The general categories of Unicode, named as there.
/// - Source: Unicode Standard Annex 44, table 12.
enum GeneralCategory: UInt8, CaseIterable, Sendable {
  case Cn, Lu, Ll, Lt, Lm, Lo, Mn, Mc, Me, Nd, Nl, No, Pc, Pd, Ps, Pe, Pi, Pf, Po
  case Sm, Sc, Sk, So, Zs, Zl, Zp, Cc, Cf, Cs, Co

  static let unassigned = GeneralCategory.Cn

  var isLetter: Bool { (Self.Lu.rawValue...Self.Lo.rawValue).contains(rawValue) }
  var isMark: Bool { (Self.Mn.rawValue...Self.Me.rawValue).contains(rawValue) }
  var isNumber: Bool { (Self.Nd.rawValue...Self.No.rawValue).contains(rawValue) }
  var isLetterOrNumber: Bool { isLetter || isNumber }

  /// The two letters of its name.
  var name: String { String(describing: self) }

  private static let byLetters: [Int: GeneralCategory] = {
    var all: [Int: GeneralCategory] = [:]
    for category in allCases {
      let bytes = Array(category.name.utf8)
      all[Int(bytes[0]) << 8 | Int(bytes[1])] = category
    }
    return all
  }()

  init(letters first: UInt8, _ second: UInt8) {
    self = Self.byLetters[Int(first) << 8 | Int(second)] ?? .unassigned
  }
}

/// The part a scalar has in a word.
enum WordClass: UInt8, Sendable {
  /// Stands between words.
  case separator
  /// A letter or digit of a word.
  case word
  /// Belongs to the letter before it; without one it separates.
  case mark
  /// A word by itself: Han, kana, bopomofo, Hangul.
  case single

  /// Scripts taken by single characters, first and last scalar, in order.
  /// - Source: Unicode Blocks.txt 14.0.
  private static let singles: [(UInt32, UInt32)] = [
    (0x1100, 0x11FF), (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3031, 0x303C),
    (0x3041, 0x30FF), (0x3105, 0x318F), (0x31A0, 0x31BF), (0x31F0, 0x31FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFFDC),
    (0x1AFF0, 0x1B16F), (0x20000, 0x3FFFD),
  ]

  static func isSingle(_ scalar: UInt32) -> Bool {
    singles.contains { $0.0 <= scalar && scalar <= $0.1 }
  }

  /// The first scalar after this one where `isSingle` may change.
  static func nextChange(after scalar: UInt32) -> UInt32 {
    for (first, last) in singles {
      if scalar < first { return first }
      if scalar <= last { return last + 1 }
    }
    return .max
  }
}
