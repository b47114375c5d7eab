package import PubQLDiagnostics

/// A value worked out over the rows of a group.
package struct Aggregate: Sendable {
  package let name: String
  package let function: AggregateFunction
  /// What is aggregated; none for `count` and `share`.
  package let argument: Scalar?
  /// Only rows that meet it are looked at.
  package let condition: Scalar?
  package let type: ValueType
  /// Where it stands in the query.
  let span: SourceSpan?

  package init(
    name: String, function: AggregateFunction, argument: Scalar? = nil, condition: Scalar? = nil,
    type: ValueType = .number, span: SourceSpan? = nil
  ) {
    self.name = name
    self.function = function
    self.argument = argument
    self.condition = condition
    self.type = type
    self.span = span
  }

  var isPlainCount: Bool { function == .count && argument == nil && condition == nil }

  /// The column of its values, one a group.
  func column(_ rows: AggregatedRows) throws(RunError) -> Column {
    var failedRows = CellFailures()
    let accepts = try rows.mask(condition, &failedRows)
    switch function {
    case .count: return named(.wholes(rows.counts(accepts)), try rows.groups(of: failedRows))
    case .share:
      let total = Double(rows.table.rowCount)
      let shares = rows.counts(accepts).map {
        total == 0 ? .missing : Value.decimal(Double($0) / total)
      }
      return named(.values(shares), try rows.groups(of: failedRows))
    default: break
    }
    guard let argument else {
      return named(.wholes(rows.counts(accepts)), try rows.groups(of: failedRows))
    }
    let values = try rows.values(argument, accepts, &failedRows)
    var failures = try rows.groups(of: failedRows)
    var results: [Value] = []
    results.reserveCapacity(values.count)
    for (group, members) in values.enumerated() {
      try rows.context.check(at: group)
      do {
        results.append(try function.value(members))
      } catch {
        try failures.add(span.map { error.placed(at: $0) } ?? error, row: group)
        results.append(.missing)
      }
    }
    return named(.values(results), failures)
  }

  private func named(_ data: Column.Data, _ failures: CellFailures) -> Column {
    var column = Column(name: name, type: type, data: data)
    column.failures = failures
    return column
  }
}

/// The aggregates of the language.
package enum AggregateFunction: Sendable, Equatable {
  /// How many rows
  case count
  /// The rows' part of all rows, 0 to 1
  case share
  case countDistinct
  case sum
  case average
  case minimum
  case maximum
  case median
  /// 0 to 100
  case percentile(Double)
  case first
  case last
  case list
  /// The most frequent value
  case mostFrequent
  case standardDeviation
  /// Of records of two numbers
  case correlation

  /// The aggregate of values, none of which is missing or a list.
  package func value(_ values: [Value]) throws(RunError) -> Value {
    switch self {
    case .count, .share: .whole(values.count)
    case .countDistinct: .whole(Set(values.map { GroupKey($0) }).count)
    case .sum: try sum(values)
    case .average:
      try NumberStatistics(values, "avg").mean()
    case .minimum: values.min { ValueOrder.compare($0, $1) < 0 } ?? .missing
    case .maximum: maximum(values)
    case .median: try NumberStatistics(values, "median").percentile(50)
    case .percentile(let percent): try NumberStatistics(values, "percentile").percentile(percent)
    case .first: values.first ?? .missing
    case .last: values.last ?? .missing
    case .list: .list(values)
    case .mostFrequent: mostFrequent(values)
    case .standardDeviation: try NumberStatistics(values, "stddev").standardDeviation()
    case .correlation: try NumberPairs(values).correlation()
    }
  }

  /// The first of the greatest, as for the least.
  private func maximum(_ values: [Value]) -> Value {
    guard var best = values.first else { return .missing }
    for value in values where ValueOrder.compare(best, value) < 0 { best = value }
    return best
  }

  private func sum(_ values: [Value]) throws(RunError) -> Value {
    var whole = 0
    var decimal = 0.0
    var isWhole = true
    for value in values {
      switch value {
      case .whole(let number):
        let (sum, overflow) = whole.addingReportingOverflow(number)
        if overflow { throw RunError(.overflow) }
        whole = sum
      case .decimal(let number):
        decimal += number
        isWhole = false
      default: throw RunError(.wrongKind(operation: "sum", kind: value.kindName))
      }
    }
    if isWhole { return .whole(whole) }
    let total = decimal + Double(whole)
    guard total.isFinite else { throw RunError(.overflow) }
    return .decimal(total)
  }

  /// The value that occurs most often; of several, the one met first.
  private func mostFrequent(_ values: [Value]) -> Value {
    var distinct = DistinctValues()
    var counts: [Int] = []
    for value in values {
      let number = Int(distinct.number(value))
      if number == counts.count { counts.append(0) }
      counts[number] += 1
    }
    var best: Int?
    for (number, count) in counts.enumerated() where best.map({ count > counts[$0] }) ?? true {
      best = number
    }
    return best.map { distinct.values[$0] } ?? .missing
  }
}

/// The rows of a grouping as aggregates see them.
struct AggregatedRows {
  /// As it came in, perhaps as a set of records.
  let input: Table
  /// With its records listed.
  let table: Table
  let groups: RowGroups
  let context: ExecutionContext

  /// Whether each row meets a condition; nil where there is none.
  func mask(_ condition: Scalar?, _ failures: inout CellFailures) throws(RunError) -> [Bool]? {
    guard let condition else { return nil }
    do {
      if let mask = try maskOfRecords(condition) { return mask }
    } catch { guard error.canBeCaught else { throw error } }
    let evaluator = ScalarEvaluator(table)
    var mask = [Bool](repeating: false, count: table.rowCount)
    for row in mask.indices {
      do { mask[row] = try evaluator.holds(condition, row: row) } catch {
        try failures.add(error, row: row)
      }
    }
    return mask
  }

  /// The same for a set of records, all at once.
  private func maskOfRecords(_ condition: Scalar) throws(RunError) -> [Bool]? {
    guard input.isRecordSet, let rows = input.rows, case .set(let set) = rows.selection else {
      return nil
    }
    let kernel = ConditionKernel(table: input, corpus: rows.corpus, context: context)
    let kept = try kernel.records(where: condition, among: set)
    return rows.list.map { kept.contains(Int($0)) }
  }

  /// The groups in which rows failed.
  func groups(of failedRows: CellFailures) throws(RunError) -> CellFailures {
    var result = CellFailures()
    if failedRows.isEmpty { return result }
    for (row, group) in zip(groups.rows, groups.groups) {
      if let failure = failedRows[Int(row)] { try result.add(failure, row: Int(group)) }
    }
    return result
  }

  func counts(_ mask: [Bool]?) -> [Int] {
    var counts = [Int](repeating: 0, count: groups.keys.count)
    if let mask {
      for (row, group) in zip(groups.rows, groups.groups) where mask[Int(row)] {
        counts[Int(group)] &+= 1
      }
    } else {
      for group in groups.groups { counts[Int(group)] &+= 1 }
    }
    return counts
  }

  /// The values of an expression in the rows that are looked at: a condition guards it.
  private func values(
    _ scalar: Scalar, where mask: [Bool]?, _ failures: inout CellFailures
  ) throws(RunError) -> [Value] {
    do {
      if mask == nil { return try ColumnEvaluator.values(scalar, of: table, context) }
    } catch { guard error.canBeCaught else { throw error } }
    let evaluator = ScalarEvaluator(table)
    var values = [Value](repeating: .missing, count: table.rowCount)
    for row in values.indices where mask?[row] ?? true {
      try context.check(at: row)
      do { values[row] = try evaluator.value(scalar, row: row) } catch {
        try failures.add(error, row: row)
      }
    }
    return values
  }

  /// The values of an expression in each group, members of lists one by one, none missing.
  func values(
    _ scalar: Scalar, _ mask: [Bool]?, _ failures: inout CellFailures
  ) throws(RunError) -> [[Value]] {
    let values = try values(scalar, where: mask, &failures)
    var result = [[Value]](repeating: [], count: groups.keys.count)
    var total = 0
    for (row, group) in zip(groups.rows, groups.groups) where mask?[Int(row)] ?? true {
      try context.check(at: Int(row))
      let members = values[Int(row)].members.filter { !$0.isMissing }
      total += members.count
      try context.checkRows(total)
      try context.charge(rows: members.count, of: 16)
      result[Int(group)].append(contentsOf: members)
    }
    return result
  }
}
