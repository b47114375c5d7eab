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
    case .and(let terms): return try records(whereAll: terms, among: candidates)
    case .or(let terms): return try records(whereAny: terms, among: candidates)
    case .not(let operand):
      var result = candidates
      result.subtract(try records(where: operand, among: candidates))
      return result
    case .constant(.bool(let holds)):
      return holds ? candidates : RecordSet(universe: candidates.universe)
    default:
      guard let shared = context.shared else {
        return try records(whereOne: condition, among: candidates)
      }
      return try shared.records(condition, of: table, corpus, among: candidates) {
        (candidates) throws(RunError) in
        try records(whereOne: condition, among: candidates)
      }
    }
  }

  /// How many records among `candidates` meet `condition`: from the index alone where it can tell.
  func count(
    where condition: Scalar, among candidates: RecordSet
  ) throws(RunError) -> Int {
    try context.check()
    switch condition {
    case .and(let terms):
      let steps = try ordered(terms.flatMap(\.conjuncts), among: candidates)
      guard let last = steps.last else { return candidates.count }
      var rest = candidates
      for step in steps.dropLast() where !rest.isEmpty {
        rest = try records(of: step, among: rest)
      }
      if rest.isEmpty { return 0 }
      guard let selection = last.selection else {
        return try count(where: last.term, among: rest)
      }
      return selection.count(among: rest)
    case .not(let operand):
      return candidates.count - (try count(where: operand, among: candidates))
    default:
      if let selection = try selection(of: condition, among: candidates) {
        return selection.count(among: candidates)
      }
      return try records(where: condition, among: candidates).count
    }
  }

  private func records(
    whereAll terms: [Scalar], among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    var result = candidates
    for step in try ordered(terms.flatMap(\.conjuncts), among: candidates) where !result.isEmpty {
      result = try records(of: step, among: result)
    }
    return result
  }

  private func records(
    whereAny terms: [Scalar], among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    var result = RecordSet(universe: candidates.universe)
    var rest = candidates
    for term in terms where !rest.isEmpty {
      let found = try records(where: term, among: rest)
      rest.subtract(found)
      result.formUnion(found)
    }
    return result
  }

  private func records(
    of step: OrderedTerm, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    if let selection = step.selection {
      try context.check()
      return selection.records(among: candidates)
    }
    return try records(where: step.term, among: candidates)
  }

  /// A condition that is made of no others.
  private func records(
    whereOne condition: Scalar, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    if let selection = try selection(of: condition, among: candidates) {
      return selection.records(among: candidates)
    }
    switch condition {
    case .isMissing(.column(let column)):
      if case .field(let field) = table.columns[column].data {
        return missing(field, among: candidates)
      }
    case .comparison(let left, let comparison):
      if let result = try compare(left, comparison, among: candidates) { return result }
    default: break
    }
    return try byRecord(condition, among: candidates)
  }

  /// A comparison of a field, or of a function of its values, with what is known; nil for another.
  private func compare(
    _ left: Scalar, _ comparison: ScalarComparison, among candidates: RecordSet
  ) throws(RunError) -> RecordSet? {
    guard case .constant(let test) = comparison.right,
      let found = try compare(left, test, among: candidates)
    else { return nil }
    guard comparison.isNegated else { return found }
    var result = candidates
    result.subtract(found)
    return result
  }

  private func compare(
    _ left: Scalar, _ test: ValueTest, among candidates: RecordSet
  ) throws(RunError) -> RecordSet? {
    if let selection = try selection(of: left, meeting: test, among: candidates) {
      return selection.records(among: candidates)
    }
    guard case .column(let column) = left, case .field(let field) = table.columns[column].data
    else { return nil }
    guard let coded = coded(column) else { return try self.test(field, test, among: candidates) }
    var result = candidates
    for target in test.targets {
      let codes = try coded.dictionary.codes(meeting: test.relation, [target], nil, context)
      result = CodeSelection(coded: coded, codes: codes).records(among: result)
    }
    // A record without a value meets nothing, not even no target.
    if test.targets.isEmpty { result.subtract(coded.missing) }
    return result
  }

  private func missing(_ field: Int, among candidates: RecordSet) -> RecordSet {
    var result = RecordSet(universe: candidates.universe)
    candidates.forEach { if corpus.text(field, $0) == nil { result.insert($0) } }
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
      for (row, record) in chunk.enumerated() {
        try context.check(at: row)
        if try evaluator.holds(condition, row: row) { result.append(record) }
      }
      return result
    }
  }
}
