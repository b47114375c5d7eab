import PubQLCorpusGenerator

/// Calls of functions and aggregates.
extension QueryGenerator {
  mutating func call(
    giving kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    // Among groups the name of an aggregate is the aggregate.
    let able = PlainFunction.all.filter { function in
      if scope.isGrouping, PlainAggregate.names.contains(function.name) { return false }
      return switch function.result {
      case .each(let result): result == kind.element
      case .one(let result): result == kind
      case .element: !kind.isList
      case .list: kind.isList
      case .lists: kind.element.isList
      }
    }
    guard let function = random.pick(able) else { return nil }
    return call(function, giving: kind, scope, depth: depth)
  }

  /// A call of a function; nil where it would give another kind.
  private mutating func call(
    _ function: PlainFunction, giving kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    var arguments: [PlainExpression] = []
    for (index, parameter) in function.parameters.enumerated() {
      let made: PlainExpression?
      switch function.result {
      case .list where index == 0: made = expression(of: kind, scope, depth: depth)
      case .lists where index == 0: made = expression(of: kind.element, scope, depth: depth)
      case .element where index == 0: made = expression(of: .list(kind), scope, depth: depth)
      case .each where index == 0:
        made = argument(parameter, isList: kind.isList, scope, depth: depth)
      default:
        made =
          if case .partner = parameter, let first = arguments.first {
            partner(of: first, scope, depth: depth)
          } else {
            argument(parameter, isList: false, scope, depth: depth)
          }
      }
      guard let made else { break }
      arguments.append(made)
    }
    let given = arguments
    guard function.kind(of: given.first?.kind) == kind else { return nil }
    let text = "\(function.name)(\(given.map(\.text).joined(separator: ", ")))"
    let isTyped = function.isTyped && given.allSatisfy(\.isTyped)
    return PlainExpression(text, kind, of: given, isTyped: isTyped) { row in
      try function(try given.map { try $0.value(row) })
    }
  }

  /// What stands for a parameter; nil where it is left out.
  private mutating func argument(
    _ parameter: PlainFunction.Parameter, isList: Bool, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    var kind: PlainKind
    switch parameter {
    case .any: return expression(scope, depth: depth)
    case .text:
      kind =
        isList ? pick([.text, .text, .person, .place], .text) : pick([.text, .text, .id], .text)
    case .kind(let wanted): kind = wanted
    case .list: kind = .list(pick([.text, .person, .place, .number], .text))
    case .listOrText:
      kind = pick([.text, .list(.text), .list(.person), .list(.number), .list(.date)], .text)
    case .digits(let range):
      return written(.whole(range.lowerBound + random.below(range.count)), of: .number)
    case .numbers(let count):
      var values: [PlainValue] = []
      for _ in 0..<count { values.append(random.chance(10) ? .missing : value(of: .number)) }
      return written(.list(values), of: .list(.number))
    case .partner: kind = .list(.number)
    case .words:
      return written(.text(conditions.fragment(pick([.title, .topic], .title), .has)), of: .text)
    case .search: return written(.text(searchText()), of: .text)
    case .choice(let texts): return written(.text(pick(texts, "")), of: .text)
    case .pattern(let patterns):
      let pattern = pick(patterns, "")
      return pattern.hasPrefix("/")
        ? .constant(pattern, .text, .text(pattern)) : written(.text(pattern), of: .text)
    case .optional(let parameter):
      guard random.chance(50) else { return nil }
      return argument(parameter, isList: false, scope, depth: depth)
    }
    if isList { kind = .list(kind) }
    return expression(of: kind, scope, depth: depth)
  }

  /// A list as long as another one, or seldom any.
  private mutating func partner(
    of list: PlainExpression, _ scope: Scope, depth: Int
  ) -> PlainExpression {
    let turned = PlainExpression("reverse(\(list.text))", list.kind, of: [list]) {
      .list(try list.value($0).members.reversed())
    }
    switch random.below(8) {
    case 0: return expression(of: .list(.number), scope, depth: depth)
    case 1, 2: return list
    case 3, 4: return turned
    default:
      let variable = freshName("v")
      let power = PlainExpression("\(variable) * \(variable)", .number) {
        try PlainArithmetic.apply("*", $0[variable], $0[variable])
      }
      return PlainExpression(
        "map(\(turned.text), \(variable) => \(power.text))", list.kind, of: [list], isTyped: false
      ) { row in
        .list(try turned.value(row).members.map { try power.value(row.binding(variable, to: $0)) })
      }
    }
  }

  // MARK: Aggregates

  /// An aggregate of a kind, in the braces of a group.
  mutating func aggregate(of kind: PlainKind, _ scope: Scope) -> PlainExpression? {
    guard let table = scope.grouped else { return nil }
    var rows = Scope(table)
    rows.isGrouping = true
    let condition = random.chance(35) ? condition(rows, depth: 1) : nil
    if kind == .number, random.chance(35) {
      return .rowCount(where: condition, isShare: random.chance(30))
    }
    if kind == .number, random.chance(10) {
      let percent = 5 * random.below(21)
      let argument = expression(of: .number, rows, depth: 1)
      return .aggregate("percentile", .number, argument, ["\(percent)"], where: condition) {
        PlainAggregate.percentile($0, Double(percent))
      }
    }
    if kind == .number, random.chance(8), PlainAggregate.names.contains("correlation") {
      return .correlation(
        expression(of: .number, rows, depth: 1), expression(of: .number, rows, depth: 1),
        where: condition)
    }
    guard let aggregate = random.pick(PlainAggregate.all) else { return nil }
    let argument: PlainExpression
    switch aggregate.argument {
    case .numbers where kind == .number:
      argument = expression(of: random.chance(80) ? .number : .list(.number), rows, depth: 1)
    case .counted where kind == .number: argument = expression(rows, depth: 1)
    case .element where !kind.isList:
      argument = expression(of: random.chance(50) ? kind : .list(kind), rows, depth: 1)
    case .listed where kind.isList:
      argument = expression(of: random.chance(50) ? kind.element : kind, rows, depth: 1)
    default: return nil
    }
    switch aggregate.argument {
    case .element, .listed: guard argument.kind.element == kind.element else { return nil }
    case .numbers, .counted: break
    }
    return .aggregate(aggregate.name, kind, argument, where: condition, aggregate.value)
  }
}
