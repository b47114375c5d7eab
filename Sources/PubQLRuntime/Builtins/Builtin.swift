import PubQLEngine

/// A function of the language: help, completion, documentation and tests are made from it.
package struct Builtin: Sendable {
  package let name: String
  package let parameters: [Parameter]
  /// One line for the help.
  package let summary: String
  /// What it does with missing values, empty texts and the like, where that is not plain: whole
  /// sentences.
  package let notes: String
  /// Calls and what they give, as a query would show it; run by the tests.
  package let examples: [(call: String, result: String)]
  let result: Result
  let body: @Sendable (Call) throws(RunError.Reason) -> Value

  /// What a function takes.
  package struct Parameter: Sendable {
    package let name: String
    package let kind: Kind
    package let isOptional: Bool

    init(_ name: String, _ kind: Kind, optional: Bool = false) {
      self.name = name
      self.kind = kind
      isOptional = optional
    }
  }

  /// The kinds of values that a parameter takes.
  package enum Kind: Sendable {
    case any
    /// Text, or what is shown as text: people, places, ids
    case text
    case number
    /// A date, or a year
    case date
    case person
    case place
    /// A list, or a single value as a list of itself
    case list
    case record
    /// A lambda such as `x => length(x) > 3`
    case function

    func accepts(_ type: ValueType) -> Bool {
      let element = type.element
      if element == .table { return false }
      if type == .any || element == .missing { return true }
      if self == .function { return type == .function }
      if element == .any { return true }
      return switch self {
      case .any, .list: true
      case .text: element.isTextual
      case .number: element == .number
      case .date: element == .date || element == .number
      case .person: element.isTextual
      case .place: element.isTextual
      case .record: element == .record
      case .function: type == .function
      }
    }

    /// What messages call it.
    var name: String {
      switch self {
      case .any: "values"
      case .text: "text"
      case .number: "numbers"
      case .date: "dates"
      case .person: "people"
      case .place: "places"
      case .list: "lists"
      case .record: "records"
      case .function: "a function such as `x => …`"
      }
    }
  }

  /// What a function gives.
  enum Result: Sendable {
    /// A value of that type for each value of the first argument
    case each(ValueType)
    /// One value of that type, whatever comes in
    case one(ValueType)
    /// A value of the type of the first argument's members
    case element
  }

  /// The arguments of a call, in the order of the parameters.
  struct Call {
    let arguments: [Value]

    subscript(index: Int) -> Value {
      arguments.indices.contains(index) ? arguments[index] : .missing
    }

    var first: Value { self[0] }

    /// Calls the function that was given as the argument at `index`.
    /// - Throws: what the function throws; `.wrongKind` when it is none.
    func apply(_ index: Int, _ values: Value...) throws(RunError.Reason) -> Value {
      guard case .function(let function) = self[index] else {
        throw .wrongKind(operation: "a function call", kind: self[index].kindName)
      }
      do throws(RunError) {
        return try function(values)
      } catch { throw .inFunction(error) }
    }
  }

  init(
    _ name: String, _ parameters: [Parameter], gives result: Result, summary: String,
    notes: String = "", examples: [(String, String)],
    _ body: @escaping @Sendable (Call) throws(RunError.Reason) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.summary = summary
    self.notes = notes
    self.examples = examples
    self.body = body
  }

  /// `length(list)`, `round(number, [digits])`
  package var signature: String {
    let parameters = parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    return "\(name)(\(parameters.joined(separator: ", ")))"
  }

  /// The function as the engine calls it: one that gives a value for each value is applied to the
  /// members of a list, and a missing first argument gives missing.
  var function: ScalarFunction {
    let body = body
    switch result {
    case .one, .element:
      return ScalarFunction(name) { values throws(RunError.Reason) in
        try body(Call(arguments: values))
      }
    case .each:
      return ScalarFunction(name) { values throws(RunError.Reason) in
        let first = values.first ?? .missing
        if first.isMissing { return .missing }
        guard case .list(let members) = first else { return try body(Call(arguments: values)) }
        var results: [Value] = []
        for member in members {
          results.append(try body(Call(arguments: [member] + values.dropFirst())))
        }
        return .list(results)
      }
    }
  }

  /// The type of a call with arguments of these types.
  func type(of arguments: [ValueType]) -> ValueType {
    switch result {
    case .one(let type): return type
    case .element: return arguments.first?.element ?? .any
    case .each(let type):
      if case .list = arguments.first { return .list(type) }
      return type
    }
  }

  /// Functions that belong together.
  package struct Family: Sendable {
    package let name: String
    package let functions: [Builtin]
  }

  /// All functions, by family; a new family adds a line.
  package static let families = [
    Family(name: "text", functions: textFunctions),
    Family(name: "numbers", functions: numberFunctions),
    Family(name: "dates", functions: dateFunctions),
    Family(name: "people", functions: peopleFunctions),
    Family(name: "places", functions: placeFunctions),
    Family(name: "lists", functions: listFunctions),
    Family(name: "search", functions: searchFunctions),
  ]

  package static let all: [Builtin] = families.flatMap(\.functions)

  package static func named(_ name: String) -> Builtin? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
