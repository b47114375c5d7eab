import PubQLDiagnostics
import PubQLModel

/// A key whose numbers follow from the codes of a record's field, so that rows can be counted under
/// it without a list of them.
struct CountKey {
  let coded: CodedField
  /// The number of each code.
  let numbers: [UInt32]
  /// How many numbers there are; this very number stands for missing.
  let valueCount: Int
  /// The number of records without a code.
  let missing: UInt32
  /// Whether each two numbers of a record are a value, and where the query says so.
  let pairsAt: SourceSpan?
  private let values: Values

  private enum Values {
    /// The values of the dictionary, by group
    case groups
    /// Two values of the dictionary: `first × groups + second`
    case pairs
    case list([Value])
  }

  /// Nil for a key of another kind.
  init?(_ key: Scalar, of table: Table, _ context: ExecutionContext) throws(RunError) {
    guard let corpus = table.rows?.corpus else { return nil }
    switch key {
    case .column(let column):
      guard let coded = Self.coded(column, table, corpus) else { return nil }
      self.init(groupsOf: coded, pairsAt: nil)
    case .call(let function, let arguments, let span) where function.reach == .pairs:
      guard arguments.count == 1, case .column(let column)? = arguments.first,
        let coded = Self.coded(column, table, corpus), coded.column.isMultiple
      else { return nil }
      self.init(groupsOf: coded, pairsAt: span)
    default:
      try self.init(numbersOf: key, table, corpus, context)
    }
  }

  private init(groupsOf coded: CodedField, pairsAt span: SourceSpan?) {
    let groups = coded.dictionary.groups
    self.coded = coded
    numbers = (0..<UInt32(coded.dictionary.count)).map(groups.group)
    pairsAt = span
    values = span == nil ? .groups : .pairs
    let (square, overflow) = groups.count.multipliedReportingOverflow(by: groups.count)
    valueCount = span == nil ? groups.count : overflow ? Int.max : square
    missing = UInt32(clamping: valueCount)
  }

  /// A function of one field of single values that gives whole numbers. Of texts and the like, the
  /// first spelling of a value among the rows is the one that is shown, which codes do not tell.
  private init?(
    numbersOf key: Scalar, _ table: Table, _ corpus: Corpus, _ context: ExecutionContext
  ) throws(RunError) {
    guard let field = DictionaryEvaluator.soleField(of: key, in: table) else { return nil }
    let coded = corpus.coded(field)
    guard coded.dictionary.count <= table.rowCount else { return nil }
    let evaluator = DictionaryEvaluator(table, field, corpus)
    var known: [Int: UInt32] = [:]
    var list: [Value] = []
    var numbers: [UInt32] = []
    for code in 0...coded.dictionary.count {
      try context.check(at: code)
      switch try? evaluator.value(key, code: code < coded.dictionary.count ? code : nil) {
      case .whole(let number):
        let place = known[number] ?? UInt32(list.count)
        if place == list.count {
          known[number] = place
          list.append(.whole(number))
        }
        numbers.append(place)
      case .missing: numbers.append(UInt32.max)
      default: return nil
      }
    }
    let missing = UInt32(list.count)
    for index in numbers.indices where numbers[index] == UInt32.max { numbers[index] = missing }
    self.coded = coded
    self.missing = numbers.removeLast()
    self.numbers = numbers
    valueCount = list.count
    values = .list(list)
    pairsAt = nil
  }

  private static func coded(_ column: Int, _ table: Table, _ corpus: Corpus) -> CodedField? {
    guard case .field(let field) = table.columns[column].data, corpus.fields[field].kind.isCoded
    else { return nil }
    return corpus.coded(field)
  }

  /// What the key's column of a result holds, whose groups have these numbers.
  func data(_ numbers: [UInt32]) -> Column.Data {
    let dictionary = coded.dictionary
    let (groups, missing) = (dictionary.groups, UInt32(clamping: valueCount))
    switch values {
    case .groups:
      return .coded(
        dictionary,
        numbers.map { $0 == missing ? Column.missingCode : groups.representative(of: $0) })
    case .pairs:
      let count = UInt32(groups.count)
      return .values(
        numbers.map { number in
          if number == missing { return .missing }
          let pair = [number / count, number % count].map {
            dictionary.value(Int(groups.representative(of: $0)))
          }
          return ValuePairs.pair(pair[0], pair[1])
        })
    case .list(let values):
      return .values(numbers.map { $0 == missing ? .missing : values[Int($0)] })
    }
  }
}
