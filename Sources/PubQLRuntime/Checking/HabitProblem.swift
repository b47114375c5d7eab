import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

/// What is written otherwise in other languages, where only the checker can tell; and the words
/// for it.
enum HabitProblem {
  /// `top 3 year`, which reads as a duration.
  case topWithoutBy(Int, DurationUnit, SourceSpan)
  /// `exists(abstract)`
  case presence(String, of: String, SourceSpan)
  /// `for x in 1..3`
  case rangeInLoop(Int, Int, SourceSpan)
  /// `with x = id`
  case equalsForColon(String, whole: SourceSpan, sign: SourceSpan)

  var diagnostic: Diagnostic {
    switch self {
    case .topWithoutBy(let count, let unit, let span):
      // A unit is also written in the singular; the field is.
      let field = unit.rawValue.hasSuffix("s") ? String(unit.rawValue.dropLast()) : unit.rawValue
      return Self.error(
        "PQ0205", "`top` wants a whole number, and by what", span, "top \(count) by \(field)",
        edit: Edit(span: span, replacement: "\(count) by \(field)"))
    case .presence(let function, let field, let span):
      let right = "not missing(\(field))"
      return Self.error(
        "PQ0102", "there is no function `\(function)`", span, right,
        edit: Edit(span: span, replacement: right))
    case .rangeInLoop(let low, let high, let span):
      let right = "range(\(low), \(high))"
      return Self.error(
        "PQ0203", "`for` works on lists and queries, and this is a range", span, right,
        edit: Edit(span: span, replacement: right))
    case .equalsForColon(let name, let whole, let sign):
      return Self.error(
        "PQ0213", "a column is named with `:`, and `=` compares", whole, "\(name): …",
        edit: Edit(span: sign, replacement: ": "))
    }
  }

  private static func error(
    _ code: String, _ message: String, _ span: SourceSpan, _ right: String, edit: Edit
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticCode(code), .error, message, at: .source(span), help: "write `\(right)`",
      edit: edit)
  }
}

extension Checker {
  /// Functions of other languages that ask whether a value is there.
  private static let presenceFunctions: Set<String> = ["exists", "notnull", "isnotnull", "defined"]

  /// Reports `exists(abstract)`; whether it was that.
  func isPresenceTest(_ name: Name, _ arguments: [Argument], _ span: SourceSpan) -> Bool {
    guard Self.presenceFunctions.contains(name.text.lowercased()), arguments.count == 1,
      case .name(let field)? = arguments.first?.value.kind
    else { return false }
    report(
      HabitProblem.presence(name.text, of: Printer.nameText(field.text), span).diagnostic)
    return true
  }

  /// Reports a loop over a range of numbers; whether it was that.
  func isRangeLoop(_ expression: Expression) -> Bool {
    guard case .range(let low?, let high?) = expression.kind, case .whole(let first) = low.kind,
      case .whole(let last) = high.kind
    else { return false }
    report(HabitProblem.rangeInLoop(first, last, expression.span).diagnostic)
    return true
  }
}

extension StageUse {
  /// Reports a value `x = id` of a stage that names its values, where no row has an `x`.
  ///
  /// - Returns: whether there was one.
  func namesWithEquals(_ operands: [StageOperand]) -> Bool {
    for operand in operands where operand.name == nil {
      guard
        case .comparison(.equal, negated: false, _, let left, let right) = operand.value.kind,
        case .name(let name) = left.kind, !schema.isOpen || stage.name.text == "with",
        stage.name.text == "with"
          || checker.column(named: name, in: schema) == nil
            && checker.definition(name, scope) == nil && scope.arguments[name.text] == nil
      else { continue }
      checker.report(
        HabitProblem.equalsForColon(
          Printer.nameText(name.text), whole: operand.value.span,
          sign: SourceSpan(
            file: left.span.file, start: left.span.end, end: right.span.start)
        ).diagnostic)
      return true
    }
    return false
  }
}
