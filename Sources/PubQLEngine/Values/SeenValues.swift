import PubQLModel

/// Values that were seen, for telling which are new.
///
/// Values are one when they are one group (see `GroupKey`), people when their names can be of one
/// person.
package struct SeenValues {
  private var keys: Set<GroupKey> = []
  /// By the words under which they can be found.
  private var people: [String: [PersonName]] = [:]

  package init() {}

  /// Whether a value was not seen before.
  package mutating func insert(_ value: Value) -> Bool {
    guard case .person(let printed) = value else { return keys.insert(GroupKey(value)).inserted }
    guard keys.insert(GroupKey(value)).inserted else { return false }
    let name = PersonName(printed)
    let isKnown = name.familyKeys.contains { people[$0]?.contains { $0.matches(name) } ?? false }
    if isKnown { return false }
    for key in name.familyKeys { people[key, default: []].append(name) }
    return true
  }
}
