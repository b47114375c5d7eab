/// A set of Unicode scalars.
///
/// Shape: closed ranges in order that neither overlap nor touch.
struct ScalarSet: Hashable, Sendable {
  private(set) var ranges: [ClosedRange<UInt32>]

  static let empty = ScalarSet(ranges: [])
  static let all = ScalarSet(ranges: [0...0x10FFFF])

  private init(ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }

  init(_ scalar: UInt32) { ranges = [scalar...scalar] }

  /// The union of ranges in any order.
  init(uniting ranges: [ClosedRange<UInt32>]) {
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 {
        let upper = max(last.upperBound, range.upperBound)
        self.ranges[self.ranges.count - 1] = last.lowerBound...upper
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// The scalars of some general categories.
  init(where isMember: (GeneralCategory) -> Bool) {
    ranges = []
    var scalar: UInt32 = 0
    for (category, count) in CategoryTable.shared.runs {
      if isMember(category), count > 0 {
        let last = scalar + count - 1
        if let open = ranges.last, open.upperBound + 1 == scalar {
          ranges[ranges.count - 1] = open.lowerBound...last
        } else {
          ranges.append(scalar...last)
        }
      }
      scalar += count
    }
  }

  var isEmpty: Bool { ranges.isEmpty }

  /// The only scalar, if there is just one.
  var single: UInt32? {
    guard ranges.count == 1, let only = ranges.first, only.count == 1 else { return nil }
    return only.lowerBound
  }

  var complement: ScalarSet {
    var out: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound { out.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { out.append(next...0x10FFFF) }
    return ScalarSet(ranges: out)
  }

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(uniting: ranges + other.ranges) }

  /// What the members fold to: single scalars as a set, longer foldings one by one.
  ///
  /// Members that fold to nothing are left out.
  var folded: (set: ScalarSet, strings: [[UInt32]]) {
    var out: [ClosedRange<UInt32>] = []
    var strings: Set<[UInt32]> = []
    let table = FoldingTable.shared
    for range in ranges {
      // Where the scalars that fold to themselves begin.
      var open = range.lowerBound
      var scalar = open
      while scalar <= range.upperBound {
        if table.isUnchanged(blockOf: scalar) {
          scalar = (scalar | 0x7F) + 1
          continue
        }
        if table.entry(scalar) != 0 {
          if open < scalar { out.append(open...(scalar - 1)) }
          open = scalar + 1
          let folding = Self.folding(of: scalar)
          if folding.count == 1 { out.append(folding[0]...folding[0]) }
          if folding.count > 1 { strings.insert(folding) }
        }
        scalar += 1
      }
      if open <= range.upperBound { out.append(open...range.upperBound) }
    }
    return (ScalarSet(uniting: out), strings.sorted { $0.lexicographicallyPrecedes($1) })
  }

  static func folding(of scalar: UInt32) -> [UInt32] {
    var bytes: [UInt8] = []
    UTF8Scanner.encoded(scalar).withUnsafeBufferPointer { Folding.fold($0, into: &bytes) }
    return bytes.withUnsafeBufferPointer(EditDistance.scalars)
  }

  /// `\d`: decimal digits.
  static let digits = ScalarSet { $0 == .Nd }
  /// `\s`: blanks and line ends.
  static let blanks = ScalarSet { $0 == .Zs || $0 == .Zl || $0 == .Zp }
    .union(ScalarSet(uniting: [0x09...0x0D, 0x85...0x85]))
  /// `\w`: letters with their marks, numbers and `_`.
  static let wordCharacters = ScalarSet { $0.isLetterOrNumber || $0.isMark }
    .union(ScalarSet(0x5F))
  /// `.`: everything but a newline.
  static let anyButNewline = ScalarSet(0x0A).complement

  /// A general category by its two letters, or several by their first.
  static func category(named name: String) -> ScalarSet? {
    let members = GeneralCategory.allCases.filter {
      $0.name == name || (name.utf8.count == 1 && $0.name.hasPrefix(name))
    }
    return members.isEmpty ? nil : ScalarSet { members.contains($0) }
  }
}
