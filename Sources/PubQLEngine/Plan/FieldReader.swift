import PubQLModel

/// Reads a field of record after record.
///
/// Classes, and one for each form: whatever is copied for a cell would be counted by its owners for
/// each record.
class FieldReader: @unchecked Sendable {
  // Sendable: nothing in it changes.

  /// Hands the bytes of a value over without making a text of them.
  func visit(_ record: Int, _ visitor: any CellVisitor) { visitor.missing() }

  static func make(_ corpus: Corpus, _ field: Int) -> FieldReader {
    if corpus.fields[field].kind.isCoded {
      return CodedFieldReader(corpus.coded(field), isMultiple: corpus.fields[field].isMultiple)
    }
    return corpus.soleTexts(field).map(TextReader.init) ?? CorpusTextReader(corpus, field)
  }
}

/// Values that lie in a dictionary.
private final class CodedFieldReader: FieldReader, @unchecked Sendable {
  private let dictionary: ValueDictionary
  private let column: CodeColumn
  private let isMultiple: Bool

  init(_ coded: CodedField, isMultiple: Bool) {
    dictionary = coded.dictionary
    column = coded.column
    self.isMultiple = isMultiple
  }

  override func visit(_ record: Int, _ visitor: any CellVisitor) {
    let codes = column.codes(of: record)
    guard let first = codes.first else { return visitor.missing() }
    guard isMultiple else {
      dictionary.withBytes(Int(first)) { visitor.text($0) }
      return
    }
    visitor.beginList(count: codes.count)
    for code in codes { dictionary.withBytes(Int(code)) { visitor.text($0) } }
    visitor.endList()
  }
}

/// Texts of a corpus of one segment.
private final class TextReader: FieldReader, @unchecked Sendable {
  private let texts: any TextSource

  init(_ texts: any TextSource) { self.texts = texts }

  override func visit(_ record: Int, _ visitor: any CellVisitor) {
    if let text = texts.bytes(record) { visitor.text(text) } else { visitor.missing() }
  }
}

/// Texts of several segments.
private final class CorpusTextReader: FieldReader, @unchecked Sendable {
  private let corpus: Corpus
  private let field: Int

  init(_ corpus: Corpus, _ field: Int) {
    self.corpus = corpus
    self.field = field
  }

  override func visit(_ record: Int, _ visitor: any CellVisitor) {
    if let text = corpus.text(field, record) { visitor.text(text) } else { visitor.missing() }
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
