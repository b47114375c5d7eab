import PubQLText

/// Splits one value; see `ProseList` for the rules.
struct ProseSplitter {
  private let value: UnsafeBufferPointer<UInt8>
  private let vocabulary: Vocabulary
  private let brackets: [Range<Int>]
  /// Whether the value has one part only.
  private var isLone = false
  private var folded: [UInt8] = []
  private var key: [UInt8] = []

  /// The longest name that is looked up, in pieces between *and*. Longer ones are in no table,
  /// and the limit keeps the work linear.
  static let longestName = 4
  /// The most commas in a name.
  static let mostCommas = 3

  init(_ value: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary) {
    self.value = value
    self.vocabulary = vocabulary
    brackets = ProseScan.brackets(value)
  }

  /// What stands before a range that is cut at *and*, and so what it takes to cut it.
  private enum Standing {
    /// A lone value, or the last part of a list without *and* before it
    case open
    /// Between separators, or after `, and`
    case closed(ProseReason)
    /// Last, after a semicolon
    case lastOfSemicolons
  }

  mutating func run(_ emit: (Range<Int>, ProseReason) -> Void) {
    let parts = ProseScan.parts(value, outside: brackets)
    isLone = parts.count == 1
    var index = 0
    while index < parts.count {
      let part = parts[index]
      if let article = article(after: index, in: parts) {
        emit(part.range.lowerBound..<article, .known(.builtIn))
        index += 2
        continue
      }
      if let name = commaName(from: index, in: parts) {
        if let before = name.before { pieces(before, .open, emit) }
        emit(name.range, .known(name.source))
        if let after = name.after { pieces(after, .open, emit) }
        index = name.next
        continue
      }
      pieces(part.range, standing(of: index, in: parts), emit)
      index += 1
    }
  }

  /// As above for the value as one part of a list that has no brackets.
  mutating func run(isLast: Bool, _ emit: (Range<Int>, ProseReason) -> Void) {
    pieces(0..<value.count, isLast ? .open : .closed(.betweenSeparators), emit)
  }

  private func standing(of index: Int, in parts: [ProseScan.Part]) -> Standing {
    let part = parts[index]
    if parts.count == 1 { return .open }
    if part.hasConjunction { return .closed(.afterConjunction) }
    if index < parts.count - 1 { return .closed(.betweenSeparators) }
    return part.afterSemicolon ? .lastOfSemicolons : .open
  }

  // MARK: - Cutting at *and*

  private mutating func pieces(
    _ range: Range<Int>, _ standing: Standing, _ emit: (Range<Int>, ProseReason) -> Void
  ) {
    var cuts: [ProseScan.Conjunction] = []
    ProseScan.forEachConjunction(value, in: range, outside: brackets) { cuts.append($0) }
    if cuts.isEmpty {
      if case .closed(let reason) = standing {
        emit(range, reason)
      } else {
        emit(range, isLone ? .alone : .betweenSeparators)
      }
      return
    }
    let whole = cuts.count < Self.longestName ? knowledge(of: range) : .none
    if whole.isOneName {
      emit(range, .known(whole.source))
      return
    }
    switch standing {
    case .open:
      break
    case .closed(let reason):
      if !whole.isApart, !everyPiece(of: range, cuts, where: \.isBuiltInPlain) {
        emit(range, reason)
        return
      }
    case .lastOfSemicolons:
      if !whole.isApart, !everyPiece(of: range, cuts, where: \.isKnown) {
        emit(range, .betweenSeparators)
        return
      }
    }
    if cuts.count == 1 {
      let reason: ProseReason
      if case .open = standing, !whole.isApart { reason = .cut } else { reason = .cutPieces }
      emit(range.lowerBound..<cuts[0].range.lowerBound, reason)
      emit(cuts[0].range.upperBound..<range.upperBound, reason)
    } else {
      choose(range, cuts, emit)
    }
  }

  private mutating func everyPiece(
    of range: Range<Int>, _ cuts: [ProseScan.Conjunction],
    where holds: (Vocabulary.Knowledge) -> Bool
  ) -> Bool {
    var start = range.lowerBound
    for index in 0...cuts.count {
      let end = index < cuts.count ? cuts[index].range.lowerBound : range.upperBound
      if !holds(knowledge(of: start..<end)) { return false }
      if index < cuts.count { start = cuts[index].range.upperBound }
    }
    return true
  }

  /// The best way so far to cut what stands before a point.
  private struct Way {
    var cost: Int
    var names: Int
    /// Where its last name begins, in pieces.
    var start: Int
    var isKnown: Bool
  }

  /// Cuts a range with several *and* so that the fewest unknown names come out.
  private mutating func choose(
    _ range: Range<Int>, _ cuts: [ProseScan.Conjunction],
    _ emit: (Range<Int>, ProseReason) -> Void
  ) {
    let count = cuts.count + 1
    let signs = cuts.reduce(0) { $0 + ($1.isSign ? 1 : 0) }
    let isMixed = signs > 0 && signs < cuts.count
    var best = [Way(cost: 0, names: 0, start: 0, isKnown: true)]
    best.reserveCapacity(count + 1)
    for end in 1...count {
      var way: Way?
      for start in stride(from: end - 1, through: max(0, end - Self.longestName), by: -1) {
        let known = knowledge(of: name(range, cuts, start, end))
        guard let cost = cost(known, cuts[start..<end - 1], isMixed, isWhole: end - start == count)
        else { continue }
        let next = Way(
          cost: best[start].cost + cost, names: best[start].names + 1, start: start,
          isKnown: known.isKnown)
        if let old = way, (old.cost, old.names) <= (next.cost, next.names) { continue }
        way = next
      }
      // A single piece always has a cost, so there is a way.
      best.append(way ?? Way(cost: .max / 2, names: end, start: end - 1, isKnown: false))
    }
    var chosen: [Range<Int>] = []
    var allKnown = true
    var end = count
    while end > 0 {
      let way = best[end]
      chosen.append(name(range, cuts, way.start, end))
      allKnown = allKnown && way.isKnown
      end = way.start
    }
    for name in chosen.reversed() { emit(name, .chosen(isKnown: allKnown)) }
  }

  /// What taking some pieces as one name costs; nil if it cannot be.
  private func cost(
    _ known: Vocabulary.Knowledge, _ inside: ArraySlice<ProseScan.Conjunction>, _ isMixed: Bool,
    isWhole: Bool
  ) -> Int? {
    if inside.isEmpty { return known.isKnown ? 0 : 2 }
    if known.isOneName { return 0 }
    if isWhole || known.isApart { return nil }
    // Dearer than one unknown piece, cheaper than two.
    return inside.reduce(0) { $0 + (isMixed && $1.isSign ? 1 : 3) }
  }

  /// The bytes of the pieces from `start` up to `end`.
  private func name(
    _ range: Range<Int>, _ cuts: [ProseScan.Conjunction], _ start: Int, _ end: Int
  ) -> Range<Int> {
    let low = start == 0 ? range.lowerBound : cuts[start - 1].range.upperBound
    let high = end > cuts.count ? range.upperBound : cuts[end - 1].range.lowerBound
    return low..<high
  }

  // MARK: - Names with commas

  private struct CommaName {
    var range: Range<Int>
    var source: Vocabulary.Source
    /// What stands before it in its first part ("Japan and Korea, Republic of").
    var before: Range<Int>?
    /// What stands after it in its last part ("Korea, Republic of and Japan").
    var after: Range<Int>?
    /// The first part after it.
    var next: Int
  }

  /// A known name that goes over the commas after part `index`.
  private mutating func commaName(from index: Int, in parts: [ProseScan.Part]) -> CommaName? {
    let filter = vocabulary.commaNames
    guard !filter.isEmpty, index + 1 < parts.count, !parts[index + 1].afterSemicolon,
      filter.mayFollow(slice(parts[index + 1].range))
    else { return nil }
    let first = parts[index].range
    if filter.mayBegin(slice(first)),
      let name = commaName(start: first.lowerBound, from: index, in: parts)
    {
      return name
    }
    var last: ProseScan.Conjunction?
    ProseScan.forEachConjunction(value, in: first, outside: brackets) { last = $0 }
    guard let last, filter.mayBegin(slice(last.range.upperBound..<first.upperBound)),
      var name = commaName(start: last.range.upperBound, from: index, in: parts)
    else { return nil }
    name.before = first.lowerBound..<last.range.lowerBound
    return name
  }

  private mutating func commaName(
    start: Int, from index: Int, in parts: [ProseScan.Part]
  ) -> CommaName? {
    var last = min(index + Self.mostCommas, parts.count - 1)
    while last > index {
      let end = parts[last].range.upperBound
      let whole = knowledge(of: start..<end)
      if whole.isOneName {
        return CommaName(range: start..<end, source: whole.source, next: last + 1)
      }
      if last == parts.count - 1, let name = commaName(start: start, endingIn: parts[last].range) {
        var name = name
        name.next = last + 1
        return name
      }
      last -= 1
    }
    return nil
  }

  /// A known name that ends before an *and* of the last part.
  private mutating func commaName(start: Int, endingIn part: Range<Int>) -> CommaName? {
    var cuts: [ProseScan.Conjunction] = []
    ProseScan.forEachConjunction(value, in: part, outside: brackets) {
      if cuts.count < Self.longestName { cuts.append($0) }
    }
    for cut in cuts.reversed() {
      let whole = knowledge(of: start..<cut.range.lowerBound)
      if whole.isOneName {
        return CommaName(
          range: start..<cut.range.lowerBound, source: whole.source,
          after: cut.range.upperBound..<part.upperBound, next: 0)
      }
    }
    return nil
  }

  /// The end of a part that is only *the*, as in "Gambia, The".
  private func article(after index: Int, in parts: [ProseScan.Part]) -> Int? {
    guard index + 1 < parts.count, !parts[index + 1].hasConjunction else { return nil }
    let word = parts[index + 1].range
    return ProseList.isArticle(piece: slice(word)) ? word.upperBound : nil
  }

  // MARK: - Looking up

  private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: value[range])
  }

  private mutating func knowledge(of range: Range<Int>) -> Vocabulary.Knowledge {
    folded.removeAll(keepingCapacity: true)
    key.removeAll(keepingCapacity: true)
    Folding.fold(slice(range), into: &folded)
    folded.withUnsafeBufferPointer { LookupKey.append(folded: $0, to: &key, commas: .stay) }
    return key.withUnsafeBufferPointer { vocabulary.knowledge(of: $0) }
  }
}
