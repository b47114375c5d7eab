import PubQLText

/// The words of some texts that follow each other, and where they occur: a part of a word index.
struct WordRun: Sendable {
  /// The words in the order of their bytes, one after another.
  let wordStarts: [UInt32]
  let wordBytes: [UInt8]
  /// The blocks of word `w` are `blocks[blockStarts[w]..<blockStarts[w + 1]]`; their data begin
  /// where those of the run do.
  let blockStarts: [UInt32]
  let blocks: [PostingBlock]
  let data: [UInt8]
  /// Words of each text.
  let lengths: [UInt32]

  /// The texts of a field in some records, none of which lie in another window.
  init(_ corpus: Corpus, field: Int, records: Range<Int>) {
    var tokens = RunTokens()
    var lengths: [UInt32] = []
    lengths.reserveCapacity(records.count)
    for record in records {
      lengths.append(UInt32(tokens.add(corpus.text(field, record))))
    }
    self.init(tokens, lengths: lengths, base: UInt32(records.lowerBound))
  }

  private init(_ tokens: borrowing RunTokens, lengths: [UInt32], base: UInt32) {
    let (occurrences, starts) = tokens.byWord(lengths)
    var packer = PostingPacker()
    var blocks: [PostingBlock] = []
    var blockStarts: [UInt32] = [0]
    var wordStarts: [UInt32] = [0]
    var wordBytes: [UInt8] = []
    occurrences.withUnsafeBufferPointer { occurrences in
      for word in tokens.words.sorted() {
        tokens.words.withBytes(word) { wordBytes.append(contentsOf: $0) }
        wordStarts.append(UInt32(wordBytes.count))
        let range = starts[Int(word)]..<starts[Int(word) + 1]
        packer.pack(UnsafeBufferPointer(rebasing: occurrences[range]), base: base) {
          blocks.append($0)
        }
        blockStarts.append(UInt32(blocks.count))
      }
    }
    self.lengths = lengths
    self.wordStarts = wordStarts
    self.wordBytes = wordBytes
    self.blockStarts = blockStarts
    self.blocks = blocks
    data = packer.data
  }

  var wordCount: Int { wordStarts.count - 1 }

  func withWord<R>(_ word: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    wordBytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(wordStarts[word])..<Int(wordStarts[word + 1])]))
    }
  }
}

/// The words of some texts as they follow each other.
private struct RunTokens: ~Copyable {
  private(set) var words = Interner()
  /// The word at each place of all texts.
  private var codes: [UInt32] = []
  private var folded: [UInt8] = []

  init() {}

  /// Adds a text; how many words it has.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>?) -> Int {
    guard let text else { return 0 }
    let before = codes.count
    folded.removeAll(keepingCapacity: true)
    Folding.fold(text, into: &folded)
    folded.withUnsafeBufferPointer { folded in
      var scanner = WordScanner(folded)
      while let word = scanner.next() {
        codes.append(words.intern(UnsafeBufferPointer(rebasing: folded[word])).code)
      }
    }
    return codes.count - before
  }

  /// Record and place of each occurrence, word by word, and where those of each word begin.
  borrowing func byWord(_ lengths: [UInt32]) -> (occurrences: [UInt64], starts: [Int]) {
    var starts = [Int](repeating: 0, count: words.count + 1)
    for code in codes { starts[Int(code) + 1] &+= 1 }
    for word in 0..<words.count { starts[word + 1] &+= starts[word] }
    var next = starts
    let codes = codes
    let occurrences = [UInt64](unsafeUninitializedCapacity: codes.count) { target, count in
      var index = 0
      for (record, length) in lengths.enumerated() {
        for place in 0..<length {
          let word = Int(codes[index])
          target[next[word]] = UInt64(record) << 32 | UInt64(place)
          next[word] &+= 1
          index &+= 1
        }
      }
      count = codes.count
    }
    return (occurrences, starts)
  }
}
