/// A seeded generator (SplitMix64): the same seed gives the same test.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Bytes that are sometimes text, sometimes nearly text, sometimes noise.
  mutating func hostileBytes(upTo count: Int) -> [UInt8] {
    let pieces: [String] = [
      "a", "Z", " ", "-", "é", "e\u{301}", "ß", "ﷺ", "한", "\u{1112}\u{1161}\u{11AB}", "か\u{3099}",
      "ﾊﾟ", "研究", "👩‍👩‍👧", "\u{202E}", "\u{200B}", "\u{1B}[31m", "İ", "\u{0}", "🇩🇪", "क्षि", "ช้าง",
    ]
    var out: [UInt8] = []
    for _ in 0..<Int.random(in: 0...count, using: &self) {
      switch Int.random(in: 0..<4, using: &self) {
      case 0: out.append(UInt8.random(in: 0...255, using: &self))
      case 1: out.append(UInt8.random(in: 0x80...0xFF, using: &self))
      default: out += Array((pieces.randomElement(using: &self) ?? "").utf8)
      }
    }
    return out
  }
}
