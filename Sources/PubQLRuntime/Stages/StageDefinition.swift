import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

/// A stage of the language: what it is for, and how it is turned into a plan.
package struct StageDefinition: Sendable {
  package let name: String
  /// How it is written.
  package let usage: String
  /// One line for the help.
  package let summary: String
  /// Whether its rows have the columns of its input; then a mistake in it hides none behind it.
  let keepsColumns: Bool
  /// Adds the stage to its input; nil when it reported a mistake.
  let check: @Sendable (StageUse) -> CheckedQuery?

  init(
    _ name: String, usage: String, summary: String, keepsColumns: Bool = false,
    check: @escaping @Sendable (StageUse) -> CheckedQuery?
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.keepsColumns = keepsColumns
    self.check = check
  }
}

/// All stages. To add one: its file, and a line here.
package enum Stages {
  package static let all: [StageDefinition] = [
    .where, .select, .with, .drop, .sort, .take, .skip, .top, .distinct, .count, .group, .each,
    .describe, .chart, .save, .show, .join, .sample,
    .search, .similar, .dedupe,
    .union, .intersect, .except, .pivot,
  ]

  package static func named(_ name: String) -> StageDefinition? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

/// A stage where it stands, and what flows into it.
struct StageUse {
  let stage: Stage
  let input: CheckedQuery
  /// With the columns of the input in hand.
  let scope: Scope
  let checker: Checker

  var schema: Schema { input.schema }

  /// The input with one more operator.
  func adding(_ step: any Operator, schema: Schema? = nil) -> CheckedQuery {
    var result = input
    result.plan.operators.append(step)
    if let schema {
      result.schema = schema
      result.schema.isOpen = input.schema.isOpen
    }
    return result
  }

  func check(_ operand: StageOperand) -> Typed { checker.check(operand.value, scope) }

  /// The column that an operand names; nil when it names none, which is reported.
  func column(_ operand: StageOperand) -> Int? {
    let typed = check(operand)
    if case .column(let index) = typed.scalar { return index }
    if typed.type != .any {
      checker.report(
        .operatorKind(
          stage.name.text, operand.span, left: typed.type, wanted: "columns",
          help: "name a column, such as `\(stage.name.text) author`"))
    }
    return nil
  }

  /// A whole number of rows, known before the query runs.
  /// - Parameter word: what the message calls it; the stage unless told.
  func rowCount(_ operand: StageOperand, of word: String? = nil) -> Int? {
    let typed = check(operand)
    if let count = typed.constant?.wholeNumber, count >= 0 { return count }
    if case .duration(let count, let unit) = operand.value.kind, stage.grammar?.name == "top" {
      checker.report(HabitProblem.topWithoutBy(count, unit, operand.value.span).diagnostic)
      return nil
    }
    if typed.type != .any || typed.constant == nil {
      checker.report(.notWhole(word ?? stage.name.text, operand.span))
    }
    return nil
  }

  /// Keys to sort by; descending unless told otherwise where `descending` says so.
  func sortKeys(_ operands: [StageOperand], descending: Bool = false) -> [SortKey] {
    operands.map { operand in
      SortKey(
        scalar: check(operand).scalar,
        isDescending: operand.order.map { $0 == .descending } ?? descending)
    }
  }

  /// The values by which `per` makes groups.
  func groups() -> [Scalar] {
    stage.clause("per")?.operands.map { check($0).scalar } ?? []
  }

  /// Named columns, each name once. Nil when a mistake was reported.
  func columns(_ operands: [StageOperand]) -> [NamedColumn]? {
    let before = checker.diagnostics.count
    var result: [NamedColumn] = []
    for operand in operands {
      let typed = checker.checkValue(operand.value, scope, of: stage.name.text)
      let name = operand.name?.text ?? name(of: operand.value)
      if result.contains(where: { $0.name == name }) {
        checker.report(.duplicateName(name, operand.span))
        continue
      }
      result.append(NamedColumn(name: name, typed: typed, schema: schema))
    }
    return checker.diagnostics.dropFirst(before).contains { $0.severity == .error } ? nil : result
  }

  /// What a column is called that was given no name: as the field, the member or the function
  /// that it shows.
  func name(of expression: Expression) -> String { Self.name(of: expression, scope) }

  /// A parameter of a definition shows what stands for it.
  private static func name(of expression: Expression, _ scope: Scope) -> String {
    switch expression.kind {
    case .name(let name):
      if !name.isQuoted, let argument = scope.arguments[name.text] {
        return Self.name(of: argument.expression, argument.scope.scope)
      }
      return name.text
    case .member(_, let name), .call(let name, _), .variable(let name): return name.text
    case .parenthesised(let inner): return name(of: inner, scope)
    default: return "value"
    }
  }
}

/// A column that a stage makes, checked.
struct NamedColumn {
  let name: String
  let typed: Typed
  /// The field that it shows unchanged.
  let field: StandardField?
  /// Whether it shows a column that a stage may make anew.
  private let isMade: Bool

  init(name: String, typed: Typed, schema: Schema) {
    self.name = name
    self.typed = typed
    if case .column(let index) = typed.scalar, schema.columns.indices.contains(index) {
      field = schema.columns[index].field
      isMade = schema.columns[index].isMade
    } else {
      field = nil
      isMade = false
    }
  }

  var derived: DerivedColumn { DerivedColumn(name: name, type: typed.type, scalar: typed.scalar) }
  var column: SchemaColumn {
    var column = SchemaColumn(name: name, type: typed.type, field: field)
    column.isMade = isMade
    return column
  }
  /// As a key of a group: one value at a time.
  var keyColumn: SchemaColumn {
    SchemaColumn(name: name, type: typed.type.element, field: field)
  }
}
