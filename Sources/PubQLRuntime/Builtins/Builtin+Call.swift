import PubQLEngine
import PubQLModel
import PubQLText

extension Builtin {
  /// The arguments of a call, in the order of the parameters.
  struct Call {
    /// What messages call the function.
    let name: String
    let arguments: [Value]
    /// The patterns among the arguments, by their places.
    var finders: [Int: PatternFinder] = [:]
    /// Counts work that data do not bound; nil where nobody counts.
    var meter: StepMeter?

    subscript(index: Int) -> Value {
      arguments.indices.contains(index) ? arguments[index] : .missing
    }

    var first: Value { self[0] }

    /// The values of all arguments together, members of lists one by one, none of them missing.
    var allMembers: [Value] { arguments.flatMap(\.members).filter { !$0.isMissing } }

    /// The current day, for functions that use it.
    var today: PartialDate? { arguments.last?.asDate }

    /// The text of an argument, nil when it is missing.
    /// - Throws: `.wrongKind` when it is something else; so do the others.
    func text(_ index: Int) throws(RunError.Reason) -> String? {
      try required(self[index], self[index].textual)
    }

    /// The texts of an argument, one by one, without missing ones.
    func texts(_ index: Int) throws(RunError.Reason) -> [String] {
      var texts: [String] = []
      for member in self[index].members {
        if let text = try required(member, member.textual) { texts.append(text) }
      }
      return texts
    }

    func number(_ index: Int) throws(RunError.Reason) -> Double? {
      try required(self[index], self[index].number)
    }

    /// A whole number, also one that is written as a decimal.
    func whole(_ index: Int) throws(RunError.Reason) -> Int? {
      guard let number = try number(index) else { return nil }
      guard let whole = self[index].wholeNumber else {
        throw .badArgument(function: name, "a whole number is wanted, and this is \(number)")
      }
      return whole
    }

    /// A date; nil also for a number that is no year.
    func date(_ index: Int) throws(RunError.Reason) -> PartialDate? {
      if self[index].number != nil { return self[index].asDate }
      return try required(self[index], self[index].asDate)
    }

    private func required<T>(_ value: Value, _ found: T?) throws(RunError.Reason) -> T? {
      if found == nil, !value.isMissing {
        throw .wrongKind(operation: name, kind: value.kindName)
      }
      return found
    }

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
}
