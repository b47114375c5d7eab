import PubQLText
import Testing

@Suite struct FoldingTests {
  @Test(
    arguments: [
      ("Smart City", "smart city"), ("MÜLLER", "muller"), ("Straße", "strasse"), ("ẞ", "ss"),
      ("Łódź", "lodz"), ("Đà Nẵng", "da nang"), ("Ærøskøbing", "aeroskobing"), ("Œuvre", "oeuvre"),
      ("İstanbul ısı", "istanbul isi"), ("Þórður", "thordur"), ("Ħal", "hal"),
      ("ﬁnance ﬄ", "finance ffl"),
      ("ＡＢＣ１２", "abc12"), ("China’s", "china's"), ("“q” «r» „s‟", "\"q\" \"r\" \"s\""),
      ("a‐b‑c‒d–e—f−g", "a-b-c-d-e-f-g"), ("wait…", "wait..."), ("a\u{A0}b\u{3000}c", "a b c"),
      ("a\u{200B}b\u{200D}c\u{200C}d\u{FEFF}e\u{AD}f", "abcdef"), ("Ελλάς", "ελλασ"),
      ("Йод ёж", "иод еж"), ("한국", "한국"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("ｶﾞﾊﾟ", "ガパ"),
      ("か\u{3099}は\u{309A}ウ\u{3099}", "がぱヴ"), ("\u{F900}", "\u{8C48}"), ("㍿", "株式会社"),
      ("№ ½ m² ℃", "no 1/2 m2 °c"), ("שָׁלוֹם", "שָׁלוֹם"), ("ไทย ช้าง", "ไทย ช้าง"), ("", ""),
      ("plain ascii of some length, 0123", "plain ascii of some length, 0123"),
    ] as [(String, String)])
  func foldsTo(text: String, expected: String) {
    #expect(Array(Folding.folded(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  /// Every scalar, in one text: each fold must be a fixed point, also beside its neighbours.
  @Test func foldingTwiceChangesNothing() {
    var all: [UInt8] = []
    var offenders: [UInt32] = []
    for scalar in UInt32(0)...0x10FFFF where !(0xD800...0xDFFF).contains(scalar) {
      // Planes 4 to 13 hold nothing.
      if (0x40000..<0xE0000).contains(scalar) { continue }
      UTF8Scanner.append(scalar, to: &all)
    }
    var once: [UInt8] = []
    all.withUnsafeBufferPointer { Folding.fold($0, into: &once) }
    var twice: [UInt8] = []
    once.withUnsafeBufferPointer {
      Folding.fold($0, into: &twice)
      #expect(Folding.isFolded($0))
    }
    #expect(once == twice)
    for scalar in stride(from: UInt32(0x80), through: 0x1FFFF, by: 7) {
      if (0xD800...0xDFFF).contains(scalar) { continue }
      var one: [UInt8] = []
      UTF8Scanner.encoded(scalar).withUnsafeBufferPointer { Folding.fold($0, into: &one) }
      if !one.withUnsafeBufferPointer(Folding.isFolded) { offenders.append(scalar) }
    }
    #expect(offenders.isEmpty)
  }

  @Test func agreesWithTheLowerCaseOfSwift() {
    var offenders: [String] = []
    for scalar in (0x41...0x24F).compactMap(Unicode.Scalar.init) where scalar.properties.isCased {
      let lower = Folding.folded(scalar.properties.lowercaseMapping)
      if Folding.folded(String(scalar)) != lower { offenders.append(String(scalar)) }
    }
    #expect(offenders.isEmpty)
  }

  /// Swift compares by canonical equivalence: a letter and its decomposition must fold alike.
  @Test func agreesWithTheCompositionsOfSwift() {
    let letters = "AEIOUYaeiouyCcNnSsZzGgαεηιουωАЕИУаеиу"
    let marks: [Unicode.Scalar] = [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{308}", "\u{30C}",
      "\u{327}",
    ]
    for letter in letters.unicodeScalars {
      for mark in marks {
        var text = String.UnicodeScalarView([letter])
        text.append(mark)
        #expect(Folding.folded(String(text)) == Folding.folded(String(letter)))
      }
    }
    for code in UInt32(0xC0)...0x17F {
      guard let scalar = Unicode.Scalar(code) else { continue }
      for base in "ACDEGHIJKLNORSTUWYZ".unicodeScalars {
        for mark in marks where String(String.UnicodeScalarView([base, mark])) == String(scalar) {
          #expect(Folding.folded(String(scalar)) == Folding.folded(String(base)))
        }
      }
    }
  }

  @Test func composesWhatSwiftComposes() {
    for base in (0x3041...0x30FF).compactMap(Unicode.Scalar.init) {
      for mark: Unicode.Scalar in ["\u{3099}", "\u{309A}"] {
        let pair = String(String.UnicodeScalarView([base, mark]))
        let folded = Folding.folded(pair)
        if folded.unicodeScalars.count == 1 { #expect(folded == pair) }
        // Where one scalar is equivalent to the pair, the fold is that scalar.
        let single = (0x3041...0x30FF).compactMap(Unicode.Scalar.init).first { String($0) == pair }
        if let single { #expect(folded.unicodeScalars.first == single) }
      }
    }
  }

  @Test func bytesThatAreNotUTF8BecomeReplacements() {
    var out: [UInt8] = [1]
    let bytes: [UInt8] = [0x41, 0xFF, 0xC3, 0x42, 0xED, 0xA0, 0x80, 0xC3]
    bytes.withUnsafeBufferPointer { Folding.fold($0, into: &out) }
    let expected = "\u{1}a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }

  @Test func nothingBeforeTheTextTakesPart() {
    var out = Array("か".utf8)
    Array("\u{3099}".utf8).withUnsafeBufferPointer { Folding.fold($0, into: &out) }
    #expect(out == Array("か\u{3099}".utf8))
  }

  @Test func growsWhereTheTextGrows() {
    let text = String(repeating: "ﷺ", count: 5000)
    let folded = Folding.fold(text)
    #expect(folded.count == 33 * 5000)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func hostileBytesFoldToAFixedPoint(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let bytes = generator.hostileBytes(upTo: 60)
      var once: [UInt8] = []
      bytes.withUnsafeBufferPointer { Folding.fold($0, into: &once) }
      var twice: [UInt8] = []
      once.withUnsafeBufferPointer { Folding.fold($0, into: &twice) }
      let unchanged = once.elementsEqual(bytes)
      #expect(once == twice, "seed \(seed): \(bytes)")
      #expect(
        bytes.withUnsafeBufferPointer(Folding.isFolded) == unchanged, "seed \(seed): \(bytes)")
      #expect(once.withUnsafeBufferPointer(UTF8Scanner.isValid), "seed \(seed): \(bytes)")
    }
  }
}
