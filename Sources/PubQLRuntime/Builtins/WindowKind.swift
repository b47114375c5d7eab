import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

/// A running column as the language writes it: a function that looks at other rows, in the order
/// in which they come. It stands in `with` and `select`.
package struct WindowKind: Sendable {
  package let name: String
  package let summary: String
  let function: Window.Function
  let argument: Argument

  /// What it is given.
  enum Argument: Sendable {
    case none
    case any
    case number
    /// A number or a date
    case measure

    /// What messages call it.
    var name: String {
      switch self {
      case .none, .any: "values"
      case .number: "numbers"
      case .measure: "numbers and dates"
      }
    }

    func accepts(_ type: ValueType) -> Bool {
      switch self {
      case .none, .any: true
      case .number: [.number, .any, .missing].contains(type)
      case .measure: [.number, .date, .duration, .any, .missing].contains(type)
      }
    }
  }

  private init(_ function: Window.Function, _ argument: Argument, _ summary: String) {
    name = function.rawValue
    self.function = function
    self.argument = argument
    self.summary = summary
  }

  /// All running columns.
  package static let all: [WindowKind] = [
    WindowKind(.row, .none, "The number of the row, from 1"),
    WindowKind(.previous, .any, "The value of the row before; missing in the first"),
    WindowKind(.change, .measure, "The value less that of the row before"),
    WindowKind(.cumulative, .number, "The sum of the values up to this row"),
    WindowKind(.share, .number, "The value's part of the sum of all rows, 0 to 1"),
    WindowKind(.rank, .any, "The place of the value among all rows; the greatest is 1"),
  ]

  package static func named(_ name: String) -> WindowKind? { all.first { $0.name == name } }

  /// `cumulative(value)`
  package var signature: String { argument == .none ? "\(name)()" : "\(name)(value)" }

  func type(of argument: ValueType) -> ValueType {
    switch function {
    case .row, .cumulative, .share, .rank: .number
    case .previous: argument
    case .change: argument == .date ? .duration : argument
    }
  }
}

/// Turns the running columns of a stage's expressions into columns that are worked out before
/// them, which the expressions then look at.
final class WindowCollector {
  private(set) var windows: [Window] = []
  /// How many columns stand before them.
  let offset: Int

  init(offset: Int) { self.offset = offset }

  /// Checks `name(value)` and gives the column of its result.
  func add(
    _ kind: WindowKind, _ name: Name, _ arguments: [Argument], _ span: SourceSpan,
    _ scope: Scope, _ checker: Checker
  ) -> Typed {
    if let label = arguments.compactMap(\.name).first {
      checker.report(.unknownArgument(label.text, label.span, function: kind.name))
      return .unknown
    }
    let wanted = kind.argument == .none ? 0 : 1
    guard arguments.count == wanted else {
      checker.report(
        .argumentCount(
          kind.name, name.span, expected: wanted == 0 ? "no arguments" : "1 argument",
          found: arguments.count))
      return .unknown
    }
    var value = Typed(.constant(.missing), .missing)
    if let argument = arguments.first {
      value = checker.checkValue(argument.value, scope, of: kind.name)
      guard kind.argument.accepts(value.type) else {
        checker.report(
          .argumentKind(
            kind.name, argument.value.span, expected: kind.argument.name, found: value.type))
        return .unknown
      }
    }
    let type = kind.type(of: value.type)
    windows.append(
      Window(function: kind.function, argument: value.scalar, type: type, span: span))
    return Typed(.column(offset + windows.count - 1), type, usesRow: true)
  }
}

extension StageUse {
  /// As `columns`, with running columns allowed: those are worked out first, within the groups of
  /// `per` if it stands.
  func columnsWithWindows(
    _ operands: [StageOperand]
  ) -> (use: StageUse, columns: [NamedColumn])? {
    let collector = WindowCollector(offset: schema.columns.count)
    var scope = scope
    scope.windows = collector
    let open = StageUse(stage: stage, input: input, scope: scope, checker: checker)
    guard let columns = open.columns(operands) else { return nil }
    let per = stage.clause("per")
    var input = input
    if !collector.windows.isEmpty {
      guard let groups = runningGroups(per) else { return nil }
      input.plan.operators.append(
        WindowOperator(windows: collector.windows, groups: groups, groupSpan: per?.word.span))
    } else if let per {
      checker.report(.nothingRuns(per.word.span, stage: stage.name.text))
      return nil
    }
    return (StageUse(stage: stage, input: input, scope: self.scope, checker: checker), columns)
  }

  /// The values of `per`, one a row. Nil when one may be several, which is reported.
  private func runningGroups(_ per: StageClause?) -> [Scalar]? {
    var groups: [Scalar] = []
    for operand in per?.operands ?? [] {
      let typed = check(operand)
      if case .list = typed.type {
        checker.report(.runsPerSeveral(name(of: operand.value), operand.span))
        return nil
      }
      groups.append(typed.scalar)
    }
    return groups
  }
}
