import PubQLModel

/// Reads a field of record after record.
///
/// A class, for what it holds would be retained for each record otherwise.
final class FieldReader: Sendable {
  private let corpus: Corpus
  private let field: Int
  private let isMultiple: Bool
  /// The values, of a field that has a dictionary.
  private let coded: CodedField?
  /// The texts, where all stand in one segment.
  private let texts: (any TextSource)?

  init(_ corpus: Corpus, _ field: Int) {
    self.corpus = corpus
    self.field = field
    isMultiple = corpus.fields[field].isMultiple
    let isCoded = corpus.fields[field].kind.isCoded
    coded = isCoded ? corpus.coded(field) : nil
    texts = isCoded ? nil : corpus.soleTexts(field)
  }

  /// Hands the bytes of a value over without making a text of them.
  func visit(_ record: Int, _ visitor: any CellVisitor) {
    guard let coded else {
      let text = texts.map { $0.bytes(record) } ?? corpus.text(field, record)
      if let text { visitor.text(text) } else { visitor.missing() }
      return
    }
    let codes = coded.column.codes(of: record)
    guard let first = codes.first else { return visitor.missing() }
    guard isMultiple else {
      coded.dictionary.withBytes(Int(first)) { visitor.text($0) }
      return
    }
    visitor.beginList(count: codes.count)
    for code in codes { coded.dictionary.withBytes(Int(code)) { visitor.text($0) } }
    visitor.endList()
  }
}

extension Corpus {
  /// The texts of a field of a corpus of one segment.
  fileprivate func soleTexts(_ field: Int) -> (any TextSource)? {
    guard segments.count == 1, let slot = fields[field].slots[0],
      case .text(let texts) = segments[0].fields[slot].data
    else { return nil }
    return texts
  }
}
