/// Reads the tab-separated tables of this folder.
///
/// Rows and fields are slices of the literal, which lives as long as the program.
struct TableRows {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ table: StaticString) {
    // A literal of one character has no pointer; a table is longer than that.
    bytes =
      table.hasPointerRepresentation
      ? UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
      : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Hands over the fields of each row.
  func forEach(_ body: (Fields) -> Void) {
    Self.pieces(of: bytes, at: UInt8(ascii: "\n")) { row in
      guard row.count > 0 else { return }
      var fields = Fields()
      Self.pieces(of: row, at: UInt8(ascii: "\t")) { fields.append($0) }
      body(fields)
    }
  }

  /// Hands over what stands between the separators.
  static func pieces(
    of bytes: UnsafeBufferPointer<UInt8>, at separator: UInt8,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == separator {
      body(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      start = index + 1
    }
  }

  /// The fields of a row; those after the last are empty.
  struct Fields {
    private var fields: [UnsafeBufferPointer<UInt8>] = []

    init() { fields.reserveCapacity(8) }

    mutating func append(_ field: UnsafeBufferPointer<UInt8>) { fields.append(field) }

    subscript(_ index: Int) -> UnsafeBufferPointer<UInt8> {
      index < fields.count ? fields[index] : UnsafeBufferPointer(start: nil, count: 0)
    }

    func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// The number in a field of digits only.
    func number(_ index: Int) -> Int? { TableRows.number(self[index]) }
  }

  static func number(_ field: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...9).contains(field.count) else { return nil }
    var number = 0
    for byte in field {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte &- UInt8(ascii: "0"))
    }
    return number
  }
}
