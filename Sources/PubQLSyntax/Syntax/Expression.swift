package import PubQLDiagnostics

/// A name with the place where it stands.
package struct Name: Sendable {
  /// As written, without backticks.
  package let text: String
  package let span: SourceSpan
  /// Whether it stood in backticks: then it can only be a field of the data.
  package let isQuoted: Bool
  /// The file's name before the dot: the `places` of `places.capital(x)`.
  package let qualifier: String?

  package init(
    _ text: String, span: SourceSpan, isQuoted: Bool = false, qualifier: String? = nil
  ) {
    self.text = text
    self.span = span
    self.isQuoted = isQuoted
    self.qualifier = qualifier
  }
}

/// An expression and the text it was read from.
package struct Expression: Sendable {
  package let kind: ExpressionKind
  package let span: SourceSpan
  /// How many levels of expressions lie inside it; 0 for a name or a number.
  ///
  /// The parser keeps it at or below `Parser.maximumDepth`, so that walking and dropping a tree
  /// can recurse: long chains of `and` and `or` are built balanced.
  package let height: Int

  package init(_ kind: ExpressionKind, span: SourceSpan) {
    self.kind = kind
    self.span = span
    height = kind.height
  }
}

/// What an expression is.
package indirect enum ExpressionKind: Sendable {
  /// `42`
  case whole(Int)
  /// `3.5`
  case decimal(Double)
  /// `true`, `false`
  case bool(Bool)
  /// `missing` where no `(` follows
  case missing
  /// `"…"` or `'…'`; a text without interpolation is one literal part, or none when empty
  case text([TextPart])
  /// `2020-05`, `2020-05-14`: the text as written; a bare year is `.whole`
  case date(String)
  /// `18 months`
  case duration(count: Int, unit: DurationUnit)
  /// `/smart cit(y|ies)/i`: the text between the slashes, `\/` already read as `/`.
  /// `textStart` is the byte offset of that text in the source
  case pattern(String, ignoringCase: Bool, textStart: Int)
  /// A field, a definition or a name bound close by
  case name(Name)
  /// `$since`
  case variable(Name)
  /// `date.year`
  case member(Expression, Name)
  /// `length(topics)`
  case call(Name, [Argument])
  /// `$f(3)`
  case apply(Expression, [Argument])
  /// `x => length(x)`, `(a, b) => a + b`
  case lambda([Name], Expression)
  /// `if year < 2000 then "old" else "new"`
  case choice(Expression, then: Expression, otherwise: Expression)
  /// `try e else f`: `f` where `e` fails
  case attempt(Expression, otherwise: Expression)
  /// `xs[0]`, `xs[1..3]`
  case index(Expression, Expression)
  /// `[a, b]`
  case list([Expression])
  /// `{ papers: 1 }`
  case record([NamedExpression])
  /// `( … )` round an expression; kept so that formatting can keep it
  case parenthesised(Expression)
  /// `(from old | distinct author)`
  case subquery(Pipeline)
  /// `-x`
  case negate(Expression)
  case not(Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case arithmetic(ArithmeticOperator, Expression, Expression)
  /// `negated` is true for `!=`, `!==`, `not in`, `not has` …; `operatorSpan` covers all its words
  case comparison(
    ComparisonOperator, negated: Bool, operatorSpan: SourceSpan, Expression, Expression)
  /// `2019..2021`, `2020..`, `..2019`
  case range(Expression?, Expression?)
  /// Text that could not be read; a diagnostic was given.
  case invalid
}

/// A part of a text literal.
package enum TextPart: Sendable {
  /// Characters, escapes already read.
  case literal(String)
  /// `{expr}`
  case interpolation(Expression)
}

/// The unit of a duration literal.
package enum DurationUnit: String, Sendable, CaseIterable {
  case days
  case weeks
  case months
  case years
}

/// `+ - * / %`
package enum ArithmeticOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
}

/// The operators of conditions, in their positive form.
package enum ComparisonOperator: String, Sendable, CaseIterable {
  case equal = "="
  case exactlyEqual = "=="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `in` = "in"
  case within = "within"
  case overlaps = "overlaps"
  case has = "has"
  case hasAny = "has any"
  case hasAll = "has all"
  /// `topic all ["Cities", "Governance"]`
  case all = "all"
  case contains = "contains"
  case starts = "starts"
  case ends = "ends"
  case matches = "matches"
  case like = "like"
}

/// An argument of a call: `f(x)`, `f(seed: 4)`.
package struct Argument: Sendable {
  package let name: Name?
  package let value: Expression

  package init(name: Name?, value: Expression) {
    self.name = name
    self.value = value
  }
}

/// `name: expression`, in a record, a block or the operands of `with` and `select`.
package struct NamedExpression: Sendable {
  package let name: Name
  package let value: Expression

  package init(name: Name, value: Expression) {
    self.name = name
    self.value = value
  }
}
