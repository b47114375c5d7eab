import PubQLText
import Testing

@testable import PubQLModel

@Suite("Lists written as usual")
struct UsualListTests {
  @Test(
    "pieces",
    arguments: [
      ("Cities", "Cities"), ("Cities, Trade", "Cities|Trade"),
      ("Cities, Law and Order, and Trade", "Cities|Law and Order|Trade"),
      ("Cities and Trade", "Cities and Trade"), ("and X, Y", "and X|Y"), ("A, andes", "A|andes"),
      ("Women’s Rights, Énergie", "Women’s Rights|Énergie"), ("a, and and b", "a|and b"),
    ])
  func pieces(_ text: String, _ expected: String) {
    #expect(Self.pieces(Array(text.utf8), cutsAtAnd: false)?.map(\.text) == Self.parts(expected))
  }

  @Test(
    "pieces of names",
    arguments: [
      ("Alice Ekman", "Alice Ekman"), ("A B and C D", "A B|C D"), ("A B, C D", "A B|C D"),
      ("A B, C D, and E F", "A B|C D|E F"), ("Andy Sand and Bo Ande", "Andy Sand|Bo Ande"),
    ])
  func names(_ text: String, _ expected: String) {
    #expect(Self.pieces(Array(text.utf8), cutsAtAnd: true)?.map(\.text) == Self.parts(expected))
  }

  @Test(
    "lists that are written in another way",
    arguments: [
      "A; B", "A & B", "A (b)", "A,B", "A,  B", "A , B", ", A", "A,", "A, and", "A, AND B", " A",
      "A ", "A  B", "A\tB", "A\u{A0}B", "A\u{2003}B", "A, , B", "A, and, B", "A, and\u{A0}B", "{A}",
    ])
  func unusual(_ text: String) {
    #expect(Self.pieces(Array(text.utf8), cutsAtAnd: false) == nil)
    #expect(Self.pieces(Array(text.utf8), cutsAtAnd: true) == nil)
  }

  @Test("a law: pieces and joints give the list again, whatever its bytes are")
  func giveTheListAgain() {
    let seed: UInt64 = 23
    var random = SeededBytes(seed: seed)
    let alphabet = Array(" , and ;&(){}\u{A0}\u{2003}’AaNnDdé城".utf8) + [0, 9, 0xC2, 0xE2, 0xFF]
    for round in 0..<20_000 {
      let bytes = random.bytes(upTo: 24, alphabet: alphabet)
      for cutsAtAnd in [false, true] {
        guard let pieces = Self.pieces(bytes, cutsAtAnd: cutsAtAnd) else { continue }
        let joined = pieces.flatMap { Array($0.joint.text.utf8) + $0.bytes }
        #expect(joined == bytes, "seed \(seed), round \(round)")
      }
    }
  }

  @Test("nothing that plain names are joined by makes more or less of them")
  func plainNames() {
    for name in ["Alice Ekman", "Jean-Paul de la Cruz", "J. Smith", "Zoë Müller", "Al Rahman Fu"] {
      #expect(Self.isPlainName(name), "\(name)")
    }
    for name in [
      "Ekman", "Alice Ekman Jr.", "World Bank", "Institute of Affairs", "Alice EKMAN PhD", "A B.",
      "ALICE EKMAN", "van Gogh", "Alice Ekman et al", "Trade and Peace", "王 小明", "Smith J",
    ] {
      #expect(!Self.isPlainName(name), "\(name)")
    }
  }

  private struct Piece: Equatable {
    let bytes: [UInt8]
    let joint: ListJoint

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The pieces of a list; nil when it is not written as usual.
  private static func pieces(_ list: [UInt8], cutsAtAnd: Bool) -> [Piece]? {
    list.withUnsafeBufferPointer { bytes in
      var pieces: [Piece] = []
      var walk = UsualList(bytes, cutsAtAnd: cutsAtAnd)
      while let piece = walk.next() {
        pieces.append(Piece(bytes: Array(bytes[piece.range]), joint: piece.joint))
      }
      return walk.isUnusual ? nil : pieces
    }
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: "|").map(String.init)
  }

  private static func isPlainName(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer(NameList.isPlainName)
  }
}
