import PubQLFormats
import PubQLModel
import PubQLText

/// A folded text as a key.
enum FoldedKey {
  static func make(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    Folding.fold(bytes, into: &key)
    return key
  }
}

/// The coded fields of a piece: lists taken apart, dates read, values numbered.
struct PieceColumns: Sendable {
  /// By name.
  private(set) var columns: [String: PieceColumn] = [:]
  /// Oddities that show only here.
  private(set) var problems: [RawProblem] = []

  /// Dates that cannot be read are kept as texts of this field.
  static let unreadableDates = "publication_date"

  init(_ piece: RawPiece, _ names: NameKnowledge) {
    for (slot, field) in piece.records.fields.enumerated() {
      let standard = StandardField(rawValue: slot)
      let kind = standard.map(FieldKind.init) ?? .category
      guard kind.isCoded, standard != .date else { continue }
      columns[field.name] = PieceColumn(
        field, piece, splitter: Splitter(field.form, standard, names))
    }
    readDates(piece)
  }

  private mutating func readDates(_ piece: RawPiece) {
    let raw = piece.records.fields[StandardField.date.rawValue]
    var dates = DateColumnBuilder()
    var kept = PieceColumnBuilder()
    var keptAny = false
    var cursor = FieldCursor(raw)
    for record in 0..<piece.records.recordCount {
      kept.copy(columns[Self.unreadableDates], record)
      for value in cursor.values(of: record) {
        let reading = piece.withBytes(value) { dates.add($0) }
        if reading == .read { continue }
        problems.append(
          RawProblem(
            reading == .ambiguous ? .ambiguousDate : .unreadableDate,
            line: Int(piece.records.lines[record]),
            text: piece.withBytes(value) { String(decoding: $0.prefix(80), as: UTF8.self) }))
        if reading == .unreadable {
          piece.withBytes(value) { kept.add($0) }
          keptAny = true
        }
      }
      dates.finishRecord()
      kept.finishRecord()
    }
    columns[StandardField.date.name] = dates.finish()
    if keptAny { columns[Self.unreadableDates] = kept.finish() }
  }
}

/// The values of one coded field of a piece, numbered in the order of first sight.
struct PieceColumn: Sendable {
  /// Where the codes of each record begin, and an end.
  let starts: [UInt32]
  let codes: [UInt32]
  /// The texts of the values, one after another.
  let textStarts: [UInt32]
  let texts: [UInt8]
  /// What the texts of a field of dates stand for.
  var dates: [PartialDate] = []

  init(_ field: RawField, _ piece: RawPiece, splitter: Splitter) {
    var builder = PieceColumnBuilder()
    var cursor = FieldCursor(field)
    for record in 0..<piece.records.recordCount {
      for value in cursor.values(of: record) {
        piece.withBytes(value) { builder.add($0, splitter) }
      }
      builder.finishRecord()
    }
    self = builder.finish()
  }

  fileprivate init(
    starts: [UInt32], codes: [UInt32], textStarts: [UInt32], texts: [UInt8],
    dates: [PartialDate] = []
  ) {
    self.starts = starts
    self.codes = codes
    self.textStarts = textStarts
    self.texts = texts
    self.dates = dates
  }

  var count: Int { textStarts.count - 1 }

  func withText<R>(_ code: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    texts.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(textStarts[code])..<Int(textStarts[code + 1])]))
    }
  }
}

/// Walks through the values of a field, record by record.
struct FieldCursor {
  private let field: RawField
  private var start = 0

  init(_ field: RawField) { self.field = field }

  mutating func values(of record: Int) -> ArraySlice<RawValue> {
    guard record < field.ends.count else { return [] }
    let end = Int(field.ends[record])
    defer { start = end }
    return field.values[start..<end]
  }
}

/// Collects the values of a field.
struct PieceColumnBuilder: ~Copyable {
  private var values = Interner()
  private var starts: [UInt32] = [0]
  private var codes: [UInt32] = []
  /// Texts that were taken apart before, and the codes of their parts.
  private var wholes = Interner()
  private var partStarts: [Int] = [0]
  private var parts: [UInt32] = []

  init() {}

  /// Adds a value as it is.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.count > 0 { codes.append(values.intern(bytes).code) }
  }

  /// Adds the values that a text is taken apart into. Equal texts are taken apart once.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ splitter: Splitter) {
    guard splitter.splits else { return add(bytes) }
    let (whole, isNew) = wholes.intern(bytes)
    if isNew {
      splitter.split(bytes) { part in
        if part.count > 0 { parts.append(values.intern(part).code) }
      }
      partStarts.append(parts.count)
    }
    codes.append(contentsOf: parts[partStarts[Int(whole)]..<partStarts[Int(whole) + 1]])
  }

  /// Adds the values of a record of another column.
  mutating func copy(_ column: PieceColumn?, _ record: Int) {
    guard let column, record + 1 < column.starts.count else { return }
    for code in column.codes[Int(column.starts[record])..<Int(column.starts[record + 1])] {
      column.withText(Int(code)) { add($0) }
    }
  }

  mutating func finishRecord() { starts.append(UInt32(codes.count)) }

  consuming func finish() -> PieceColumn {
    PieceColumn(
      starts: starts, codes: codes, textStarts: values.starts, texts: values.arena)
  }
}

/// Reads the dates of a piece; equal texts are read once.
struct DateColumnBuilder: ~Copyable {
  /// How a text was read.
  enum Reading {
    case read
    case ambiguous
    case unreadable
  }

  private var texts = Interner()
  private var readings: [(reading: Reading, code: UInt32)] = []
  private var edtf = Interner()
  private var dates: [PartialDate] = []
  private var starts: [UInt32] = [0]
  private var codes: [UInt32] = []

  init() {}

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    let (text, isNew) = texts.intern(bytes)
    if isNew { readings.append(read(bytes)) }
    let (reading, code) = readings[Int(text)]
    if reading != .unreadable { codes.append(code) }
    return reading
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (Reading, UInt32) {
    guard let loose = PartialDate.reading(bytes) else { return (.unreadable, 0) }
    var text: [UInt8] = []
    loose.date.appendEDTF(to: &text)
    let (code, isNew) = text.withUnsafeBufferPointer { edtf.intern($0) }
    if isNew { dates.append(loose.date) }
    return (loose.note == .ambiguousDayAndMonth ? .ambiguous : .read, code)
  }

  mutating func finishRecord() { starts.append(UInt32(codes.count)) }

  consuming func finish() -> PieceColumn {
    PieceColumn(
      starts: starts, codes: codes, textStarts: edtf.starts, texts: edtf.arena, dates: dates)
  }
}

/// Takes the values of a field apart.
struct Splitter {
  private let form: RawListForm
  private let field: StandardField?
  private let names: NameKnowledge

  init(_ form: RawListForm, _ field: StandardField?, _ names: NameKnowledge) {
    self.form = form
    self.field = field
    self.names = names
  }

  var splits: Bool { form != .values }

  func split(
    _ value: UnsafeBufferPointer<UInt8>, _ emit: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch form {
    case .values: emit(value)
    case .prose:
      ProseList.split(value, vocabulary: field == .regions ? names.places : names.topics) {
        emit(UnsafeBufferPointer(rebasing: value[$0]))
      }
    case .authorLine:
      let list = NameList(value) { names.institutions.contains(FoldedKey.make($0)) }
      for range in list.ranges { emit(UnsafeBufferPointer(rebasing: value[range])) }
    case .semicolons:
      for part in value.split(separator: UInt8(ascii: ";")) {
        emit(Self.trimmed(UnsafeBufferPointer(rebasing: part)))
      }
    }
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var part = bytes[...]
    while let first = part.first, first <= 32 { part.removeFirst() }
    while let last = part.last, last <= 32 { part.removeLast() }
    return UnsafeBufferPointer(rebasing: part)
  }
}
