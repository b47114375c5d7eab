package import PubQLDiagnostics

/// A column that is worked out over the rows in their order: `cumulative(count)`.
package struct Window: Sendable {
  package let function: Function
  package let argument: Scalar
  package let type: ValueType
  package let span: SourceSpan

  /// What is worked out; a row whose value is missing has a missing result.
  package enum Function: String, Sendable {
    /// The number of the row, from 1
    case row
    /// The value of the row before; missing in the first
    case previous
    /// The value less that of the row before; missing in the first
    case change
    /// The sum of the values up to this one
    case cumulative
    /// The value's part of the sum of all, 0 to 1; missing where the sum is 0
    case share
    /// The place of the value among all, the greatest being 1; equal values share one
    case rank
  }

  package init(function: Function, argument: Scalar, type: ValueType, span: SourceSpan) {
    self.function = function
    self.argument = argument
    self.type = type
    self.span = span
  }

  /// - Parameters:
  ///   - table: with its records listed (`Table.indexed`).
  ///   - parts: the rows of each part within which it runs, in their order; nil for one of all.
  func cells(
    of table: Table, in parts: [[Int]]?, _ context: ExecutionContext
  ) throws(RunError) -> Column.Data {
    if function == .row, parts == nil { return .wholes(Array(1..<table.rowCount + 1)) }
    let values = try ColumnEvaluator.values(argument, of: table, context)
    guard let parts else { return .values(try results(values)) }
    var cells = [Value](repeating: .missing, count: values.count)
    for rows in parts {
      for (row, result) in zip(rows, try results(rows.map { values[$0] })) { cells[row] = result }
    }
    return .values(cells)
  }

  /// A result for each value, as if there were no others.
  private func results(_ values: [Value]) throws(RunError) -> [Value] {
    switch function {
    case .row: (0..<values.count).map { .whole($0 + 1) }
    case .previous: Array(([.missing] + values).prefix(values.count))
    case .change: try changes(values)
    case .cumulative: try sums(values)
    case .share: try shares(values)
    case .rank: ranks(values)
    }
  }

  private func changes(_ values: [Value]) throws(RunError) -> [Value] {
    var results: [Value] = []
    results.reserveCapacity(values.count)
    var previous = Value.missing
    for value in values {
      results.append(try ArithmeticRules.apply(.subtract, value, previous, at: span))
      previous = value
    }
    return results
  }

  private func sums(_ values: [Value]) throws(RunError) -> [Value] {
    var results: [Value] = []
    results.reserveCapacity(values.count)
    var sum = Value.whole(0)
    for value in values {
      if try number(value) == nil {
        results.append(.missing)
      } else {
        sum = try ArithmeticRules.apply(.add, sum, value, at: span)
        results.append(sum)
      }
    }
    return results
  }

  private func shares(_ values: [Value]) throws(RunError) -> [Value] {
    var numbers: [Double?] = []
    numbers.reserveCapacity(values.count)
    for value in values { numbers.append(try number(value)) }
    let sum = numbers.reduce(0) { $0 + ($1 ?? 0) }
    guard sum.isFinite else { throw RunError(.overflow, at: span) }
    return numbers.map { number in
      guard let number, sum != 0 else { return .missing }
      let part = number / sum
      return part.isFinite ? .decimal(part) : .missing
    }
  }

  private func ranks(_ values: [Value]) -> [Value] {
    let rows = values.indices.filter { !values[$0].members.isEmpty }
    let order = rows.sorted { ValueOrder.compare(values[$0], values[$1]) > 0 }
    var results = [Value](repeating: .missing, count: values.count)
    for (place, row) in order.enumerated() {
      let isSame = place > 0 && ValueOrder.compare(values[order[place - 1]], values[row]) == 0
      results[row] = isSame ? results[order[place - 1]] : .whole(place + 1)
    }
    return results
  }

  /// The number that a value is; nil for missing.
  /// - Throws: `.wrongKind` for anything else.
  private func number(_ value: Value) throws(RunError) -> Double? {
    if value.isMissing { return nil }
    guard let number = value.number else {
      throw RunError(.wrongKind(operation: function.rawValue, kind: value.kindName), at: span)
    }
    return number
  }
}
