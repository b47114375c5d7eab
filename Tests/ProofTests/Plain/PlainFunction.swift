import PubQL

/// A function as its line in the reference tells it.
struct PlainFunction: Sendable {
  let name: String
  let parameters: [Parameter]
  let result: Result
  let value: @Sendable ([PlainValue]) throws -> PlainValue

  /// What stands for an argument.
  enum Parameter: Sendable {
    case any
    /// Texts, and what is shown as text
    case text
    /// An expression of that kind, or a list of such values where all of them are looked at
    case kind(PlainKind)
    /// Any list
    case list
    /// A list, or a text
    case listOrText
    /// A whole number of that range, written out
    case digits(ClosedRange<Int>)
    /// A list of so many numbers, written out, some of them missing
    case numbers(Int)
    /// Mostly a list of numbers as long as the argument before
    case partner
    /// Some words of the data, written out
    case words
    /// What a search asks for, written out
    case search
    /// One of these texts, written out
    case choice([String])
    /// One of these patterns, a text being the pattern between its slashes
    case pattern([String])
    /// May be left out
    indirect case optional(Parameter)
  }

  /// What comes out.
  enum Result: Sendable {
    /// A value for each value of the first argument; missing for missing
    case each(PlainKind)
    /// One value, whatever comes in
    case one(PlainKind)
    /// A member of the first argument
    case element
    /// A list of members of the first argument
    case list
    /// A list of lists of members of the first argument
    case lists
  }

  init(
    _ name: String, _ parameters: [Parameter], _ result: Result,
    _ value: @escaping @Sendable ([PlainValue]) throws -> PlainValue
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.value = value
  }

  /// What it gives; one for single values is applied to each member of a list.
  /// - Throws: `PlainError.failure` where texts are wanted and something else comes.
  func callAsFunction(_ arguments: [PlainValue]) throws -> PlainValue {
    for (parameter, argument) in zip(parameters, arguments) {
      guard case .text = parameter, !isCondition else { continue }
      if argument.members.contains(where: { !$0.isMissing && $0.text == nil }) {
        throw PlainError.failure("PQ0403")
      }
    }
    guard case .each = result, let first = arguments.first else { return try value(arguments) }
    switch first {
    case .missing: return .missing
    case .list(let members):
      return .list(
        try members.map { $0.isMissing ? .missing : try value([$0] + arguments.dropFirst()) })
    default: return try value(arguments)
    }
  }

  /// Whether it is a condition: it does not hold of values that are no texts.
  private var isCondition: Bool { if case .one(.bool) = result { true } else { false } }

  /// The kind of its result for a first argument of that kind.
  func kind(of first: PlainKind?) -> PlainKind {
    switch result {
    case .each(let kind): first?.isList ?? false ? .list(kind) : kind
    case .one(let kind): kind
    case .element: first?.element ?? .text
    case .list: .list(first?.element ?? .text)
    case .lists: .list(.list(first?.element ?? .text))
    }
  }

  /// Whether what it gives is known before it is called.
  var isTyped: Bool {
    switch result {
    case .each, .one: true
    case .element, .list, .lists: false
    }
  }

  /// All functions that queries are made with. To add a family: its file, and a name here.
  static let all: [PlainFunction] = {
    let known = Set(Reference.functions.map(\.name))
    return [texts, numbers, statistics, dates, people, places, lists, records, search].flatMap {
      $0
    }
    .filter { known.contains($0.name) }
  }()
}
