import PubQLModel

/// A column of a chart: a value a row, and which rows have the same.
struct ChartCells {
  let name: String
  let values: [Value]
  let keys: [GroupKey]

  /// Labels longer than this are never drawn whole.
  private static let labelLength = 200

  init(
    _ column: DerivedColumn, of table: Table, _ context: ExecutionContext
  ) throws(RunError) {
    name = column.name
    values = try ColumnEvaluator.values(column.scalar, of: table, context)
    keys = values.map { GroupKey($0.members.isEmpty ? .missing : $0) }
  }

  /// Whether each row has another value.
  var isUnique: Bool { Set(keys).count == keys.count }

  /// Whether each row has another pair of values.
  func isUnique(with other: ChartCells) -> Bool {
    let pairs = zip(keys, other.keys).map { [$0, $1] }
    return Set(pairs).count == pairs.count
  }

  /// How the values lie beside each other.
  var scale: Chart.Scale {
    let known = values.filter { !$0.members.isEmpty }
    guard !known.isEmpty else { return .categories }
    if known.allSatisfy({ $0.number?.isFinite == true }) { return .numbers }
    let areDates = known.allSatisfy { if case .date = $0 { true } else { false } }
    return areDates ? .days : .categories
  }

  /// A value as a point of a scale.
  func point(_ row: Int, _ scale: Chart.Scale) -> Chart.Point {
    let value = values[row]
    guard !value.members.isEmpty else { return Chart.Point(Chart.missingLabel) }
    return Chart.Point(label(row), at: Self.position(value, scale))
  }

  func label(_ row: Int) -> String {
    let value = values[row]
    switch value {
    case _ where value.members.isEmpty: return Chart.missingLabel
    case .decimal(let number): return ChartNumber.text(number)
    case .list(let members): return Self.cut(members.map(\.plainText).joined(separator: ", "))
    default: return Self.cut(value.plainText)
    }
  }

  private static func cut(_ text: String) -> String { String(text.prefix(labelLength)) }

  private static func position(_ value: Value, _ scale: Chart.Scale) -> Double? {
    switch scale {
    case .categories: return nil
    case .numbers: return value.number
    case .days:
      guard case .date(let date) = value, !date.hasOpenStart else { return nil }
      return Double(date.firstDay)
    }
  }
}
