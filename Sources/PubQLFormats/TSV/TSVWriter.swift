import PubQLModel

/// Writes results as tab-separated values, one line a row whatever the values hold.
///
/// Shape: a line of column names (`value` for a list or a single value), then a line a row. Tab,
/// line feed, carriage return and backslash in values are written `\t`, `\n`, `\r`, `\\`. A missing
/// value is nothing. Lists are joined by `; `.
/// Not supported: telling a missing value from an empty text, or a list item that holds `; ` from
/// two items.
package struct TSVWriter: FlatFormat {
  package let name = "tsv"
  package let extensions = ["tsv", "tab"]
  package let summary = "tab-separated values with a header line"

  package init() {}

  static let lineEnd: StaticString = "\n"

  static func write(
    _ utf8: UnsafeBufferPointer<UInt8>?, column: Int, of count: Int, to output: OutputBuffer
  ) {
    if column > 0 { output.append(0x09) }
    guard let utf8 else { return }
    var index = output.append(plain: Plain.self, of: utf8, from: 0)
    while index < utf8.count {
      output.append(0x5C)
      switch utf8[index] {
      case 0x09: output.append(0x74)
      case 0x0A: output.append(0x6E)
      case 0x0D: output.append(0x72)
      default: output.append(0x5C)
      }
      index = output.append(plain: Plain.self, of: utf8, from: index + 1)
    }
  }

  private enum Plain: PlainBytes {
    @inline(__always)
    static func marks(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
      bytes.equal(to: 0x09) | bytes.equal(to: 0x0A) | bytes.equal(to: 0x0D) | bytes.equal(to: 0x5C)
    }
  }
}
