import PubQLFormats

/// Writes sections one after another, with the checksums of their blocks.
struct SnapshotSink {
  private let sink: any ByteSink
  private(set) var offset = 0
  private var block: [UInt8] = []
  private var sums: [UInt64] = []
  private var length = 0

  init(_ sink: any ByteSink) {
    self.sink = sink
    block.reserveCapacity(SnapshotLayout.blockLength)
  }

  mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(OutputError) in try sink.write(bytes) }
    offset += bytes.count
  }

  /// A section of numbers or bytes that are there already.
  mutating func section<Element: BitwiseCopyable>(
    _ role: SnapshotLayout.Role, _ values: UnsafeBufferPointer<Element>
  ) throws(OutputError) -> SnapshotLayout.Section {
    try section(role) { (sink: inout SnapshotSink) throws(OutputError) in
      try sink.append(UnsafeRawBufferPointer(values))
    }
  }

  /// As above.
  mutating func section<Element: BitwiseCopyable>(
    _ role: SnapshotLayout.Role, _ values: [Element]
  ) throws(OutputError) -> SnapshotLayout.Section {
    try values.withUnsafeBufferPointer { (values) throws(OutputError) in
      try section(role, values)
    }
  }

  /// A section whose bytes `body` hands to `append`.
  mutating func section(
    _ role: SnapshotLayout.Role, _ body: (inout SnapshotSink) throws(OutputError) -> Void
  ) throws(OutputError) -> SnapshotLayout.Section {
    try align()
    let start = offset
    (sums, length) = ([], 0)
    try body(&self)
    try flush()
    try align()
    let table = offset
    var writer = LittleEndianWriter()
    for sum in sums { writer.append(sum) }
    try write(writer.bytes)
    return SnapshotLayout.Section(
      role: role, offset: UInt64(start), length: UInt64(length), checksums: UInt64(table),
      checksumOfChecksums: writer.bytes.withUnsafeBytes { Checksum.of($0) })
  }

  /// Adds bytes to the section in hand.
  mutating func append(_ bytes: [UInt8]) throws(OutputError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(OutputError) in
      try append(UnsafeRawBufferPointer(bytes))
    }
  }

  /// As above.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    length += bytes.count
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(SnapshotLayout.blockLength - block.count)
      block.append(contentsOf: UnsafeRawBufferPointer(rebasing: part))
      rest = rest.dropFirst(part.count)
      if block.count == SnapshotLayout.blockLength { try flush() }
    }
  }

  private mutating func flush() throws(OutputError) {
    guard !block.isEmpty else { return }
    sums.append(block.withUnsafeBytes { Checksum.of($0) })
    try write(block)
    block.removeAll(keepingCapacity: true)
  }

  private mutating func align() throws(OutputError) {
    let over = offset % SnapshotLayout.alignment
    guard over > 0 else { return }
    try write([UInt8](repeating: 0, count: SnapshotLayout.alignment - over))
  }
}
