import PubQLDiagnostics
import PubQLFormats
import Testing

@Suite struct DataProblemTests {
  @Test func codesAreInOrderAndExplained() {
    let codes = RawProblem.Kind.allCases.map { DataProblem.code(of: $0).description }
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("PQ03") && $0.count == 6 })
    #expect(DataProblem.entries.map(\.code.description) == codes)
    #expect(DataProblem.entries.allSatisfy { !$0.title.isEmpty && $0.explanation.count > 60 })
  }

  @Test func sentences() {
    func sentence(_ kind: RawProblem.Kind, _ text: String, count: Int = 1) -> String {
      var problem = RawProblem(kind, line: 1, text: text)
      problem.count = count
      return DataProblem.sentence(problem)
    }
    #expect(
      sentence(.unreadableDate, "soon")
        == "the date “soon” cannot be read; it is kept as text in `publication_date`")
    #expect(
      sentence(.textOutsideRecords, "Home", count: 3)
        == "3 lines outside of any record are skipped, from “Home” on")
    #expect(
      sentence(.unknownLabel, "Source")
        == "`Source` is not a label of the format; it is kept as the field `label_source`")
    for kind in RawProblem.Kind.allCases { #expect(!sentence(kind, "x").hasSuffix(".")) }
  }

  @Test func diagnosticNamesFileAndLine() {
    let found = DataProblem.diagnostic(
      RawProblem(.noTitle, line: 2), file: "a.txt", line: 12)
    #expect(found.place == .data(file: "a.txt", line: 12))
    #expect(found.severity == .warning)
  }
}
