import PubQLModel

/// Finds the records that meet a condition, over columns where that is possible: values of coded
/// fields are tested once in their dictionary, texts are scanned, and only what is left is worked
/// out record by record.
struct ConditionKernel {
  let table: Table
  let corpus: Corpus
  let context: ExecutionContext

  /// The records among `candidates` that meet `condition`.
  func records(
    where condition: Scalar, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    try context.check()
    switch condition {
    case .and(let terms):
      var result = candidates
      for term in terms where !result.isEmpty { result = try records(where: term, among: result) }
      return result
    case .or(let terms):
      var result = RecordSet(universe: candidates.universe)
      var rest = candidates
      for term in terms where !rest.isEmpty {
        let found = try records(where: term, among: rest)
        rest.subtract(found)
        result.formUnion(found)
      }
      return result
    case .not(let operand):
      var result = candidates
      result.subtract(try records(where: operand, among: candidates))
      return result
    case .constant(.bool(let holds)):
      return holds ? candidates : RecordSet(universe: candidates.universe)
    case .isMissing(.column(let column)):
      if case .field(let field) = table.columns[column].data {
        return missing(field, among: candidates)
      }
    case .comparison(.column(let column), let comparison):
      if case .field(let field) = table.columns[column].data,
        case .constant(let test) = comparison.right
      {
        var result = try compare(field, test, among: candidates)
        guard comparison.isNegated else { return result }
        result = result.complement
        result.formIntersection(candidates)
        return result
      }
    case .comparison(let left, let comparison):
      if case .constant(let test) = comparison.right, test.quantifier != .all,
        let scalar = ValuewiseScalar(left, in: table),
        let found = byValue(scalar, test, among: candidates)
      {
        guard comparison.isNegated else { return found }
        var result = candidates
        result.subtract(found)
        return result
      }
    default: break
    }
    if let field = DictionaryEvaluator.soleField(of: condition, in: table) {
      return try byDictionary(condition, field, among: candidates)
    }
    return try byRecord(condition, among: candidates)
  }

  // MARK: Fields

  private func missing(_ field: Int, among candidates: RecordSet) -> RecordSet {
    var result = RecordSet(universe: candidates.universe)
    if corpus.fields[field].kind.isCoded {
      let starts = corpus.coded(field).column.starts
      candidates.forEach { if starts[$0] == starts[$0 + 1] { result.insert($0) } }
    } else {
      candidates.forEach { if corpus.text(field, $0) == nil { result.insert($0) } }
    }
    return result
  }

  private func compare(
    _ field: Int, _ test: ValueTest, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    guard corpus.fields[field].kind.isCoded else {
      return try self.test(field, test, among: candidates)
    }
    let coded = corpus.coded(field)
    var result: RecordSet
    if test.quantifier == .all {
      result = candidates
      for target in test.targets {
        result.formIntersection(
          records(coded, codes: coded.dictionary.codes(meeting: test.relation, [target])))
      }
      if test.targets.isEmpty { result.subtract(missing(field, among: candidates)) }
    } else if test.quantifier == .allOfOne {
      let codes = coded.dictionary.codes { test.holds($0) }
      result = records(coded, codes: codes)
    } else {
      result = records(
        coded, codes: coded.dictionary.codes(meeting: test.relation, test.targets))
    }
    result.formIntersection(candidates)
    return result
  }

  /// Tests what a function gives for each value of a field; nil where that is more work than to
  /// look at the candidates, or where a value fails that perhaps no candidate has.
  private func byValue(
    _ scalar: ValuewiseScalar, _ test: ValueTest, among candidates: RecordSet
  ) -> RecordSet? {
    guard scalar.coded.dictionary.count <= candidates.count else { return nil }
    var codes: [Int] = []
    for code in 0..<scalar.coded.dictionary.count {
      guard let values = try? scalar.values(code: code) else { return nil }
      if test.holds(.list(values)) { codes.append(code) }
    }
    var result = records(scalar.coded, codes: codes)
    result.formIntersection(candidates)
    return result
  }

  private func records(_ coded: CodedField, codes: [Int]) -> RecordSet {
    var result = RecordSet(universe: corpus.recordCount)
    for code in codes { result.insert(contentsOf: coded.column.records(of: code)) }
    return result
  }

  /// Works the condition out for each record, on all cores.
  private func byRecord(
    _ condition: Scalar, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    try inChunks(candidates) { chunk throws(RunError) in
      var input = table
      input.rowCount = chunk.count
      input.rows = RecordRows(corpus: corpus, selection: .list(chunk))
      let evaluator = ScalarEvaluator(input)
      var result: [UInt32] = []
      for (row, record) in chunk.enumerated() where try evaluator.holds(condition, row: row) {
        result.append(record)
      }
      return result
    }
  }

  /// Works a condition that looks at one field of single values out once for each of its values.
  private func byDictionary(
    _ condition: Scalar, _ field: Int, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    let evaluator = DictionaryEvaluator(table, field, corpus)
    let coded = corpus.coded(field)
    var codes: [Int] = []
    for code in 0..<coded.dictionary.count where try evaluator.holds(condition, code: code) {
      codes.append(code)
    }
    var result = records(coded, codes: codes)
    result.formIntersection(candidates)
    if try evaluator.holds(condition, code: nil) {
      result.formUnion(missing(field, among: candidates))
    }
    return result
  }
}

extension ValueDictionary {
  /// The codes of values that meet a relation with one of `targets`, ascending.
  func codes(meeting relation: ValueTest.Relation, _ targets: [TestTarget]) -> [Int] {
    let areTexts = targets.allSatisfy { if case .text = $0.value { true } else { false } }
    if relation == .equal, kind == .category, areTexts {
      return Set(targets.filter(\.isTextual).flatMap { Array(codes(foldedEqualTo: $0.folded)) })
        .sorted()
    }
    if relation == .exactlyEqual, kind != .date {
      // What is equal to the letter is equal when folded, and those stand together.
      return Set(
        targets.filter(\.isTextual).flatMap { target in
          codes(foldedEqualTo: target.folded).filter { code in
            withBytes(code) { ByteOrder.compare($0, target.text) == 0 }
          }
        }
      ).sorted()
    }
    if relation == .equal, kind == .person {
      return Set(targets.compactMap(\.person).flatMap { people.codes(matching: $0).map(Int.init) })
        .sorted()
    }
    return (0..<count).filter { code in
      targets.contains { meets(code, relation, $0) }
    }
  }

  /// The codes of values for which `holds` is true.
  func codes(where holds: (Value) -> Bool) -> [Int] {
    (0..<count).filter { holds(value($0)) }
  }

  private func meets(_ code: Int, _ relation: ValueTest.Relation, _ target: TestTarget) -> Bool {
    switch kind {
    case .date:
      return target.date.map { DateTest.holds(dates[code], relation, $0) } ?? false
    case .place where relation == .equal || relation == .within:
      return withFolded(code) {
        PlaceTest.holds(places[code], folded: Array($0), relation, target)
      }
    default:
      return withBytes(code) { text in
        withFolded(code) { TextTest.holds(text, folded: $0, relation, target) }
      }
    }
  }
}

extension ValueDictionary {
  /// The codes of values that meet a test, ascending.
  package func codes(meeting test: ValueTest) -> [Int] {
    codes(meeting: test.relation, test.targets)
  }
}
