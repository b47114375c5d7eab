import PubQLFormats

/// What a reader made of a text, in a form that tests can compare.
struct Reading: Equatable, CustomStringConvertible {
  struct Problem: Equatable {
    let kind: RawProblem.Kind
    let line: Int
    let count: Int
    let text: String
  }

  /// Field name and values of each record; fields without a value are left out.
  var records: [[String: [String]]] = []
  var lines: [Int] = []
  var problems: [Problem] = []
  var lineCount = 0

  init() {}

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add($0, 0..<bytes.count) }
  }

  /// Reads in the pieces that begin at `offsets`, moved on to where records begin.
  init(_ bytes: [UInt8], cutAt offsets: [Int]) {
    bytes.withUnsafeBufferPointer { text in
      let reader = ListingReader()
      var cuts = [0] + offsets.map { reader.recordStart(in: text, from: $0) }.sorted()
      cuts.append(bytes.count)
      for (start, end) in zip(cuts, cuts.dropFirst()) where start < end { add(text, start..<end) }
    }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let raw = ListingReader().read(text, range: range)
    for record in 0..<raw.recordCount {
      var fields: [String: [String]] = [:]
      for field in raw.fields {
        let values = values(field, record, text, raw.made)
        if !values.isEmpty { fields[field.name] = values }
      }
      records.append(fields)
      lines.append(lineCount + Int(raw.lines[record]))
    }
    problems += raw.problems.map {
      Problem(kind: $0.kind, line: lineCount + $0.line, count: $0.count, text: $0.text)
    }
    lineCount += raw.lineCount
  }

  private func values(
    _ field: RawField, _ record: Int, _ text: UnsafeBufferPointer<UInt8>, _ made: [UInt8]
  ) -> [String] {
    guard record < field.ends.count else { return [] }
    let start = record == 0 ? 0 : Int(field.ends[record - 1])
    return field.values[start..<Int(field.ends[record])].map { value in
      let offset = Int(value.start & ~RawValue.madeFlag)
      let end = offset + Int(value.length)
      return value.start & RawValue.madeFlag == 0
        ? String(decoding: text[offset..<end], as: UTF8.self)
        : String(decoding: made[offset..<end], as: UTF8.self)
    }
  }

  var kinds: [RawProblem.Kind] { problems.map(\.kind) }

  var description: String {
    let shown = records.map { record in
      record.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
    return (shown + problems.map { "\($0)" }).joined(separator: "\n")
  }
}
