/// Numbers brought together into sets, two by two.
struct DisjointSets {
  private var parents: [Int]

  /// Each number below `count` is a set of its own.
  init(count: Int) { parents = Array(0..<count) }

  /// The number that stands for a set: its lowest.
  mutating func find(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// Joins two sets; false when they were one already.
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (find(a), find(b))
    if a == b { return false }
    parents[max(a, b)] = min(a, b)
    return true
  }

  /// The sets of more than one member, by their lowest; members ascend.
  mutating func groups() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for number in parents.indices { members[find(number), default: []].append(number) }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
