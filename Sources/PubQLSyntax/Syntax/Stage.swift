package import PubQLDiagnostics

/// One stage of a pipeline, in the one shape that all stages share:
/// `name operand, operand clause operand { name: value }`.
///
/// What a stage makes of its parts is told by its definition in the runtime; the parser knows of a
/// stage only its `StageGrammar`. A name that is no stage (a definition used as a stage,
/// with arguments in parentheses where it takes any) has `grammar == nil`.
package struct Stage: Sendable {
  package let name: Name
  package let grammar: StageGrammar?
  /// The word behind the name that says which kind of the stage is meant: the `left` of
  /// `join left`, the `bar` of `chart bar`
  package let mode: Name?
  /// What follows the name: `sort date desc, title`, `take 10`; the arguments of a definition
  package let operands: [StageOperand]
  /// `by …`, `per …`, in the order in which they stand
  package let clauses: [StageClause]
  /// `{ papers: count() }`
  package let block: [NamedExpression]?
  package let span: SourceSpan

  package init(
    name: Name, grammar: StageGrammar?, mode: Name? = nil, operands: [StageOperand],
    clauses: [StageClause], block: [NamedExpression]?, span: SourceSpan
  ) {
    self.name = name
    self.grammar = grammar
    self.mode = mode
    self.operands = operands
    self.clauses = clauses
    self.block = block
    self.span = span
  }

  /// The clause that begins with that word, if it stands.
  package func clause(_ word: String) -> StageClause? {
    clauses.first { $0.word.text == word }
  }
}

/// An operand of a stage or of one of its clauses: `papers: count()`, `date desc`.
package struct StageOperand: Sendable {
  package let name: Name?
  package let value: Expression
  package let order: SortOrder?
  package let span: SourceSpan

  package init(name: Name?, value: Expression, order: SortOrder?, span: SourceSpan) {
    self.name = name
    self.value = value
    self.order = order
    self.span = span
  }
}

/// `asc` or `desc` behind a key.
package enum SortOrder: String, Sendable {
  case ascending = "asc"
  case descending = "desc"
}

/// A word and the operands that follow it: `by topic, year`, `per author`.
package struct StageClause: Sendable {
  package let word: Name
  package let operands: [StageOperand]

  package init(word: Name, operands: [StageOperand]) {
    self.word = word
    self.operands = operands
  }
}

/// The words that a stage is written with; the parser's whole knowledge of it.
package struct StageGrammar: Sendable {
  package let name: String
  /// Words that may stand behind the name and say which kind of the stage is meant.
  package let modes: [String]
  /// How many operands follow the name.
  package let operands: OperandCount
  /// Whether operands may be named: `with year: date.year`.
  package let allowsNames: Bool
  /// Whether those of `per` may, for they make columns too: `chart count by year per kind: type`.
  package var allowsNamesInPer: Bool { name == "chart" }
  /// Whether `asc` and `desc` may follow an operand of the stage or of its `by` clause.
  package let allowsOrder: Bool
  /// The words that begin a clause.
  package let clauses: [String]
  /// Whether a block `{ … }` may stand at the end.
  package let allowsBlock: Bool

  /// How many operands a stage takes.
  package enum OperandCount: Sendable {
    case none
    case optional
    case one
    case oneOrMore
    case any
  }

  private init(
    _ name: String, _ operands: OperandCount, modes: [String] = [], names: Bool = false,
    order: Bool = false, clauses: [String] = [], block: Bool = false
  ) {
    self.name = name
    self.modes = modes
    self.operands = operands
    allowsNames = names
    allowsOrder = order
    self.clauses = clauses
    allowsBlock = block
  }

  /// All stages of the language. To add one: a line here, and its definition in the runtime.
  package static let all: [StageGrammar] = [
    StageGrammar("where", .one),
    StageGrammar("search", .one, block: true),
    StageGrammar("select", .oneOrMore, names: true, clauses: ["per"]),
    StageGrammar("with", .oneOrMore, names: true, clauses: ["per"]),
    StageGrammar("drop", .oneOrMore),
    StageGrammar("sort", .any, order: true),
    StageGrammar("take", .one, clauses: ["per"]),
    StageGrammar("skip", .one, clauses: ["per"]),
    StageGrammar("top", .one, order: true, clauses: ["by", "per"]),
    StageGrammar("sample", .one, clauses: ["seed", "per"]),
    StageGrammar("distinct", .any),
    StageGrammar("count", .none, names: true, clauses: ["by"]),
    StageGrammar("group", .none, names: true, clauses: ["by"], block: true),
    StageGrammar("pivot", .oneOrMore, names: true, clauses: ["by"], block: true),
    StageGrammar("each", .one),
    StageGrammar("join", .one, modes: ["inner", "left", "semi", "anti"], clauses: ["on"]),
    StageGrammar("union", .one, clauses: ["by"]),
    StageGrammar("intersect", .one, clauses: ["by"]),
    StageGrammar("except", .one, clauses: ["by"]),
    StageGrammar("dedupe", .none, clauses: ["by"]),
    StageGrammar("similar", .one),
    StageGrammar(
      "chart", .any, modes: ["bar", "line", "spark", "heat"], names: true,
      clauses: ["by", "per"]),
    StageGrammar("describe", .any),
    StageGrammar("save", .one),
    StageGrammar("show", .any),
  ]

  /// The stage of that name, which is written in lower case.
  package static func named(_ name: String) -> StageGrammar? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
