package struct ListingReader: FormatReader {
  package let name = "ciao"
  package let extensions = ["txt"]
  package let summary = "listings: a number and title, then labelled lines"

  package init() {}

  /// Lines at the beginning of a text that show its format.
  private static let sniffedLines = 200

  package func confidence(_ beginning: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = beginning.baseAddress else { return 0 }
    var walk = ListingLines(base: base, count: beginning.count, range: 0..<beginning.count)
    var labels = 0
    for _ in 0..<Self.sniffedLines {
      guard let line = walk.next() else { break }
      if line.isBlank { continue }
      switch walk.shape(of: line) {
      case .header: if case .label(.some) = walk.ahead().outcome { return 95 }
      case .label: labels += 1
      case .text, .value, .inline, .unknown: break
      }
    }
    return labels > 1 ? 60 : labels * 20
  }

  package func recordStart(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    guard let base = text.baseAddress, offset >= 0, offset < text.count else { return text.count }
    var walk = ListingLines(base: base, count: text.count, range: offset..<text.count)
    let isLineStart = offset == 0 || base[offset - 1] == 0x0A || base[offset - 1] == 0x0D
    if !isLineStart { _ = walk.next() }
    return walk.sureHeader(isAtBeginning: offset == 0)
  }

  package func read(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> RawRecords {
    let range = range.clamped(to: 0..<text.count)
    // An empty text has no address; one that nothing is read from does as well.
    guard let base = text.baseAddress else {
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { none in
        none.baseAddress.map { read(UnsafePointer($0), 0, 0..<0) } ?? RawRecords(forms: [:])
      }
    }
    return read(base, text.count, range)
  }

  private func read(_ base: UnsafePointer<UInt8>, _ count: Int, _ range: Range<Int>) -> RawRecords {
    var parser = ListingParser(base: base, count: count, range: range)
    return parser.run()
  }
}
