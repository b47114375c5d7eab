import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

// Values as they are written, and those that are made of others: lists, records, ranges.

extension Checker {
  func checkText(_ parts: [TextPart], _ scope: Scope) -> Typed {
    if parts.isEmpty { return Typed(.constant(.text("")), .text) }
    if parts.count == 1, case .literal(let text) = parts[0] {
      return Typed(.constant(.text(text)), .text)
    }
    var scalars: [Scalar] = []
    var usesRow = false
    for part in parts {
      switch part {
      case .literal(let text): scalars.append(.constant(.text(text)))
      case .interpolation(let expression):
        let typed = checkValue(expression, scope, of: "{…}")
        scalars.append(typed.scalar)
        usesRow = usesRow || typed.usesRow
      }
    }
    return fold(Typed(.joined(scalars), .text, usesRow: usesRow))
  }

  func checkDate(_ text: String, _ span: SourceSpan) -> Typed {
    do {
      return Typed(.constant(.date(try PartialDate(edtf: text))), .date)
    } catch {
      return report(wrong: .badDate(error.sentence, span))
    }
  }

  func checkDuration(_ count: Int, _ unit: DurationUnit, _ span: SourceSpan) -> Typed {
    let unit: CalendarDuration.Unit? = CalendarDuration.Unit(word: unit.rawValue)
    guard let unit, let duration = CalendarDuration(count, unit) else {
      return report(wrong: .badDate("the duration is too long", span))
    }
    return Typed(.constant(.duration(duration)), .duration)
  }

  func checkList(_ members: [Expression], _ scope: Scope) -> Typed {
    let typed = members.map { checkValue($0, scope, of: "[…]") }
    // A member that is missing says nothing of the others.
    let types = typed.map(\.type).filter { $0 != .missing }
    let type = types.dropFirst().allSatisfy { $0 == types.first } ? types.first : nil
    return fold(
      Typed(
        .list(typed.map(\.scalar)), .list(type ?? .any), usesRow: typed.contains { $0.usesRow }))
  }

  func checkRecord(_ members: [NamedExpression], _ scope: Scope) -> Typed {
    guard requireDistinct(members.map(\.name), .members) else { return .unknown }
    let typed = members.map { ($0.name.text, checkValue($0.value, scope, of: "{…}")) }
    return fold(
      Typed(
        .record(typed.map { ($0.0, $0.1.scalar) }), .record,
        usesRow: typed.contains { $0.1.usesRow }))
  }

  func checkRange(
    _ low: Expression?, _ high: Expression?, _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    let lower = low.map { check($0, scope) } ?? Typed(.constant(.missing), .missing)
    let upper = high.map { check($0, scope) } ?? Typed(.constant(.missing), .missing)
    for (end, expression) in [(lower, low), (upper, high)] {
      guard let expression, ![.number, .date, .any, .missing].contains(end.type.element) else {
        continue
      }
      return report(
        wrong: .argumentKind("..", expression.span, expected: "numbers and dates", found: end.type))
    }
    let isDate = lower.type == .date || upper.type == .date
    if let low = lower.constant, let high = upper.constant, isReversed(low, high, isDate) {
      return report(wrong: .emptyRange(span))
    }
    return fold(
      Typed(
        .range(lower.scalar, upper.scalar), .range(isDate ? .date : .number),
        usesRow: lower.usesRow || upper.usesRow))
  }

  private func isReversed(_ low: Value, _ high: Value, _ isDate: Bool) -> Bool {
    if low.isMissing || high.isMissing { return false }
    if isDate { return Value.range(low, high).asDate == nil }
    guard let low = low.number, let high = high.number else { return false }
    return low > high
  }
}
