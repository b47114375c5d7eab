import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

// Rows are compared as `distinct` does: texts folded, places by what they are, lists as wholes.
// Two records are equal when they are the same record; records of corpora that have none in
// common, and rows of tables, when they are equal in all columns. With `by` only its keys count,
// and those are compared as `=` does, any of many values; a key that both lack is equal.

extension StageDefinition {
  /// All rows of the left, then those of the right that the left has not; columns are brought
  /// together by name. A column that one of the two lacks is missing there.
  static let union = StageDefinition(
    "union", usage: "union TABLE [by KEY, …]",
    summary: "The rows of both: all of these, then those of the other that are new"
  ) { use in
    guard let other = use.otherRows() else { return nil }
    let columns = UnionColumn.joining(use.schema, other.schema)
    guard let comparison = use.comparison(other.schema, columns) else { return nil }
    var schema = use.schema.united(with: other.schema, columns)
    let step = SetOperator(
      kind: .union, other: other.plan, comparison: comparison, columns: columns,
      shape: schema.shape, known: use.checker.environment.corpus)
    schema.isOpen = use.schema.isOpen || other.schema.isOpen
    var result = use.adding(step, schema: schema)
    result.schema.isOpen = schema.isOpen
    return result
  }

  /// The rows of the left that have an equal on the right, compared in the columns of both.
  static let intersect = StageDefinition(
    "intersect", usage: "intersect TABLE [by KEY, …]",
    summary: "The rows that the other has as well", keepsColumns: true
  ) { use in use.keepingRows(.intersect) }

  /// The rows of the left that have no equal on the right, compared in the columns of both.
  static let except = StageDefinition(
    "except", usage: "except TABLE [by KEY, …]",
    summary: "The rows that the other has not", keepsColumns: true
  ) { use in use.keepingRows(.except) }
}

extension StageUse {
  fileprivate func keepingRows(_ kind: SetOperator.Kind) -> CheckedQuery? {
    guard let other = otherRows() else { return nil }
    let shared = UnionColumn.joining(schema, other.schema).filter {
      $0.left != nil && $0.right != nil
    }
    if shared.isEmpty, stage.clause("by") == nil, !schema.isOpen, !other.schema.isOpen {
      checker.report(
        .nothingShared(stage.name.text, stage.span, known: schema.names, other: other.schema.names))
      return nil
    }
    guard let comparison = comparison(other.schema, shared) else { return nil }
    return adding(
      SetOperator(
        kind: kind, other: other.plan, comparison: comparison, columns: [], shape: schema.shape,
        known: checker.environment.corpus))
  }

  /// What is compared: the keys of `by`, else those columns. Nil when a mistake was reported.
  fileprivate func comparison(
    _ other: Schema, _ columns: [UnionColumn]
  ) -> SetOperator.Comparison? {
    if let by = stage.clause("by") {
      return matchKeys(by.operands, with: other).map { .keys($0) }
    }
    return .rows(
      columns.map { MatchKey($0, schema, other) },
      areRecords: schema.shape == .records && other.shape == .records)
  }
}

extension MatchKey {
  /// Compares a column of both; what one lacks is missing.
  fileprivate init(_ column: UnionColumn, _ left: Schema, _ right: Schema) {
    let types = [
      column.left.map { left.columns[$0].type.element },
      column.right.map { right.columns[$0].type.element },
    ]
    self.init(
      left: column.left.map { .column($0) } ?? .constant(.missing),
      right: column.right.map { .column($0) } ?? .constant(.missing),
      kind: types.contains(.place) ? .place : types.contains(.date) ? .date : .plain)
  }
}

extension UnionColumn {
  /// The columns of two tables, brought together by name: those of the left, then those that only
  /// the right has. A list has no names, so it goes with any one column.
  fileprivate static func joining(_ left: Schema, _ right: Schema) -> [UnionColumn] {
    let isList =
      left.columns.count == 1 && right.columns.count == 1
      && (left.shape == .list || right.shape == .list)
    var used: Set<Int> = []
    var columns = left.columns.enumerated().map { index, column in
      let other = isList ? 0 : right.index(of: column.name)
      let match = other.flatMap { used.insert($0).inserted ? $0 : nil }
      let type = match.map { column.type.united(with: right.columns[$0].type) } ?? column.type
      let isSame = match.map { right.columns[$0].field == column.field } ?? true
      return UnionColumn(
        name: column.name, type: type, field: isSame ? column.field : nil, left: index,
        right: match)
    }
    for (index, column) in right.columns.enumerated() where !used.contains(index) {
      columns.append(
        UnionColumn(
          name: column.name, type: column.type, field: column.field, left: nil, right: index))
    }
    return columns
  }
}

extension Schema {
  fileprivate func united(with other: Schema, _ columns: [UnionColumn]) -> Schema {
    var result = Schema(
      columns: columns.map { column in
        var known = SchemaColumn(name: column.name, type: column.type, field: column.field)
        known.isOfData =
          column.left.map { self.columns[$0].isOfData }
          ?? column.right.map { other.columns[$0].isOfData } ?? false
        return known
      },
      hasSource: hasSource && other.hasSource)
    if shape == .list, columns.count == 1 {
      result.shape = .list
    } else if shape == .records, other.shape == .records {
      result.shape = .records
    }
    return result
  }
}

extension ValueType {
  /// The type of a column that holds values of both types.
  fileprivate func united(with other: ValueType) -> ValueType {
    if self == other || other == .missing { return self }
    if self == .missing { return other }
    let element: ValueType =
      self.element == other.element
      ? self.element : self.element.isTextual && other.element.isTextual ? .text : .any
    let isList = self != self.element || other != other.element
    return isList ? .list(element) : element
  }
}
