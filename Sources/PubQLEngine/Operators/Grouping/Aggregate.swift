/// A value worked out over the rows of a group.
package struct Aggregate: Sendable {
  package let name: String
  package let function: AggregateFunction
  /// What is aggregated; none for `count` and `share`.
  package let argument: Scalar?
  /// Only rows that meet it are looked at.
  package let condition: Scalar?
  package let type: ValueType

  package init(
    name: String, function: AggregateFunction, argument: Scalar? = nil, condition: Scalar? = nil,
    type: ValueType = .number
  ) {
    self.name = name
    self.function = function
    self.argument = argument
    self.condition = condition
    self.type = type
  }

  var isPlainCount: Bool { function == .count && argument == nil && condition == nil }

  /// The column of its values, one a group.
  func column(_ rows: AggregatedRows) throws(RunError) -> Column {
    let accepts = try rows.mask(condition)
    switch function {
    case .count: return named(.wholes(rows.counts(accepts)))
    case .share:
      let total = Double(rows.table.rowCount)
      return named(
        .values(rows.counts(accepts).map { total == 0 ? .missing : .decimal(Double($0) / total) }))
    default: break
    }
    guard let argument else { return named(.wholes(rows.counts(accepts))) }
    let values = try rows.values(argument, accepts)
    var results: [Value] = []
    results.reserveCapacity(values.count)
    for members in values { results.append(try function.value(members)) }
    return named(.values(results))
  }

  private func named(_ data: Column.Data) -> Column { Column(name: name, type: type, data: data) }
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
  func mask(_ condition: Scalar?) throws(RunError) -> [Bool]? {
    guard let condition else { return nil }
    if input.isRecordSet, let rows = input.rows, case .set(let set) = rows.selection {
      let kernel = ConditionKernel(table: input, corpus: rows.corpus, context: context)
      let kept = try kernel.records(where: condition, among: set)
      return rows.list.map { kept.contains(Int($0)) }
    }
    let evaluator = ScalarEvaluator(table)
    var mask: [Bool] = []
    for row in 0..<table.rowCount { mask.append(try evaluator.holds(condition, row: row)) }
    return mask
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
  private func values(_ scalar: Scalar, where mask: [Bool]?) throws(RunError) -> [Value] {
    guard let mask else { return try ColumnEvaluator.values(scalar, of: table, context) }
    let evaluator = ScalarEvaluator(table)
    var values = [Value](repeating: .missing, count: mask.count)
    for row in mask.indices where mask[row] {
      if row & 0xFFFF == 0 { try context.check() }
      values[row] = try evaluator.value(scalar, row: row)
    }
    return values
  }

  /// The values of an expression in each group, members of lists one by one, none missing.
  func values(_ scalar: Scalar, _ mask: [Bool]?) throws(RunError) -> [[Value]] {
    let values = try values(scalar, where: mask)
    var result = [[Value]](repeating: [], count: groups.keys.count)
    var total = 0
    for (row, group) in zip(groups.rows, groups.groups) where mask?[Int(row)] ?? true {
      let members = values[Int(row)].members.filter { !$0.isMissing }
      total += members.count
      try context.checkRows(total)
      result[Int(group)].append(contentsOf: members)
    }
    return result
  }
}
