package import PubQLModel

/// A value of a record: a range of bytes in the text that was read, or in the bytes that the
/// reader had to make (`RawRecords.made`) because the value does not stand in one piece.
package struct RawValue: Sendable, Equatable {
  /// Byte offset; with the highest bit set, in `made`.
  package let start: UInt32
  package let length: UInt32

  package static let madeFlag: UInt32 = 0x8000_0000

  package init(start: UInt32, length: UInt32) {
    self.start = start
    self.length = length
  }
}

/// How the values of a field are to be taken apart.
package enum RawListForm: Sendable {
  /// Each value is one value.
  case values
  /// A prose list: `Governance, Cities, and COVID-19`
  case prose
  /// An author line: `Alice Ekman and Cristina de Esperanza Picardo`
  case authorLine
  /// Values joined by semicolons.
  case semicolons
}

/// The values of one field for all records of a chunk.
///
/// Shape: the values of record `r` are `values[ends[r-1]..<ends[r]]`, with 0 before the first.
package struct RawField: Sendable {
  /// In snake_case.
  package let name: String
  package let form: RawListForm
  package var values: [RawValue] = []
  /// One entry a finished record that the field has been known for; records that follow the last
  /// entry have no value.
  package var ends: [UInt32] = []

  package init(name: String, form: RawListForm) {
    self.name = name
    self.form = form
  }
}

/// The records that a reader found in one piece of a text, column by column, values not yet
/// taken apart.
package struct RawRecords: Sendable {
  /// The standard fields by `StandardField.rawValue`, then the others as they were met.
  package private(set) var fields: [RawField]
  /// Line (from 1) in the piece on which each finished record begins.
  package private(set) var lines: [UInt32] = []
  /// Bytes of values that do not stand in one piece in the text, UTF-8.
  package private(set) var made: [UInt8] = []
  package private(set) var problems: [RawProblem] = []
  /// How many lines the piece has, so that the lines of the next can be counted on.
  package var lineCount = 0
  private var slots: [String: Int] = [:]

  /// - Parameter forms: how a format writes its lists; fields not named hold plain values.
  package init(forms: [StandardField: RawListForm]) {
    fields = StandardField.allCases.map { RawField(name: $0.name, form: forms[$0] ?? .values) }
    for (slot, field) in fields.enumerated() { slots[field.name] = slot }
  }

  package var recordCount: Int { lines.count }

  /// The slot of a field, made if it is new; values of such a field are kept as they are.
  package mutating func slot(named name: String) -> Int {
    if let slot = slots[name] { return slot }
    fields.append(RawField(name: name, form: .values))
    slots[name] = fields.count - 1
    return fields.count - 1
  }

  /// Adds a value that stands in the text to the record in hand.
  package mutating func add(_ slot: Int, start: Int, end: Int) {
    fields[slot].values.append(RawValue(start: UInt32(start), length: UInt32(end - start)))
  }

  /// Adds a value that the reader made to the record in hand.
  package mutating func add(_ slot: Int, made bytes: some Collection<UInt8>) {
    // Only a text of nearly 2³¹ bytes that are not UTF-8 comes so far.
    guard made.count + bytes.count < Int(RawValue.madeFlag) else { return }
    let start = UInt32(made.count) | RawValue.madeFlag
    made.append(contentsOf: bytes)
    fields[slot].values.append(RawValue(start: start, length: UInt32(bytes.count)))
  }

  /// Values of records without an entry end where those of the last record with one do.
  private func endBeforeHand(_ slot: Int) -> UInt32 { fields[slot].ends.last ?? 0 }

  /// Closes the record in hand.
  package mutating func finishRecord(line: Int) {
    for slot in fields.indices {
      let end = UInt32(fields[slot].values.count)
      if end == endBeforeHand(slot) && slot >= StandardField.allCases.count { continue }
      let known = fields[slot].ends.last ?? 0
      while fields[slot].ends.count < lines.count { fields[slot].ends.append(known) }
      fields[slot].ends.append(end)
    }
    lines.append(UInt32(line))
  }

  package mutating func report(_ problem: RawProblem) { problems.append(problem) }
}

/// Something odd that a reader met; the record is kept with what could be read.
package struct RawProblem: Sendable {
  package let kind: Kind
  /// Line (from 1) in the piece.
  package let line: Int
  /// What stood there, cut to a sentence's length; may be empty.
  package let text: String
  /// How many lines or values it concerns.
  package var count = 1

  package init(_ kind: Kind, line: Int, text: String = "") {
    self.kind = kind
    self.line = line
    self.text = text
  }

  /// The oddities that readers tell apart; `DataProblem` has a sentence for each.
  package enum Kind: String, Sendable, CaseIterable {
    /// Text outside of any record: skipped.
    case textOutsideRecords
    /// A title without any labelled line.
    case recordWithoutFields
    /// A label that is not one of the format's: kept as a field of its own.
    case unknownLabel
    /// A label that a record has twice: values joined.
    case repeatedLabel
    /// A label without a value.
    case emptyLabel
    /// Several values where one is expected: joined.
    case severalValues
    /// Bytes that are not UTF-8: read as Windows-1252.
    case notUTF8
    /// A record without a title.
    case noTitle
    /// A date that could not be read: kept as text.
    case unreadableDate
    /// A date that can be read in two ways.
    case ambiguousDate
  }
}
