internal import PubQLEngine
internal import PubQLModel
internal import PubQLRuntime

/// A field of the records that are loaded.
public struct FieldInfo: Sendable {
  /// Its name.
  public let name: String
  /// The other name of a field of many values.
  public let singular: String?
  /// What it holds, in words: `text`, `date`, `list of people`
  public let type: String
  /// How many records have a value.
  public let recordCount: Int
  /// How many different values there are.
  public let distinct: Int
  /// Values that occur more than once, most frequent first.
  public let mostFrequent: [ValueCount]
}

/// A value and how many records have it.
public struct ValueCount: Hashable, Sendable {
  /// The value as text.
  public let value: String
  /// How many records have it.
  public let count: Int
}

extension Session {
  /// The fields of the records that are loaded.
  public var fields: [FieldInfo] {
    let corpus = interpreter.environment.corpus
    guard
      let table = try? DescribeOperator(columns: []).run(
        Table(all: corpus), ExecutionContext(cancellation: CancellationFlag()))
    else { return [] }
    return corpus.fields.indices.map { index in
      FieldInfo(
        name: corpus.fields[index].name, singular: corpus.fields[index].standard?.singular,
        type: ValueType(corpus.fields[index]).name,
        recordCount: Value(table.value(row: index, column: 2)).int ?? 0,
        distinct: Value(table.value(row: index, column: 3)).int ?? 0,
        mostFrequent: Value(table.value(row: index, column: 4)).members.compactMap(\.text).map {
          ValueCount(value: $0, count: count(of: $0, in: index))
        })
    }
  }

  /// The values of a field, most frequent first; empty for fields of running text.
  public func values(of field: String, limit: Int = Int.max) -> [ValueCount] {
    var values: [ValueCount] = []
    visitValues(of: field) { values.append(ValueCount(value: $0, count: $1)) }
    values.sort { $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value }
    return Array(values.prefix(max(0, limit)))
  }

  /// Visits the values of a field and their counts, in the order of the dictionary.
  func visitValues(of name: String, _ visit: (String, Int) -> Void) {
    let corpus = interpreter.environment.corpus
    guard let field = corpus.field(named: name), corpus.fields[field].kind.isCoded,
      !corpus.segments.isEmpty
    else { return }
    let coded = corpus.coded(field)
    for code in 0..<coded.dictionary.count {
      visit(coded.dictionary.text(code), coded.column.count(of: code))
    }
  }

  private func count(of text: String, in field: Int) -> Int {
    let corpus = interpreter.environment.corpus
    guard corpus.fields[field].kind.isCoded else { return 0 }
    let coded = corpus.coded(field)
    let test = ValueTest(.exactlyEqual, .text(text))
    return coded.dictionary.codes(meeting: test).reduce(0) { $0 + coded.column.count(of: $1) }
  }
}
