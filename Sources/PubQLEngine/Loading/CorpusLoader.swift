import PubQLDiagnostics
import PubQLFormats
package import PubQLModel

/// Reads texts into columns: cuts them at beginnings of records, reads the pieces on all cores,
/// takes lists of names apart by what the whole corpus shows, and joins the pieces' columns.
package struct CorpusLoader: Sendable {
  /// What the user's vocabulary file adds to the built-in names that contain *and*.
  package var vocabulary = Vocabulary()

  package init() {}

  /// Pieces are about this long, so that there are enough of them for all cores.
  static let pieceLength = 2 << 20
  /// A segment's text is at most about this long, for offsets are 31 bits.
  package static let segmentLength = 1 << 30
  /// Oddities that are kept word for word; all are counted.
  package static let problemLimit = 10_000

  /// The records of some texts, in order. Oddities never keep a record out.
  package func load(_ sources: [SourceText]) -> LoadedCorpus {
    var segments: [Segment] = []
    var problems = ProblemLog(limit: Self.problemLimit)
    var position = LinePosition()
    for parts in Self.segmentParts(sources) {
      let loader = SegmentLoader(parts: parts, vocabulary: vocabulary)
      if let segment = loader.load(&problems, &position) { segments.append(segment) }
    }
    return LoadedCorpus(
      corpus: Corpus(segments: segments), problems: problems.kept, problemCount: problems.count,
      skippedLines: problems.skippedLines)
  }

  /// Brings texts of one store together, and cuts texts that are too long for a segment.
  private static func segmentParts(_ sources: [SourceText]) -> [[TextPart]] {
    var result: [[TextPart]] = []
    var length = 0
    for source in sources {
      for range in cut(source, 0..<source.range.count, every: segmentLength) {
        let part = TextPart(source: source, range: range)
        let fits =
          result.last?.last.map { $0.source.store === source.store } ?? false
          && length + range.count <= segmentLength
        if fits {
          result[result.count - 1].append(part)
          length += range.count
        } else {
          result.append([part])
          length = range.count
        }
      }
    }
    return result
  }

  /// Cuts a range of a text at beginnings of records.
  static func cut(_ source: SourceText, _ range: Range<Int>, every length: Int) -> [Range<Int>] {
    let text = source.text
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let wanted = start + length
      let end =
        wanted >= range.upperBound
        ? range.upperBound
        : min(range.upperBound, source.reader.recordStart(in: text, from: wanted))
      parts.append(start..<max(end, start + 1))
      start = max(end, start + 1)
    }
    return parts
  }
}

/// A part of a text that is read on its own; offsets count from the text's beginning.
struct TextPart: Sendable {
  let source: SourceText
  let range: Range<Int>
}

/// Collects oddities, up to a limit word for word.
struct ProblemLog {
  let limit: Int
  private(set) var kept: [Diagnostic] = []
  private(set) var count = 0
  private(set) var skippedLines = 0

  init(limit: Int) { self.limit = limit }

  mutating func add(_ problem: RawProblem, file: String, line: Int) {
    count += 1
    if problem.kind == .textOutsideRecords { skippedLines += problem.count }
    if kept.count < limit {
      kept.append(DataProblem.diagnostic(problem, file: file, line: line))
    }
  }
}
