import PubQLDiagnostics
import PubQLModel

/// What `+ - * / %` do: with numbers, and with dates and durations.
enum ArithmeticRules {
  /// Missing when a side is missing.
  static func apply(
    _ operation: Arithmetic, _ left: Value, _ right: Value, at span: SourceSpan
  ) throws(RunError) -> Value {
    if left.isMissing || right.isMissing { return .missing }
    do throws(RunError.Reason) {
      switch (left, right) {
      case (.whole(let a), .whole(let b)): return try wholes(operation, a, b)
      case (.date(let date), .duration(let span)): return try move(date, operation, span)
      case (.duration(let span), .date(let date)) where operation == .add:
        return try move(date, .add, span)
      case (.duration(let a), .duration(let b)): return try durations(operation, a, b)
      case (.duration(let a), .whole(let b)) where operation == .multiply: return try times(a, b)
      case (.whole(let a), .duration(let b)) where operation == .multiply: return try times(b, a)
      case (.date(let a), .date(let b)) where operation == .subtract:
        return try days(from: b, to: a)
      default: break
      }
      guard let a = left.number, let b = right.number else {
        let odd = left.number == nil ? left : right
        throw RunError.Reason.wrongKind(operation: operation.rawValue, kind: odd.kindName)
      }
      return try decimals(operation, a, b)
    } catch { throw RunError(error, at: span) }
  }

  static func negate(_ value: Value, at span: SourceSpan) throws(RunError) -> Value {
    switch value {
    case .missing: return .missing
    case .whole(let number):
      let (result, overflow) = Int(0).subtractingReportingOverflow(number)
      if overflow { throw RunError(.overflow, at: span) }
      return .whole(result)
    case .decimal(let number): return .decimal(-number)
    case .duration(let duration):
      guard let result = duration.negated else { throw RunError(.overflow, at: span) }
      return .duration(result)
    default: throw RunError(.wrongKind(operation: "-", kind: value.kindName), at: span)
    }
  }

  private static func wholes(
    _ operation: Arithmetic, _ a: Int, _ b: Int
  ) throws(RunError.Reason) -> Value {
    let (result, overflow): (Int, Bool)
    switch operation {
    case .add: (result, overflow) = a.addingReportingOverflow(b)
    case .subtract: (result, overflow) = a.subtractingReportingOverflow(b)
    case .multiply: (result, overflow) = a.multipliedReportingOverflow(by: b)
    case .divide:
      if b == 0 { throw .divisionByZero }
      // A quotient that is no whole number is a decimal one: 1 / 2 is 0.5.
      if b == -1 || a % b == 0 {
        (result, overflow) = a.dividedReportingOverflow(by: b)
      } else {
        return .decimal(Double(a) / Double(b))
      }
    case .remainder:
      if b == 0 { throw .divisionByZero }
      (result, overflow) = b == -1 ? (0, false) : a.remainderReportingOverflow(dividingBy: b)
    }
    if overflow { throw .overflow }
    return .whole(result)
  }

  private static func decimals(
    _ operation: Arithmetic, _ a: Double, _ b: Double
  ) throws(RunError.Reason) -> Value {
    let result: Double
    switch operation {
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    case .divide:
      if b == 0 { throw .divisionByZero }
      result = a / b
    case .remainder:
      if b == 0 { throw .divisionByZero }
      result = a.truncatingRemainder(dividingBy: b)
    }
    guard result.isFinite else { throw .overflow }
    return .decimal(result)
  }

  private static func move(
    _ date: PartialDate, _ operation: Arithmetic, _ span: CalendarDuration
  ) throws(RunError.Reason) -> Value {
    let moved: PartialDate?
    switch operation {
    case .add: moved = date.adding(span)
    case .subtract: moved = date.subtracting(span)
    default: throw .wrongKind(operation: operation.rawValue, kind: "date")
    }
    guard let moved else { throw .overflow }
    return .date(moved)
  }

  private static func durations(
    _ operation: Arithmetic, _ a: CalendarDuration, _ b: CalendarDuration
  ) throws(RunError.Reason) -> Value {
    let result: CalendarDuration?
    switch operation {
    case .add: result = a.adding(b)
    case .subtract: result = b.negated.flatMap { a.adding($0) }
    default: throw .wrongKind(operation: operation.rawValue, kind: "duration")
    }
    guard let result else { throw .overflow }
    return .duration(result)
  }

  private static func times(_ span: CalendarDuration, _ factor: Int) throws(RunError.Reason)
    -> Value
  {
    let months = span.months.multipliedReportingOverflow(by: factor)
    let days = span.days.multipliedReportingOverflow(by: factor)
    if months.overflow || days.overflow { throw .overflow }
    return .duration(CalendarDuration(months: months.partialValue, days: days.partialValue))
  }

  /// From first day to first day; missing when one begins nowhere.
  private static func days(
    from start: PartialDate, to end: PartialDate
  ) throws(RunError.Reason) -> Value {
    if start.hasOpenStart || end.hasOpenStart { return .missing }
    return .duration(CalendarDuration(days: Int(end.firstDay) - Int(start.firstDay)))
  }
}

extension Value {
  /// The value as a text shows it: dates as EDTF, lists joined with `; `, missing as nothing.
  package var plainText: String {
    switch self {
    case .missing: ""
    case .bool(let flag): flag ? "true" : "false"
    case .whole(let number): String(number)
    case .decimal(let number): String(number)
    case .text(let text), .person(let text), .place(let text): text
    case .date(let date): date.edtf
    case .duration(let duration): duration.text
    case .list(let values): values.map(\.plainText).joined(separator: "; ")
    case .record(let members):
      "{" + members.map { "\($0.name): \($0.value.plainText)" }.joined(separator: ", ") + "}"
    case .function(let function):
      "function of \(function.parameterCount) \(function.parameterCount == 1 ? "value" : "values")"
    case .range(let low, let high): "\(low.plainText)..\(high.plainText)"
    }
  }
}
