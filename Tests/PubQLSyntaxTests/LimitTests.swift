import Foundation
import PubQLDiagnostics
import PubQLSyntax
import SyntaxShapes
import Testing

/// Texts that are made to go deep or long.
struct LimitTests {
  private static func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Reads and formats on a thread with 512 KB of stack, as a host may give; the codes found.
  private static func codes(_ text: String) async -> [String] {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        let result = parsed(text)
        let isWhole = result.diagnostics.isEmpty
        continuation.resume(
          returning: result.diagnostics.map(\.code.description)
            + ((formatted(text) != nil) == isWhole ? [] : ["not formatted"]))
      }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }

  static let deep: [String] = [
    times("(", 100_000), times("[", 100_000), times("{a: ", 100_000), times("f(", 100_000),
    times("not ", 100_000) + "x", "x" + times(".y", 100_000), "x" + times("[0]", 100_000),
    times("-(", 100_000), "a" + times(" + a", 100_000), times("a = (", 100_000),
    times("(", 300) + "x" + times(")", 300), times("a or b and c = 1 .. 2 + 3 * (", 300),
    times("(x | where ", 300) + "y", times("\"{", 300) + times("}\"", 300),
    times("(group by x {a: ", 300),
  ]

  @Test(arguments: deep.indices)
  func `refuses what nests too deep`(_ index: Int) async {
    let codes = await LimitTests.codes(LimitTests.deep[index])
    #expect(codes == ["PQ0026"])
  }

  static let allowed: [String] = [
    times("(", 200) + "x" + times(")", 200), times("[", 99) + times("]", 99),
    "a" + times(" and a", 100_000), "a = 1" + times(" or a = 1 and b", 20_000),
    "x" + times(".y", 199), "a" + times(" + a", 199),
    times("(x | where ", 12) + "y" + times(")", 12),
    "[" + times("1, ", 50_000) + "]", "x" + times(" | count", 20_000), times("count\n", 20_000),
    times("not ", 199) + "x",
  ]

  @Test(arguments: allowed.indices)
  func `reads what is long`(_ index: Int) async {
    #expect(await LimitTests.codes(LimitTests.allowed[index]) == [])
  }

  @Test func `keeps a bounded number of problems, in linear time`() {
    for text in [
      "(1 2\n", ") ", "\"\n", "a-b;", "? ", "| | ", "select a from b where c\n", "2020-5 ",
    ] {
      let result = parsed(LimitTests.times(text, 5_000))
      #expect(!result.diagnostics.isEmpty && result.diagnostics.count <= 500, "\(text)")
    }
  }
}
