import PubQLDiagnostics
package import PubQLSyntax

/// A text in its one layout; nil when it cannot be read.
package func formatted(_ text: String) -> String? {
  format(SourceFile(name: "test", text: text), id: SourceID(index: 0)).text
}

/// A text read alone.
package func parsed(_ text: String, lastResult: Bool = false) -> ParsedScript {
  parse(
    SourceFile(name: "test", text: text), id: SourceID(index: 0),
    options: ParserOptions(allowsLastResult: lastResult))
}

/// What the layout of a text does not keep; nil where all is well.
package func brokenLaw(ofLayout text: String) -> String? {
  guard let layout = formatted(text) else { return "has no layout" }
  if formatted(layout) != layout { return "a second layout differs" }
  let (before, after) = (parsed(text).script, parsed(layout).script)
  return Shape.ofMeaning(after) == Shape.ofMeaning(before) ? nil : "the layout changes the tree"
}
