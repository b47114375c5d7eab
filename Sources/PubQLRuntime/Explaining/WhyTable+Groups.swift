import PubQLEngine

// Behind a stage whose rows are made of several records, no row is the record any more; but it can
// still be told which of them it is a part of.

extension WhyTable {
  /// What became of a record that a step made a part of other rows.
  ///
  /// - Parameters:
  ///   - own: the rows of the record before the step.
  ///   - all: all rows behind it.
  func whereabouts(
    _ step: QueryTrace.Step, _ own: Table, in all: Table
  ) throws(RunError) -> String {
    switch step.operators.first {
    case is CountOperator: "it is one of those that are counted"
    case let group as GroupOperator where group.keys.isEmpty: "it is one of the rows of the group"
    case let group as GroupOperator: try groups(group, own, in: all)
    default: "its rows are made of several records"
    }
  }

  /// The keys of the groups that the record stands in, written as the result has them.
  private func groups(
    _ group: GroupOperator, _ own: Table, in all: Table
  ) throws(RunError) -> String {
    let keys = try GroupOperator(keys: group.keys, aggregates: [], order: .keys).run(own, context)
    let wanted = Set((0..<keys.rowCount).map { GroupKey(Self.keys(of: group, row: $0, keys)) })
    var found: [String] = []
    for row in 0..<all.rowCount {
      let values = Self.keys(of: group, row: row, all)
      guard wanted.contains(GroupKey(values)) else { continue }
      let texts = values.map { $0.isMissing ? "missing" : $0.plainText }
      found.append(texts.count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))")
    }
    return "it is in the row\(found.count == 1 ? "" : "s") "
      + Self.cut(found.joined(separator: ", "))
  }

  /// The keys of a group stand first in its row.
  private static func keys(of group: GroupOperator, row: Int, _ table: Table) -> [Value] {
    group.keys.indices.filter(table.columns.indices.contains).map {
      table.value(row: row, column: $0)
    }
  }
}
