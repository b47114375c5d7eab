import PubQLModel

/// Reads one piece of a listing: cuts it into records and fields.
///
/// Nothing is carried from one record to the next, so that a piece that begins with a record
/// gives the same records as the whole text.
struct ListingParser {
  /// What text without a dash belongs to.
  enum State {
    /// No record has begun.
    case outside
    /// The title of a record that a label follows
    case title
    /// The title of a record that no label follows
    case bareTitle
    /// Such a record after its title
    case bare
    /// The values of a label
    case field
  }

  /// Lines that may be page furniture; they belong to the value if the record goes on.
  struct LooseRun {
    let walk: ListingLines
    let firstLine: Int
    let start: Int
    let end: Int
    /// A blank line stands before it.
    let isAfterBlank: Bool
    /// Offset behind its last line.
    var limit: Int
    var count = 1
  }

  var walk: ListingLines
  var records: RawRecords
  var lineNumber = 0
  var state = State.outside
  /// The record in hand
  var headerLine = 0
  var number = 0
  var serial = 0
  var parts: [ListingPart] = []
  /// The serial of the record that last had the label of each slot.
  var seenIn: [Int]
  /// A label of one value has come twice: its parts do not stand together.
  var isScattered = false
  /// The number of the last line that looked like a header and was none; −1: no such line.
  var rejected = -1
  /// The field in hand
  var slot = 0
  var label = (start: 0, end: 0, line: 0)
  var isTight = false
  /// Whether the label in hand has a value yet.
  var hasValue = false
  /// Whether the line before is a dash with nothing behind it.
  var isEmptyValue = false
  /// The last line that went into a value.
  var previous = (start: 0, end: 0)
  var isAfterBlank = false
  var loose: LooseRun?
  /// Labels that the format does not know, as they were met.
  var unknownLabels: [(bytes: [UInt8], slot: Int)] = []
  var scratch: [UInt8] = []
  var decoded: [UInt8] = []

  init(base: UnsafePointer<UInt8>, count: Int, range: Range<Int>) {
    walk = ListingLines(base: base, count: count, range: range)
    records = RawRecords(forms: [
      .authors: .authorLine, .institutions: .semicolons, .topics: .prose, .regions: .prose,
    ])
    seenIn = [Int](repeating: 0, count: StandardField.allCases.count)
  }

  mutating func run() -> RawRecords {
    while let line = walk.next() {
      lineNumber += 1
      if line.isBlank {
        isAfterBlank = true
        continue
      }
      take(line)
      isAfterBlank = false
    }
    finishRecord()
    records.lineCount = lineNumber
    return records
  }

  @inline(__always)
  private mutating func take(_ line: ListingLine) {
    switch walk.shape(of: line) {
    case .text:
      takeText(line)
    case .value(let start):
      takeValue(line, from: start)
    case .label(let field, let start, let colon, let isTight):
      guard state != .outside else { return takeLoose(line) }
      openLabel(field.rawValue, start, colon)
      self.isTight = isTight
    case .inline(let field, let start, let colon, let value, let isTight):
      takeInline(line, field, start, colon, value, isTight)
    case .unknown(let start, let colon):
      takeUnknown(line, start, colon)
    case .header(let number, let title):
      takeHeader(line, number, title)
    }
  }

  // MARK: Headers

  private mutating func takeHeader(_ line: ListingLine, _ number: Int, _ title: Int) {
    let ahead = walk.ahead()
    var begun = State.title
    if case .label(let field) = ahead.outcome {
      if !isHeader(number, before: field) { return reject(line, number) }
    } else if isBareHeader(number, ahead) {
      begun = .bareTitle
    } else {
      return reject(line, number)
    }
    finishRecord()
    state = begun
    headerLine = lineNumber
    self.number = number
    serial += 1
    rejected = -1
    let id = StandardField.id.rawValue
    slot = StandardField.title.rawValue
    addPart(id, line.start, digitsEnd(line), .value)
    if title < line.end { addPart(slot, title, line.end, .value) }
    if begun == .bareTitle {
      records.report(
        RawProblem(.recordWithoutFields, line: lineNumber, text: excerpt(title, line.end)))
    }
  }

  private mutating func reject(_ line: ListingLine, _ number: Int) {
    rejected = number
    takeText(line)
  }

  private func digitsEnd(_ line: ListingLine) -> Int {
    var index = line.start
    while index < line.end, walk.base[index] &- 0x30 < 10 { index += 1 }
    return index
  }

  /// Whether text of many lines is at hand, in which a line may begin like a header.
  private var isInProse: Bool {
    state == .field
      && (slot == StandardField.abstract.rawValue || slot >= StandardField.allCases.count)
  }

  /// Whether a line like a header, with a label behind it, is one.
  private func isHeader(_ number: Int, before field: StandardField?) -> Bool {
    guard isInProse else { return true }
    if let field, seenIn[field.rawValue] == serial { return true }
    if isAfterBlank, number > ListingLines.longestList { return true }
    return number == self.number + 1 && rejected != number - 1
      && (isAfterBlank || number > ListingLines.longestList)
  }

  /// Whether a line like a header, without a label behind it, is a record of a title only.
  private func isBareHeader(_ number: Int, _ ahead: ListingAhead) -> Bool {
    var isFollowed = false
    var next: Int?
    switch ahead.outcome {
    case .header(let number):
      isFollowed = !ahead.hasTextAfterBlank
      next = number
    case .endOfText: isFollowed = !ahead.hasTextAfterBlank
    case .label, .nothing: break
    }
    if state == .outside {
      // A menu has no record behind it with the next number.
      guard isFollowed, ahead.hasBlank, next == number + 1, isAfterBlank || lineNumber == 1,
        case .label = ahead.rest.ahead().outcome
      else { return false }
      return true
    }
    let isBare = state == .bare || state == .bareTitle
    if number == self.number + 1, rejected != number - 1 {
      if isInProse { return isAfterBlank && isFollowed }
      return (isAfterBlank || isBare || state == .field) && (isFollowed || ahead.hasBlank)
    }
    return !isInProse && isAfterBlank && isFollowed && number > ListingLines.longestList
      && (ahead.hasBlank || next == nil)
  }

  // MARK: Labels

  private mutating func takeInline(
    _ line: ListingLine, _ field: StandardField, _ start: Int, _ colon: Int, _ value: Int,
    _ isTight: Bool
  ) {
    guard state != .outside else { return takeLoose(line) }
    if isInProse {
      if isTight { takeText(line) } else { takeValue(line, from: start) }
      return
    }
    openLabel(field.rawValue, start, colon)
    addValue(value, line.end)
  }

  private mutating func takeUnknown(_ line: ListingLine, _ start: Int, _ colon: Int) {
    guard state != .outside, walk.isValueNext() else { return takeValue(line, from: start) }
    let end = ListingSpace.skipBack(walk.base, colon, start)
    guard let slot = slot(ofUnknown: start, end) else { return takeValue(line, from: start) }
    records.report(
      RawProblem(.unknownLabel, line: lineNumber, text: excerpt(start, end)))
    openLabel(slot, start, colon)
  }

  /// More different labels than this in one text are no labels; a column each would take
  /// memory for all records.
  private static let mostUnknownLabels = 200

  /// The slot of an unknown label; none when there are too many.
  private mutating func slot(ofUnknown start: Int, _ end: Int) -> Int? {
    let bytes = UnsafeBufferPointer(start: walk.base + start, count: end - start)
    for known in unknownLabels
    where known.bytes.count == bytes.count && known.bytes.elementsEqual(bytes) {
      return known.slot
    }
    guard unknownLabels.count < Self.mostUnknownLabels else { return nil }
    let name = ListingLabel.fieldName(text(start, end))
    let slot = records.slot(named: name)
    while seenIn.count <= slot { seenIn.append(0) }
    unknownLabels.append((Array(bytes), slot))
    return slot
  }

  private mutating func openLabel(_ slot: Int, _ start: Int, _ colon: Int) {
    settleLoose(belongs: state == .field)
    closeLabel()
    state = .field
    self.slot = slot
    label = (start, colon, lineNumber)
    isTight = false
    hasValue = false
    isEmptyValue = false
    guard seenIn[slot] == serial else {
      seenIn[slot] = serial
      return
    }
    records.report(RawProblem(.repeatedLabel, line: lineNumber, text: excerpt(start, colon)))
    isScattered = true
  }

  /// Says so when the label in hand ends without a value.
  mutating func closeLabel() {
    guard state == .field, !hasValue else { return }
    records.report(
      RawProblem(.emptyLabel, line: label.line, text: excerpt(label.start, label.end)))
  }

  // MARK: Values

  private mutating func takeValue(_ line: ListingLine, from start: Int) {
    switch state {
    case .outside, .bare: takeLoose(line)
    case .title, .bareTitle: takeText(line)
    case .field:
      settleLoose(belongs: true)
      if start < line.end { addValue(start, line.end) } else { isEmptyValue = true }
    }
  }

  /// Adds what stands behind a dash.
  mutating func addValue(_ start: Int, _ end: Int) {
    var glue = ListingPart.Glue.value
    if slot == StandardField.abstract.rawValue {
      glue = .lineFeed
    } else if slot == StandardField.type.rawValue {
      glue = .semicolon
    }
    addPart(slot, start, end, glue)
    hasValue = true
  }

  mutating func addPart(_ slot: Int, _ start: Int, _ end: Int, _ glue: ListingPart.Glue) {
    parts.append(
      ListingPart(
        slot: Int32(truncatingIfNeeded: slot), start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end), line: UInt32(truncatingIfNeeded: lineNumber),
        glue: glue))
    previous = (start, end)
    isEmptyValue = false
  }
}
