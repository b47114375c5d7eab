/// A sink that keeps what is written.
package final class ByteMemory: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
    self.bytes.append(contentsOf: bytes)
  }

  /// What was written, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
