package import PubQLDiagnostics
package import PubQLFormats

/// A text that records are to be read from: a file, standard input, a text of a host.
package struct SourceText: Sendable {
  /// What messages and `source` call it.
  package let name: String
  /// Texts that follow each other in one store become one segment.
  package let store: ByteStore
  /// Where in the store the text is.
  package let range: Range<Int>
  package let reader: any FormatReader
  /// How many lines of its file stand before it.
  let linesBefore: Int

  package init(
    name: String, store: ByteStore, range: Range<Int>, reader: any FormatReader,
    linesBefore: Int = 0
  ) {
    self.name = name
    self.store = store
    self.range = range
    self.reader = reader
    self.linesBefore = linesBefore
  }

  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: store.bytes[range])
  }
}

/// What reading gave: records, and what was odd about them.
package struct LoadedCorpus: Sendable {
  package let corpus: Corpus
  /// The oddities in the order of the texts, at most `CorpusLoader.problemLimit`.
  package let problems: [Diagnostic]
  /// How many oddities there were.
  package let problemCount: Int
  /// How many lines outside of records were skipped.
  package let skippedLines: Int

  package init(
    corpus: Corpus, problems: [Diagnostic] = [], problemCount: Int = 0, skippedLines: Int = 0
  ) {
    self.corpus = corpus
    self.problems = problems
    self.problemCount = problemCount
    self.skippedLines = skippedLines
  }
}
