/// Numbers that a seed determines (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &self)]
  }
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// Texts made of the things that listings are made of, in any order.
enum RandomListing {
  private static let lines = [
    "", "", "", "1. First", "2. Second", "3. Third", "20. Item", "21. Title", "22. Next one",
    "1971. Towards", "1972. 5G and the city", "2016. Since then, the", "7.", "- Author:",
    "- Author:",
    "- Ann and Bob", "- Publication Date:", "- 05-2020", "- Abstract:", "- Abstract:", "- Topic:",
    "- Topic: A, B", "-Author:", "-Ann", "- Language:", "- French", "- Notes:", "-", "- ", "-----",
    "Page 1", "lower case", "The text of a line that is so long that it was broken at the end",
    "\u{A0}- Region:", "- China and", "Asia", "- Type:", "- Title:", "12345678901. No", "5.No",
  ]

  /// Lines as listings have them, in no order at all.
  static func shuffled(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    let end: [UInt8] = random.pick([[0x0A], [0x0A], [0x0D, 0x0A], [0x0D]])
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      bytes += Array(random.pick(lines).utf8) + end
    }
    return bytes
  }

  /// A text of records, some of them odd.
  static func records(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    var number = random.pick([1, 15, 1971])
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      bytes += Array("\(number). Title \(number)\n".utf8)
      for label in ["Author", "Publication Date", "Abstract", "Topic", "Language"].shuffled(
        using: &random)
      where random.chance(60) {
        bytes += Array("- \(label):\n- value \(number)\n".utf8)
        if random.chance(25) { bytes += Array((random.pick(lines) + "\n").utf8) }
      }
      if random.chance(50) { bytes += [0x0A] }
      if random.chance(10) { bytes += Array((random.pick(lines) + "\n").utf8) }
      number += random.pick([1, 1, 1, 0, 7])
    }
    return bytes
  }

  /// The bytes with some of them changed, left out or doubled.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(random.pick([0x0A, 0x0D, 0x2D, 0x3A, 0x31, 0xA0, 0xC2]), at: index)
      default:
        let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
        bytes.insert(contentsOf: bytes[index..<end], at: index)
      }
    }
    return bytes
  }
}
