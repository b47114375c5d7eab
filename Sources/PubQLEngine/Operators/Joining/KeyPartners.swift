import PubQLModel

/// For each value of a key on the left the values on the right that are equal to it.
struct KeyPartners {
  /// The partners of left number `n` are `numbers[starts[n]..<starts[n + 1]]`.
  private var starts: [Int] = [0]
  private var numbers: [UInt32] = []

  /// - Complexity: O(n), but for people: names of one family and initial are compared with each
  ///   other.
  init(
    _ left: KeyValues, _ right: KeyValues, _ kind: MatchKey.Kind, _ context: ExecutionContext
  ) throws(RunError) {
    var keys: [GroupKey: [UInt32]] = [:]
    var names: [PersonName] = []
    var numberOfName: [UInt32] = []
    for (number, value) in right.values.enumerated() {
      if kind == .person, let name = value.textual {
        names.append(PersonName(name))
        numberOfName.append(UInt32(number))
      } else {
        keys[GroupKey(kind.canonical(value)), default: []].append(UInt32(number))
      }
    }
    let people = PersonIndex(names: names)
    for (number, value) in left.values.enumerated() {
      try context.check(at: number)
      if kind == .person, let name = value.textual {
        for code in people.codes(matching: PersonName(name)) {
          numbers.append(numberOfName[Int(code)])
        }
      } else {
        numbers.append(contentsOf: keys[GroupKey(kind.canonical(value))] ?? [])
      }
      try context.checkRows(numbers.count)
      starts.append(numbers.count)
    }
  }

  func partners(of number: UInt32) -> ArraySlice<UInt32> {
    numbers[starts[Int(number)]..<starts[Int(number) + 1]]
  }
}
