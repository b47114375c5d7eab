import PubQLModel

/// A pair of values, one of each of two tables, that have to be equal for two rows to match.
package struct MatchKey: Sendable {
  /// Worked out over the rows that are looked for.
  package let left: Scalar
  /// Worked out over the rows that are looked among.
  package let right: Scalar
  package let kind: Kind

  package init(left: Scalar, right: Scalar, kind: Kind) {
    self.left = left
    self.right = right
    self.kind = kind
  }

  /// The same for the tables in the other order.
  var turned: MatchKey { MatchKey(left: right, right: left, kind: kind) }

  /// What decides whether two values are equal.
  package enum Kind: Sendable {
    /// Texts are compared folded, all others by what they are
    case plain
    /// Years count as dates; `2020` is not `2020-05`
    case date
    /// Texts count as names of places
    case place
    /// Texts count as names of people
    case person
  }
}

extension MatchKey.Kind {
  /// A value in the form in which equal ones are one key, members of lists likewise. Names of
  /// people stay as they are: their equality is no matter of keys.
  func canonical(_ value: Value) -> Value {
    switch (self, value) {
    case (.place, .text(let name)), (.place, .person(let name)): .place(name)
    case (.date, .whole): value.asDate.map { .date($0) } ?? value
    case (.place, .list(let members)), (.date, .list(let members)):
      .list(members.map { if case .list = $0 { $0 } else { canonical($0) } })
    default: value
    }
  }
}
