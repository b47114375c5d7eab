import PubQLDiagnostics

/// Writes a tree as text that reads back as the same tree, each statement on one line.
package struct Printer {
  private var output = ""

  private init() {}

  /// The statements of a script, one a line; comments are left out.
  package static func text(_ script: Script) -> String {
    script.statements.map(text).joined(separator: "\n")
  }

  /// One statement on one line; text that could not be read is left out.
  package static func text(_ statement: Statement) -> String {
    var printer = Printer()
    switch statement.kind {
    case .load(let paths, let name):
      printer.output += "load "
      printer.write(paths)
      if let name { printer.output += " as " + name.text }
    case .let(let name, let pipeline):
      printer.output += "let \(name.text) = "
      printer.write(pipeline)
    case .def(let name, let parameters, let pipeline):
      printer.output += "def " + name.text
      if !parameters.isEmpty {
        printer.output += "("
        printer.write(parameters)
        printer.output += ")"
      }
      printer.output += " = "
      printer.write(pipeline)
    case .query(let pipeline): printer.write(pipeline)
    case .invalid: break
    default: printer.writeScripted(statement.kind)
    }
    return printer.output
  }

  private mutating func writeScripted(_ kind: StatementKind) {
    switch kind {
    case .use(let path, let name):
      write(inside: "use ", path, " as " + name.text)
    case .param(let declaration): write(declaration)
    case .branch(let branches, let otherwise):
      for (index, branch) in branches.enumerated() {
        write(inside: index == 0 ? "if " : " else if ", branch.condition, "")
        write(branch.body)
      }
      if let otherwise {
        output += " else"
        write(otherwise)
      }
    case .loop(let name, let values, let body):
      write(inside: "for \(name.text) in ", values, "")
      write(body)
    case .print(let values):
      output += "print "
      write(values)
    case .assert(let condition, let message):
      write(inside: "assert ", condition, "")
      if let message { write(inside: " ", message, "") }
    case .explain(let pipeline):
      output += "explain "
      var inner = Printer()
      inner.write(pipeline)
      output += inner.output
    case .why(let id): write(inside: "why ", id, "")
    default: break
    }
  }

  private mutating func write(_ statements: [Statement]) {
    output +=
      " { " + statements.map(Printer.text).joined(separator: "; ")
      + (statements.isEmpty ? "}" : " }")
  }

  private mutating func write(_ parameters: [Parameter]) {
    for (index, parameter) in parameters.enumerated() {
      if index > 0 { output += ", " }
      output += parameter.name.text
      if let value = parameter.value { write(inside: " = ", value, "") }
    }
  }

  private mutating func write(_ declaration: ParameterDeclaration) {
    output += "param \(declaration.name.text): " + Printer.written(declaration.type)
    if !declaration.options.isEmpty {
      output += "("
      write(declaration.options)
      output += ")"
    }
    if let value = declaration.value { write(inside: " = ", value, "") }
    if let summary = declaration.summary { write(inside: " ", summary, "") }
  }

  /// One expression on one line.
  package static func text(_ expression: Expression) -> String {
    var printer = Printer()
    printer.write(expression)
    return printer.output
  }

  /// A text literal in double quotes that says `value`.
  package static func quoted(_ value: String) -> String { "\"" + escaped(value) + "\"" }

  /// A name as it is written: in backticks where it could not be read without.
  package static func nameText(_ name: String) -> String {
    var bytes = name.utf8.makeIterator()
    let first = bytes.next() ?? 0x30
    let isPlain =
      !(first >= 0x30 && first <= 0x39)
      && name.unicodeScalars.allSatisfy {
        $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
    return isPlain ? name : "`" + name + "`"
  }

  private static func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "{": result += "\\{"
      case "}": result += "\\}"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: Pipelines

  private mutating func write(_ pipeline: Pipeline) {
    var isFirst = false
    switch pipeline.head {
    case .from(let value, _):
      output += "from "
      write(value)
    case .expression(let value): write(value)
    case .corpus: isFirst = true
    case .lastResult: break
    }
    for stage in pipeline.stages {
      if !isFirst { output += output.isEmpty ? "| " : " | " }
      isFirst = false
      write(stage)
    }
  }

  private mutating func write(_ stage: Stage) {
    output += (stage.name.qualifier.map { $0 + "." } ?? "") + stage.name.text
    if stage.grammar == nil {
      guard !stage.operands.isEmpty else { return }
      output += "("
      write(stage.operands)
      output += ")"
      return
    }
    if let mode = stage.mode { output += " " + mode.text }
    if !stage.operands.isEmpty {
      output += " "
      write(stage.operands)
    }
    for clause in stage.clauses {
      output += " \(clause.word.text) "
      write(clause.operands)
    }
    if let block = stage.block {
      output += " "
      write(block)
    }
  }

  private mutating func write(_ operands: [StageOperand]) {
    for (index, operand) in operands.enumerated() {
      if index > 0 { output += ", " }
      if let name = operand.name { output += Printer.written(name) + ": " }
      write(operand.value)
      if let order = operand.order { output += " " + order.rawValue }
    }
  }

  private static func written(_ name: Name) -> String {
    (name.qualifier.map { $0 + "." } ?? "") + (name.isQuoted ? "`" + name.text + "`" : name.text)
  }

  // MARK: Expressions

  // Three methods, so that the frames are small on which a deep tree is walked.
  private mutating func write(_ expression: Expression) {
    switch expression.kind {
    case .member, .call, .index, .list, .record, .parenthesised, .subquery, .text, .negate, .not:
      writeAround(expression.kind)
    case .apply, .lambda, .choice, .attempt: writeFunction(expression.kind)
    case .and, .or, .arithmetic, .comparison, .range:
      writeBetween(expression.kind)
    default: output += Printer.literal(expression.kind)
    }
  }

  private mutating func writeAround(_ kind: ExpressionKind) {
    switch kind {
    case .text(let parts): write(parts)
    case .member(let base, let name):
      write(base)
      writeMember(name)
    case .call(let name, let arguments): write(name, arguments)
    case .index(let base, let position):
      write(base)
      write(inside: "[", position, "]")
    case .list(let items):
      output += "["
      write(items)
      output += "]"
    case .record(let entries): write(entries)
    case .parenthesised(let value): write(inside: "(", value, ")")
    case .subquery(let pipeline):
      output += "("
      write(pipeline)
      output += ")"
    case .negate(let value): write(inside: "-", value, "")
    case .not(let value): write(inside: "not ", value, "")
    default: break
    }
  }

  private mutating func writeFunction(_ kind: ExpressionKind) {
    switch kind {
    case .apply(let function, let arguments):
      write(function)
      output += "("
      write(arguments)
      output += ")"
    case .lambda(let names, let body):
      output +=
        names.count == 1 ? names[0].text : "(" + names.map(\.text).joined(separator: ", ") + ")"
      write(inside: " => ", body, "")
    case .choice(let condition, let value, let other):
      write(inside: "if ", condition, " then ")
      write(inside: "", value, " else ")
      write(other)
    case .attempt(let value, let other):
      write(inside: "try ", value, " else ")
      write(other)
    default: break
    }
  }

  private mutating func writeBetween(_ kind: ExpressionKind) {
    switch kind {
    case .and(let left, let right): write(left, "and", right)
    case .or(let left, let right): write(left, "or", right)
    case .arithmetic(let operation, let left, let right):
      write(left, operation.rawValue, right)
    case .comparison(let operation, let negated, _, let left, let right):
      write(left, Printer.sign(operation, negated: negated), right)
    case .range(let first, let last):
      if let first { write(first) }
      output += ".."
      if let last { write(last) }
    default: break
    }
  }

  private mutating func writeMember(_ name: Name) { output += "." + Printer.written(name) }

  private mutating func write(inside before: String, _ value: Expression, _ after: String) {
    output += before
    write(value)
    output += after
  }

  private mutating func write(_ left: Expression, _ sign: String, _ right: Expression) {
    write(left)
    writeSpaced(sign)
    write(right)
  }

  private mutating func writeSpaced(_ sign: String) { output += " " + sign + " " }

  private mutating func write(_ items: [Expression]) {
    for (index, item) in items.enumerated() {
      if index > 0 { output += ", " }
      write(item)
    }
  }

  private mutating func write(_ name: Name, _ arguments: [Argument]) {
    output += Printer.written(name) + "("
    write(arguments)
    output += ")"
  }

  private mutating func write(_ arguments: [Argument]) {
    for (index, argument) in arguments.enumerated() {
      if index > 0 { output += ", " }
      if let name = argument.name { output += Printer.written(name) + ": " }
      write(argument.value)
    }
  }

  private mutating func write(_ entries: [NamedExpression]) {
    output += "{"
    for (index, entry) in entries.enumerated() {
      if index > 0 { output += ", " }
      output += Printer.written(entry.name) + ": "
      write(entry.value)
    }
    output += "}"
  }

  private mutating func write(_ parts: [TextPart]) {
    output += "\""
    for part in parts {
      switch part {
      case .literal(let text): output += Printer.escaped(text)
      case .interpolation(let value): write(inside: "{", value, "}")
      }
    }
    output += "\""
  }

  private static func sign(_ operation: ComparisonOperator, negated: Bool) -> String {
    guard negated else { return operation.rawValue }
    switch operation {
    case .equal: return "!="
    case .exactlyEqual: return "!=="
    default: return "not " + operation.rawValue
    }
  }

  private static func literal(_ kind: ExpressionKind) -> String {
    switch kind {
    case .name(let name): written(name)
    case .variable(let name): "$" + name.text
    case .whole(let value): "\(value)"
    case .decimal(let value): decimal(value)
    case .bool(let value): value ? "true" : "false"
    case .missing: "missing"
    case .date(let text): text
    case .duration(let count, let unit): "\(count) \(unit.rawValue)"
    case .pattern(let text, let ignoringCase, _): pattern(text) + (ignoringCase ? "i" : "")
    default: ""
    }
  }

  /// A decimal without an exponent, which the language does not write.
  private static func decimal(_ value: Double) -> String {
    let shortest = "\(value)"
    guard let mark = shortest.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(shortest[shortest.index(after: mark)...])
    else { return shortest }
    let digits = shortest[..<mark].filter { $0 != "." }
    let pointAt = 1 + exponent
    if pointAt <= 0 { return "0." + String(repeating: "0", count: -pointAt) + digits }
    let zeros = String(repeating: "0", count: max(0, pointAt - digits.count))
    let padded = digits + zeros
    let whole = padded.prefix(pointAt)
    let rest = padded.dropFirst(pointAt)
    return whole + "." + (rest.isEmpty ? "0" : rest)
  }

  /// A slash in the pattern would end it, so it is escaped, as it was read.
  private static func pattern(_ text: String) -> String {
    var result = "/"
    for character in text.unicodeScalars {
      if character == "/" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "/"
  }
}
