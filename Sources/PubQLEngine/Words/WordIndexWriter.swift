import PubQLFormats

/// Makes the word index of a field and writes it, run by run and on all cores; what stays in memory
/// is the words and where their blocks are.
struct WordIndexWriter: ~Copyable {
  private let corpus: Corpus
  private let field: Int
  private var words = Interner()
  private var runs: [Run] = []
  private var lengths: [UInt32] = []
  /// Unit: bytes.
  private var dataLength = 0

  /// What is kept of a run.
  private struct Run {
    /// The number among all words of each of its own.
    let words: [UInt32]
    let blockStarts: [UInt32]
    let blocks: [PostingBlock]
    /// Where its data begin. Unit: `PostingBlock.alignment` bytes.
    let offset: UInt32
  }

  /// So many bytes of text make a run, or what lies in a window, if that is less.
  private static let runLength = 96 << 20
  /// So many runs are made at the same time.
  private static let batch = 2

  private init(_ corpus: Corpus, field: Int) {
    self.corpus = corpus
    self.field = field
    lengths.reserveCapacity(corpus.recordCount)
  }

  /// The sections of the index of a field of texts.
  static func write(
    _ corpus: Corpus, field: Int, to sink: inout SnapshotSink, progress: (Int) -> Void
  ) throws(OutputError) -> [SnapshotLayout.Section] {
    var writer = WordIndexWriter(corpus, field: field)
    let data = try sink.section(.wordData) { (sink: inout SnapshotSink) throws(OutputError) in
      try writer.writeRuns(to: &sink, progress)
    }
    return [data] + (try writer.writeTables(to: &sink))
  }

  // MARK: Runs

  private mutating func writeRuns(
    to sink: inout SnapshotSink, _ progress: (Int) -> Void
  ) throws(OutputError) {
    let ranges = runRanges()
    let (corpus, field) = (corpus, field)
    for first in stride(from: 0, to: ranges.count, by: Self.batch) {
      let batch = ranges[first..<min(ranges.count, first + Self.batch)]
      let made = Parallel.map(batch.count) {
        WordRun(corpus, field: field, records: batch[first + $0])
      }
      for run in made {
        try sink.append(run.data)
        add(run)
      }
      progress(sink.offset)
    }
    // Readers look at whole words of memory.
    try sink.append([UInt8](repeating: 0, count: BitPacking.slack))
  }

  private func runRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var length = 0
    for record in 0..<corpus.recordCount {
      if record > start, length >= Self.runLength || record % PostingBlock.window == 0 {
        ranges.append(start..<record)
        (start, length) = (record, 0)
      }
      length += corpus.text(field, record)?.count ?? 0
    }
    if start < corpus.recordCount { ranges.append(start..<corpus.recordCount) }
    return ranges
  }

  private mutating func add(_ run: WordRun) {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(run.wordCount)
    for word in 0..<run.wordCount {
      numbers.append(run.withWord(word) { words.intern($0).code })
    }
    runs.append(
      Run(
        words: numbers, blockStarts: run.blockStarts, blocks: run.blocks,
        offset: UInt32(dataLength / PostingBlock.alignment)))
    dataLength += run.data.count
    lengths += run.lengths
  }

  // MARK: Tables

  private borrowing func writeTables(
    to sink: inout SnapshotSink
  ) throws(OutputError) -> [SnapshotLayout.Section] {
    let order = words.sorted()
    var (starts, bytes): ([UInt32], [UInt8]) = ([0], [])
    for word in order {
      words.withBytes(word) { bytes.append(contentsOf: $0) }
      starts.append(UInt32(bytes.count))
    }
    let (blockStarts, blocks) = sortedBlocks(order)
    let recordCounts = order.indices.map { word in
      blocks[Int(blockStarts[word])..<Int(blockStarts[word + 1])].reduce(UInt32(0)) {
        $0 + UInt32($1.recordCount)
      }
    }
    let totals = [
      lengths.reduce(UInt64(0)) { $0 + UInt64($1) }, UInt64(lengths.count { $0 > 0 }),
    ]
    return [
      try sink.section(.wordStarts, starts), try sink.section(.wordBytes, bytes),
      try sink.section(.wordBlockStarts, blockStarts),
      try sink.section(.wordRecordCounts, recordCounts), try sink.section(.wordBlocks, blocks),
      try sink.section(.wordLengths, lengths), try sink.section(.wordTotals, totals),
    ]
  }

  /// The blocks of all runs, word by word; those of a word in the order of the runs.
  private borrowing func sortedBlocks(
    _ order: [UInt32]
  ) -> (starts: [UInt32], blocks: [PostingBlock]) {
    var place = [UInt32](repeating: 0, count: order.count)
    for (position, word) in order.enumerated() { place[Int(word)] = UInt32(position) }
    var starts = [UInt32](repeating: 0, count: order.count + 1)
    for run in runs {
      for (own, word) in run.words.enumerated() {
        starts[Int(place[Int(word)]) + 1] += run.blockStarts[own + 1] - run.blockStarts[own]
      }
    }
    for word in order.indices { starts[word + 1] += starts[word] }
    var next = starts
    let empty = PostingBlock(
      records: 0...0, count: 1, offset: 0, gapBits: 0, countBits: 0, placeBits: 0)
    var blocks = [PostingBlock](repeating: empty, count: Int(starts[order.count]))
    for run in runs {
      for (own, word) in run.words.enumerated() {
        let target = Int(place[Int(word)])
        for index in run.blockStarts[own]..<run.blockStarts[own + 1] {
          var block = run.blocks[Int(index)]
          block.offset += run.offset
          blocks[Int(next[target])] = block
          next[target] += 1
        }
      }
    }
    return (starts, blocks)
  }
}
