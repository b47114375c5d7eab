/// Records of a segment that are searched together: those of a window.
struct SearchZone: Sendable {
  let segment: Int
  /// As the segment counts them.
  let local: Range<Int>
  /// The first as the corpus counts them.
  let first: Int

  static func zones(of corpus: Corpus) -> [SearchZone] {
    corpus.segments.indices.flatMap { segment in
      let count = corpus.segments[segment].recordCount
      return stride(from: 0, to: count, by: PostingBlock.window).map { start in
        SearchZone(
          segment: segment, local: start..<min(count, start + PostingBlock.window),
          first: corpus.bases[segment] + start)
      }
    }
  }
}
