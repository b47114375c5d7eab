/// The scalars divided so that each given set is a union of classes.
struct ScalarClasses: Sendable {
  /// Where each interval begins, in order from 0, and the class of its scalars.
  private let starts: [UInt32]
  private let classOfInterval: [UInt16]
  let count: Int
  /// For each set, whether it holds a class.
  private let members: [[Bool]]

  func contains(set: Int, class number: Int) -> Bool { members[set][number] }

  /// The class of a scalar.
  func number(of scalar: UInt32) -> Int {
    Int(classOfInterval[Self.interval(of: scalar, in: starts)])
  }

  /// The classes of 128 scalars from `first` on.
  func page(from first: UInt32) -> [UInt16] {
    var index = Self.interval(of: first, in: starts)
    return (first..<(first + 128)).map { scalar in
      while index + 1 < starts.count, starts[index + 1] <= scalar { index += 1 }
      return classOfInterval[index]
    }
  }

  private static func interval(of scalar: UInt32, in starts: [UInt32]) -> Int {
    starts.indices.lastOfPrefix { starts[$0] <= scalar }
  }

  /// 16 bits hold a class, and a row of the automaton has a place for each.
  static let mostClasses = 16_000
  static let mostMemberships = 8_000_000

  /// Begins with one class and lets each set split those it cuts through.
  ///
  /// Nothing when there are too many classes.
  init?(_ sets: [ScalarSet]) {
    var cuts: [UInt32] = [0]
    for set in sets {
      for range in set.ranges {
        cuts.append(range.lowerBound)
        if range.upperBound < 0x10FFFF { cuts.append(range.upperBound + 1) }
      }
    }
    cuts.sort()
    var starts: [UInt32] = []
    for cut in cuts where starts.last != cut { starts.append(cut) }

    var numbers = [Int](repeating: 0, count: starts.count)
    var sizes = [starts.count]
    for set in sets {
      var taken: [Int: Int] = [:]
      var touched: [Int] = []
      for range in set.ranges {
        var index = Self.interval(of: range.lowerBound, in: starts)
        while index < starts.count, starts[index] <= range.upperBound {
          touched.append(index)
          taken[numbers[index], default: 0] += 1
          index += 1
        }
      }
      var replacement: [Int: Int] = [:]
      for index in touched {
        let old = numbers[index]
        // A class that lies wholly inside stays as it is.
        guard let inSet = taken[old], inSet < sizes[old] else { continue }
        if let new = replacement[old] {
          numbers[index] = new
        } else {
          replacement[old] = sizes.count
          numbers[index] = sizes.count
          sizes.append(inSet)
        }
      }
      for (old, new) in replacement { sizes[old] -= sizes[new] }
    }

    let classCount = sizes.count
    guard classCount <= Self.mostClasses, classCount * sets.count <= Self.mostMemberships else {
      return nil
    }
    var members: [[Bool]] = []
    for set in sets {
      var holds = [Bool](repeating: false, count: classCount)
      for range in set.ranges {
        var index = Self.interval(of: range.lowerBound, in: starts)
        while index < starts.count, starts[index] <= range.upperBound {
          holds[numbers[index]] = true
          index += 1
        }
      }
      members.append(holds)
    }
    self.starts = starts
    classOfInterval = numbers.map { UInt16(truncatingIfNeeded: $0) }
    count = classCount
    self.members = members
  }
}
