/// A row a column: what it holds, how many rows have a value, how many values there are, and the
/// most frequent ones.
package struct DescribeOperator: Operator {
  /// Which columns; none means all.
  package let columns: [Int]

  package init(columns: [Int]) { self.columns = columns }

  /// How many of the most frequent values are shown.
  private static let examples = 3

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let table = input.indexed
    var names: [Value] = []
    var kinds: [Value] = []
    var filled: [Int] = []
    var distinct: [Int] = []
    var frequent: [Value] = []
    for index in columns.isEmpty ? Array(input.columns.indices) : columns {
      try context.check()
      let column = input.columns[index]
      let key = GroupKeyColumn.self
      let numbers = try key.init(
        DerivedColumn(name: column.name, type: column.type, scalar: .column(index)), of: table,
        context)
      var counts = [Int](repeating: 0, count: numbers.valueCount + 1)
      var withValue = 0
      for row in 0..<table.rowCount {
        let values = numbers.numbers(row)
        for number in values { counts[Int(number)] &+= 1 }
        if let first = values.first, Int(first) != numbers.valueCount { withValue += 1 }
      }
      counts.removeLast()
      names.append(.text(column.name))
      kinds.append(.text(column.type.name))
      filled.append(withValue)
      distinct.append(counts.count { $0 > 0 })
      frequent.append(.list(Self.mostFrequent(numbers, counts)))
    }
    return Table(
      columns: [
        Column(name: "field", type: .text, data: .values(names)),
        Column(name: "type", type: .text, data: .values(kinds)),
        Column(name: "filled", type: .number, data: .wholes(filled)),
        Column(name: "distinct", type: .number, data: .wholes(distinct)),
        Column(name: "most_frequent", type: .list(.any), data: .values(frequent)),
      ],
      rowCount: names.count)
  }

  /// Values that occur once tell nothing, unless all do.
  private static func mostFrequent(_ column: GroupKeyColumn, _ counts: [Int]) -> [Value] {
    let top = counts.indices.filter { counts[$0] > 1 }.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }.prefix(examples)
    let values = Table(columns: [column.column(top.map(UInt32.init))], rowCount: top.count)
    return top.indices.map { values.value(row: $0, column: 0) }
  }
}
