import PubQL
import PubQLSyntax

/// The words that editors colour, from the grammar and the functions that there are.
struct HighlightWords {
  /// `where`, `group` …
  let stages: [String]
  /// `by`, `per` …, and what else stands between the parts of a stage
  let clauses: [String]
  /// `bar`, `left` …, behind the stage of that name
  let modes: [String]
  /// The stages that have modes.
  let stagesWithModes: [String]
  /// `and`, `within` …
  let operators: [String]
  /// `if`, `then` …, wherever they stand
  let controls = ["if", "then", "else", "try"]
  /// `load`, `print` …, at the beginning of a statement
  let statements: [String]
  let constants = ["true", "false", "missing"]
  let units = ["day", "week", "month", "year"]
  let functions: [String]

  /// Words of other languages, which have no meaning but in messages.
  static let foreign: Set<String> = ["null", "nil", "none", "na", "undefined"]

  init(_ grammar: EBNF) {
    stages = ["from"] + StageGrammar.all.map(\.name)
    let clauseWords = Set(StageGrammar.all.flatMap(\.clauses) + ["as"]).sorted()
    clauses = clauseWords
    modes = Set(StageGrammar.all.flatMap(\.modes)).sorted()
    stagesWithModes = StageGrammar.all.filter { !$0.modes.isEmpty }.map(\.name)
    operators = ["and", "or", "not"] + ComparisonOperator.words
    // `missing(date)` is syntax, but looks like the others.
    functions = Set((Reference.functions + Reference.aggregates).map(\.name) + ["missing"]).sorted()
    let known = Set(
      stages + clauses + modes + operators + constants + controls + ["any", "asc", "desc"])
    statements = HighlightWords.words(of: grammar).filter {
      !known.contains($0) && !HighlightWords.foreign.contains($0)
    }
  }

  /// All words that mean something in some place.
  static func words(of grammar: EBNF) -> [String] {
    guard case .choice(let options, _)? = grammar.rules["word"] else { return [] }
    return options.compactMap { if case .terminal(let word) = $0 { word } else { nil } }
  }
}

extension ComparisonOperator {
  /// The operators that are a single word.
  fileprivate static var words: [String] {
    allCases.map(\.rawValue).filter { $0.allSatisfy(\.isLetter) }
  }
}
