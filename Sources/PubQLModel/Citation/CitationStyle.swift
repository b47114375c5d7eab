/// A way of writing citations. To add one: its file, and a line in `all`.
package struct CitationStyle: Sendable {
  /// What `cite` calls it.
  package let name: String
  /// The manual whose rules it follows.
  package let summary: String
  /// The entry of a work in a list of references: one line of plain text.
  package let entry: @Sendable (CitedWork) -> String

  package static let all: [CitationStyle] = [apa, chicago, mla, harvard]

  package static func named(_ name: String) -> CitationStyle? {
    all.first { $0.name == name.lowercased() }
  }
}
