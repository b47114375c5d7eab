import PubQLModel

/// Writes results as comma-separated values, RFC 4180 with line feeds.
///
/// Shape: a line of column names (`value` for a list or a single value), then a line a row. A field
/// stands in quotes when it holds a comma, a quote or a line end, or begins or ends with a blank.
/// A missing value is nothing and an empty text `""`; where a row is one missing value, it is `""`
/// too, since readers skip empty lines. Lists are joined by `; `.
/// Not supported: telling a list item that holds `; ` from two items; other separators.
/// - Source: RFC 4180 (October 2005)
package struct CSVWriter: FlatFormat {
  package let name = "csv"
  package let extensions = ["csv"]
  package let summary = "comma-separated values with a header line"

  package init() {}

  static let lineEnd: StaticString = "\n"

  static func write(
    _ utf8: UnsafeBufferPointer<UInt8>?, column: Int, of count: Int, to output: OutputBuffer
  ) {
    if column > 0 { output.append(0x2C) }
    if let utf8 {
      write(utf8, to: output)
    } else if count == 1 {
      output.append("\"\"")
    }
  }

  /// Writes a field that is there, in quotes where it needs them.
  private static func write(_ field: UnsafeBufferPointer<UInt8>, to output: OutputBuffer) {
    guard let first = field.first, let last = field.last else { return output.append("\"\"") }
    let start = output.count
    if !isBlank(first), !isBlank(last) {
      if output.append(plain: Unquoted.self, of: field, from: 0) == field.count { return }
      output.cut(to: start)
    }
    output.append(0x22)
    var index = output.append(plain: Quoted.self, of: field, from: 0)
    while index < field.count {
      output.append("\"\"")
      index = output.append(plain: Quoted.self, of: field, from: index + 1)
    }
    output.append(0x22)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Bytes that a field without quotes may have.
  private enum Unquoted: PlainBytes {
    @inline(__always)
    static func marks(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
      bytes.equal(to: 0x2C) | bytes.equal(to: 0x22) | bytes.equal(to: 0x0A) | bytes.equal(to: 0x0D)
    }
  }

  /// Bytes that stand between quotes as they are.
  private enum Quoted: PlainBytes {
    @inline(__always)
    static func marks(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> { bytes.equal(to: 0x22) }
  }
}
