/// The formats there are: the one place that lists them.
package enum FormatRegistry {
  package static let readers: [any FormatReader] = [
    ListingReader()
  ]

  package static let writers: [any FormatWriter] = [
    CSVWriter(), TSVWriter(), JSONWriter(), JSONLinesWriter(), MarkdownWriter(), ListingWriter(),
    SVGWriter(),
  ]

  /// Bytes of the beginning of a text that are enough to know its format.
  package static let sniffedBytes = 1 << 16

  /// The reader of that name, whatever its case.
  package static func reader(named name: String) -> (any FormatReader)? {
    readers.first { $0.name == name.lowercased() }
  }

  /// The writer of that name, whatever its case.
  package static func writer(named name: String) -> (any FormatWriter)? {
    writers.first { $0.name == name.lowercased() }
  }

  /// The writer that the ending of a file name chooses.
  package static func writer(forPath path: String) -> (any FormatWriter)? {
    let ending = ending(of: path)
    return writers.first { $0.extensions.contains(ending) }
  }

  /// The reader for a file: of those that its ending hints at the surest, without such a
  /// hint the surest of all; none if the ending says nothing and no reader knows the text.
  package static func reader(
    forPath path: String, beginning: UnsafeBufferPointer<UInt8>
  ) -> (any FormatReader)? {
    let ending = ending(of: path)
    let hinted = readers.filter { $0.extensions.contains(ending) }
    if hinted.count == 1 { return hinted.first }
    return surest(of: hinted, beginning) ?? sniffed(beginning) ?? hinted.first
  }

  /// The reader that is surest of a text that begins so; none if no reader knows it.
  package static func sniffed(_ beginning: UnsafeBufferPointer<UInt8>) -> (any FormatReader)? {
    surest(of: readers, beginning)
  }

  private static func surest(
    of readers: [any FormatReader], _ beginning: UnsafeBufferPointer<UInt8>
  ) -> (any FormatReader)? {
    let text = UnsafeBufferPointer(rebasing: beginning.prefix(sniffedBytes))
    var best: (reader: any FormatReader, confidence: Int)?
    for reader in readers {
      let confidence = reader.confidence(text)
      if confidence > best?.confidence ?? 0 { best = (reader, confidence) }
    }
    return best?.reader
  }

  /// What stands behind the last dot of the file's name, in small letters; empty without one.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
