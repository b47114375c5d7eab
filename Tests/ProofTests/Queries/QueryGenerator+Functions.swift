import PubQL
import PubQLCorpusGenerator

/// Functions as values, definitions, choices, running columns.
extension QueryGenerator {
  // MARK: Lambdas

  /// A call with a lambda, over the values of a list.
  mutating func lambdaCall(
    giving kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    let elements: [PlainKind] = [.text, .number, .person, .place, .date]
    let element = kind.isList ? kind.element : pick(elements, .text)
    guard !element.isList, elements.contains(element) else { return nil }
    let names =
      kind.isList ? ["map", "filter", "sort"] : kind == .bool ? ["any", "all"] : ["fold"]
    let name = pick(names, "map")
    guard Self.functions.contains(name) else { return nil }
    let members = name == "map" ? pick(elements, .text) : element
    let list = expression(of: .list(members), scope, depth: depth)
    // A list that is written out holds texts, whatever they name.
    guard list.kind == .list(members) else { return nil }
    let variable = freshName("v")
    let inner = Scope(scope, binding: variable, members, to: list)
    switch name {
    case "map":
      let body = expression(of: element, inner, depth: depth)
      guard body.kind == element else { return nil }
      return lambda("map", kind, list, variable, body) { values, call in
        .list(try values.map(call))
      }
    case "sort":
      let body = expression(of: pick([.number, .text], .number), inner, depth: depth)
      return lambda("sort", kind, list, variable, body) { values, call in
        .list(try PlainFunction.sorted(values, by: call))
      }
    case "fold": return kind == .number ? fold(list, inner, variable, depth: depth) : nil
    default:
      let body = condition(inner, depth: 0)
      return lambda(name, kind, list, variable, body) { values, call in
        switch name {
        case "filter": .list(try values.filter { try call($0).bool })
        case "any": .bool(try values.contains { try call($0).bool })
        default: .bool(try values.allSatisfy { try call($0).bool })
        }
      }
    }
  }

  private static let functions = Set(PlainFunction.names)

  private func lambda(
    _ name: String, _ kind: PlainKind, _ list: PlainExpression, _ variable: String,
    _ body: PlainExpression,
    _ value: @escaping ([PlainValue], (PlainValue) throws -> PlainValue) throws -> PlainValue
  ) -> PlainExpression {
    let text = "\(name)(\(list.text), \(variable) => \(body.text))"
    return PlainExpression(text, kind, of: [list, body], isTyped: kind == .bool) { row in
      try value(try list.value(row).members) { member in
        try body.value(row.binding(variable, to: member))
      }
    }
  }

  /// `fold(list, 1, (sum, x) => sum + length(x))`
  private mutating func fold(
    _ list: PlainExpression, _ inner: Scope, _ variable: String, depth: Int
  ) -> PlainExpression {
    let body = expression(of: .number, inner, depth: depth)
    let sum = freshName("v")
    let text = "fold(\(list.text), 1, (\(sum), \(variable)) => \(sum) + \(body.operand))"
    return PlainExpression(text, .number, of: [list, body], isTyped: false) { row in
      try list.value(row).members.reduce(.whole(1)) { total, member in
        try PlainArithmetic.apply("+", total, try body.value(row.binding(variable, to: member)))
      }
    }
  }

  // MARK: Definitions

  /// A use of a definition that is made for it.
  mutating func definedCall(
    giving kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    let (name, first, second) = (freshName("f"), freshName("p"), freshName("p"))
    let argument = expression(scope, depth: 0)
    let otherwise = written(.whole(random.below(5)), of: .number)
    var inner = Scope(bound: first, argument.kind, isTyped: argument.isTyped)
    // It may come to stand among groups: names of aggregates are these.
    inner.isGrouping = true
    inner.columns.append(PlainColumn(second, .number))
    let body = expression(of: kind, inner, depth: depth)
    guard body.kind == kind else { return nil }
    definitions.append("def \(name)(\(first), \(second) = \(otherwise.text)) = \(body.text)")
    let other = random.chance(50) ? expression(of: .number, scope, depth: 0) : nil
    let label = random.chance(50) ? "\(second): " : ""
    let text = "\(name)(\(argument.text)\(other.map { ", " + label + $0.text } ?? ""))"
    return PlainExpression(
      text, kind, of: [argument, body] + (other.map { [$0] } ?? [])
    ) { row in
      let bound = row.binding(first) { try argument.value(row) }
      return try body.value(bound.binding(second) { try (other ?? otherwise).value(row) })
    }
  }

  /// A definition that calls itself: the sum of the numbers up to one.
  mutating func recursiveCall() -> PlainExpression {
    let name = freshName("f")
    definitions.append("def \(name)(n) = if n < 1 then 0 else n + \(name)(n - 1)")
    let count = random.below(9)
    return .constant("\(name)(\(count))", .number, .whole(count * (count + 1) / 2))
  }

  // MARK: Choices and parts

  mutating func choice(of kind: PlainKind, _ scope: Scope, depth: Int) -> PlainExpression? {
    var scope = scope
    // What looks at other rows is worked out before, chosen or not.
    scope.allowsRunning = false
    scope.grouped = nil
    switch random.below(3) {
    case 0:
      let a = expression(of: kind, scope, depth: depth)
      let b = expression(of: kind, scope, depth: 0)
      guard a.kind == b.kind else { return nil }
      return .attempt(a, b)
    case 1 where kind.isList || kind == .text:
      let operand = expression(of: kind, scope, depth: depth)
      guard operand.kind == kind else { return nil }
      let from = random.chance(75) ? random.below(6) - 2 : nil
      let to = from == nil || random.chance(60) ? random.below(7) - 2 : nil
      return .slice(operand, from, to)
    default:
      let a = expression(of: kind, scope, depth: depth)
      let b = expression(of: kind, scope, depth: 0)
      guard a.kind == b.kind else { return nil }
      return .choice(condition(scope, depth: 0), a, b)
    }
  }

  /// A running column, in `with` and `select`.
  mutating func running(of kind: PlainKind, _ scope: Scope) -> PlainExpression? {
    guard scope.allowsRunning else { return nil }
    switch random.below(6) {
    case 0 where kind == .number: return .running("row", nil, .number)
    case 1 where kind == .number:
      let argument = expression(
        of: pick([.number, .text, .date], .number), scope, depth: 0)
      return .running("rank", argument, .number)
    case 2 where kind == .number || kind == .duration:
      let argument = expression(
        of: kind == .number ? .number : pick([.date, .duration], .date), scope, depth: 0)
      return .running("change", argument, kind)
    case 3 where kind == .number:
      let argument = expression(of: .number, scope, depth: 0)
      return .running(pick(["cumulative", "share"], "share"), argument, .number)
    default:
      let argument = expression(of: kind, scope, depth: 0)
      return argument.kind == kind ? .running("previous", argument, kind) : nil
    }
  }
}

extension PlainFunction {
  /// Names of all functions that this version has.
  static let names = Reference.functions.map(\.name)
}

extension PlainRow {
  /// The row with a name bound close by.
  func binding(_ name: String, to value: PlainValue) -> PlainRow {
    var row = self
    row.cells[name] = value
    return row
  }

  /// The row with a name bound to what stands in its place: a failure counts where it is used.
  func binding(_ name: String, to value: () throws -> PlainValue) -> PlainRow {
    var row = self
    do { row.cells[name] = try value() } catch { row.failures[name] = error }
    return row
  }
}

extension Scope {
  /// With the variable of a lambda, which goes over the values of a list.
  init(
    _ outer: Scope, binding name: String, _ kind: PlainKind, to list: PlainExpression
  ) {
    self = outer
    isWhole = false
    allowsRunning = false
    grouped = nil
    columns.append(PlainColumn(name, kind, isTyped: false))
    rows = outer.rows.prefix(12).flatMap { row in
      ((try? list.value(row)) ?? .missing).members.map { row.binding(name, to: $0) }
    }
  }

  /// The parameters of a definition, and nothing else.
  init(bound name: String, _ kind: PlainKind, isTyped: Bool) {
    self.init(
      PlainTable(columns: [PlainColumn(name, kind, isTyped: isTyped)], rows: [], shape: .table))
  }
}
