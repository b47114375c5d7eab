import PubQL
import Testing

/// What is tried of one function: texts with their answers, as `expect` takes them.
///
/// None may be left out: a function for which one has no meaning says so with an empty list.
struct FunctionCases: Sendable {
  typealias Case = (text: String, answer: String)

  let name: String
  let ordinary: [Case]
  /// Missing arguments.
  let missing: [Case]
  /// Empty texts and lists, zero, nothing to be found.
  let empty: [Case]
  /// Values of the wrong kind, with the code that they are refused with, and values that are out
  /// of range.
  let wrong: [Case]
  /// Letters beyond ASCII.
  let nonASCII: [Case]
  /// Lists, fields of many values, and large amounts.
  let many: [Case]

  init(
    _ name: String, ordinary: [Case], missing: [Case], empty: [Case], wrong: [Case],
    nonASCII: [Case], many: [Case]
  ) {
    self.name = name
    self.ordinary = ordinary
    self.missing = missing
    self.empty = empty
    self.wrong = wrong
    self.nonASCII = nonASCII
    self.many = many
  }

  var all: [Case] { ordinary + missing + empty + wrong + nonASCII + many }

  /// The tables of all families. To add one: its file beside this, and its name here.
  static let families: [[FunctionCases]] = [
    text, numbers, dates, people, places, lists, records, citation, statistics, search,
  ]
}

extension FunctionCases: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// Functions do what their tables say, and none has been left out.
struct FunctionTests {
  @Test(arguments: FunctionCases.families.joined())
  func answers(_ cases: FunctionCases) throws {
    expect(try Sample.session(), cases.all)
  }

  @Test func everyFunctionHasATable() {
    let tried = FunctionCases.families.joined().map(\.name)
    let known = Reference.functions.map(\.name)
    #expect(Set(known).subtracting(tried).sorted() == [], "functions without a table")
    #expect(Set(tried).subtracting(known).sorted() == [], "tables without a function")
    #expect(Set(tried).count == tried.count, "one table a function")
    for cases in FunctionCases.families.joined() {
      #expect(!cases.ordinary.isEmpty, "\(cases.name)")
      // Each case is one of this function, and says what it says only once.
      #expect(cases.all.allSatisfy { $0.text.contains(cases.name + "(") }, "\(cases.name)")
      #expect(Set(cases.all.map(\.text)).count == cases.all.count, "\(cases.name)")
    }
  }

  /// The examples of the reference are true, and every function has one. The current day alone is
  /// known to nobody beforehand.
  @Test func examplesAreTrue() throws {
    let session = try Sample.session()
    for function in Reference.functions {
      #expect(!function.examples.isEmpty || function.name == "today", "\(function.name)")
      for example in function.examples {
        #expect(session.answer("\"{\(example.query)}\"") == example.result, "\(example.query)")
      }
      #expect(function.usage.hasPrefix(function.name + "("))
      #expect(!function.summary.isEmpty)
    }
  }
}
