/// Draws ranks of which the first come often and the last seldom.
///
/// The weight of rank r, from 0, is 1 / (r + 1 + flattening). Drawing takes one random number and
/// one look, however many ranks there are.
/// - Source: the alias method, Walker 1977, in the form of Vose 1991.
struct ZipfTable: Sendable {
  private var thresholds: [UInt32]
  private var aliases: [UInt32]

  init(count: Int, flattening: Double = 0) {
    let count = max(count, 1)
    let weights = (0..<count).map { 1 / (Double($0) + 1 + flattening) }
    let total = weights.reduce(0, +)
    var scaled = weights.map { $0 * Double(count) / total }
    thresholds = [UInt32](repeating: .max, count: count)
    aliases = (0..<count).map { UInt32($0) }
    var small = (0..<count).filter { scaled[$0] < 1 }
    var large = (0..<count).filter { scaled[$0] >= 1 }
    while let less = small.popLast(), let more = large.last {
      thresholds[less] = UInt32(scaled[less] * 4_294_967_295)
      aliases[less] = UInt32(more)
      scaled[more] -= 1 - scaled[less]
      if scaled[more] < 1 {
        large.removeLast()
        small.append(more)
      }
    }
  }

  /// A rank, from 0.
  @inline(__always)
  func draw(_ random: inout SplitMix) -> Int {
    let number = random.next()
    let slot = Int(truncatingIfNeeded: ((number >> 32) &* UInt64(thresholds.count)) >> 32)
    return UInt32(truncatingIfNeeded: number) <= thresholds[slot] ? slot : Int(aliases[slot])
  }
}
