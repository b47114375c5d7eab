import PubQLDiagnostics
import PubQLSyntax
import SyntaxShapes
import Testing

/// What `pubql explain` tells is true.
struct CatalogueTests {
  static let entries = SyntaxCatalogue.entries

  @Test(arguments: entries.indices)
  func `examples are as wrong and as right as they say`(_ index: Int) {
    let entry = CatalogueTests.entries[index]
    let parts = entry.explanation.split(separator: "```", omittingEmptySubsequences: false)
    guard parts.count == 5 else {
      #expect(["PQ0001", "PQ0026"].contains(entry.code.description))
      return
    }
    let (wrong, right) = (example(parts[1]), example(parts[3]))
    #expect(
      parsed(wrong).diagnostics.map(\.code) == [entry.code], "\(entry.code): \(wrong)")
    #expect(
      parsed(right).diagnostics.map(\.message) == [], "\(entry.code): \(right)")
  }

  private func example(_ block: Substring) -> String {
    block.split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  @Test func `codes are in order and told once`() {
    let codes = CatalogueTests.entries.map(\.code.description)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }
}
