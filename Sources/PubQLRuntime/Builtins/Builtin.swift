import PubQLEngine
import PubQLModel
import PubQLText

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
  /// Whether its body is handed the current day, as `Call.today`.
  let usesToday: Bool
  /// What it asks of texts, when it is a condition that also has an operator.
  let relation: ValueTest.Relation?
  /// Fields of the record in hand that stand for the last argument where it is left out.
  let fieldsInHand: [String]
  let body: @Sendable (Call) throws(RunError.Reason) -> Value

  /// What a function takes.
  package struct Parameter: Sendable {
    package let name: String
    package let kind: Kind
    package let isOptional: Bool
    /// Whether any number of arguments may stand for it, one at least; only the last may be.
    package let isRepeated: Bool

    init(_ name: String, _ kind: Kind, optional: Bool = false, repeated: Bool = false) {
      self.name = name
      self.kind = kind
      isOptional = optional
      isRepeated = repeated
    }
  }

  /// The kinds of values that a parameter takes.
  package enum Kind: Sendable, Equatable {
    case any
    /// Text, or what is shown as text: people, places, ids
    case text
    case number
    /// A date, or a year
    case date
    case duration
    case person
    case place
    /// A list, or a single value as a list of itself
    case list
    /// A list, or a text as its characters
    case listOrText
    case record
    /// A lambda such as `x => length(x) > 3`
    case function
    /// A pattern literal such as `/cit(y|ies)/i`, or text
    case pattern
    /// One of some words, in quotes, whatever its case
    case choice([String])

    /// Whether the rows of a query may stand for it.
    var takesRows: Bool { [.any, .list, .listOrText].contains(self) }

    func accepts(_ type: ValueType) -> Bool {
      let element = type.element
      if element == .table { return false }
      if type == .any || element == .missing { return true }
      if case .function = self { return type == .function }
      if element == .any { return true }
      return switch self {
      case .any: true
      // A condition is no list of itself: rows that meet it were meant.
      case .list: type != .bool
      case .listOrText: type != element || element.isTextual
      case .text, .pattern: element.isTextual
      case .number: element == .number
      case .date: element == .date || element == .number
      case .duration: element == .duration
      case .person: element.isTextual
      case .place: element.isTextual
      case .record: element == .record
      case .function: type == .function
      case .choice: type.isTextual
      }
    }

    /// What messages call it.
    package var name: String {
      switch self {
      case .any: "values"
      case .text: "text"
      case .number: "numbers"
      case .date: "dates"
      case .duration: "durations"
      case .person: "people"
      case .place: "places"
      case .list: "lists"
      case .listOrText: "lists and texts"
      case .record: "records"
      case .function: "a function such as `x => …`"
      case .pattern: "text and patterns such as `/…/`"
      case .choice(let words): words.map { "\"\($0)\"" }.joined(separator: ", ")
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
    /// A value of a type that follows from those of all arguments
    case by(@Sendable ([ValueType]) -> ValueType)
    /// A list of values of the type of the first argument's members
    case elements
    /// Lists of two values of the first argument
    case pairs
  }

  init(
    _ name: String, _ parameters: [Parameter], gives result: Result, summary: String,
    notes: String = "", examples: [(String, String)], usesToday: Bool = false,
    relation: ValueTest.Relation? = nil, fieldsInHand: [String] = [],
    _ body: @escaping @Sendable (Call) throws(RunError.Reason) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.summary = summary
    self.notes = notes
    self.examples = examples
    self.usesToday = usesToday
    self.relation = relation
    self.fieldsInHand = fieldsInHand
    self.body = body
  }

  /// The parameter for which an argument stands; nil beyond the last.
  func parameter(at place: Int) -> Parameter? {
    if parameters.indices.contains(place) { return parameters[place] }
    return parameters.last.flatMap { $0.isRepeated ? $0 : nil }
  }

  /// `length(list)`, `round(number, [digits])`
  package var signature: String {
    let parameters = parameters.map { parameter in
      let name = parameter.isRepeated ? "\(parameter.name), …" : parameter.name
      return parameter.isOptional ? "[\(name)]" : name
    }
    return "\(name)(\(parameters.joined(separator: ", ")))"
  }

  /// How it is called with no more than it needs: `cite("apa")`
  var shortestCall: String {
    let arguments = parameters.filter { !$0.isOptional }.map { parameter in
      if case .choice(let words) = parameter.kind, let word = words.first { return "\"\(word)\"" }
      return parameter.name
    }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  /// Which of some words a text means, whatever its case.
  static func choice(_ text: String, among words: [String]) -> String? {
    words.first { $0.lowercased() == text.lowercased() }
  }

  /// The function as the engine calls it: one that gives a value for each value is applied to the
  /// members of a list, and a missing first argument gives missing.
  var function: ScalarFunction { function(finding: [:], nil) }

  /// As `function`, with the patterns among the arguments, by their places, and what counts its work.
  func function(finding finders: [Int: PatternFinder], _ meter: StepMeter?) -> ScalarFunction {
    let (name, body) = (name, body)
    // What a pattern is does not show in the arguments.
    let identity = finders.isEmpty ? name : nil
    switch result {
    case .one, .element, .elements, .pairs, .by:
      return ScalarFunction(name, reach: isOfPairs ? .pairs : .whole, identity: identity) {
        values throws(RunError.Reason) in
        try body(Call(name: name, arguments: values, finders: finders, meter: meter))
      }
    case .each:
      return ScalarFunction(name, reach: .each, identity: identity) {
        values throws(RunError.Reason) in
        let first = values.first ?? .missing
        guard case .list(let members) = first else {
          if first.isMissing { return .missing }
          return try body(Call(name: name, arguments: values, finders: finders, meter: meter))
        }
        var call = values
        var results: [Value] = []
        for member in members {
          call[0] = member
          results.append(
            member.isMissing
              ? .missing
              : try body(Call(name: name, arguments: call, finders: finders, meter: meter)))
        }
        return .list(results)
      }
    }
  }

  private var isOfPairs: Bool { if case .pairs = result { true } else { false } }

  /// The type of a call with arguments of these types.
  func type(of arguments: [ValueType]) -> ValueType {
    switch result {
    case .one(let type): return type
    case .element: return arguments.first?.element ?? .any
    case .by(let type): return type(arguments)
    case .elements: return .list(arguments.first?.element ?? .any)
    case .pairs: return .list(.list(arguments.first?.element ?? .any))
    case .each(let type):
      switch arguments.first {
      case .list: return .list(type)
      // It may turn out to be a list.
      case .any: return .any
      default: return type
      }
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
    Family(name: "statistics", functions: statisticsFunctions),
    Family(name: "records", functions: recordFunctions),
    Family(name: "citation", functions: citationFunctions),
    Family(name: "search", functions: searchFunctions),
  ]

  package static let all: [Builtin] = families.flatMap(\.functions)

  package static func named(_ name: String) -> Builtin? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
