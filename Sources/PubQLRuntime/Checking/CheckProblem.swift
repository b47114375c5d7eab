import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax
import PubQLText

/// Everything that the checker can find wrong, and the one place that has the words for it.
enum CheckProblem {
  /// - Parameter fields: those of the names that are listed where none is near.
  case unknownField(String, SourceSpan, known: [String], fields: [String]? = nil)
  case textWithoutQuotes(String, SourceSpan)
  case unknownFunction(String, SourceSpan, known: [String])
  case unknownStage(String, SourceSpan, known: [String])
  case unknownVariable(String, SourceSpan, known: [String])
  case unknownSource(String, SourceSpan, known: [String])
  case unknownMember(String, SourceSpan, type: ValueType, known: [String])
  case nameIsTaken(String, SourceSpan, by: String)
  case duplicateName(String, SourceSpan)
  case endlessDefinition(String, SourceSpan)
  case tooManyUses(SourceSpan)
  case tooDeep(SourceSpan)
  case argumentCount(String, SourceSpan, expected: String, found: Int)
  case unknownArgument(String, SourceSpan, function: String)
  case stagesAsValue(String, SourceSpan)
  case valueAsStage(String, SourceSpan, isCondition: Bool)
  case aggregateOutside(String, SourceSpan)
  case notAnAggregate(SourceSpan)
  case fieldOutside(String, SourceSpan)
  case nothingLoaded(SourceSpan)
  case noLastResult(SourceSpan)
  case unknownFile(String, SourceSpan, known: [String])
  case notKnownYet(String, SourceSpan)
  case noFunction(String, SourceSpan, member: String)
  case unknownParameterType(String, SourceSpan)
  case parameterValue(String, SourceSpan, expected: String)
  case misplacedStatement(SourceSpan, what: String, help: String)
  case printsTable(SourceSpan)
  case notACondition(SourceSpan, ValueType)
  case bareField(String, SourceSpan)
  case bareCall(String, SourceSpan)
  case argumentKind(String, SourceSpan, expected: String, found: ValueType)
  case arithmeticKind(String, SourceSpan, left: ValueType, right: ValueType)
  case notWhole(String, SourceSpan)
  case notAPercentage(String, SourceSpan)
  case badPattern(String, SourceSpan)
  case badDate(String, SourceSpan)
  case emptyRange(SourceSpan)
  case cannotCompare(
    left: ValueType, leftSpan: SourceSpan, right: ValueType, rightText: String,
    rightSpan: SourceSpan, fix: ComparisonFix?)
  case operatorKind(String, SourceSpan, left: ValueType, wanted: String, help: String)
  case needsTable(SourceSpan, ValueType)
  case needsName(String, SourceSpan)
  case needsClause(stage: String, SourceSpan, help: String)
  case nothingShared(String, SourceSpan, known: [String], other: [String])
  case windowOutside(String, SourceSpan)
  case nothingRuns(SourceSpan, stage: String)
  case runsPerSeveral(String, SourceSpan)
  case notAKey(String, SourceSpan)
  case notInOther(String, SourceSpan, key: String?, known: [String])
  case missingInComparison(SourceSpan, field: String?, whole: SourceSpan, isNegated: Bool)
  case valueNowhere(field: String, String, SourceSpan, nearest: (String, Int)?)
  case emptyComparison(SourceSpan)
  case chart(ChartProblem)
  case unknownChoice(String, SourceSpan, function: String, known: [String])
  case noRecordInHand(String, SourceSpan, usage: String, inStage: Bool)

  var diagnostic: Diagnostic {
    switch self {
    case .unknownField(let name, let span, let known, let fields):
      Self.unknown(
        "PQ0104", "there is no field `\(name)`", name, span, known, "the fields are",
        shown: fields)
    case .textWithoutQuotes(let word, let span):
      Self.error(
        "PQ0104", "there is no field `\(word)`", span,
        help: "texts stand in quotes: `\"\(word)\"`", edit: "\"\(word)\"")
    case .unknownFunction(let name, let span, let known):
      Self.unknownFunction(name, span, known)
    case .unknownStage(let name, let span, let known):
      Self.unknownStage(name, span, known)
    case .unknownVariable(let name, let span, let known):
      Self.unknown(
        "PQ0101", "there is no value `$\(name)`", "$" + name, span, known.map { "$" + $0 },
        "`let` binds one; bound are")
    case .unknownSource(let name, let span, let known):
      Self.unknown(
        "PQ0105", "nothing was loaded as `\(name)`", name, span, known, "`from` knows")
    case .unknownMember(let name, let span, let type, let known):
      Builtin.named(name) == nil
        ? Self.unknown(
          "PQ0106", "\(type.described) has no `.\(name)`", name, span, known, "it has")
        : Self.error(
          "PQ0106", "\(type.described) has no `.\(name)`", span,
          help: "functions stand before their value: `\(name)(…)`")
    case .nameIsTaken(let name, let span, let owner):
      Self.error("PQ0107", "`\(name)` is \(owner) already", span, help: "choose another name")
    case .duplicateName(let name, let span):
      Self.error(
        "PQ0108", "two columns would be called `\(name)`", span,
        help: "give one of them another name, such as `\(name)_2: …`")
    case .endlessDefinition(let name, let span):
      Self.error(
        "PQ0109", "the definition `\(name)` leads back to itself", span,
        help: "a definition may use those that come before it, and itself only where a condition "
          + "ends it, such as `if n < 2 then 1 else …`")
    case .tooManyUses(let span):
      Self.error(
        "PQ0110", "definitions that use each other make this statement too large", span,
        help: "bind intermediate results with `let`")
    case .tooDeep(let span):
      Self.error(
        "PQ0119", "with its definitions this is nested more than \(Checker.nestingLimit) deep",
        span,
        help: "bind a part of it with `let`")
    case .argumentCount(let name, let span, let expected, let found):
      Self.error(
        "PQ0111", "`\(name)` takes \(expected), not \(found)", span)
    case .unknownArgument(let name, let span, let function):
      Self.error("PQ0111", "`\(function)` has no argument called `\(name)`", span)
    case .stagesAsValue(let name, let span):
      Self.error(
        "PQ0112", "`\(name)` is a chain of stages and no value", span,
        help: "put it behind a `|`")
    case .valueAsStage(let name, let span, let isCondition):
      Self.error(
        "PQ0113", "`\(name)` is no chain of stages", span,
        help: isCondition ? "write `where \(name)`" : "write `with name: \(name)`",
        edit: isCondition ? "where \(name)" : nil)
    case .aggregateOutside(let name, let span):
      Self.error(
        "PQ0114", "`\(name)` works on groups of rows and stands outside of a group", span,
        help: "write it in the braces of `group`, such as `group by topic { n: \(name)(…) }`")
    case .notAnAggregate(let span):
      Self.error(
        "PQ0115", "this is no value of a group", span,
        help: "use an aggregate such as `count()`, `min(date)` or `list(title)`")
    case .fieldOutside(let name, let span):
      Self.error(
        "PQ0116", "the field `\(name)` stands where no record is in hand", span,
        help: "fields are read in conditions and stages; a query stands in parentheses, such as "
          + "`(where …)`")
    case .nothingLoaded(let span):
      Self.error(
        "PQ0117", "no records are loaded", span,
        help: "name files on the command line, or write `load \"papers/*.txt\"` first")
    case .noLastResult(let span):
      Self.error(
        "PQ0118", "there is no last result to go on from", span,
        help: "begin with a condition, a stage or `from corpus`")
    default: scriptDiagnostic ?? typeDiagnostic
    }
  }

  private var scriptDiagnostic: Diagnostic? {
    switch self {
    case .unknownFile(let name, let span, let known):
      Self.unknown(
        "PQ0120", "no file is used as `\(name)`", name, span, known, "`use` names one; there are")
    case .notKnownYet(let name, let span):
      Self.error(
        "PQ0121", "`\(name)` is not known yet where this query runs", span,
        help: "a query in parentheses runs once, before rows and calls; bind what it needs with "
          + "`let`, or write a condition instead of the query")
    case .noFunction(let name, let span, let member):
      Self.error(
        "PQ0122", "`\(name)` is no file, so it has no `\(member)(…)`", span,
        help: "functions stand before their value: `\(member)(\(name))`")
    case .unknownParameterType(let name, let span):
      Self.unknown(
        "PQ0123", "there is no type `\(name)` of parameters", name, span, ParameterType.names,
        "the types are")
    case .parameterValue(let name, let span, let expected):
      Self.error("PQ0124", "the parameter `\(name)` wants \(expected)", span)
    case .misplacedStatement(let span, let what, let help):
      Self.error("PQ0125", what, span, help: help)
    case .printsTable(let span):
      Self.error(
        "PQ0126", "`print` writes values, and this is a table", span,
        help: "put the table on a line of its own to show it, or print a value of it")
    default: nil
    }
  }

  private var typeDiagnostic: Diagnostic {
    switch self {
    case .notACondition(let span, let type):
      Self.error(
        "PQ0201", "a condition is wanted here, and this is \(type.described)", span,
        label: type.name,
        help: "compare it with something, such as `… = …`")
    case .bareField(let name, let span):
      Self.error(
        "PQ0202", "`\(name)` alone is no condition", span,
        help: "to see the field write `select \(name)`", edit: "select \(name)")
    case .bareCall(let name, let span):
      Self.error(
        "PQ0202", "`\(name)` alone is no condition", span,
        help: "to see it for each record write `select` before it", edit: "select ",
        editSpan: SourceSpan(file: span.file, start: span.start, end: span.start))
    case .argumentKind(let name, let span, let expected, let found):
      Self.error(
        "PQ0203", "`\(name)` works on \(expected), and this is \(found.described)", span,
        label: found.name,
        help: found == .bool && expected.hasPrefix("lists")
          ? "the records that meet a condition are a query: `(where …)`" : nil)
    case .arithmeticKind(let sign, let span, let left, let right):
      Self.error(
        "PQ0204", "`\(sign)` cannot join \(left.described) and \(right.described)", span,
        help: sign == "+" && (left.isTextual || right.isTextual)
          ? "values are put into a text in braces: `\"{title}, {year}\"`" : nil)
    case .notWhole(let stage, let span):
      Self.error(
        "PQ0205", "`\(stage)` wants a whole number, zero or more", span,
        help: "write a number, such as `\(stage) 10`")
    case .notAPercentage(let name, let span):
      Self.error(
        "PQ0216", "`\(name)` wants a number from 0 to 100 that is known beforehand", span,
        help: "write a number, such as `\(name)(pages, 90)`")
    case .badPattern(let cause, let span):
      Self.error("PQ0206", "the pattern cannot be read: \(cause)", span)
    case .badDate(let cause, let span):
      Self.error(
        "PQ0207", "this is no date: \(cause)", span,
        help: "write a year, a month or a day: 2020, 2020-05, 2020-05-14")
    case .emptyRange(let span):
      Self.error("PQ0208", "the range ends before it begins", span)
    case .cannotCompare(let left, let leftSpan, let right, let text, let rightSpan, let fix):
      Self.comparison(left, leftSpan, right, text, rightSpan, fix)
    case .operatorKind(let sign, let span, let left, let wanted, let help):
      Self.error(
        "PQ0211", "`\(sign)` works on \(wanted), and the left side is \(left.described)", span,
        help: help)
    case .needsTable(let span, let type):
      Self.error(
        "PQ0212", "a stage works on rows, and this is \(type.described)", span, label: type.name,
        help: "begin with `from …`, a condition or a list")
    case .needsName(let stage, let span):
      Self.error(
        "PQ0213", "`\(stage)` wants names with values", span,
        help: "write `\(stage) name: …`")
    case .needsClause(let stage, let span, let help):
      Self.error("PQ0214", "`\(stage)` needs to know more", span, help: help)
    case .nothingShared(let stage, let span, let known, let other):
      Self.error(
        "PQ0443", "the two tables have no column in common, so `\(stage)` has nothing to compare",
        span,
        help: "write by what, such as "
          + "`by \(known.first ?? "author") = \(other.first ?? "name")`")
    case .windowOutside(let name, let span):
      Self.error(
        "PQ0442", "`\(name)` looks at other rows, and stands in `with` and `select` only", span,
        help: "make a column of it first, such as `with value: \(name)(…)`")
    case .nothingRuns(let span, let stage):
      Self.error(
        "PQ0445", "`per` parts the rows of running columns, and this `\(stage)` has none", span,
        help: "write one, such as `\(stage) total: cumulative(count) per type`, or leave `per` out")
    case .runsPerSeveral(let name, let span):
      Self.error(
        "PQ0446", "a row may have several of `\(name)`, so it has no one place among them", span,
        help: "make a row for each first, such as `each \(name) | with …`")
    case .notAKey(let stage, let span):
      Self.error(
        "PQ0441", "`\(stage)` compares keys for equality, and this is another condition", span,
        help: "write keys with commas between them, such as `author, year` or `author = name`")
    case .notInOther(let name, let span, let key, let known):
      Self.notInOther(name, span, key, known)
    case .missingInComparison(let span, let field, let whole, let isNegated):
      Self.error(
        "PQ0215", "nothing is ever equal to `missing`", span,
        help: field.map { "write `\(isNegated ? "not " : "")missing(\($0))`" }
          ?? "ask with `missing(…)`",
        edit: field.map { "\(isNegated ? "not " : "")missing(\($0))" }, editSpan: whole)
    case .valueNowhere(let field, let value, let span, let nearest):
      Diagnostic(
        DiagnosticCode("PQ0220"), .note, "no record has the \(field) \"\(value)\"",
        at: .source(span),
        help: nearest.map { "the nearest is \"\($0.0)\" (\(Self.records($0.1)))" },
        edit: nearest.map { Edit(span: span, replacement: "\"\($0.0)\"") })
    case .emptyComparison(let span):
      Diagnostic(
        DiagnosticCode("PQ0221"), .warning,
        "this text has no letters or digits, so it is found nowhere",
        at: .source(span))
    case .chart(let problem): problem.diagnostic
    case .unknownChoice(let word, let span, let function, let known):
      Self.unknownChoice(word, span, function, known)
    case .noRecordInHand(let name, let span, let usage, let inStage):
      Self.error(
        "PQ0420", "`\(name)` tells of a record, and none is in hand here", span,
        help: inStage
          ? "the rows have neither `title` nor `authors` any more: write it before the stage that "
            + "takes them away"
          : "write it in a stage, such as `select \(usage)`, or give it a record")
    default:
      Self.error("PQ0299", "this cannot be checked", nil)
    }
  }

  /// A key that the rows in hand have and the others lack.
  private static func notInOther(
    _ name: String, _ span: SourceSpan, _ key: String?, _ known: [String]
  ) -> Diagnostic {
    let message = "the other table has no field `\(name)`"
    guard let key else { return unknown("PQ0440", message, name, span, known, "it has") }
    if known.count == 1 {
      return error("PQ0440", message, span, help: "write `\(key) = \(known[0])`")
    }
    let names = known.sorted().map { "`\($0)`" }.joined(separator: " ")
    return error(
      "PQ0440", message, span, help: "it has \(names); write `\(key) = …` with one of them")
  }

  private static func records(_ count: Int) -> String {
    count == 1 ? "1 record" : "\(count) records"
  }

  private static func error(
    _ code: String, _ message: String, _ span: SourceSpan?, label: String = "",
    help: String? = nil, edit: String? = nil, editSpan: SourceSpan? = nil
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticCode(code), .error, message, at: span.map { .source($0) } ?? .none, label: label,
      help: help,
      edit: (editSpan ?? span).flatMap { span in
        edit.map { Edit(span: span, replacement: $0) }
      })
  }

  /// A name that is not known: the nearest that is, or a list of them.
  private static func unknown(
    _ code: String, _ message: String, _ name: String, _ span: SourceSpan, _ known: [String],
    _ listed: String, shown: [String]? = nil
  ) -> Diagnostic {
    if let best = Suggestion.best(for: name, among: known) {
      return error(code, message, span, help: "did you mean `\(best)`?", edit: best)
    }
    let names = Set(shown ?? known).sorted().map { "`\($0)`" }.joined(separator: " ")
    return error(code, message, span, help: names.isEmpty ? nil : "\(listed) \(names)")
  }

  /// A function of another language stands for the one that does the same here. There are too many
  /// functions to list.
  private static func unknownFunction(
    _ name: String, _ span: SourceSpan, _ known: [String]
  ) -> Diagnostic {
    let message = "there is no function `\(name)`"
    let word = name.lowercased()
    if let form = ForeignWords.forms[word] {
      return error("PQ0102", message, span, help: "write `\(form)`")
    }
    if let ours = ForeignWords.functions[word] {
      return error("PQ0102", message, span, help: "here it is called `\(ours)`", edit: ours)
    }
    if let best = Suggestion.best(for: name, among: Array(Set(known))) {
      return error("PQ0102", message, span, help: "did you mean `\(best)`?", edit: best)
    }
    return error(
      "PQ0102", message, span,
      help: "`:help functions` at the prompt lists them; `def \(name)(…) = …` makes one")
  }

  /// A word in quotes that is none of those that a function knows.
  private static func unknownChoice(
    _ word: String, _ span: SourceSpan, _ function: String, _ known: [String]
  ) -> Diagnostic {
    let message = "`\(function)` does not know \"\(word)\""
    guard let best = Suggestion.best(for: word, among: known) else {
      let words = known.map { "\"\($0)\"" }.joined(separator: ", ")
      return error("PQ0421", message, span, help: "it knows \(words)")
    }
    return error("PQ0421", message, span, help: "did you mean \"\(best)\"?", edit: "\"\(best)\"")
  }

  /// A word of another language stands for the stage that does the same here.
  private static func unknownStage(
    _ name: String, _ span: SourceSpan, _ known: [String]
  ) -> Diagnostic {
    let message = "there is no stage `\(name)`"
    if let ours = ForeignWords.stage(for: name) {
      return error("PQ0103", message, span, help: "here it is called `\(ours)`", edit: ours)
    }
    return unknown("PQ0103", message, name, span, known, "the stages are")
  }

  private static func comparison(
    _ left: ValueType, _ leftSpan: SourceSpan, _ right: ValueType, _ text: String,
    _ rightSpan: SourceSpan, _ fix: ComparisonFix?
  ) -> Diagnostic {
    var result = error(
      "PQ0210", "cannot compare \(left.described) with \(text)", rightSpan, label: right.name,
      help: fix?.help, edit: fix?.replacement, editSpan: fix?.span)
    result.secondary = [(leftSpan, left.name)]
    return result
  }
}
