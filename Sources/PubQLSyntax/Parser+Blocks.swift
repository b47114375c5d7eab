import PubQLDiagnostics

// Statements of scripts: parameters, files that are used, branches, loops, prints, assertions.

extension Parser {
  /// Whether the word in hand begins a statement of its own; `print("x")` does, too.
  var beginsStatementWord: Bool { !isUsedAsName(callable: false) }

  /// `use "lib/places.pubql" as places`
  mutating func use() throws(Recovery) -> StatementKind {
    let keyword = token
    advance()
    guard token.kind == .quote || token.kind == .rawText, !endsStatement else {
      throw fail(.missingUsedFile(span(keyword)))
    }
    let path = try primary()
    guard token.kind == .name, word == "as", !endsStatement else {
      throw fail(.expectedWord(place, word: "as", owner: "use"))
    }
    advance()
    return .use(path: path, name: try definedName(after: "as"))
  }

  /// `param since: date = 2015 "earliest publication date"`
  mutating func param() throws(Recovery) -> StatementKind {
    advance()
    let name = try definedName(after: "param")
    guard token.kind == .colon, !endsStatement else {
      throw fail(.expectedType(place, name: name.text))
    }
    advance()
    guard token.kind == .name, !endsStatement else {
      throw fail(.expectedType(place, name: name.text))
    }
    let type = currentName()
    advance()
    var options: [Expression] = []
    if token.kind == .leftParenthesis, !endsStatement { options = try arguments().map(\.value) }
    var value: Expression?
    if token.kind == .equal, !endsStatement {
      advance()
      value = try rightOperand(.word("="), .disjunction)
    }
    let summary = beginsText ? try primary() : nil
    return .param(
      ParameterDeclaration(
        name: name, type: type, options: options, value: value, summary: summary))
  }

  private var beginsText: Bool {
    (token.kind == .quote || token.kind == .rawText) && !endsStatement
  }

  /// `print "{$n} papers", $recent`
  mutating func print() throws(Recovery) -> StatementKind {
    advance()
    var values = [try rightOperand(.word("print"), .disjunction)]
    while token.kind == .comma, !endsStatement {
      advance()
      values.append(try rightOperand(.word(","), .disjunction))
    }
    return .print(values)
  }

  /// `assert length($recent) > 3 "too few"`
  mutating func assert() throws(Recovery) -> StatementKind {
    advance()
    let condition = try rightOperand(.word("assert"), .disjunction)
    if token.kind == .comma { advance() }
    return .assert(condition, message: beginsText ? try primary() : nil)
  }

  /// `explain topic = "Cities" | count`
  mutating func explain() throws(Recovery) -> StatementKind {
    advance()
    return .explain(try pipeline())
  }

  /// `why 1971`
  mutating func why() throws(Recovery) -> StatementKind {
    advance()
    return .why(try rightOperand(.word("why"), .disjunction))
  }

  /// `if c { … } else if d { … } else { … }`; a value `if c then a else b` is a query.
  mutating func ifStatement() throws(Recovery) -> StatementKind {
    var branches: [Branch] = []
    var otherwise: [Statement]?
    let start = token
    repeat {
      advance()
      let condition = try blockCondition()
      if branches.isEmpty, token.kind == .name, word == "then" {
        return try choiceStatement(start, condition)
      }
      branches.append(Branch(condition: condition, body: try block(behind: "if")))
      guard token.kind == .name, word == "else" else { break }
      advance()
      if token.kind != .name || word != "if" {
        otherwise = try block(behind: "else")
        break
      }
    } while true
    return .branch(branches, otherwise: otherwise)
  }

  /// `for a in xs { … }`
  mutating func forStatement() throws(Recovery) -> StatementKind {
    advance()
    let name = try definedName(after: "for")
    guard token.kind == .name, word == "in", !endsStatement else {
      throw fail(.expectedWord(place, word: "in", owner: "for"))
    }
    advance()
    let values = try blockCondition()
    return .loop(name, in: values, try block(behind: "for"))
  }

  /// `{ statements }`
  private mutating func block(behind word: String) throws(Recovery) -> [Statement] {
    guard token.kind == .leftBrace else {
      if token.kind == .end, let open = brackets.last {
        reportUnclosed(open)
        throw .statement
      }
      throw fail(.expectedBlock(place, owner: word))
    }
    try enter(Parser.blockLevels)
    let outer = (brackets: brackets, start: statementStart, level: depth)
    let open = token
    brackets = []
    blocks.append(open)
    advance()
    var statements: [Statement] = []
    while token.kind != .end, !endsBlock {
      if token.kind == .semicolon {
        advance()
      } else {
        statements.append(statement())
      }
    }
    blocks.removeLast()
    (brackets, statementStart) = (outer.brackets, outer.start)
    depth = outer.level - Parser.blockLevels
    guard token.kind == .rightBrace else {
      reportUnclosed(open)
      throw .statement
    }
    advance()
    return statements
  }
}
