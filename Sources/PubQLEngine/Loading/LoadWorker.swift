import PubQLFormats
import PubQLModel

/// What one core reads of a segment: some of its pieces, and the values of their coded fields,
/// numbered by itself.
final class LoadWorker: @unchecked Sendable {
  // Sendable: one thread at a time has it, and nobody changes it once the pieces are joined.

  /// What is left of the pieces, with their numbers, ascending.
  private(set) var pieces: [(number: Int, piece: ReadPiece)] = []
  private(set) var dates = DateCollector()
  private(set) var fields: [CollectedField] = []
  private var placeOfField: [FieldKey: Int] = [:]

  /// Dates that cannot be read are kept as texts of this field.
  static let unreadableDates = "publication_date"

  /// A reader may write lists of a field in another way than the next.
  private struct FieldKey: Hashable {
    let name: String
    let form: RawListForm
  }

  init() {}

  /// Reads a piece of a text.
  /// - Parameter offset: what to add to an offset in the text for one in the segment.
  func read(_ part: TextPart, number: Int, offset: UInt32) {
    let raw = RawPiece(
      records: part.source.reader.read(part.source.text, range: part.range),
      text: part.source.text)
    let fields = raw.records.fields
    var problems = raw.records.problems
    let late = dates.add(fields[StandardField.date.rawValue], raw, number, &problems)
    for (slot, field) in fields.enumerated() {
      let standard = StandardField(rawValue: slot)
      guard standard.map(FieldKind.init)?.isCoded ?? true, standard != .date,
        field.name != Self.unreadableDates
      else { continue }
      collected(field, standard).collector.add(field, raw, number)
    }
    addUnreadable(late, raw, number)
    pieces.append(
      (
        number,
        ReadPiece(
          lines: raw.records.lines, lineCount: raw.records.lineCount, problems: problems,
          made: raw.records.made, offset: offset,
          texts: StandardField.allCases.map { field in
            FieldKind(field).isCoded ? RawField(name: "", form: .values) : fields[field.rawValue]
          })
      ))
  }

  /// Adds the field of dates that cannot be read: the values that the source has for it, then those.
  private func addUnreadable(_ late: [LateValue], _ raw: RawPiece, _ number: Int) {
    let own = raw.records.fields.first { $0.name == Self.unreadableDates }
    guard own != nil || !late.isEmpty else { return }
    let field = own ?? RawField(name: Self.unreadableDates, form: .values)
    collected(field, nil).collector.add(field, raw, number, late: late)
  }

  private func collected(_ field: RawField, _ standard: StandardField?) -> CollectedField {
    let key = FieldKey(name: field.name, form: field.form)
    if let place = placeOfField[key] { return fields[place] }
    placeOfField[key] = fields.count
    let new = CollectedField(name: field.name, FieldCollector(standard, field.form))
    fields.append(new)
    return new
  }
}

/// A field as one core has collected it.
final class CollectedField: @unchecked Sendable {
  // Sendable: as `LoadWorker`.
  let name: String
  var collector: FieldCollector

  init(name: String, _ collector: consuming FieldCollector) {
    self.name = name
    self.collector = collector
  }
}

extension NameKnowledge {
  /// What all cores have learned, in the order of the text.
  init(_ workers: [LoadWorker], _ user: Vocabulary) {
    let fields = workers.flatMap(\.fields)
    let institutions = Parallel.map(fields.count) { index in
      fields[index].collector.field == .institutions
        ? fields[index].collector.institutions() : []
    }
    self.init(
      topics: Self.learned(fields, .topics), places: Self.learned(fields, .regions),
      institutions: InstitutionNames(institutions.reduce(into: []) { $0.formUnion($1) }),
      user: user)
  }

  /// Which of too many names are kept is the same whichever core has read what.
  private static func learned(
    _ fields: [CollectedField], _ field: StandardField
  ) -> ProseListLearner {
    var parts: [(piece: Int, field: CollectedField, numbers: Range<Int>)] = []
    for collected in fields where collected.collector.field == field {
      var known = 0
      for (piece, count) in collected.collector.learned {
        if count > known { parts.append((piece, collected, known..<count)) }
        known = count
      }
    }
    var all = ProseListLearner()
    for part in parts.sorted(by: { $0.piece < $1.piece }) {
      all.merge(part.field.collector.learner, numbers: part.numbers)
    }
    return all
  }
}
