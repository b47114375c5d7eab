import Foundation
import PubQL
import PubQLSyntax
import Testing

/// The files by which editors colour scripts.
///
/// `PUBQL_UPDATE=1 swift test --filter HighlightingTests` writes them, before the others read them.
@Suite(.serialized) struct HighlightingTests {
  private static let grammarFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Grammar")

  private static func words() throws -> HighlightWords {
    HighlightWords(try GrammarTests.grammar())
  }

  private static func file(_ name: String) throws -> String {
    try String(contentsOf: grammarFolder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func `are current`() throws {
    let words = try Self.words()
    let files = [
      ("pubql.tmLanguage.json", TextMateFile(words: words).text),
      ("pubql.vim", VimFile(words: words).text),
    ]
    for (name, text) in files {
      if ProcessInfo.processInfo.environment["PUBQL_UPDATE"] == "1" {
        try Data(text.utf8).write(to: Self.grammarFolder.appendingPathComponent(name))
      }
      #expect(try Self.file(name) == text, "Grammar/\(name) is not current")
    }
  }

  @Test(arguments: ["pubql.tmLanguage.json", "pubql.vim"])
  func `have all words`(_ name: String) throws {
    let text = try Self.file(name)
    let found = Set(text.split { !$0.isLetter && $0 != "_" && !$0.isNumber }.map(String.init))
    let keywords = HighlightWords.words(of: try GrammarTests.grammar())
      .filter { !HighlightWords.foreign.contains($0) }
    let functions = (Reference.functions + Reference.aggregates).map(\.name)
    #expect(keywords.count > 60 && functions.count > 30)
    let wanted = Set(StageGrammar.all.map(\.name) + keywords + functions)
    // In JSON `\\b` stands before some of them.
    #expect(wanted.filter { !found.contains($0) && !found.contains("b" + $0) } == [])
  }

  /// Lines, a piece of each, and what it is. Of a piece that occurs twice the first counts.
  static let samples: [(line: String, piece: String, scope: String)] = [
    ("# where x", "where", "comment"),
    ("from papers | where x  # count", "count", "comment"),
    ("from papers | where x", "from", "keyword.control.stage"),
    ("from papers | where x", "papers", "variable.other.pubql"),
    ("from papers | where x", "|", "keyword.operator.pipe"),
    ("from papers | where x", "where", "keyword.control.stage"),
    ("  | where not missing(x)", "where", "keyword.control.stage"),
    ("  | where not missing(x)", "not", "keyword.operator.word"),
    ("count by topic | top 10", "count", "keyword.control.stage"),
    ("count by topic | top 10", "by", "keyword.other.clause"),
    ("count by year | top 10", "top", "keyword.control.stage"),
    ("count by topic | top 10", "10", "constant.numeric"),
    ("count > 3", "count", "variable.other.pubql"),
    ("count > 3", ">", "keyword.operator"),
    ("x | where count > 3", "count", "variable.other.pubql"),
    ("def yearly = group by year { papers: count() }", "def", "storage.type"),
    ("def yearly = group by year { papers: count() }", "yearly", "entity.name.function"),
    ("def yearly = group by year { papers: count() }", "group", "keyword.control.stage"),
    ("def yearly = group by year { papers: count() }", "papers", "entity.other.attribute-name"),
    ("def yearly = group by year { papers: count() }", "count", "support.function"),
    ("let recent = from ciao", "recent", "variable.other.readwrite"),
    ("let recent = from ciao", "from", "keyword.control.stage"),
    ("$recent | sort date desc, title", "$recent", "variable.other.readwrite"),
    ("$recent | sort date desc, title", "desc", "keyword.other.order"),
    ("$recent | sort desc", "sort", "keyword.control.stage"),
    ("top = 3", "top", "variable.other.pubql"),
    ("load \"a.txt\" as ciao", "load", "keyword.control"),
    ("load \"a.txt\" as ciao", "as", "keyword.other.clause"),
    ("load = 3", "load", "variable.other.pubql"),
    ("join left (from b) on id", "left", "keyword.other.mode"),
    ("join left (from b) on id", "from", "keyword.control.stage"),
    ("join left (from b) on id", "on", "keyword.other.clause"),
    ("chart bar papers by year", "bar", "keyword.other.mode"),
    ("take 1 per author", "per", "keyword.other.clause"),
    ("topic = \"Cities\" and year not in 2019..2021", "\"Cities\"", "string.quoted.double"),
    ("topic = \"Cities\" and year not in 2019..2021", "and", "keyword.operator.word"),
    ("topic = \"Cities\" and year not in 2019..2021", "not", "keyword.operator.word"),
    ("year in 2019..2021", "in", "keyword.operator.word"),
    ("topic = \"Cities\" and year not in 2019..2021", "2019", "constant.numeric"),
    ("topic = \"Cities\" and year not in 2019..2021", "..", "keyword.operator"),
    ("topic all [1] and title has any [\"a\"]", "all", "keyword.operator.word"),
    ("topic all [1] and title has any [\"a\"]", "any", "keyword.operator.word"),
    ("sort all desc", "all", "variable.other.pubql"),
    ("date > 2020-05-14 - 18 months", "2020-05-14", "constant.numeric.date"),
    ("date > 2020-05-14 - 18 months", "18", "constant.numeric"),
    ("score > 1.5e-05 and x", "1.5e-05", "constant.numeric"),
    ("date > 2020-05-14 - 18 months", "months", "keyword.other.unit"),
    ("\"a\\n{length(x) + 1}b\"", "\\n", "constant.character.escape"),
    ("\"a\\n{length(x) + 1}b\"", "length", "support.function"),
    ("\"a\\n{length(x) + 1}b\"", "1", "constant.numeric"),
    ("\"a\\n{length(x) + 1}b\"", "b\"", "string.quoted.double"),
    ("\"a\\q\"", "\\q", "invalid.illegal.escape"),
    ("\"{{a: 1}.a}b\" # c", "b\"", "string.quoted.double"),
    ("\"{{a: 1}.a}b\" # c", "# c", "comment"),
    ("x = 'it''s {x}' and y", "'it''s {x}'", "string.quoted.single"),
    ("title matches /smart cit(y|ies)/i and x", "/smart cit(y|ies)/i", "string.regexp"),
    ("a / b / c", "/", "keyword.operator"),
    ("date.year = 2020", "year", "variable.other.member"),
    ("`publisher place` = missing", "`publisher place`", "variable.other.field"),
    ("`publisher place` = missing", "missing", "constant.language"),
    ("missing(date)", "missing", "support.function"),
    ("mine(x) = 3", "mine", "entity.name.function.call"),
    ("any(topics, x => length(x) > 3)", "=>", "storage.type.function.arrow"),
    ("länge > 3", "länge", "variable.other.pubql"),
    ("param since: date = 2015 \"first\"", "param", "storage.type"),
    ("param since: date = 2015 \"first\"", "since", "variable.parameter"),
    ("param since: date = 2015 \"first\"", "date", "support.type"),
    ("use \"places.pubql\" as places", "use", "keyword.control"),
    ("if length($recent) > 3 { print \"many\" } else { count }", "if", "keyword.control"),
    ("if length($recent) > 3 { print \"many\" } else { count }", "print", "keyword.control"),
    ("if length($recent) > 3 { print \"many\" } else { count }", "else", "keyword.control"),
    ("let age = if a then 1 else try b else 2", "then", "keyword.control"),
    ("let age = if a then 1 else try b else 2", "try", "keyword.control"),
    ("for a in $xs {", "for", "keyword.control"),
    ("for a in $xs {", "in", "keyword.operator.word"),
    ("assert count > 3", "assert", "keyword.control"),
    ("print = 3", "print", "variable.other.pubql"),
    ("select why, if", "why", "variable.other.pubql"),
    ("a | places.newest(3)", "newest", "variable.other.member"),
  ]

  @Test(arguments: samples.indices)
  func `scopes of a line`(_ index: Int) throws {
    let (line, piece, scope) = Self.samples[index]
    let grammar = try TextMateScopes(json: Data(try Self.file("pubql.tmLanguage.json").utf8))
    let found = grammar.scope(of: piece, in: line)
    #expect(
      found?.hasPrefix(scope) == true, "`\(piece)` in `\(line)`: \(found ?? "several scopes")")
  }
}
