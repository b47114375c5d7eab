import PubQLFormats
import Testing

@Suite struct FormatRegistryTests {
  @Test func formatsAreFoundByNameEndingAndContent() {
    #expect(FormatRegistry.reader(named: "CIAO")?.name == "ciao")
    #expect(FormatRegistry.reader(named: "none") == nil)
    #expect(FormatRegistry.writer(named: "ciao")?.name == "ciao")
    #expect(FormatRegistry.writer(forPath: "a.b/out.TXT")?.name == "ciao")
    #expect(FormatRegistry.writer(forPath: "a.txt/out") == nil)
    #expect(reader("a.txt", "anything") == "ciao")
    #expect(reader("a.unknown", ListingReaderTests.regular) == "ciao")
    #expect(reader("-", ListingReaderTests.regular) == "ciao")
    #expect(reader("-", "") == nil)
    #expect(reader("a.unknown", "@article{x, title = {y}}") == nil)
  }

  private func reader(_ path: String, _ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer {
      FormatRegistry.reader(forPath: path, beginning: $0)?.name
    }
  }

  @Test func namesAreUnique() {
    #expect(Set(FormatRegistry.readers.map(\.name)).count == FormatRegistry.readers.count)
    #expect(Set(FormatRegistry.writers.map(\.name)).count == FormatRegistry.writers.count)
  }
}
