/// Words of other query languages, and what says the same in PubQL.
package enum ForeignWords {
  /// What a stage of another language is called here.
  package struct StageWord: Sendable {
    /// The name of the stage, or `group by`.
    package let right: String
    /// The word that belongs to the foreign name: the `by` of `order by`.
    let second: String?

    init(_ right: String, second: String? = nil) {
      self.right = right
      self.second = second
    }
  }

  /// An operator of another language.
  struct OperatorWord {
    /// What to write: `and`, `=`, `contains`.
    let word: String
    /// Nil for `and` and `or`.
    let operation: ComparisonOperator?

    init(_ word: String, _ operation: ComparisonOperator? = nil) {
      self.word = word
      self.operation = operation
    }

    func level(_ written: String) -> BindingLevel? {
      switch word {
      case "and": .conjunction
      case "or": .disjunction
      default: .comparison
      }
    }
  }

  /// The stage that a word of another language stands for, such as `take` for `limit`.
  package static func stage(for word: String) -> String? { stages[word.lowercased()]?.right }

  static let stages: [String: StageWord] = [
    "filter": StageWord("where"), "having": StageWord("where"), "grep": StageWord("where"),
    "limit": StageWord("take"), "head": StageWord("take"), "fetch": StageWord("take"),
    "offset": StageWord("skip"),
    "order": StageWord("sort", second: "by"), "orderby": StageWord("sort"),
    "order_by": StageWord("sort"), "sortby": StageWord("sort"), "sort_by": StageWord("sort"),
    "arrange": StageWord("sort"),
    "unique": StageWord("distinct"), "uniq": StageWord("distinct"),
    "mutate": StageWord("with"), "extend": StageWord("with"), "derive": StageWord("with"),
    "project": StageWord("select"), "map": StageWord("select"), "columns": StageWord("select"),
    "unnest": StageWord("each"), "explode": StageWord("each"), "flatten": StageWord("each"),
    "groupby": StageWord("group by"), "group_by": StageWord("group by"),
    "summarize": StageWord("group by", second: "by"),
    "summarise": StageWord("group by", second: "by"),
    "aggregate": StageWord("group by", second: "by"),
    "remove": StageWord("drop"), "write": StageWord("save"), "export": StageWord("save"),
    "display": StageWord("show"),
  ]

  static let operators: [String: OperatorWord] = {
    var words: [String: OperatorWord] = [
      "and": OperatorWord("and"), "or": OperatorWord("or"),
      "is": OperatorWord("=", .equal), "equals": OperatorWord("=", .equal),
      "eq": OperatorWord("=", .equal), "ilike": OperatorWord("like", .like),
      "rlike": OperatorWord("matches", .matches), "regexp": OperatorWord("matches", .matches),
      "includes": OperatorWord("contains", .contains),
      "startswith": OperatorWord("starts", .starts), "endswith": OperatorWord("ends", .ends),
      "starts_with": OperatorWord("starts", .starts), "ends_with": OperatorWord("ends", .ends),
    ]
    // The language's own words count as foreign only when they are written in capitals.
    for operation in ComparisonOperator.allCases {
      guard let own = ComparisonOperator(word: operation.rawValue) else { continue }
      words[own.rawValue] = OperatorWord(own.rawValue, own)
    }
    return words
  }()

  static let orders: [String: SortOrder] = [
    "asc": .ascending, "ascending": .ascending, "desc": .descending, "descending": .descending,
  ]

  /// Functions of other languages, and the one that does the same.
  package static let functions: [String: String] = [
    "len": "length", "strlen": "length", "size": "length", "char_length": "length",
    "cardinality": "length", "substr": "slice", "substring": "slice", "left": "slice",
    "mid": "slice", "nunique": "count_distinct", "distinct_count": "count_distinct",
    "average": "avg", "mean": "avg", "std": "stddev", "stdev": "stddev", "quantile": "percentile",
    "tolower": "lower", "lowercase": "lower", "toupper": "upper", "uppercase": "upper",
    "strip": "trim", "now": "today", "current_date": "today", "array_agg": "list",
    "collect": "list", "group_concat": "join", "string_agg": "join", "to_number": "number",
    "int": "number", "float": "number", "str": "text", "to_char": "format", "strftime": "format",
    "levenshtein": "distance", "reduce": "fold", "select_many": "flatten", "dedup": "unique",
    "pow": "power", "ceiling": "ceil", "lag": "previous", "row_number": "row",
  ]

  /// Functions of other languages for which there is a form of the language.
  package static let forms: [String: String] = [
    "iff": "if a then b else c", "iif": "if a then b else c", "ifelse": "if a then b else c",
    "case": "if a then b else c", "coalesce": "if missing(a) then b else a",
    "ifnull": "if missing(a) then b else a", "nvl": "if missing(a) then b else a",
    "isnull": "missing(a)", "isempty": "missing(a)", "is_null": "missing(a)",
    "concat": "\"{a}{b}\"", "strcat": "\"{a}{b}\"", "like": "title like \"…\"",
    "regexp_matches": "title matches /…/", "startswith": "title starts \"…\"",
    "endswith": "title ends \"…\"", "exists": "not missing(a)",
  ]

  /// What other languages call a value that is not there.
  static let nulls: Set<String> = ["null", "nil", "none", "na", "undefined"]
}
