extension ProblemTests {
  /// Read before they were written down: each sentence is what a reader should be told.
  static let cases: [Case] =
    signCases + valueCases + operatorCases + stageCases + statementCases
}
