import PubQLDiagnostics
import PubQLSyntax
import Testing

/// What the prompt asks of a text that is being typed.
struct PromptTests {
  static let texts: [(text: String, open: String?)] = [
    ("", nil), ("count", nil), ("count |", "|"), ("count | # more", "|"), ("topic =", "="),
    ("a and", "and"), ("a +", "+"), ("select a,", ","), ("f(a", "("), ("[1, (2)", "["),
    ("group by year {", "{"), ("group by year { a: \"}\" }", nil), ("(a]", nil), (")", nil),
    ("\"open", nil), ("title has (\"open", nil), ("\"a{b}c\"", nil), ("x matches /(/", nil),
    ("a / (b", "("), ("date in 2020..", nil), ("select *", nil), ("a *", "*"), ("'('", nil),
  ]

  @Test(arguments: texts.indices)
  func `knows what is open`(_ index: Int) {
    let (text, open) = PromptTests.texts[index]
    let expected = open.map { Completeness.open(what: $0) } ?? .complete
    #expect(completeness(of: text) == expected, "\(text)")
  }

  @Test func `gives every token, whatever the text`() {
    let text =
      "a = \"x{b + \"y\"}z\" # c\n| where t matches /a b/i and \"open {x\n$v `q r` ¿ 2020-05"
    let source = SourceFile(name: "t", text: text)
    let tokens = Lexer.tokens(of: source)
    #expect(
      tokens.map { source.text($0.start, $0.end) } == [
        "a", "=", "\"", "x", "{", "b", "+", "\"", "y\"", "}", "z\"", "# c", "|", "where", "t",
        "matches", "/a b/i", "and", "\"", "open ", "{", "x", "$v", "`q r`", "¿", "2020-05",
      ])
  }

  @Test func `gives tokens in order and inside of the text for any bytes`() {
    var random = Seeded(state: 0x70C3)
    let alphabet = Array("a1\"'{}[]()/#|-.`$\\\n \u{e9}".utf8) + [0xFF, 0x00]
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let tokens = Lexer.tokens(of: SourceFile(name: "t", bytes: bytes))
      var end = 0
      for token in tokens {
        #expect(token.start >= end && token.end > token.start, "\(bytes)")
        end = token.end
      }
      #expect(end <= bytes.count, "\(bytes)")
      _ = completeness(of: String(decoding: bytes, as: UTF8.self))
    }
  }
}
