import PubQLFormats
import PubQLModel

/// Numbers the values of one coded field, piece after piece, as one core reads them.
///
/// Lists are cut in two steps, for what is a name shows only when all pieces have been read. The
/// first cuts lists that are written as usual at their separators, and numbers what lies between;
/// others are numbered as a whole. `resolve` then makes names of both. So each list is looked at
/// once, while it is in the cache, and each different piece of a list once.
struct FieldCollector: ~Copyable {
  /// Which field it is, for what its lists are cut by; nil for one that only a source has.
  let field: StandardField?
  let form: RawListForm
  /// Values, and pieces of lists.
  var values = Interner()
  /// Lists that are not written as usual.
  var wholes = Interner()
  /// What is known of each piece of a list.
  var traits: [PieceTraits] = []
  /// What the lists teach, and how much of it was known at the end of each piece of the text.
  private(set) var learner = ProseListLearner()
  private(set) var learned: [(piece: Int, count: Int)] = []
  /// By number of the piece; list entries until they are resolved, then codes of `values`.
  var pieces: [Int: PieceCodes] = [:]
  /// Which values some record has; empty when all have one.
  var isUsed: [Bool] = []

  init(_ field: StandardField?, _ form: RawListForm) {
    self.field = field
    self.form = form
  }

  /// Adds the values of a piece, and for each record those that come late.
  mutating func add(
    _ field: RawField, _ piece: RawPiece, _ number: Int, late: [LateValue] = []
  ) {
    var codes = PieceCodes()
    codes.starts.reserveCapacity(piece.records.recordCount + 1)
    codes.codes.reserveCapacity(field.values.count + late.count)
    var next = 0
    piece.forEachRecord(of: field) { record, range in
      for place in range {
        piece.withBytes(field.values[place]) { add($0, to: &codes.codes) }
      }
      while next < late.count, late[next].record == record {
        piece.withBytes(late[next].value) { add($0, to: &codes.codes) }
        next += 1
      }
      codes.finishRecord()
    }
    pieces[number] = codes
    if form == .prose { learned.append((number, learner.count)) }
  }

  private mutating func add(_ value: UnsafeBufferPointer<UInt8>, to codes: inout [UInt32]) {
    if value.count == 0 { return }
    switch form {
    case .values: codes.append(values.intern(value).code)
    case .semicolons: addWhole(value, to: &codes)
    case .authorLine:
      if !addPieces(of: value, cutsAtAnd: true, to: &codes) { addWhole(value, to: &codes) }
    case .prose:
      let start = codes.count
      if addPieces(of: value, cutsAtAnd: false, to: &codes) {
        learn(codes[start...])
      } else if addWhole(value, to: &codes) {
        learner.learn(value)
      }
    }
  }

  @discardableResult
  private mutating func addWhole(
    _ value: UnsafeBufferPointer<UInt8>, to codes: inout [UInt32]
  ) -> Bool {
    let (code, isNew) = wholes.intern(value)
    codes.append(ListEntry(whole: code).bits)
    return isNew
  }

  /// Adds the pieces of a list that is written as usual; whether it is.
  private mutating func addPieces(
    of value: UnsafeBufferPointer<UInt8>, cutsAtAnd: Bool, to codes: inout [UInt32]
  ) -> Bool {
    let start = codes.count
    var list = UsualList(value, cutsAtAnd: cutsAtAnd)
    while let piece = list.next() {
      let bytes = UnsafeBufferPointer(rebasing: value[piece.range])
      let (code, isNew) = values.intern(bytes)
      if isNew { traits.append(PieceTraits(bytes, form)) }
      codes.append(ListEntry(piece: code, piece.joint).bits)
    }
    if list.isUnusual { codes.removeLast(codes.count - start) }
    return !list.isUnusual
  }

  /// Learns from a list: all is one name but a last piece with *and* that has no comma before it.
  private mutating func learn(_ list: ArraySlice<UInt32>) {
    for (place, bits) in zip(list.indices, list) {
      let entry = ListEntry(bits: bits)
      let code = Int(entry.code)
      if traits[code].contains(.isLearned) { continue }
      let isLast = place + 1 == list.endIndex && entry.joint != .commaAnd
      if isLast, traits[code].contains(.hasConjunction) { continue }
      traits[code].insert(.isLearned)
      values.withBytes(entry.code) { learner.learn(piece: $0) }
    }
  }

  /// The names of institutions that were met, folded.
  func institutions() -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    for code in 0..<UInt32(values.count) { names.insert(values.withBytes(code, FoldedKey.make)) }
    for code in 0..<UInt32(wholes.count) { names.insert(wholes.withBytes(code, FoldedKey.make)) }
    return names
  }
}

/// What is known of a piece of a list by itself.
struct PieceTraits: OptionSet {
  let rawValue: UInt8

  /// *And* stands in a piece of a prose list.
  static let hasConjunction = PieceTraits(rawValue: 1)
  /// It has been learned from.
  static let isLearned = PieceTraits(rawValue: 2)
  /// A piece of an author line is a name wherever it stands.
  static let isPlainName = PieceTraits(rawValue: 4)
  /// A name with a comma may begin in it, or go on with it.
  static let mayBegin = PieceTraits(rawValue: 8)
  static let mayFollow = PieceTraits(rawValue: 16)

  /// It belongs to the name before it.
  static let isArticle = PieceTraits(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ piece: UnsafeBufferPointer<UInt8>, _ form: RawListForm) {
    self = []
    if form == .authorLine, NameList.isPlainName(piece) { insert(.isPlainName) }
    if form == .prose, ProseList.hasConjunction(piece: piece) { insert(.hasConjunction) }
    if form == .prose, ProseList.isArticle(piece: piece) { insert(.isArticle) }
  }
}

/// A piece of a list, or a list that is not cut yet, in one number.
///
/// There are fewer different ones than 2²⁹: a segment's text is not much longer, and each takes
/// some bytes of it.
struct ListEntry {
  let bits: UInt32

  private static let wholeFlag: UInt32 = 1 << 31
  private static let codeMask: UInt32 = 1 << 29 - 1

  init(bits: UInt32) { self.bits = bits }
  init(whole code: UInt32) { bits = Self.wholeFlag | code & Self.codeMask }
  init(piece code: UInt32, _ joint: ListJoint) {
    bits = joint.rawValue << 29 | code & Self.codeMask
  }

  var isWhole: Bool { bits & Self.wholeFlag != 0 }
  var code: UInt32 { bits & Self.codeMask }
  var joint: ListJoint { ListJoint(rawValue: bits >> 29 & 3) ?? .first }
  /// Whether it goes on with the list of the entry before.
  var goesOn: Bool { !isWhole && bits >> 29 != 0 }
}
