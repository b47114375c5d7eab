import PubQLCorpusGenerator
import PubQLModel
import PubQLText

/// The fields that conditions ask for.
enum ReferenceField: String, CaseIterable {
  case id, title, author, date, type, institution, abstract, topic, region

  /// The name in a query; most fields of many values have two.
  var names: [String] {
    switch self {
    case .author, .institution, .topic, .region: [rawValue, rawValue + "s"]
    default: [rawValue]
    }
  }
}

/// A text of a record, with what comparisons need of it.
struct ReferenceValue {
  let text: String
  let folded: [UInt8]
  let words: [[UInt8]]
  let scalars: [Unicode.Scalar]
  let foldedScalars: [Unicode.Scalar]
  /// Of an author
  let name: ReferenceName?
  /// Of a region that is known
  let place: PlaceID?

  init(_ text: String, _ field: ReferenceField) {
    self.text = text
    folded = Folding.fold(text)
    words = ReferenceWords.words(text)
    scalars = Array(text.unicodeScalars)
    foldedScalars = Array(String(decoding: folded, as: UTF8.self).unicodeScalars)
    name = field == .author ? ReferenceName(text) : nil
    place = field == .region ? Gazetteer.builtIn.find(text) : nil
  }
}

/// A record as the generator meant it, in the plainest form there is.
struct ReferenceRecord {
  let id: String
  let values: [ReferenceField: [ReferenceValue]]
  let date: PartialDate?

  init(_ record: GeneratedRecord) throws {
    id = String(record.id)
    date = try record.date.map { try PartialDate(edtf: $0) }
    let texts: [ReferenceField: [String]] = [
      .id: [id], .title: [record.title], .author: record.authors,
      .date: record.date.map { [$0] } ?? [], .type: record.type.map { [$0] } ?? [],
      .institution: record.institutions, .abstract: record.abstract.map { [$0] } ?? [],
      .topic: record.topics, .region: record.regions,
    ]
    var values: [ReferenceField: [ReferenceValue]] = [:]
    for (field, texts) in texts {
      values[field] = texts.map { ReferenceValue($0, field) }
    }
    self.values = values
  }

  func values(_ field: ReferenceField) -> [ReferenceValue] { values[field] ?? [] }
}
