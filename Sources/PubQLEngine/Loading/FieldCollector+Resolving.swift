import PubQLFormats
import PubQLModel

extension FieldCollector {
  /// Makes names of all lists: afterwards the pieces hold codes of `values`.
  mutating func resolve(_ names: NameKnowledge) {
    guard form != .values else { return }
    var resolver = ListResolver(ListSplitter(field, form, names), names, traits)
    swap(&values, &resolver.values)
    swap(&wholes, &resolver.wholes)
    resolver.prepare()
    for number in pieces.keys {
      guard let piece = pieces[number] else { continue }
      pieces[number] = resolver.resolve(piece)
    }
    swap(&values, &resolver.values)
    isUsed = resolver.isUsed
    traits = []
  }
}

/// Makes names of the lists of one field.
private struct ListResolver: ~Copyable {
  var values = Interner()
  var wholes = Interner()
  private(set) var isUsed: [Bool] = []
  private let splitter: ListSplitter
  private let names: NameKnowledge
  private var traits: [PieceTraits]
  /// What wholes are cut into, by their code.
  private var cuts = CodeLists()
  /// What pieces with *and* in them are cut into.
  private var pieceCuts = CodeLists()
  /// By piece: the number of what it is cut into where it is not the last of its list, and, one
  /// behind, where it is; −1 as long as it has not been cut.
  private var cutOfPiece: [Int32] = []
  private var list: [UInt8] = []

  init(_ splitter: ListSplitter, _ names: NameKnowledge, _ traits: [PieceTraits]) {
    self.splitter = splitter
    self.names = names
    self.traits = traits
  }

  /// Looks at all pieces, and cuts the lists that were numbered as a whole.
  mutating func prepare() {
    let vocabulary = names.vocabulary(of: splitter.field)
    for code in traits.indices {
      values.withBytes(UInt32(code)) { piece in
        switch splitter.form {
        case .prose:
          if vocabulary.mayHaveComma(after: piece) { traits[code].insert(.mayBegin) }
          if vocabulary.mayHaveComma(before: piece) { traits[code].insert(.mayFollow) }
        case .authorLine:
          if traits[code].contains(.isPlainName), names.institutions.hasLonger(than: piece) {
            traits[code].remove(.isPlainName)
          }
        case .values, .semicolons: break
        }
      }
    }
    if splitter.form == .prose { cutOfPiece = [Int32](repeating: -1, count: 2 * traits.count) }
    isUsed = [Bool](repeating: false, count: values.count)
    for code in 0..<UInt32(wholes.count) { cut(wholes.text(code)) }
  }

  /// The names of a piece of the text in the place of its lists.
  mutating func resolve(_ piece: PieceCodes) -> PieceCodes {
    var result = PieceCodes()
    result.starts.reserveCapacity(piece.starts.count)
    result.codes.reserveCapacity(piece.codes.count)
    piece.codes.withUnsafeBufferPointer { entries in
      for record in 0..<piece.starts.count - 1 {
        var start = Int(piece.starts[record])
        let end = Int(piece.starts[record + 1])
        while start < end {
          var stop = start + 1
          while stop < end, ListEntry(bits: entries[stop]).goesOn { stop += 1 }
          append(UnsafeBufferPointer(rebasing: entries[start..<stop]), to: &result.codes)
          start = stop
        }
        result.finishRecord()
      }
    }
    return result
  }

  private mutating func append(_ entries: UnsafeBufferPointer<UInt32>, to codes: inout [UInt32]) {
    guard let first = entries.first.map(ListEntry.init(bits:)) else { return }
    if first.isWhole { return codes.append(contentsOf: cuts[Int(first.code)]) }
    guard isPlain(entries) else {
      let list = whole(entries)
      return codes.append(contentsOf: cuts[list])
    }
    for place in entries.indices {
      let entry = ListEntry(bits: entries[place])
      if traits[Int(entry.code)].contains(.hasConjunction) {
        let isLast = place + 1 == entries.endIndex && entry.joint != .commaAnd
        let cut = cut(ofPiece: entry.code, isLast: isLast)
        codes.append(contentsOf: pieceCuts[cut])
      } else {
        isUsed[Int(entry.code)] = true
        codes.append(entry.code)
      }
    }
  }

  /// Whether what the pieces of a list are does not depend on those beside them.
  private func isPlain(_ entries: UnsafeBufferPointer<UInt32>) -> Bool {
    var before: PieceTraits = []
    for bits in entries {
      let traits = traits[Int(ListEntry(bits: bits).code)]
      if splitter.form == .authorLine, !traits.contains(.isPlainName) { return false }
      if traits.contains(.mayFollow), before.contains(.mayBegin) { return false }
      if traits.contains(.isArticle), entries.count > 1 { return false }
      before = traits
    }
    return true
  }

  /// The number of a list as a whole, which its pieces and joints give again.
  private mutating func whole(_ entries: UnsafeBufferPointer<UInt32>) -> Int {
    list.removeAll(keepingCapacity: true)
    for bits in entries {
      let entry = ListEntry(bits: bits)
      list.append(contentsOf: entry.joint.text.utf8)
      values.withBytes(entry.code) { list.append(contentsOf: $0) }
    }
    let (code, isNew) = list.withUnsafeBufferPointer { wholes.intern($0) }
    if isNew { cut(list) }
    return Int(code)
  }

  /// Cuts a whole; they come in the order of their codes.
  private mutating func cut(_ list: [UInt8]) {
    list.withUnsafeBufferPointer { bytes in
      for name in splitter.names(in: bytes) where !name.isEmpty {
        cuts.codes.append(number(bytes, name))
      }
    }
    cuts.finish()
  }

  /// The number of what a piece with *and* in it is cut into.
  private mutating func cut(ofPiece code: UInt32, isLast: Bool) -> Int {
    let place = 2 * Int(code) + (isLast ? 1 : 0)
    if cutOfPiece[place] >= 0 { return Int(cutOfPiece[place]) }
    values.text(code).withUnsafeBufferPointer { bytes in
      for name in splitter.names(inPiece: bytes, isLast: isLast) where !name.isEmpty {
        pieceCuts.codes.append(number(bytes, name))
      }
    }
    let cut = pieceCuts.finish()
    cutOfPiece[place] = Int32(cut)
    return cut
  }

  /// The code of a name that a list is cut into.
  private mutating func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>
  ) -> UInt32 {
    let (code, isNew) = values.intern(UnsafeBufferPointer(rebasing: bytes[name]))
    if isNew { isUsed.append(true) } else { isUsed[Int(code)] = true }
    return code
  }
}

/// Lists of codes, one after another.
private struct CodeLists {
  var codes: [UInt32] = []
  private var starts: [Int] = [0]

  /// Ends the list in hand, and gives its number.
  @discardableResult
  mutating func finish() -> Int {
    starts.append(codes.count)
    return starts.count - 2
  }

  subscript(list: Int) -> ArraySlice<UInt32> { codes[starts[list]..<starts[list + 1]] }
}
