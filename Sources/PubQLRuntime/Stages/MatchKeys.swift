import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageUse {
  /// The other rows that a stage of two tables names: what could stand behind `from`. Nil when a
  /// mistake was reported.
  func otherRows() -> CheckedQuery? {
    guard let operand = stage.operands.first,
      case .query(let query) = checker.checkSource(operand.value, scope.ofSubquery)
    else { return nil }
    return query
  }

  /// The keys by which rows of two tables are compared: `author`, which both have, or
  /// `author = name`, of these rows and of the others. Nil when a mistake was reported.
  func matchKeys(_ operands: [StageOperand], with other: Schema) -> [MatchKey]? {
    let before = checker.diagnostics.count
    let keys = operands.compactMap { matchKey($0.value, scope, other) }
    return checker.diagnostics.dropFirst(before).contains { $0.severity == .error } ? nil : keys
  }

  private func matchKey(_ expression: Expression, _ scope: Scope, _ other: Schema) -> MatchKey? {
    switch expression.kind {
    case .name(let name):
      // A parameter stands for a key as a whole.
      if !name.isQuoted, let argument = scope.arguments[name.text] {
        return matchKey(argument.expression, argument.scope(in: scope), other)
      }
    case .parenthesised(let inner): return matchKey(inner, scope, other)
    case .comparison(.equal, false, _, let left, let right):
      return matchKey(left, right, scope, other)
    case .comparison, .and, .or, .not:
      checker.report(.notAKey(stage.name.text, expression.span))
      return nil
    default: break
    }
    return matchKey(expression, expression, scope, other)
  }

  private func matchKey(
    _ left: Expression, _ right: Expression, _ scope: Scope, _ other: Schema
  ) -> MatchKey? {
    var otherScope = scope
    otherScope.schema = other
    let before = checker.diagnostics.count
    let first = checker.checkValue(left, scope, of: stage.name.text)
    if checker.diagnostics.count > before { return nil }
    if case .name(let name) = right.kind, lacks(name, other, scope) {
      checker.report(
        .notInOther(
          name.text, name.span, key: left.span == right.span ? name.text : nil, known: other.names))
      return nil
    }
    let second = checker.checkValue(right, otherScope, of: stage.name.text)
    return matchKey(first, left.span, second, right.span)
  }

  /// Whether a name means nothing among the other rows, which have others.
  private func lacks(_ name: Name, _ other: Schema, _ scope: Scope) -> Bool {
    !other.isOpen && !other.columns.isEmpty && checker.column(named: name, in: other) == nil
      && scope.arguments[name.text] == nil && checker.environment.definitions[name.text] == nil
  }

  /// The key of two values, when they can be equal at all; reports it when they cannot.
  private func matchKey(
    _ left: Typed, _ leftSpan: SourceSpan, _ right: Typed, _ rightSpan: SourceSpan
  ) -> MatchKey? {
    let types = (left.type.element, right.type.element)
    var (a, b) = (left.scalar, right.scalar)
    var kind = MatchKey.Kind.plain
    switch types {
    case (.person, let type), (let type, .person):
      guard type.isTextual || type == .any || type == .missing else { break }
      kind = .person
    case (.place, let type), (let type, .place):
      guard type.isTextual || type == .any || type == .missing else { break }
      kind = .place
    case (.date, .number), (.number, .date), (.date, .date), (.date, .any), (.any, .date):
      kind = .date
    // An id compares with text and with whole numbers.
    case (.identifier, .number): b = .call(ValueMembers.identifierText, [b], rightSpan)
    case (.number, .identifier): a = .call(ValueMembers.identifierText, [a], leftSpan)
    default: break
    }
    guard MatchKey.canEqual(types.0, types.1) else {
      checker.report(
        .cannotCompare(
          left: left.type, leftSpan: leftSpan, right: right.type,
          rightText: right.type.described, rightSpan: rightSpan, fix: nil))
      return nil
    }
    return MatchKey(left: a, right: b, kind: kind)
  }
}

extension MatchKey {
  /// Whether values of two kinds can be equal.
  static func canEqual(_ left: ValueType, _ right: ValueType) -> Bool {
    switch (left, right) {
    case (.any, _), (_, .any), (.missing, _), (_, .missing): true
    case (.date, .number), (.number, .date), (.identifier, .number), (.number, .identifier): true
    default: left == right || left.isTextual && right.isTextual
    }
  }
}

extension Schema {
  /// A name that no column has: the wanted one, or it with a number behind it.
  func freeName(_ wanted: String) -> String {
    let taken = Set(columns.map(\.name))
    guard taken.contains(wanted) else { return wanted }
    // One of so many is free.
    return (2...taken.count + 2).lazy.map { "\(wanted)_\($0)" }.first { !taken.contains($0) }
      ?? wanted
  }

  /// Fields that two tables have, by the names that conditions use.
  func namesShared(with other: Schema) -> [String] {
    columns.filter { other.index(of: $0.name) != nil }.map { $0.field?.singular ?? $0.name }
  }
}
