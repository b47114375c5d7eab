/// A format that records are read from.
///
/// A text is cut into pieces at places that `recordStart` gives, and the pieces are read at the
/// same time; the records must be the same wherever it is cut.
package protocol FormatReader: Sendable {
  /// What `--from` calls it.
  var name: String { get }
  /// Endings of file names that hint at it, without the dot.
  var extensions: [String] { get }
  /// One line for the help.
  var summary: String { get }
  /// How sure it is, from 0 to 100, that a text that begins so is of its format.
  func confidence(_ beginning: UnsafeBufferPointer<UInt8>) -> Int
  /// The offset of the first sure beginning of a record at or after `offset`; the end of the
  /// text when there is none.
  func recordStart(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int
  /// Reads the records in `range` of a text of fewer than 2³¹ bytes. Never fails on content.
  func read(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> RawRecords
}
