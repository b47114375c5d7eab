import PubQLText

/// The different titles of a table's rows, as words.
struct TitleTable {
  /// Each word once.
  private(set) var words: [Word] = []
  /// Titles that differ in some word, in the order in which they were met.
  private(set) var titles: [Title] = []
  /// The title of each row; nil where it has no word.
  private(set) var titleOfRow: [Int?]

  /// A word of titles.
  struct Word {
    let bytes: [UInt8]
    /// Unit: scalars.
    let letters: Int
    /// It tells works of one name apart: `2019`, `G20`, `III`.
    let isNumber: Bool
    /// A title without it is the same title.
    let isMinor: Bool
    /// How many titles have it.
    var titleCount = 0
  }

  /// A title.
  struct Title {
    let words: [Int]
    /// The words that are numbers, in order.
    let numbers: [Int]
    /// Of all words together.
    let letters: Int
    /// The same for titles of the same letters, whatever parts their words.
    let lettersHash: UInt64
    /// The rows that have it, ascending.
    var rows: [Int]
  }

  /// Rows whose title has no word have none.
  init(_ table: Table, column: Int, _ context: ExecutionContext) throws(RunError) {
    titleOfRow = [Int?](repeating: nil, count: table.rowCount)
    let texts = ColumnTexts(table, column: column)
    var wordNumbers: [[UInt8]: Int] = [:]
    var titleNumbers: [[Int]: Int] = [:]
    var buffer: [UInt8] = []
    for row in 0..<table.rowCount {
      try context.check(at: row)
      var found: [[UInt8]] = []
      texts.forEach(row: row, &buffer) { text in
        var scanner = WordScanner(text)
        while let range = scanner.next() { found.append(Array(text[range])) }
      }
      guard !found.isEmpty else { continue }
      let numbers = found.map { bytes in
        if let known = wordNumbers[bytes] { return known }
        wordNumbers[bytes] = words.count
        words.append(Word(bytes))
        return words.count - 1
      }
      if let known = titleNumbers[numbers] {
        titles[known].rows.append(row)
        titleOfRow[row] = known
        continue
      }
      titleNumbers[numbers] = titles.count
      titleOfRow[row] = titles.count
      for word in Set(numbers) { words[word].titleCount += 1 }
      titles.append(
        Title(
          words: numbers, numbers: numbers.filter { words[$0].isNumber },
          letters: numbers.reduce(0) { $0 + words[$1].letters },
          lettersHash: Self.hash(found.joined()), rows: [row]))
    }
  }

  /// FNV-1a over the bytes.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    return state
  }

  /// The letters of a title without what parts its words.
  func joinedLetters(_ title: Title) -> [UInt8] { title.words.flatMap { words[$0].bytes } }
}

extension TitleTable.Word {
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    letters = bytes.count { $0 & 0xC0 != 0x80 }
    let isRoman = bytes.allSatisfy { Array("ivx".utf8).contains($0) }
    isNumber = isRoman || bytes.contains { 0x30...0x39 ~= $0 }
    isMinor = Self.minor.contains(bytes)
  }

  /// Articles, and words that join others, in the languages that titles are often in.
  private static let minor: Set<[UInt8]> = Set(
    """
    a an and as at by for from in into of on or the to with
    au aux d de des du en et l la le les un une y el los las del
    das dem den der die e im os und von zu
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
}
