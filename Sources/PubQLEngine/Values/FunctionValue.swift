/// A function as a value: what a lambda `x => …` makes, for functions such as `map` to call.
///
/// It keeps the row in hand and the names bound close by of the place where it was made.
package final class FunctionValue: Sendable {
  /// How many values it takes.
  package let parameterCount: Int
  private let body: @Sendable ([Value]) throws(RunError) -> Value

  package init(
    parameterCount: Int, _ body: @escaping @Sendable ([Value]) throws(RunError) -> Value
  ) {
    self.parameterCount = parameterCount
    self.body = body
  }

  /// What it gives for some values, as many as it takes.
  /// - Throws: whatever its body does; `.badArgument` for another number of values, and `.budget`
  ///   once a query has called functions too often.
  package func callAsFunction(_ arguments: [Value]) throws(RunError) -> Value {
    guard arguments.count == parameterCount else {
      throw RunError(
        .badArgument(
          function: "=>",
          "the function takes \(parameterCount) \(parameterCount == 1 ? "value" : "values"), "
            + "and is given \(arguments.count)"))
    }
    return try body(arguments)
  }
}
