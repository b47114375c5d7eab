import PubQLDiagnostics
import PubQLEngine
import PubQLFormats

/// Reads texts part by part, so that no more than a part is in memory: each ends where a record
/// begins, and what follows is kept for the next.
struct PartReader: ~Copyable {
  /// What is read in one go.
  enum Part {
    case texts([SourceText])
    case snapshot(String)
  }

  private let host: any Host
  private let format: String?
  /// Unit: bytes.
  private let partLength: Int
  private var files: ArraySlice<(path: String, isSingle: Bool)>
  private var builder = ByteStoreBuilder()
  /// The texts in `builder` that are read to their end, or to where they are cut.
  private var waiting: [Text] = []
  private var open: OpenText?

  /// A text, or a part of one, in `builder`.
  private struct Text {
    let path: String
    let range: Range<Int>
    let reader: any FormatReader
    let linesBefore: Int
  }

  /// The text that is being read.
  private struct OpenText {
    let path: String
    let file: any HostReader
    let isSingle: Bool
    var reader: (any FormatReader)?
    /// Where it, or what is left of it, begins in `builder`.
    var start: Int
    var linesBefore = 0
  }

  /// - Parameter partLength: a part is about so long, longer where a record is. Unit: bytes.
  init(
    _ host: any Host, _ files: [(path: String, isSingle: Bool)], format: String?, partLength: Int
  ) {
    self.host = host
    self.files = files[...]
    self.format = format
    self.partLength = max(partLength, FormatRegistry.sniffedBytes)
  }

  /// The next part; nil at the end.
  mutating func next() throws(InterpreterError) -> Part? {
    while true {
      if open == nil {
        guard let (path, isSingle) = files.first else {
          return waiting.isEmpty ? nil : .texts(try take(from: builder.count))
        }
        if SnapshotFiles.isSnapshot(path, format) {
          if !waiting.isEmpty { return .texts(try take(from: builder.count)) }
          files.removeFirst()
          return .snapshot(path)
        }
        files.removeFirst()
        open = OpenText(
          path: path, file: try opened(path), isSingle: isSingle, start: builder.count)
      }
      if let texts = try read() { return .texts(texts) }
    }
  }

  private func opened(_ path: String) throws(InterpreterError) -> any HostReader {
    do throws(HostError) { return try host.open(path) } catch { throw InterpreterError(error) }
  }

  /// Reads on in the open text; gives a part when it is full.
  private mutating func read() throws(InterpreterError) -> [SourceText]? {
    guard var text = open else { return nil }
    let hasEnded = try fill(from: text)
    if text.reader == nil {
      text.reader = try reader(of: text)
      guard text.reader != nil else {
        open = nil
        return nil
      }
    }
    open = text
    if hasEnded {
      add(text, upTo: builder.count)
      open = nil
      return builder.count >= partLength ? try take(from: builder.count) : nil
    }
    guard let end = lastStart(in: text) else {
      // Nothing of it can be read yet; what stands before it can.
      return waiting.isEmpty ? nil : try take(from: text.start)
    }
    add(text, upTo: end)
    return try take(from: end)
  }

  /// Reads until the part is full, and at least as much as tells the format.
  /// - Returns: whether the text has ended.
  private mutating func fill(from text: OpenText) throws(InterpreterError) -> Bool {
    let isGrowing = builder.count >= partLength && text.reader != nil
    var left = max(
      FormatRegistry.sniffedBytes, isGrowing ? partLength : partLength - builder.count)
    while left > 0 {
      let count: Int
      do throws(HostError) {
        count = try text.file.read(into: &builder, atMost: left)
      } catch { throw InterpreterError(error) }
      if count == 0 { return true }
      left -= count
    }
    return false
  }

  /// Nil for a file of a folder or pattern whose format is not known: it is left out.
  private func reader(of text: OpenText) throws(InterpreterError) -> (any FormatReader)? {
    if let format { return FormatRegistry.reader(named: format) }
    let found = builder.withBytes { bytes in
      FormatRegistry.reader(
        forPath: text.path, beginning: UnsafeBufferPointer(rebasing: bytes[text.start...]))
    }
    if found == nil, text.isSingle { throw InterpreterError.unknownFormat(text.path, .none) }
    return found
  }

  /// Where to cut the open text: the last beginning of a record that has another behind it, which
  /// shows that enough was read to be sure of it.
  private func lastStart(in text: OpenText) -> Int? {
    guard let reader = text.reader else { return nil }
    return builder.withBytes { bytes in
      let own = UnsafeBufferPointer(rebasing: bytes[text.start...])
      var step = 1 << 16
      while true {
        let from = max(1, own.count - step)
        var starts: [Int] = []
        var place = reader.recordStart(in: own, from: from)
        while place < own.count {
          starts.append(place)
          place = reader.recordStart(in: own, from: place + 1)
        }
        if starts.count > 1 { return text.start + starts[starts.count - 2] }
        if from == 1 { return nil }
        step *= 4
      }
    }
  }

  private mutating func add(_ text: OpenText, upTo end: Int) {
    guard let reader = text.reader else { return }
    waiting.append(
      Text(
        path: text.path, range: text.start..<end, reader: reader, linesBefore: text.linesBefore))
  }

  /// The texts that wait; what stands from `end` on is kept for the next part.
  private mutating func take(from end: Int) throws(InterpreterError) -> [SourceText] {
    let store = builder.take()
    let texts = waiting.map {
      SourceText(
        name: $0.path, store: store, range: $0.range, reader: $0.reader,
        linesBefore: $0.linesBefore)
    }
    waiting = []
    guard var text = open else { return texts }
    text.linesBefore += store.bytes[text.start..<end].count { $0 == UInt8(ascii: "\n") }
    text.start = 0
    do throws(StorageError) {
      try builder.append(UnsafeBufferPointer(rebasing: store.bytes[end...]))
    } catch { throw InterpreterError(HostError.outOfMemory(text.path)) }
    open = text
    return texts
  }
}
