/// Decides which words of a line make one name.
struct NameListSplitter {
  let bytes: UnsafeBufferPointer<UInt8>
  let words: [NameWord]
  let isKnown: (UnsafeBufferPointer<UInt8>) -> Bool

  /// What stands before a piece.
  private enum Joint {
    case comma, and, commaAnd, with, semicolon
  }

  /// Words between separators.
  private struct Piece {
    var words: Range<Int>
    var joint: Joint
    /// How many of the words stand before a suffix or degree.
    var core: Range<Int>
  }

  /// The names, as ranges of words.
  func names() -> [Range<Int>] {
    let joined = withSuffixes(withOrganisations(pieces()))
    var names: [Range<Int>] = []
    var start = 0
    while start < joined.count {
      // Semicolons part names for certain, and then commas do not.
      var end = start + 1
      while end < joined.count, joined[end].joint != .semicolon { end += 1 }
      appendNames(joined[start..<end], to: &names)
      start = end
    }
    return names
  }

  // MARK: - Pieces

  private func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var joint = Joint.semicolon
    func close(_ end: Int) {
      if start < end { pieces.append(Piece(words: start..<end, joint: joint, core: start..<end)) }
    }
    for (index, word) in words.enumerated() {
      let isWith = word.traits.contains(.with)
      if word.traits.contains(.and) || isWith {
        close(index)
        // A separator before a word that nothing stands between keeps the stronger.
        if word.separator == .semicolon || start == index && joint == .semicolon {
          joint = .semicolon
        } else if isWith {
          joint = .with
        } else {
          joint = word.separator == .comma || start == index && joint == .comma ? .commaAnd : .and
        }
        start = index + 1
      } else if word.separator != .none, index > start {
        close(index)
        joint = word.separator == .semicolon ? .semicolon : .comma
        start = index
      } else if word.separator == .semicolon {
        joint = .semicolon
      }
    }
    close(words.count)
    return pieces
  }

  private func known(_ range: Range<Int>) -> Bool {
    guard let first = words[range].first, let last = words[range].last else { return false }
    return isKnown(
      UnsafeBufferPointer(rebasing: bytes[first.range.lowerBound..<last.range.upperBound]))
  }

  // MARK: - Organisations

  /// Names of more words grow no further, so that a hostile line costs no square of its length.
  private static let longestOrganisation = 40

  /// Joins the pieces that `and` or a comma in an organisation's name has parted.
  private func withOrganisations(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    for (index, piece) in pieces.enumerated() {
      guard let last = joined.last else {
        joined.append(piece)
        continue
      }
      let isLast = index + 1 == pieces.count || pieces[index + 1].joint != .comma
      if belongs(piece, to: last, isLast: isLast) {
        joined[joined.count - 1].words = last.words.lowerBound..<piece.words.upperBound
        joined[joined.count - 1].core = joined[joined.count - 1].words
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  private func belongs(_ right: Piece, to left: Piece, isLast: Bool) -> Bool {
    if right.joint == .semicolon || right.joint == .with { return false }
    if left.words.count > Self.longestOrganisation { return false }
    let l = words[left.words]
    let r = words[right.words]
    let leftTraits = traits(left.words)
    let rightTraits = traits(right.words)
    let marks: NameTraits = [.head, .weakHead, .topic, .preposition]
    if leftTraits.isDisjoint(with: marks), rightTraits.isDisjoint(with: marks),
      right.joint == .comma || right.joint == .commaAnd
    {
      return false
    }
    if known(left.words.lowerBound..<right.words.upperBound) { return true }
    if known(left.words) && known(right.words) { return false }
    let leftIsOrganisation = NameShape.isOrganisation(l)
    let rightIsComplete =
      !rightTraits.isDisjoint(with: [.head, .preposition])
      && NameShape.isOrganisation(r)
    let isLoneComma = right.joint == .comma || right.joint == .commaAnd
    if leftIsOrganisation {
      let hasPreposition = leftTraits.contains(.preposition)
      if isLoneComma {
        guard hasPreposition, !rightIsComplete else { return false }
        return rightTraits.contains(.topic) || r.count == 1 && isLast && right.joint == .comma
      }
      if hasPreposition, endsInAdjective(l) { return true }
      if rightIsComplete { return false }
      if rightTraits.contains(.topic) { return true }
      return hasPreposition && r.count == 1
    }
    guard !isLoneComma else { return false }
    // `Food and Agriculture Organization`, `Middle East and Africa Center`.
    guard NameShape.isOrganisation(r) else { return false }
    return l.count == 1 && !(l.first?.isInitials ?? true) || leftTraits.contains(.topic)
  }

  private func traits(_ range: Range<Int>) -> NameTraits {
    words[range].reduce(into: NameTraits()) { $0.formUnion($1.traits) }
  }

  /// `Center for Strategic` wants a noun.
  private func endsInAdjective(_ piece: ArraySlice<NameWord>) -> Bool {
    guard let last = piece.last, !last.traits.contains(.head), last.letters > 4 else {
      return false
    }
    let text = bytes[last.range]
    return ["ic", "al", "ive", "ary", "ign"].contains {
      text.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  // MARK: - Persons

  /// Joins `Jr.`, `PhD` and `Inc.` to the piece before.
  private func withSuffixes(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    for piece in pieces {
      let isSuffix = words[piece.words].allSatisfy {
        !$0.traits.isDisjoint(with: NameTraits.afterName.union([.company]))
          && ($0.letters > 2 || $0.hasDot || $0.isCapitals || $0.traits.contains(.suffix))
      }
      if isSuffix, piece.joint == .comma, let last = joined.last {
        joined[joined.count - 1].words = last.words.lowerBound..<piece.words.upperBound
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  private func appendNames(_ pieces: ArraySlice<Piece>, to names: inout [Range<Int>]) {
    let isEven = hasPairsOnly(pieces)
    let isLoneNames =
      !isEven && pieces.allSatisfy { $0.core.count == 1 && !words[$0.core.lowerBound].isInitials }
    var index = pieces.startIndex
    while index < pieces.endIndex {
      let piece = pieces[index]
      let next = index + 1
      if next < pieces.endIndex, pieces[next].joint == .comma, !isLoneNames,
        isInverted(piece, pieces[next], isEven: isEven)
      {
        names.append(piece.words.lowerBound..<pieces[next].words.upperBound)
        index += 2
      } else {
        names.append(piece.words)
        index += 1
      }
    }
  }

  /// Whether there is an even number of pieces between any two `and`.
  private func hasPairsOnly(_ pieces: ArraySlice<Piece>) -> Bool {
    var count = 0
    for (offset, piece) in pieces.enumerated() {
      if offset > 0, piece.joint != .comma {
        if count % 2 != 0 { return false }
        count = 0
      }
      count += 1
    }
    return count % 2 == 0
  }

  /// Whether two pieces with a comma between are `Family, Given`.
  private func isInverted(_ left: Piece, _ right: Piece, isEven: Bool) -> Bool {
    let l = words[left.core]
    let r = words[right.core]
    if NameShape.isOrganisation(l) || NameShape.isOrganisation(r) { return false }
    guard let first = l.first, !first.isInitials, l.count <= 4, r.count <= 4 else { return false }
    if r.allSatisfy(\.isInitials) { return true }
    let isFamily =
      l.count == 1 || first.isParticle(allowingCapitals: false) || l.allSatisfy(\.isCapitals)
    let isGiven = r.count == 1 || r.last?.isInitials == true
    let answer = isFamily ? isGiven || isEven : isGiven && isEven
    // Two lone names that are both known are two.
    return answer
      && (known(left.words.lowerBound..<right.words.upperBound)
        || !(known(left.words) && known(right.words)))
  }
}
