extension NameKey {
  /// Whether the two may be names of one person, or are the same organisation.
  ///
  /// See `PersonName.matches`. Nothing is allocated.
  package func matches(_ other: NameKey) -> Bool {
    if family.isEmpty || other.family.isEmpty { return words == other.words }
    if isCorporate || other.isCorporate {
      return isInOrder && other.isInOrder && name == other.name
    }
    guard suffix.isEmpty || other.suffix.isEmpty || Self.sameSuffix(suffix, other.suffix) else {
      return false
    }
    if Self.sharesEnd(family, other.family), givenMatches(other), particleMatches(other) {
      return true
    }
    return isInOrder && name == other.family || other.isInOrder && other.name == family
  }

  private static func sameSuffix(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    // `Jr.` and `Junior`, `Sr.` and `Senior`.
    a == b || a.first == b.first && a.first != UInt8(ascii: "i") && a.last == b.last
  }

  /// Whether one is the other, or its first or last words.
  private static func sharesEnd(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if short.count == long.count { return short == long }
    return long.starts(with: short) && long[long.startIndex + short.count] == space
      || isLastWords(short, of: long)
  }

  private static func isLastWords(_ short: ArraySlice<UInt8>, of long: ArraySlice<UInt8>) -> Bool {
    short.count < long.count && long.suffix(short.count) == short
      && long[long.endIndex - short.count - 1] == space
  }

  private func particleMatches(_ other: NameKey) -> Bool {
    let (a, b) = (particle, other.particle)
    return a.isEmpty || b.isEmpty || a == b || Self.isLastWords(a, of: b)
      || Self.isLastWords(b, of: a)
  }

  /// Name by name, as far as both go.
  private func givenMatches(_ other: NameKey) -> Bool {
    var a = given
    var b = other.given
    var index: UInt32 = 0
    while !a.isEmpty, !b.isEmpty {
      let first = a.prefix { $0 != Self.space }
      let second = b.prefix { $0 != Self.space }
      if first != second {
        let canAbbreviate =
          isInitial(index) && second.starts(with: first)
          || other.isInitial(index) && first.starts(with: second)
        guard canAbbreviate else { return false }
      }
      a = a[first.endIndex...].dropFirst()
      b = b[second.endIndex...].dropFirst()
      index += 1
    }
    return true
  }

  private func isInitial(_ index: UInt32) -> Bool {
    index < 32 && initials & (1 << index) != 0
  }
}
