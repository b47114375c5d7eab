/// Keeps some rows by chance, of the table or of each of its groups; they keep their order.
///
/// The same query over the same rows gives the same sample. Each choice of so many rows is as
/// likely as any other.
package struct SampleOperator: Operator {
  package let count: Int
  package let seed: Int
  /// Rows that agree in these values are one group; none makes one group of all.
  package let groups: [Scalar]

  package init(count: Int, seed: Int, groups: [Scalar]) {
    self.count = count
    self.seed = seed
    self.groups = groups
  }

  /// A row with several values in a key belongs to the group of each; it is kept once when it is
  /// chosen in any of them.
  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    var random = SeededRandom(seed: seed)
    if groups.isEmpty { return input.keeping(random.choose(count, below: input.rowCount)) }
    var isKept = [Bool](repeating: false, count: input.rowCount)
    for rows in try RowGroups.rows(of: input.indexed, by: groups, context) {
      for place in random.choose(count, below: rows.count) { isKept[rows[place]] = true }
    }
    return input.keeping(isKept.indices.filter { isKept[$0] })
  }
}
