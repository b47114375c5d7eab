/// Numbers by chance that follow from a seed, the same on every machine and in every version.
///
/// - Source: SplitMix64, the generator of Steele, Lea and Flood (2014), with the increment and
///   the mixing constants of their paper.
struct SeededRandom {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// A whole number from 0 up to, but not including, `bound`; each as likely as the others.
  mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(max(1, bound))
    var product = next().multipliedFullWidth(by: bound)
    // Numbers of the last, incomplete round would make some results likelier.
    let incomplete = (0 &- bound) % bound
    while product.low < incomplete { product = next().multipliedFullWidth(by: bound) }
    return Int(product.high)
  }

  /// `count` different numbers below `bound`, ascending; each such set as likely as the others.
  ///
  /// - Source: Floyd's method, from Bentley and Floyd, "A sample of brilliance" (1987).
  mutating func choose(_ count: Int, below bound: Int) -> [Int] {
    guard count < bound else { return Array(0..<bound) }
    var isChosen = [Bool](repeating: false, count: bound)
    for last in bound - count..<bound {
      let number = below(last + 1)
      isChosen[isChosen[number] ? last : number] = true
    }
    return isChosen.indices.filter { isChosen[$0] }
  }
}
