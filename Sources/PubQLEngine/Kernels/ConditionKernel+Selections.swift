/// Conditions on coded fields, turned into the codes that meet them.
extension ConditionKernel {
  /// The codes of a field that meet a condition, where it looks at nothing else; nil for another
  /// condition, and where a value fails that perhaps no candidate has.
  func selection(
    of condition: Scalar, among candidates: RecordSet
  ) throws(RunError) -> CodeSelection? {
    switch condition {
    case .isMissing(.column(let column)):
      guard let coded = coded(column) else { return nil }
      return CodeSelection(coded: coded, codes: [], includesMissing: true)
    case .comparison(let left, let comparison):
      if case .constant(let test) = comparison.right {
        let meeting = try selection(of: left, meeting: test, among: candidates)
        if let meeting { return comparison.isNegated ? meeting.complement : meeting }
        if case .column = left { return nil }
      }
      return try selection(byValuesOf: condition, among: candidates)
    case .and, .or, .not, .constant: return nil
    default: return try selection(byValuesOf: condition, among: candidates)
    }
  }

  /// The codes of values that meet a test, themselves or by what a function gives for them.
  func selection(
    of left: Scalar, meeting test: ValueTest, among candidates: RecordSet
  ) throws(RunError) -> CodeSelection? {
    guard test.quantifier != .all else { return nil }
    if case .column(let column) = left {
      guard let coded = coded(column) else { return nil }
      if let codes = try candidateCodes(coded, test, among: candidates) {
        return CodeSelection(coded: coded, codes: codes)
      }
      return CodeSelection(
        coded: coded, codes: try coded.dictionary.codes(meeting: test, context))
    }
    guard let scalar = ValuewiseScalar(left, in: table) else { return nil }
    return try selection(of: scalar, meeting: test, among: candidates)
  }

  /// Tests what a function gives for each value of a field of many values; nil where that is more
  /// work than to look at the candidates.
  private func selection(
    of scalar: ValuewiseScalar, meeting test: ValueTest, among candidates: RecordSet
  ) throws(RunError) -> CodeSelection? {
    let count = scalar.coded.dictionary.count
    guard count <= candidates.count else { return nil }
    var codes: [Int] = []
    for code in 0..<count {
      try context.check(at: code)
      guard let values = try? scalar.values(code: code) else { return nil }
      if test.holds(.list(values)) { codes.append(code) }
    }
    return CodeSelection(coded: scalar.coded, codes: codes)
  }

  /// Works a condition that looks at one field of single values out once for each of its values;
  /// nil as above.
  private func selection(
    byValuesOf condition: Scalar, among candidates: RecordSet
  ) throws(RunError) -> CodeSelection? {
    guard let field = DictionaryEvaluator.soleField(of: condition, in: table) else { return nil }
    let coded = corpus.coded(field)
    guard coded.dictionary.count <= candidates.count else { return nil }
    let evaluator = DictionaryEvaluator(table, field, corpus)
    var codes: [Int] = []
    for code in 0..<coded.dictionary.count {
      try context.check(at: code)
      guard let holds = try? evaluator.holds(condition, code: code) else { return nil }
      if holds { codes.append(code) }
    }
    guard let holds = try? evaluator.holds(condition, code: nil) else { return nil }
    return CodeSelection(coded: coded, codes: codes, includesMissing: holds)
  }

  /// The coded field that a column shows.
  func coded(_ column: Int) -> CodedField? {
    guard table.columns.indices.contains(column),
      case .field(let field) = table.columns[column].data, corpus.fields[field].kind.isCoded
    else { return nil }
    return corpus.coded(field)
  }

  /// The codes among those of the candidates that meet a test, where these are so few that to look
  /// at all values would be more work.
  private func candidateCodes(
    _ coded: CodedField, _ test: ValueTest, among candidates: RecordSet
  ) throws(RunError) -> [Int]? {
    let dictionary = coded.dictionary
    guard !dictionary.looksUp(test), dictionary.count > Self.quickCount,
      candidates.count < dictionary.count / 4
    else { return nil }
    var seen: Set<UInt32> = []
    candidates.forEach { seen.formUnion(coded.column.codes(of: $0)) }
    return try dictionary.codes(meeting: test, among: seen.sorted().map { Int($0) }, context)
  }

  /// The values of so few codes are tested before it is known whether that is needed.
  static let quickCount = 4096
}

extension CodeSelection {
  /// The records that are not among them; nil where their other values may still be.
  fileprivate var complement: CodeSelection? {
    guard !coded.column.isMultiple else { return nil }
    let others = codes.complement(below: coded.dictionary.count)
    return CodeSelection(coded: coded, codes: others, includesMissing: !includesMissing)
  }
}
